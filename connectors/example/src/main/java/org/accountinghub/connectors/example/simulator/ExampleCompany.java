package org.accountinghub.connectors.example.simulator;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.accountinghub.connectors.testkit.partner.Answer;
import org.accountinghub.connectors.testkit.partner.Call;
import org.accountinghub.connectors.testkit.partner.Effect;
import org.accountinghub.connectors.testkit.partner.Effect.Action;
import org.accountinghub.connectors.testkit.partner.PartnerRequest;
import org.accountinghub.connectors.testkit.partner.Prepared;
import org.accountinghub.connectors.testkit.partner.SimulatedCompany;
import org.accountinghub.mappings.example.ExampleCustomer;
import org.accountinghub.mappings.example.ExampleInvoice;
import org.accountinghub.mappings.example.ExampleJson;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One company: its registers, and what its own people do. */
public final class ExampleCompany implements SimulatedCompany {

    private static final int PAGE = 100;
    private static final String BY_HAND = "by hand";

    private final String tenant;
    private final ExampleSimulator books;
    private final Map<String, ExampleCustomer> customers = new TreeMap<>();
    private final List<ExampleInvoice> invoices = new ArrayList<>();
    private String key;

    ExampleCompany(String tenant, ExampleSimulator books) {
        this.tenant = tenant;
        this.books = books;
        this.key = "key-of-" + tenant;
    }

    boolean accepts(String authorization) {
        return authorization.equals("Bearer " + key);
    }

    void loseKey() {
        key = "another key";
    }

    /** What would be done with a request, and what is done when it is. */
    Prepared prepare(String operation, String number, PartnerRequest request) {
        Call call = new Call(operation, tenant, "");
        return switch (operation.replace("/v1/{company}", "")) {
            case "GET " -> said(call, Map.of("company", tenant));
            case "GET /customers/{number}" ->
                Optional.ofNullable(customers.get(number))
                        .map(found -> said(call, found))
                        .orElseGet(() -> no(call, 404, "No such customer."));
            case "GET /customers" -> said(call, Map.of("customers", withRegistration(request)));
            case "POST /customers" -> newCustomer(call, request);
            case "GET /invoices/{number}" ->
                invoice(number).map(found -> said(call, found)).orElseGet(() -> no(call, 404, "No such invoice."));
            case "GET /invoices" -> said(call, page(request));
            case "POST /invoices" -> newInvoice(call, request);
            case "POST /invoices/{number}/announcement" -> announcement(call, number, request);
            default -> no(call, 404, "No such address.");
        };
    }

    private Prepared newCustomer(Call call, PartnerRequest request) {
        Optional<ExampleCustomer> read = ExampleJson.read(tree(request), ExampleCustomer.class);
        if (read.isEmpty() || read.get().name().isBlank() || read.get().number().isBlank()) {
            return no(call, 400, "A customer needs number and name.");
        }
        ExampleCustomer customer = read.get();
        return customers.containsKey(customer.number())
                ? no(call, 409, "The number is taken.")
                : new Prepared(
                        call,
                        Answer.json(201, JsonMapper.shared().createObjectNode()),
                        Optional.of(() -> add(customer, request.id())));
    }

    private Prepared newInvoice(Call call, PartnerRequest request) {
        Optional<ExampleInvoice.Content> read = ExampleJson.read(tree(request), ExampleInvoice.Content.class);
        if (read.isEmpty() || !customers.containsKey(read.get().customer()) || !addsUp(read.get())) {
            return no(call, 400, "An invoice needs a customer who is here and amounts that add up.");
        }
        ExampleInvoice invoice = made(read.get(), Integer.toString(invoices.size() + 1));
        return new Prepared(
                new Call(call.operation(), tenant, invoice.content().reference()),
                Answer.json(201, tree(invoice)),
                // a late one gets the number that is free by then
                Optional.of(() -> add(made(invoice.content(), Integer.toString(invoices.size() + 1)), request.id())));
    }

    /** A letter is sent each time somebody asks for it, and nothing remembers it. */
    private Prepared announcement(Call call, String number, PartnerRequest request) {
        return invoice(number)
                .map(invoice -> new Prepared(
                        call,
                        Answer.json(200, JsonMapper.shared().createObjectNode()),
                        Optional.of(() -> effect(invoice, Action.POSTED, request.id()))))
                .orElseGet(() -> no(call, 404, "No such invoice."));
    }

    private List<ExampleCustomer> withRegistration(PartnerRequest request) {
        String part = request.parameter("registration").orElse("");
        return customers.values().stream()
                .filter(customer -> customer.registration().replace("-", "").contains(part))
                .toList();
    }

    private ExampleInvoice.Page page(PartnerRequest request) {
        String reference = request.parameter("reference").orElse("");
        Instant since = request.parameter("changedSince").map(Instant::parse).orElse(Instant.EPOCH);
        int page = Integer.parseInt(request.parameter("page").orElse("1"));
        List<ExampleInvoice> hits = invoices.stream()
                .filter(invoice -> invoice.content().reference().contains(reference))
                .filter(invoice -> !invoice.changed().isBefore(since))
                .toList();
        int from = Math.min((page - 1) * PAGE, hits.size());
        int to = Math.min(from + PAGE, hits.size());
        return new ExampleInvoice.Page(hits.subList(from, to), to < hits.size() ? Integer.toString(page + 1) : "");
    }

