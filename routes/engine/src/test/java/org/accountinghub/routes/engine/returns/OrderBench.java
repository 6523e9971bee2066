package org.accountinghub.routes.engine.returns;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.accountinghub.connectors.spi.Answer;
import org.accountinghub.connectors.spi.ConnectionSettings;
import org.accountinghub.connectors.spi.Conversation;
import org.accountinghub.connectors.spi.InvoiceSource;
import org.accountinghub.connectors.spi.OrderSource;
import org.accountinghub.connectors.spi.Returns;
import org.accountinghub.mappings.model.BillableOrder;
import org.accountinghub.mappings.model.BillableOrder.Target;
import org.accountinghub.mappings.model.DocumentKey;
import org.accountinghub.mappings.model.Invoice;
import org.accountinghub.mappings.model.Money;
import org.accountinghub.mappings.model.PlacedOrder;
import org.accountinghub.mappings.model.PlacedOrder.Status;
import org.accountinghub.mappings.model.Problem;
import org.accountinghub.mappings.model.Reference;
import org.accountinghub.routes.engine.Connection;
import org.accountinghub.routes.engine.connection.Blockade;
import org.accountinghub.routes.engine.memory.MemoryConnections;
import org.accountinghub.routes.engine.memory.MemoryReturns;
import org.accountinghub.routes.engine.memory.Orders;
import org.accountinghub.routes.engine.memory.TestClock;
import org.accountinghub.routes.engine.port.Alerts;
import org.accountinghub.routes.engine.port.ReturnLedger.DeliveredDocument;

/** A partner with a register of orders and one of invoices; their numbers overlap, and lists show references. */
final class OrderBench implements OrderSource, InvoiceSource, Alerts {

    static final DocumentKey KEY = Orders.key("421", "C1");
    static final DocumentKey OTHER = Orders.key("500", "C1");

    final TestClock clock = new TestClock();
    final MemoryReturns ledger = new MemoryReturns(clock);
    final Map<String, PlacedOrder> orders = new TreeMap<>();
    final Map<String, Invoice> invoices = new TreeMap<>();
    final List<String> calls = new ArrayList<>();
    private final MemoryConnections connections = new MemoryConnections();
    private String customerNumber = ReturnBench.CUSTOMER.number();
    private long transfers;

    OrderBench() {
        connections.save(new Connection(
                "books",
                "register",
                Optional.empty(),
                Connection.State.ACTIVE,
                Optional.empty(),
                Optional.empty(),
                new ConnectionSettings("books", ZoneId.of("Europe/Stockholm"), Map.of(), Map.of())));
    }

    int fetch() {
        return new InvoiceReturn(
                        ledger,
                        connections,
                        connection -> this,
                        new Blockade(connections, this),
                        ReturnSettings.defaults(),
                        clock,
                        time -> {})
                .fetch("books");
    }

    /** What is put into the register from now on calls its customer so. */
    void renumbersTheCustomer(String number) {
        customerNumber = number;
    }

    /** An order of 100 kronor and 25 % VAT that was delivered as order, and waits over there. */
    void sent(DocumentKey key, String id) {
        sent(Orders.order(key, "100", today()), id);
    }

    /** The same, of 125 kronor with VAT. */
    void sentWithVat(DocumentKey key, String id) {
        sent(Orders.withVat(Orders.order(key, "125", today())), id);
    }

