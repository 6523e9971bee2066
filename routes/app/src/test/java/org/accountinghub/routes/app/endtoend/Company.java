package org.accountinghub.routes.app.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.LongConsumer;
import org.accountinghub.connectors.fortnox.simulator.BookKeeper;
import org.accountinghub.connectors.testkit.acceptance.Documents;
import org.accountinghub.connectors.testkit.partner.Effect;
import org.accountinghub.connectors.testkit.partner.FaultScript;
import org.accountinghub.mappings.model.DocumentKey;
import org.accountinghub.mappings.model.SourceKey;
import org.accountinghub.routes.app.endtoend.ServiceDesk.Line;
import tools.jackson.databind.JsonNode;

/** One company: its orders in the store, its connection in the hub, its books in the simulated Fortnox. */
final class Company {

    static final String INVOICES = "POST /3/invoices";
    static final String PERSONAL_NUMBER = "191212121212";
    static final Duration PATIENCE = Duration.ofMinutes(2);

    private static final Set<String> MOVING = Set.of("WAITING", "DUE", "QUEUED", "SENDING");

    private final Parts stage;
    private final String code;
    private final List<Sent> orders = new ArrayList<>();
    private final Map<String, List<Line>> lines = new HashMap<>();

    /** What was ordered to be sent: an order's number, one of its payers, and how often it was asked for. */
    record Sent(String order, String payer, int generation) {}

    Company(Parts stage, String code) {
        this.stage = stage;
        this.code = code;
    }

    static String connectionOf(String code) {
        return code.toLowerCase(java.util.Locale.ROOT);
    }

    static String tenantOf(String code) {
        return "7" + code.replaceAll("\\D", "") + "001";
    }

    String code() {
        return code;
    }

    String connection() {
        return connectionOf(code);
    }

    String tenant() {
        return tenantOf(code);
    }

    /** Number of a customer of this company only. */
    String payer(int n) {
        return code.replaceAll("\\D", "") + "0" + n;
    }

    Company withCustomer(int n) {
        stage.desk().customer(payer(n), "Kund " + n + " hos " + code + " AB");
        return this;
    }

    /** A private customer of this company only. */
    Company withPrivateCustomer(int n) {
        stage.desk().privateCustomer(payer(n), "Tolvan Tolvansson " + code, PERSONAL_NUMBER);
        return this;
    }

    /** A ready order of house work for which two persons ask for a tax reduction. */
    String houseWork(String number) {
        return order(
                number,
                List.of(Line.of("Snickeri", "10", "800", "0", "25")),
                id -> stage.desk().houseWork(id, PERSONAL_NUMBER, Documents.COORDINATION_NUMBER));
    }

    /** A ready order with amounts that do not divide evenly; one document for each payer. */
    String order(String number, String... payers) {
        return order(
                number,
                List.of(
                        Line.of("Arbetstid", "2.25", "845", "0", "25"),
                        Line.of("Kopplingsplint " + number, "3", "417.35", "12.5", "25"),
                        Line.of("Handbok", "1", "99.90", "0", "6")),
                payers);
    }

    String order(String number, List<Line> rows, String... payers) {
        return order(number, rows, id -> {}, payers);
    }

    /** @param furnish what else belongs to the order, by its id in the store, before it is set ready */
    String order(String number, List<Line> rows, LongConsumer furnish, String... payers) {
        List<String> who = payers.length == 0 ? List.of(payer(1)) : List.of(payers);
        who.forEach(payer -> expect(number, payer, 1));
        says(number, rows);
        stage.desk().order(code, number, who, rows, furnish);
        return number;
    }

    /** A document that comes about in another way. */
    void expect(String order, String payer, int generation) {
        orders.add(new Sent(order, payer, generation));
    }

    /** The rows of an order from now on. */
    void says(String order, List<Line> rows) {
        lines.put(order, rows);
    }

    /** Somebody mends the VAT rates of an order; the rows are as given then. */
    void mend(String order, List<Line> rows) {
        stage.desk().taxAll(code, order, rows.get(0).vatRate());
        says(order, rows);
    }

    /** Faults that strike this company only. */
    FaultScript.Target fault(String operation) {
        return stage.fortnox().faults().on(operation).tenant(tenant());
    }

    /** Faults that strike the writing of one order's invoice only. */
    FaultScript.Target faultAtInvoice(String order) {
        return fault(INVOICES).reference(reference(order, payer(1)));
    }

    String reference(String order, String payer) {
        return reference(new Sent(order, payer, 1));
    }

    String reference(Sent sent) {
        SourceKey order = new SourceKey("service", code, "work", sent.order());
        return new DocumentKey(order, sent.payer(), sent.generation())
                .reference()
                .value();
    }