    /** Net is the sum of the lines, VAT is rounded once for each rate. */
    private static boolean addsUp(ExampleInvoice.Content content) {
        Map<BigDecimal, BigDecimal> byRate = new TreeMap<>();
        content.lines().forEach(line -> byRate.merge(line.vatRate(), line.amount(), BigDecimal::add));
        BigDecimal net = byRate.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal vat = byRate.entrySet().stream()
                .map(rate -> rate.getKey()
                        .multiply(rate.getValue())
                        .divide(BigDecimal.valueOf(100), 2, RoundingMode.HALF_UP))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        return net.compareTo(content.net()) == 0 && vat.compareTo(content.vat()) == 0;
    }

    private ExampleInvoice made(ExampleInvoice.Content content, String number) {
        return new ExampleInvoice(
                number,
                content,
                false,
                false,
                content.net().add(content.vat()),
                "",
                books.clock().instant());
    }

    private void add(ExampleCustomer customer, String by) {
        customers.put(customer.number(), customer);
        books.book()
                .add(sequence -> new Effect(
                        sequence,
                        books.clock().instant(),
                        tenant,
                        "customer",
                        Action.CREATED,
                        customer.number(),
                        "",
                        "",
                        Map.of(),
                        "",
                        by));
    }

    private void add(ExampleInvoice invoice, String by) {
        invoices.add(invoice);
        effect(invoice, Action.CREATED, by);
    }

    /** Somebody writes an invoice; its number. */
    public String addInvoice(ExampleInvoice.Content content) {
        return books.underLock(() -> {
            ExampleInvoice invoice = made(content, Integer.toString(invoices.size() + 1));
            add(invoice, BY_HAND);
            return invoice.number();
        });
    }

    private void change(String number, Action action, BigDecimal balance, String paidOn) {
        books.locked(() -> {
            ExampleInvoice old = invoice(number).orElseThrow(() -> new IllegalStateException("No such invoice."));
            ExampleInvoice changed = new ExampleInvoice(
                    number,
                    old.content(),
                    true,
                    old.cancelled(),
                    balance,
                    paidOn,
                    books.clock().instant());
            invoices.set(invoices.indexOf(old), changed);
            effect(changed, action, BY_HAND);
        });
    }

    private void effect(ExampleInvoice invoice, Action action, String by) {
        ExampleInvoice.Content content = invoice.content();
        books.book()
                .add(sequence -> new Effect(
                        sequence,
                        books.clock().instant(),
                        tenant,
                        "invoice",
                        action,
                        invoice.number(),
                        content.reference(),
                        content.customer(),
                        Map.of("net", content.net(), "vat", content.vat()),
                        content.currency(),
                        by));
    }

    private Optional<ExampleInvoice> invoice(String number) {
        return invoices.stream()
                .filter(invoice -> invoice.number().equals(number))
                .findFirst();
    }

    private static JsonNode tree(PartnerRequest request) {
        return JsonMapper.shared().readTree(request.body());
    }

    private static JsonNode tree(Object body) {
        return JsonMapper.shared().readTree(ExampleJson.write(body));
    }

    private static Prepared said(Call call, Object body) {
        return Prepared.only(call, Answer.json(200, tree(body)));
    }

    private static Prepared no(Call call, int status, String message) {
        return Prepared.only(
                call, Answer.json(status, JsonMapper.shared().createObjectNode().put("message", message)));
    }

    @Override
    public Map<String, String> settings(Map<String, URI> addresses) {
        return Map.of("base-address", String.valueOf(addresses.get("base")), "company", tenant);
    }

    @Override
    public Map<String, String> secrets() {
        return Map.of("api-key", "key-of-" + tenant);
    }

    @Override
    public Set<String> kinds() {
        return Set.of("invoice");
    }

    @Override
    public String creates(String kind) {
        return "POST /v1/{company}/" + kind + "s";
    }

    @Override
    public String addCustomer(String number, String name, String registrationNumber) {
        books.locked(() -> add(new ExampleCustomer(number, name, registrationNumber, "", ""), BY_HAND));
        return number;
    }

    /** Articles are texts here: any will do. */
    @Override
    public void addArticle(String number, String description) {}

    @Override
    public List<Paper> orders() {
        return List.of();
    }

    @Override
    public List<Paper> invoices() {
        return books.underLock(() -> invoices.stream()
                .map(invoice -> new Paper(
                        invoice.number(),
                        invoice.content().customer(),
                        invoice.content().currency(),
                        invoice.content().net().add(invoice.content().vat()),
                        invoice.balance(),
                        invoice.booked(),
                        invoice.cancelled()))
                .toList());
    }

    @Override
    public String invoiceOrder(String order) {
        throw new IllegalStateException("Example Books has no orders.");
    }

    @Override
    public void cancelOrder(String order) {
        throw new IllegalStateException("Example Books has no orders.");
    }

    @Override
    public void book(String number) {
        change(number, Action.BOOKED, invoice(number).orElseThrow().balance(), "");
    }

    @Override
    public void pay(String number) {
        String today =
                LocalDate.ofInstant(books.clock().instant(), ZoneOffset.UTC).toString();
        change(number, Action.PAID, BigDecimal.ZERO, today);
    }
}