    private void sent(BillableOrder order, String id) {
        ledger.bind(new DeliveredDocument(
                ++transfers,
                "books",
                order.key(),
                id,
                id,
                Optional.of(ReturnBench.CUSTOMER),
                Orders.as(Target.ORDER, order)));
        order(id, order.key(), "100", Status.OPEN);
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneId.of("UTC"));
    }

    void order(String id, DocumentKey key, String net, Status status, String... invoicedBy) {
        orders.put(
                id,
                new PlacedOrder(
                        number(id),
                        Optional.of(key.reference()),
                        customerNumber,
                        Optional.of(ReturnBench.CUSTOMER.id()),
                        LocalDate.ofInstant(clock.instant(), ZoneId.of("UTC")),
                        Currency.getInstance("SEK"),
                        List.of(),
                        Money.of(net, "SEK"),
                        Money.of(net, "SEK").times(new BigDecimal("1.25")),
                        status,
                        List.of(invoicedBy)));
    }

    /** What people call an order. */
    static String number(String id) {
        return "2026-" + id;
    }

    Bill invoice(String id, String net) {
        return new Bill(id, net);
    }

    /** An invoice to be put into the register; booked. */
    final class Bill {
        private final String id;
        private final String net;
        private Optional<Reference> reference = Optional.empty();
        private boolean booked = true;
        private boolean cancelled;
        private boolean paid;
        private Optional<String> creditNote = Optional.empty();
        private Optional<String> order = Optional.empty();

        private Bill(String id, String net) {
            this.id = id;
            this.net = net;
        }

        Bill carrying(DocumentKey key) {
            reference = Optional.of(key.reference());
            return this;
        }

        /** Of the order with this id. */
        Bill of(String orderId) {
            order = Optional.of(orderId);
            return this;
        }

        Bill notBooked() {
            booked = false;
            return this;
        }

        Bill cancelled() {
            cancelled = true;
            return this;
        }

        Bill paid() {
            paid = true;
            return this;
        }

        Bill creditedBy(String note) {
            creditNote = Optional.of(note);
            return this;
        }

        void put() {
            Currency kronor = Currency.getInstance("SEK");
            BigDecimal rate = BigDecimal.valueOf(25);
            Money netted = Money.of(net, "SEK");
            Money vat = netted.times(new BigDecimal("0.25")).rounded();
            Money zero = Money.zero(kronor);
            invoices.put(
                    id,
                    new Invoice(
                            id,
                            reference,
                            customerNumber,
                            Optional.of(ReturnBench.CUSTOMER.id()),
                            LocalDate.ofInstant(clock.instant(), ZoneId.of("UTC")),
                            Optional.empty(),
                            kronor,
                            List.of(new Invoice.InvoicedRow("", "Work", BigDecimal.ONE, netted, rate)),
                            new TreeMap<>(Map.of(rate, netted)),
                            new TreeMap<>(Map.of(rate, vat)),
                            zero,
                            zero,
                            zero,
                            zero,
                            netted.plus(vat),
                            paid ? zero : netted.plus(vat),
                            booked,
                            cancelled,
                            false,
                            paid ? Optional.of(LocalDate.of(2026, 3, 31)) : Optional.empty(),
                            order,
                            creditNote,
                            Optional.empty()));
        }
    }

    @Override
    public Returns<PlacedOrder> ordersBack() {
        return new Register<>("order", orders, PlacedOrder::reference);
    }

    @Override
    public Returns<Invoice> invoicesBack() {
        return new Register<>("invoice", invoices, Invoice::reference);
    }

    private final class Register<D> implements Returns<D> {
        private final String what;
        private final Map<String, D> documents;
        private final Function<D, Optional<Reference>> reference;

        Register(String what, Map<String, D> documents, Function<D, Optional<Reference>> reference) {
            this.what = what;
            this.documents = documents;
            this.reference = reference;
        }

        private Brief brief(String id, D document) {
            return new Brief(id, reference.apply(document), String.valueOf(document.hashCode()));
        }

        @Override
        public Answer<Page> changedSince(Instant since, Optional<String> page, Conversation conversation) {
            List<Brief> briefs = documents.entrySet().stream()
                    .map(entry -> brief(entry.getKey(), entry.getValue()))
                    .toList();
            return new Answer.Value<>(new Page(briefs, Optional.empty()));
        }

        @Override
        public Answer<Optional<D>> read(String id, Conversation conversation) {
            calls.add("read " + what + " " + id);
            return new Answer.Value<>(Optional.ofNullable(documents.get(id)));
        }

        @Override
        public Answer<List<Brief>> carrying(Reference wanted, Conversation conversation) {
            calls.add("search " + what);
            return new Answer.Value<>(documents.entrySet().stream()
                    .filter(entry -> reference.apply(entry.getValue()).equals(Optional.of(wanted)))
                    .map(entry -> brief(entry.getKey(), entry.getValue()))
                    .toList());
        }
    }

    void pass(Duration time) {
        clock.advance(time);
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
    public void raised(String connection, Problem problem) {
        calls.add("raised " + problem.cause());
    }

    @Override
    public void cleared(String connection, String cause) {
        calls.add("cleared " + cause);
    }
}