    BookKeeper bookKeeper() {
        return stage.fortnox().bookKeeper(tenant());
    }

    /** Invoices that the simulated Fortnox has made. */
    List<Effect> invoices() {
        return stage.fortnox().book().created(tenant(), "invoice");
    }

    List<Effect> invoices(String order) {
        return invoices().stream()
                .filter(effect -> effect.reference().equals(reference(order, payer(1))))
                .toList();
    }

    /** How often the writing of an order's invoice was asked for, answered or not. */
    long writes(String order) {
        String reference = reference(order, payer(1));
        return stage.fortnox().journal().newest().stream()
                .filter(entry -> entry.call().operation().equals(INVOICES)
                        && entry.call().reference().equals(reference))
                .count();
    }

    /** Whether such a call of this company was answered: too many requests. */
    boolean toldToWait(String operation) {
        return stage.fortnox().journal().newest().stream()
                .anyMatch(entry -> entry.status() == 429
                        && entry.call().operation().equals(operation)
                        && entry.call().tenant().equals(tenant()));
    }

    List<Sent> orders() {
        return List.copyOf(orders);
    }

    List<Line> lines(String order) {
        return lines.getOrDefault(order, List.of());
    }

    /** The hub's transfers of documents of this company, as its API lists them. */
    List<JsonNode> documents() {
        List<JsonNode> documents = new ArrayList<>();
        stage.api()
                .get("/api/transfers?limit=1000&connection=" + connection())
                .path("transfers")
                .forEach(transfer -> {
                    if (!transfer.path("kind").asString("").equals(SourceKey.CUSTOMER)) {
                        documents.add(transfer);
                    }
                });
        return documents;
    }

    JsonNode document(String order) {
        return documents().stream()
                .filter(document -> document.path("number").asString("").equals(order))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no transfer of order " + order));
    }

    JsonNode document(Sent sent) {
        return documents().stream()
                .filter(document -> sent.equals(sent(document)))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no transfer of " + sent));
    }

    static Sent sent(JsonNode document) {
        return new Sent(
                document.path("number").asString(""),
                document.path("payer").asString(""),
                document.path("generation").asInt());
    }

    JsonNode story(String order) {
        return stage.api().get("/api/transfers/" + document(order).path("id").asLong());
    }

    JsonNode connectionLine() {
        for (JsonNode line : stage.api().get("/api/overview").path("connections")) {
            if (line.path("name").asString("").equals(connection())) {
                return line;
            }
        }
        throw new AssertionError("no connection " + connection());
    }

    /** Documents that stopped or were delivered with a problem, by order: the causes. */
    String cause(String order) {
        return document(order).path("problem").path("cause").asString("");
    }

    String state(String order) {
        return document(order).path("state").asString("");
    }

    /** Waits until every document is somewhere and none moves by itself. */
    void awaitRest() {
        await().atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(200))
                .ignoreExceptions()
                .untilAsserted(() -> {
                    List<JsonNode> documents = documents();
                    assertThat(documents).hasSizeGreaterThanOrEqualTo(orders.size());
                    assertThat(documents)
                            .allSatisfy(document -> assertThat(MOVING)
                                    .as("%s", document)
                                    .doesNotContain(document.path("state").asString("")));
                });
    }

    /** Waits until every document is delivered and holds the books against the ledger. */
    void awaitDelivered() {
        awaitRest();
        assertThat(documents())
                .extracting(document -> document.path("state").asString("") + " " + document.path("problem"))
                .allMatch(state -> state.startsWith("DELIVERED "));
        new Agreement(this).check();
        assertThat(invoices()).hasSameSizeAs(orders);
    }

    /** A further order is delivered, and with it everything that was ready before it was seen; nothing else came of that. */
    void nothingMore(String marker) {
        order(marker);
        awaitDelivered();
        assertThat(documents()).hasSameSizeAs(orders);
    }

    /** An operator presses retry. */
    void retry(String order) {
        retry(document(order));
    }

    void retry(JsonNode document) {
        JsonNode done = stage.api().post("/api/transfers/" + document.path("id").asLong() + "/retry", Map.of());
        assertThat(done.path("changed").asBoolean()).as("%s", done).isTrue();
    }

    /** Fetches what became of the invoices, as an operator does; while an earlier fetch runs, none begins. */
    void fetch() {
        await().until(() -> stage.api()
                .post("/api/connections/" + connection() + "/fetch", Map.of())
                .path("changed")
                .asBoolean());
    }

    /** The causes of all that a person should look at. */
    List<String> problems() {
        List<String> causes = new ArrayList<>();
        stage.api()
                .get("/api/problems?connection=" + connection())
                .forEach(group -> causes.add(group.path("cause").asString("")));
        return causes;
    }

    Parts stage() {
        return stage;
    }
}
