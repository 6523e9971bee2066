package org.accountinghub.routes.engine.delivery;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;
import java.util.function.Supplier;
import org.accountinghub.connectors.spi.ConnectionSettings;
import org.accountinghub.connectors.spi.Conversation;
import org.accountinghub.connectors.spi.CustomerSink;
import org.accountinghub.connectors.spi.Delivery;
import org.accountinghub.connectors.spi.Finding;
import org.accountinghub.connectors.spi.IdempotencyClass;
import org.accountinghub.connectors.spi.InvoiceSink;
import org.accountinghub.connectors.spi.Outcome;
import org.accountinghub.connectors.spi.PartnerDocument;
import org.accountinghub.connectors.spi.Rehearsal;
import org.accountinghub.connectors.spi.Step;
import org.accountinghub.connectors.spi.Work;
import org.accountinghub.mappings.model.BillableOrder;
import org.accountinghub.mappings.model.Customer;
import org.accountinghub.mappings.model.DocumentKey;
import org.accountinghub.mappings.model.Problem;
import org.accountinghub.mappings.model.SourceKey;
import org.accountinghub.routes.engine.Connection;
import org.accountinghub.routes.engine.Dispatch;
import org.accountinghub.routes.engine.Subject;
import org.accountinghub.routes.engine.connection.Blockade;
import org.accountinghub.routes.engine.connection.Connectors;
import org.accountinghub.routes.engine.memory.Entry;
import org.accountinghub.routes.engine.memory.MemoryConnections;
import org.accountinghub.routes.engine.memory.MemoryLedger;
import org.accountinghub.routes.engine.memory.Orders;
import org.accountinghub.routes.engine.memory.TestClock;
import org.accountinghub.routes.engine.port.Alerts;
import org.accountinghub.routes.engine.port.ReturnLedger;
import org.accountinghub.routes.engine.port.ServiceStore;
import org.accountinghub.routes.engine.registers.RegisterPorts;

/** A delivery procedure whose partner answers as told. */
final class Bench implements ServiceStore, CustomerSink, InvoiceSink, Alerts {

    static final DocumentKey KEY = Orders.key("421-1", "C1");
    static final PartnerDocument MADE = new PartnerDocument("id-1", "1001", List.of());

    final TestClock clock = new TestClock();
    final MemoryConnections connections = new MemoryConnections();
    final MemoryLedger ledger =
            new MemoryLedger(clock, name -> connections.find(name).orElseThrow().state() == Connection.State.ACTIVE);
    final Deque<Supplier<Outcome>> answers = new ArrayDeque<>();
    final Deque<Supplier<Finding>> findings = new ArrayDeque<>();
    final List<String> calls = new ArrayList<>();
    final List<Work<?>> works = new ArrayList<>();
    final List<String> alerts = new ArrayList<>();
    final Map<DocumentKey, Function<LocalDate, Reading<BillableOrder>>> documents = new HashMap<>();
    List<Step> steps = List.of(Step.create(IdempotencyClass.C, Duration.ZERO));
    DeliverySettings settings = DeliverySettings.defaults();
    Connectors connectors = connection -> this;
    Optional<RegisterPorts> registers = Optional.empty();

    Bench() {
        connections.save(new Connection(
                "books",
                "told",
                Optional.empty(),
                Connection.State.ACTIVE,
                Optional.empty(),
                Optional.empty(),
                new ConnectionSettings("books", ZoneId.of("Europe/Stockholm"), Map.of(), Map.of())));
        price(KEY, "100");
    }

    static Problem problem(String cause) {
        return Problem.of(cause, Problem.Stage.PARTNER, "because of " + cause, "Mend " + cause);
    }

    void price(DocumentKey key, String price) {
        documents.put(key, date -> new Reading.Ready<>(Orders.order(key, price, date)));
    }

    Entry document(DocumentKey key) {
        return ledger.add("books", new Subject.OfDocument(key));
    }

    /** A document whose customer is at the partner already. */
    Entry documentOfKnownCustomer() {
        Entry customer = ledger.add("books", new Subject.OfCustomer(Orders.customerKey("C1")));
        answers.add(() -> new Outcome.Delivered(new PartnerDocument("c-1", "C1", List.of())));
        attempt(customer);
        calls.clear();
        works.clear();
        return document(KEY);
    }

    void answer(Outcome outcome) {
        answers.add(() -> outcome);
    }

    void found(Finding finding) {
        findings.add(() -> finding);
    }

    static Outcome delivered() {
        return new Outcome.Delivered(MADE);
    }

    static Outcome uncertain() {
        return new Outcome.Uncertain(problem("partner.timeout"));
    }

    /** Waits until the transfer is due, and makes one attempt. */
    void attempt(Entry entry) {
        clock.advanceTo(entry.transfer().dueAt());
        Dispatch dispatch = ledger.takeDue(Duration.ZERO, 10).stream()
                .filter(taken -> taken.transferId() == entry.transfer().id())
                .findFirst()
                .orElseThrow(() -> new AssertionError("not due: " + entry.transfer()));
        deliver(dispatch);
    }

    void deliver(Dispatch dispatch) {
        procedure().deliver(dispatch.transferId(), dispatch.dispatch());
    }

    DeliveryProcedure procedure() {
        return new DeliveryProcedure(
                ledger,
                connections,
                this,
                connectors,
                new Blockade(connections, this),
                settings,
                new DeliveryProcedure.Surroundings("worker", clock, clock::nanos, new Random(1)),
                registers);
    }

    Duration untilDue(Entry entry) {
        return Duration.between(clock.instant(), entry.transfer().dueAt());
    }

    <D> Delivery<D> told(List<Step> toDo) {
        return new Delivery<>() {
            @Override
            public List<Step> steps(D document) {
                return toDo;
            }

            @Override
            public Outcome perform(Work<D> work, Conversation conversation) {
                calls.add("perform " + work.step().name());
                works.add(work);
                return answers.remove().get();
            }

            @Override
            public Finding find(Work<D> work, Conversation conversation) {
                calls.add("find " + work.step().name());
                works.add(work);
                return findings.remove().get();
            }

            @Override
            public Rehearsal rehearse(D document, Map<String, String> bound, Conversation conversation) {
                calls.add("rehearse");
                return new Rehearsal(List.of(), List.of(), Optional.empty());
            }
        };
    }

    @Override
    public Delivery<Customer> customers() {
        return told(List.of(Step.create(IdempotencyClass.B, Duration.ZERO)));
    }

    @Override
    public Delivery<BillableOrder> invoices() {
        return told(steps);
    }

    @Override
    public List<Problem> check(Conversation conversation) {
        return List.of();
    }

    @Override
    public void close() {
        calls.add("close");
    }

    @Override
    public Reading<BillableOrder> document(DocumentKey key, LocalDate documentDate) {
        return Optional.ofNullable(documents.get(key)).orElseThrow().apply(documentDate);
    }

    @Override
    public Reading<Customer> customer(SourceKey key) {
        return new Reading.Ready<>(Orders.customer(key));
    }

    @Override
    public void tell(ReturnLedger.StoreNote note) {
        throw new UnsupportedOperationException("the delivery tells nothing");
    }

    @Override
    public void raised(String connection, Problem problem) {
        alerts.add("raised " + problem.cause());
    }

    @Override
    public void cleared(String connection, String cause) {
        alerts.add("cleared " + cause);
    }
}
