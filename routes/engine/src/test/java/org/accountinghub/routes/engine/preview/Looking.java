package org.accountinghub.routes.engine.preview;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.accountinghub.connectors.spi.ConnectionSettings;
import org.accountinghub.connectors.spi.Conversation;
import org.accountinghub.connectors.spi.CustomerSink;
import org.accountinghub.connectors.spi.Delivery;
import org.accountinghub.connectors.spi.Finding;
import org.accountinghub.connectors.spi.IdempotencyClass;
import org.accountinghub.connectors.spi.InvoiceSink;
import org.accountinghub.connectors.spi.Outcome;
import org.accountinghub.connectors.spi.Rehearsal;
import org.accountinghub.connectors.spi.Step;
import org.accountinghub.connectors.spi.Work;
import org.accountinghub.mappings.model.BillableOrder;
import org.accountinghub.mappings.model.Customer;
import org.accountinghub.mappings.model.DocumentKey;
import org.accountinghub.mappings.model.Problem;
import org.accountinghub.mappings.model.SourceKey;
import org.accountinghub.routes.engine.Connection;
import org.accountinghub.routes.engine.CustomerThere;
import org.accountinghub.routes.engine.Subject;
import org.accountinghub.routes.engine.Transfer;
import org.accountinghub.routes.engine.TransferState;
import org.accountinghub.routes.engine.memory.MemoryConnections;
import org.accountinghub.routes.engine.memory.Orders;
import org.accountinghub.routes.engine.memory.TestClock;
import org.accountinghub.routes.engine.port.AppliedRule;
import org.accountinghub.routes.engine.port.OperatorLedger;
import org.accountinghub.routes.engine.port.OrderVersion;
import org.accountinghub.routes.engine.port.PreviewLedger;
import org.accountinghub.routes.engine.port.ReturnLedger;
import org.accountinghub.routes.engine.port.ServiceStore;
import org.accountinghub.routes.engine.port.StoredOrders;

/** A store, a ledger and a partner that refuses every write, for looking. */
final class Looking implements ServiceStore, StoredOrders, PreviewLedger, CustomerSink, InvoiceSink {

    final TestClock clock = new TestClock();
    final MemoryConnections connections = new MemoryConnections();
    final Map<DocumentKey, Reading<BillableOrder>> standing = new LinkedHashMap<>();
    final Map<DocumentKey, String> unwanted = new HashMap<>();
    final List<Known> known = new ArrayList<>();
    final Map<SourceKey, CustomerThere> bound = new HashMap<>();
    final List<String> rehearsals = new ArrayList<>();
    Rehearsal answer = new Rehearsal(List.of(), List.of(), Optional.empty());
    Optional<Problem> heldElsewhere = Optional.empty();
    Optional<RuntimeException> trouble = Optional.empty();

    Looking connected(String name, Optional<String> subgroup) {
        connections.save(new Connection(
                name,
                "told",
                subgroup,
                Connection.State.ACTIVE,
                Optional.empty(),
                Optional.empty(),
                new ConnectionSettings(name, ZoneId.of("Europe/Stockholm"), Map.of(), Map.of())));
        return this;
    }

    DocumentKey stands(DocumentKey key) {
        standing.put(key, new Reading.Ready<>(Orders.order(key, "100", LocalDate.of(2026, 3, 2))));
        return key;
    }

    void transfer(DocumentKey key, TransferState state, Optional<BillableOrder> sent) {
        Transfer transfer = new Transfer(
                known.size() + 1L,
                "books",
                new Subject.OfDocument(key),
                state,
                Instant.EPOCH,
                1,
                1,
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        known.add(new Known(
                new OperatorLedger.Row(transfer, sent.map(order -> "32"), Instant.EPOCH, clock.instant()), key, sent));
    }

    List<DocumentPreview> look(String number) {
        return new Preview(this, this, this, connections, connection -> this, clock)
                .of(number, Optional.empty(), Optional.empty());
    }

    @Override
    public List<DocumentKey> documentsOf(String number, Optional<String> kind, Optional<String> subgroup) {
        return standing.keySet().stream()
                .filter(key -> key.order().number().equals(number))
                .toList();
    }

    @Override
    public Reading<BillableOrder> asItStands(DocumentKey key, LocalDate documentDate) {
        return standing.getOrDefault(key, new Reading.Gone<>("nobody has it"));
    }

    @Override
    public Reading<BillableOrder> document(DocumentKey key, LocalDate documentDate) {
        return unwanted.containsKey(key) ? new Reading.Gone<>(unwanted.get(key)) : asItStands(key, documentDate);
    }

    @Override
    public List<OrderVersion> versionsOf(String number, String kind) {
        throw new AssertionError("looking needs no versions");
    }

    @Override
    public OrderVersion.Changed changedSince(Optional<Long> mark) {
        throw new AssertionError("looking needs no versions");
    }

    @Override
    public List<AppliedRule> rules(DocumentKey key) {
        return List.of(new AppliedRule("invoiced to", "the order's customer pays"));
    }

    @Override
    public List<Known> documentsOf(String number) {
        return known.stream()
                .filter(one -> one.key().order().number().equals(number))
                .toList();
    }

    @Override
    public Optional<CustomerThere> customerThere(String connection, SourceKey customer) {
        return Optional.ofNullable(bound.get(customer));
    }

    @Override
    public Optional<Customer> customerAsSent(String connection, SourceKey customer) {
        return Optional.empty();
    }

    @Override
    public Optional<Transfer> customerTransfer(String connection, SourceKey customer) {
        return Optional.empty();
    }

    @Override
    public Optional<Problem> heldElsewhere(DocumentKey document, List<String> rowIds) {
        return heldElsewhere;
    }

    @Override
    public Reading<Customer> customer(SourceKey key) {
        return new Reading.Ready<>(Orders.customer(key));
    }

    @Override
    public void tell(ReturnLedger.StoreNote note) {
        throw new AssertionError("looking tells nothing");
    }

    @Override
    public Delivery<Customer> customers() {
        return delivery("customer");
    }

    @Override
    public Delivery<BillableOrder> invoices() {
        return delivery("invoice");
    }

    @Override
    public List<Problem> check(Conversation conversation) {
        return List.of();
    }

    @Override
    public void close() {
        // holds nothing open
    }

    private <D> Delivery<D> delivery(String what) {
        return new Delivery<>() {
            @Override
            public List<Step> steps(D document) {
                return List.of(Step.create(IdempotencyClass.C, Duration.ZERO));
            }

            @Override
            public Outcome perform(Work<D> work, Conversation conversation) {
                throw new AssertionError("looking writes nothing");
            }

            @Override
            public Finding find(Work<D> work, Conversation conversation) {
                throw new AssertionError("there is nothing to be found");
            }

            @Override
            public Rehearsal rehearse(D document, Map<String, String> customer, Conversation conversation) {
                trouble.ifPresent(thrown -> {
                    throw thrown;
                });
                rehearsals.add(what + customer);
                return answer;
            }
        };
    }
}
