package org.accountinghub.routes.engine.byhand;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.accountinghub.connectors.spi.Answer;
import org.accountinghub.connectors.spi.ArticleSink;
import org.accountinghub.connectors.spi.Conversation;
import org.accountinghub.connectors.spi.CustomerSink;
import org.accountinghub.connectors.spi.Delivery;
import org.accountinghub.connectors.spi.Finding;
import org.accountinghub.connectors.spi.IdempotencyClass;
import org.accountinghub.connectors.spi.InvoiceSink;
import org.accountinghub.connectors.spi.InvoiceSource;
import org.accountinghub.connectors.spi.Outcome;
import org.accountinghub.connectors.spi.Rehearsal;
import org.accountinghub.connectors.spi.Returns;
import org.accountinghub.connectors.spi.Step;
import org.accountinghub.connectors.spi.Work;
import org.accountinghub.mappings.model.Article;
import org.accountinghub.mappings.model.BillableOrder;
import org.accountinghub.mappings.model.Customer;
import org.accountinghub.mappings.model.DocumentKey;
import org.accountinghub.mappings.model.Invoice;
import org.accountinghub.mappings.model.Problem;
import org.accountinghub.mappings.model.Reference;
import org.accountinghub.mappings.model.SourceKey;
import org.accountinghub.routes.engine.memory.MemoryStoreRegisters;
import org.accountinghub.routes.engine.port.AppliedRule;
import org.accountinghub.routes.engine.port.OrderVersion;
import org.accountinghub.routes.engine.port.ReturnLedger;
import org.accountinghub.routes.engine.port.ServiceStore;
import org.accountinghub.routes.engine.port.StoredOrders;

/** A partner with at most one invoice and one record that are only read, and a store that knows at most one customer. */
final class Books implements InvoiceSink, InvoiceSource, CustomerSink, ArticleSink, StoredOrders, ServiceStore {

    Optional<Invoice> invoice = Optional.empty();
    Map<String, String> ids = new HashMap<>(Map.of("32", "32"));
    Optional<Answer<Optional<Invoice>>> trouble = Optional.empty();
    Optional<Finding> finding = Optional.empty();
    final List<String> read = new ArrayList<>();
    private final MemoryStoreRegisters articles = new MemoryStoreRegisters();
    Reading<Customer> customer = new Reading.Gone<>("nobody has it");

    MarkDelivered.Stores stores() {
        return new MarkDelivered.Stores(this, this, articles);
    }

    @Override
    public Delivery<BillableOrder> invoices() {
        return read(IdempotencyClass.C);
    }

    @Override
    public Delivery<Customer> customers() {
        return read(IdempotencyClass.C);
    }

    @Override
    public Delivery<Article> articles() {
        return read(IdempotencyClass.B);
    }

    private <D> Delivery<D> read(IdempotencyClass idempotency) {
        return new Delivery<>() {
            @Override
            public List<Step> steps(D document) {
                return List.of(Step.create(idempotency, Duration.ZERO));
            }

            @Override
            public Outcome perform(Work<D> work, Conversation conversation) {
                throw new AssertionError("nothing is written");
            }

            @Override
            public Finding find(Work<D> work, Conversation conversation) {
                read.add(work.bound() + " " + work.document().getClass().getSimpleName());
                return finding.orElseThrow(() -> new AssertionError("a person has found it"));
            }

            @Override
            public Rehearsal rehearse(D document, Map<String, String> bound, Conversation conversation) {
                throw new AssertionError("nothing is rehearsed");
            }
        };
    }

    @Override
    public Returns<Invoice> invoicesBack() {
        return new Returns<>() {
            @Override
            public Answer<Page> changedSince(Instant since, Optional<String> page, Conversation conversation) {
                throw new AssertionError("no list is asked for");
            }

            @Override
            public Answer<Optional<String>> idOf(String called, Conversation conversation) {
                return new Answer.Value<>(Optional.ofNullable(ids.get(called)));
            }

            @Override
            public Answer<Optional<Invoice>> read(String id, Conversation conversation) {
                assertThat(ids).containsValue(id);
                return trouble.orElseGet(() -> new Answer.Value<>(invoice));
            }

            @Override
            public Answer<List<Brief>> carrying(Reference reference, Conversation conversation) {
                throw new AssertionError("a person has found it");
            }
        };
    }

    @Override
    public List<Problem> check(Conversation conversation) {
        return List.of();
    }

    @Override
    public void close() {
        // holds nothing open
    }

    @Override
    public Reading<BillableOrder> document(DocumentKey key, LocalDate documentDate) {
        throw new AssertionError("orders are read as they stand");
    }

    @Override
    public Reading<Customer> customer(SourceKey key) {
        return customer;
    }

    @Override
    public void tell(ReturnLedger.StoreNote note) {
        throw new AssertionError("nothing is told");
    }

    @Override
    public List<DocumentKey> documentsOf(String number, Optional<String> kind, Optional<String> subgroup) {
        return List.of();
    }

    @Override
    public Reading<BillableOrder> asItStands(DocumentKey key, LocalDate documentDate) {
        return new Reading.Gone<>("nobody has it");
    }

    @Override
    public List<OrderVersion> versionsOf(String number, String kind) {
        return List.of();
    }

    @Override
    public OrderVersion.Changed changedSince(Optional<Long> mark) {
        return new OrderVersion.Changed(List.of(), 0);
    }

    @Override
    public List<AppliedRule> rules(DocumentKey key) {
        return List.of();
    }
}
