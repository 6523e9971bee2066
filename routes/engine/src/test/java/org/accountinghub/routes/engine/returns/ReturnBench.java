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
import org.accountinghub.connectors.spi.Answer;
import org.accountinghub.connectors.spi.ConnectionSettings;
import org.accountinghub.connectors.spi.Conversation;
import org.accountinghub.connectors.spi.InvoiceSource;
import org.accountinghub.connectors.spi.Outcome;
import org.accountinghub.connectors.spi.Returns;
import org.accountinghub.connectors.spi.Returns.Brief;
import org.accountinghub.connectors.spi.Returns.Page;
import org.accountinghub.mappings.model.BillableOrder;
import org.accountinghub.mappings.model.DocumentKey;
import org.accountinghub.mappings.model.Invoice;
import org.accountinghub.mappings.model.Money;
import org.accountinghub.mappings.model.Problem;
import org.accountinghub.mappings.model.Reference;
import org.accountinghub.routes.engine.Connection;
import org.accountinghub.routes.engine.CustomerThere;
import org.accountinghub.routes.engine.connection.Blockade;
import org.accountinghub.routes.engine.memory.MemoryConnections;
import org.accountinghub.routes.engine.memory.MemoryReturns;
import org.accountinghub.routes.engine.memory.Orders;
import org.accountinghub.routes.engine.memory.TestClock;
import org.accountinghub.routes.engine.port.Alerts;
import org.accountinghub.routes.engine.port.ReturnLedger.DeliveredDocument;

/** A register of invoices that is fetched from. */
final class ReturnBench implements InvoiceSource, Returns<Invoice>, Alerts {

    static final CustomerThere CUSTOMER = new CustomerThere("id-7", "C1");
    static final DocumentKey KEY = Orders.key("421-1", "C1");

    final TestClock clock = new TestClock();
    final MemoryConnections connections = new MemoryConnections();
    final MemoryReturns ledger = new MemoryReturns(clock);
    final Map<String, Invoice> register = new TreeMap<>();
    final List<String> calls = new ArrayList<>();
    final List<String> alerts = new ArrayList<>();
    final List<Instant> since = new ArrayList<>();
    final List<Duration> waits = new ArrayList<>();
    boolean listsReferences = true;
    Optional<Outcome> refusal = Optional.empty();

    /** Refusals of single calls. */
    final Map<String, Outcome> refusals = new TreeMap<>();

    ReturnBench() {
        connections.save(new Connection(
                "books",
                "register",
                Optional.empty(),
                Connection.State.ACTIVE,
                Optional.empty(),
                Optional.empty(),
                new ConnectionSettings("books", ZoneId.of("Europe/Stockholm"), Map.of(), Map.of())));
    }

    @Override
    public Returns<Invoice> invoicesBack() {
        return this;
    }

    InvoiceReturn invoiceReturn() {
        return new InvoiceReturn(
                ledger,
                connections,
                connection -> this,
                new Blockade(connections, this),
                ReturnSettings.defaults(),
                clock,
                time -> {
                    waits.add(time);
                    refusal = Optional.empty();
                });
    }

    /** An order of 100 kronor and 25 % VAT that was delivered. */
    DeliveredDocument delivered(DocumentKey key, String id) {
        BillableOrder order = Orders.order(key, "100", LocalDate.ofInstant(clock.instant(), ZoneId.of("UTC")));
        DeliveredDocument document = new DeliveredDocument(1, "books", key, id, id, Optional.of(CUSTOMER), order);
        ledger.bind(document);
        return document;
    }

    /** The invoice that such an order becomes, not booked. */
    Draft invoice(DocumentKey key) {
        return new Draft(key, LocalDate.ofInstant(clock.instant(), ZoneId.of("UTC")));
    }

    static final class Draft {
        private final DocumentKey key;
        private final LocalDate date;
        String customer = CUSTOMER.number();
        Optional<String> customerId = Optional.of(CUSTOMER.id());
        String net = "100";
        String roundOff = "0";
        String fee = "0";
        boolean booked;
        boolean cancelled;
        String balance = "125";
        Optional<LocalDate> paid = Optional.empty();
        Optional<String> creditNote = Optional.empty();
        Optional<String> credits = Optional.empty();

        Draft(DocumentKey key, LocalDate date) {
            this.key = key;
            this.date = date;
        }

        Invoice as(String number) {
            Currency kronor = Currency.getInstance("SEK");
            BigDecimal rate = BigDecimal.valueOf(25);
            Money netted = Money.of(net, "SEK");
            Money vat = netted.times(new BigDecimal("0.25"));
            TreeMap<BigDecimal, Money> nets = new TreeMap<>(Map.of(rate, netted));
            TreeMap<BigDecimal, Money> vats = new TreeMap<>(Map.of(rate, vat));
            return new Invoice(
                    number,
                    Optional.of(key.reference()),
                    customer,
                    customerId,
                    date,
                    Optional.empty(),
                    kronor,
                    List.of(new Invoice.InvoicedRow("", "Work", BigDecimal.ONE, netted, rate)),
                    nets,
                    vats,
                    Money.of(roundOff, "SEK"),
                    Money.of(fee, "SEK"),
                    Money.zero(kronor),
                    Money.zero(kronor),
                    netted.plus(vat).plus(Money.of(roundOff, "SEK")).plus(Money.of(fee, "SEK")),
                    Money.of(balance, "SEK"),
                    booked,
                    cancelled,
                    false,
                    paid,
                    Optional.empty(),
                    creditNote,
                    credits);
        }
    }

    private <T> Answer<T> answer(String call, T value) {
        calls.add(call);
        return refusal.or(() -> Optional.ofNullable(refusals.get(call)))
                .<Answer<T>>map(Answer.None::new)
                .orElseGet(() -> new Answer.Value<>(value));
    }

    private Brief brief(String id, Invoice invoice) {
        return new Brief(
                id, invoice.reference().filter(reference -> listsReferences), String.valueOf(invoice.hashCode()));
    }

    /** One invoice a page. */
    @Override
    public Answer<Page> changedSince(Instant from, Optional<String> page, Conversation conversation) {
        since.add(from);
        List<String> ids = List.copyOf(register.keySet());
        int number = page.map(Integer::parseInt).orElse(0);
        Optional<String> next = number + 1 < ids.size() ? Optional.of(String.valueOf(number + 1)) : Optional.empty();
        List<Brief> briefs = ids.stream()
                .skip(number)
                .limit(1)
                .map(id -> brief(id, Optional.ofNullable(register.get(id)).orElseThrow()))
                .toList();
        return answer("list", new Page(briefs, next));
    }

    @Override
    public Answer<Optional<Invoice>> read(String id, Conversation conversation) {
        return answer("read " + id, Optional.ofNullable(register.get(id)));
    }

    @Override
    public Answer<List<Brief>> carrying(Reference reference, Conversation conversation) {
        return answer(
                "carrying",
                register.entrySet().stream()
                        .filter(entry -> entry.getValue().reference().equals(Optional.of(reference)))
                        .map(entry -> brief(entry.getKey(), entry.getValue()))
                        .toList());
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
        alerts.add("raised " + problem.cause());
    }

    @Override
    public void cleared(String connection, String cause) {
        alerts.add("cleared " + cause);
    }
}
