package org.accountinghub.connectors.testkit.rules;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.accountinghub.connectors.testkit.partner.Answer;
import org.accountinghub.connectors.testkit.partner.Call;
import org.accountinghub.connectors.testkit.partner.Effect;
import org.accountinghub.connectors.testkit.partner.Effect.Action;
import org.accountinghub.connectors.testkit.partner.PartnerRequest;
import org.accountinghub.connectors.testkit.partner.Prepared;
import org.accountinghub.connectors.testkit.partner.Reply;
import org.accountinghub.connectors.testkit.partner.SimulatedCompany;
import org.accountinghub.connectors.testkit.partner.SimulatedPartner;
import org.accountinghub.mappings.model.BillableOrder;
import org.accountinghub.mappings.model.PlacedOrder.Status;

/**
 * An accounting system on paper: in this process, without a wire, so that hundreds of trials take a second. Answers are
 * lines that end with {@code end}; documents are posted by a key under which they were laid down.
 */
final class PaperPartner extends SimulatedPartner {

    static final String TENANT = "1";
    static final String BY_HAND = "by hand";
    private static final int PAGE = 100;

    private final Map<String, String[]> customers = new TreeMap<>();
    private final Set<String> articles = new TreeSet<>();
    private final List<Paper> papers = new ArrayList<>();
    private final List<BillableOrder> laidDown = new ArrayList<>();
    private final Set<String> rights = new HashSet<>(Set.of("customer", "invoice", "order"));
    private final PaperTokens tokens;
    private boolean away;

    PaperPartner(InstantSource clock) {
        super("paper", clock);
        tokens = new PaperTokens(clock);
        unrecorded();
    }

    /** A request as a client sends it; empty when nobody is there. */
    Optional<Reply> send(String method, String path, Map<String, String> fields, String token) {
        if (away) {
            return Optional.empty();
        }
        String form = fields.entrySet().stream()
                .map(field -> field.getKey() + "="
                        + java.net.URLEncoder.encode(field.getValue(), java.nio.charset.StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return Optional.of(play(new PartnerRequest(
                UUID.randomUUID().toString(), clock().instant(), method, path, fields, Map.of("token", token), form)));
    }

    String layDown(BillableOrder order) {
        laidDown.add(order);
        return Integer.toString(laidDown.size() - 1);
    }

    /** What a line of a document stands for. */
    Paper paper(String id) {
        return papers.stream()
                .filter(paper -> paper.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    void goAway() {
        away = true;
    }

    void loseRights() {
        rights.clear();
        rights.add("customer");
    }

    String consent() {
        return tokens.code();
    }

    @Override
    public void revokeConsent(String tenant) {
        tokens.revoke();
    }

    @Override
    protected Prepared prepare(PartnerRequest request) {
        if (request.path().equals("/token")) {
            return tokens.prepare(request);
        }
        String[] path = request.path().split("/", -1);
        String id = path.length > 2 ? path[2] : "";
        String operation = request.method() + " /" + path[1] + (id.isEmpty() ? "" : "/{id}")
                + (path.length > 3 ? "/" + path[3] : "");
        Call call = new Call(operation, TENANT, "");
        if (!tokens.good(request.header("token").orElse(""))) {
            return Prepared.only(call, failure(call, 401));
        }
        return switch (operation) {
            case "GET /rights" -> lines(call, rights.stream().sorted());
            case "GET /customers/{id}" ->
                lines(call, Stream.of(id).filter(customers::containsKey).map(this::customer));
            case "GET /customers" ->
                lines(
                        call,
                        customers.keySet().stream()
                                .filter(number -> registration(number)
                                        .replace("-", "")
                                        .contains(request.parameter("registration")
                                                .orElse("")))
                                .filter(number -> request.parameter("name")
                                        .map(customers.get(number)[0]::equals)
                                        .orElse(true))
                                .map(this::customer));
            case "POST /customers" -> newCustomer(call, request);
            case "GET /articles" ->
                lines(
                        call,
                        articles.stream()
                                .filter(number -> number.contains(
                                        request.parameter("number").orElse(""))));
            case "POST /articles" -> newArticle(call, request);
            case "GET /invoices", "GET /orders" -> list(call, path[1], request);
            case "GET /invoices/{id}", "GET /orders/{id}" ->
                lines(call, of(path[1]).filter(paper -> paper.id().equals(id)).map(PaperPartner::line));
            case "POST /invoices", "POST /orders" -> newPaper(call, path[1], request);
            case "POST /invoices/{id}/book" -> done(call, () -> book(id, request.id()));
            case "POST /invoices/{id}/letter" ->
                done(
                        call,
                        () -> papers.stream()
                                .filter(paper -> paper.id().equals(id))
                                .forEach(paper -> effect(paper, Action.POSTED, request.id())));
            default -> Prepared.only(call, Answer.of(404, "text/plain", "end"));
        };
    }

    private Prepared newCustomer(Call call, PartnerRequest request) {
        Map<String, String> form = request.form();
        String number = form.getOrDefault("number", "N" + (customers.size() + 1));
        return customers.containsKey(number)
                ? Prepared.only(call, failure(call, 400))
                : new Prepared(
                        call,
                        Answer.of(200, "text/plain", number + "\nend"),
                        Optional.of(() -> addCustomer(
                                number,
                                form.getOrDefault("name", ""),
                                form.getOrDefault("registration", ""),
                                form.getOrDefault("mark", ""),
                                request.id())));
    }

    private Prepared newArticle(Call call, PartnerRequest request) {
        String number = request.form().getOrDefault("number", "");
        return articles.contains(number)
                ? Prepared.only(call, failure(call, 400))
                : done(call, () -> addArticle(number, request.id()));
    }

    private Prepared newPaper(Call call, String kind, PartnerRequest request) {
        Map<String, String> form = request.form();
        BillableOrder order = laidDown.get(Integer.parseInt(form.getOrDefault("key", "0")));
        return new Prepared(
                call,
                Answer.of(200, "text/plain", (papers.size() + 1) + "\nend"),
                Optional.of(() -> add(
                        kind,
                        order,
                        form.getOrDefault("customer", ""),
                        form.getOrDefault("reference", ""),
                        request.id())));
    }

    private Prepared list(Call call, String kind, PartnerRequest request) {
        Instant since = request.parameter("since").map(Instant::parse).orElse(Instant.EPOCH);
        int from = Integer.parseInt(request.parameter("from").orElse("0"));
        List<Paper> hits = of(kind).filter(paper -> paper.reference()
                        .contains(request.parameter("reference").orElse("")))
                .filter(paper -> request.parameter("customer")
                        .map(paper.customer()::equals)
                        .orElse(true))
                .filter(paper -> !paper.changed().isBefore(since))
                .skip(from)
                .limit(PAGE + 1L)
                .toList();
        Stream<String> lines = hits.stream().limit(PAGE).map(PaperPartner::line);
        return lines(call, hits.size() > PAGE ? Stream.concat(lines, Stream.of("next|" + (from + PAGE))) : lines);
    }

    private Stream<Paper> of(String kind) {
        return papers.stream().filter(paper -> kind.equals(paper.kind() + "s"));
    }

    private static String line(Paper paper) {
        return String.join(
                "|",
                paper.id(),
                paper.reference(),
                paper.customer(),
                Boolean.toString(paper.booked()),
                paper.status().name());
    }

    private String customer(String number) {
        return number + "|" + String.join("|", customers.getOrDefault(number, new String[] {"", "", ""}));
    }

    private String registration(String number) {
        return customers.getOrDefault(number, new String[] {"", "", ""})[1];
    }

    private static Prepared lines(Call call, Stream<String> lines) {
        return Prepared.only(
                call,
                Answer.of(
                        200,
                        "text/plain",
                        Stream.concat(lines, Stream.of("end")).collect(Collectors.joining("\n"))));
    }

    private static Prepared done(Call call, Runnable commit) {
        return new Prepared(call, Answer.of(200, "text/plain", "done\nend"), Optional.of(commit));
    }

    @Override
    protected Answer failure(Call call, int status) {
        return Answer.of(status, "text/plain", "status " + status + " in words\nend");
    }

    void addArticle(String number, String by) {
        articles.add(number);
        created("article", number, by);
    }

    void addCustomer(String number, String name, String registration) {
        addCustomer(number, name, registration, "", BY_HAND);
    }

    private void addCustomer(String number, String name, String registration, String mark, String by) {
        customers.put(number, new String[] {name, registration, mark});
        created("customer", number, by);
    }

    private void created(String kind, String number, String by) {
        book().add(sequence -> new Effect(
                sequence, clock().instant(), TENANT, kind, Action.CREATED, number, "", "", Map.of(), "", by));
    }

    String add(String kind, BillableOrder order, String customer, String reference) {
        return add(kind + "s", order, customer, reference, BY_HAND);
    }

    private String add(String kinds, BillableOrder order, String customer, String reference, String by) {
        String kind = kinds.substring(0, kinds.length() - 1);
        Paper paper = new Paper(
                Integer.toString(papers.size() + 1),
                kind,
                order,
                reference,
                customer,
                false,
                Status.OPEN,
                List.of(),
                clock().instant());
        papers.add(paper);
        effect(paper, Action.CREATED, by);
        return paper.id();
    }

    /** Booking what is booked does nothing. */
    void book(String id, String by) {
        if (paper(id).booked()) {
            return;
        }
        change(id, paper -> paper.booked(clock().instant()));
        effect(paper(id), Action.BOOKED, by);
    }

    /** What an order was made into; the invoice. */
    String invoice(List<String> orders, Status status) {
        return invoice(orders, status, paper(orders.get(0)).content());
    }

    /** An order that nothing of was delivered. */
    String invoiceNothing(String order) {
        return invoice(
                List.of(order), Status.INVOICED, Papers.withRows(paper(order).content(), 0));
    }

    private String invoice(List<String> orders, Status status, BillableOrder content) {
        Paper first = paper(orders.get(0));
        Paper invoice = new Paper(
                Integer.toString(papers.size() + 1),
                "invoice",
                content,
                "",
                first.customer(),
                false,
                Status.OPEN,
                List.of(),
                clock().instant());
        papers.add(invoice);
        effect(invoice, Action.DERIVED, BY_HAND);
        orders.forEach(order -> change(order, paper -> paper.with(status, List.of(invoice.id()), clock().instant())));
        return invoice.id();
    }

    /** Whether an order shares its invoice with another. */
    boolean shares(Paper order) {
        return papers.stream()
                        .filter(paper ->
                                !paper.invoices().isEmpty() && paper.invoices().equals(order.invoices()))
                        .count()
                > 1;
    }

    boolean isRevoked() {
        return tokens.isRevoked();
    }

    void cancel(String id) {
        change(id, paper -> paper.with(Status.CANCELLED, List.of(), clock().instant()));
    }

    void delete(String id) {
        papers.remove(paper(id));
    }

    private void change(String id, UnaryOperator<Paper> change) {
        papers.replaceAll(paper -> paper.id().equals(id) ? change.apply(paper) : paper);
    }

    private void effect(Paper paper, Action action, String by) {
        BigDecimal net = paper.content().totals().net().amount();
        book().add(sequence -> new Effect(
                sequence,
                clock().instant(),
                TENANT,
                paper.kind(),
                action,
                paper.id(),
                paper.reference(),
                paper.customer(),
                Map.of("net", net),
                "SEK",
                by));
    }

    @Override
    public SimulatedCompany company(String tenant) {
        throw new UnsupportedOperationException("the bench plays the company's people");
    }

    @Override
    protected Optional<Answer> administer(PartnerRequest request) {
        return Optional.empty();
    }

    @Override
    public Map<String, String> paths() {
        return Map.of();
    }
}
