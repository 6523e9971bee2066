package org.accountinghub.routes.demo;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.accountinghub.routes.cli.HubClient;
import tools.jackson.databind.JsonNode;

/** All transfers of the hub at one moment, seen as what became of orders. */
final class Documents {

    static final String STILL_MOVING = "hub.still-moving";

    private static final Set<String> MOVING = Set.of("DUE", "QUEUED", "SENDING");
    private static final int PAGE = 1000;
    private static final Pattern DIGITS = Pattern.compile("\\d+");

    private final List<JsonNode> documents = new ArrayList<>();
    private final Map<Long, JsonNode> all = new LinkedHashMap<>();

    private final Set<String> asOrders;

    private Documents(Set<String> asOrders) {
        this.asOrders = asOrders;
    }

    /** @param asOrders orders and their payers of which the store wants orders at the partner, not invoices */
    static Documents of(HubClient hub, Set<String> asOrders) {
        Documents read = new Documents(asOrders);
        String after = "";
        do {
            JsonNode page = hub.get(
                    "/api/transfers?limit=" + PAGE + (after.isEmpty() ? "" : "&after=" + HubClient.encoded(after)));
            page.path("transfers").forEach(read::add);
            after = page.path("next").asString("");
        } while (!after.isEmpty());
        return read;
    }

    static Documents of(List<JsonNode> transfers, Set<String> asOrders) {
        Documents read = new Documents(asOrders);
        transfers.forEach(read::add);
        return read;
    }

    private void add(JsonNode transfer) {
        all.put(transfer.path("id").asLong(), transfer);
        if (!transfer.path("kind").asString().equals("customer")) {
            documents.add(transfer);
        }
    }

    List<JsonNode> documents() {
        return documents;
    }

    /** Those of these companies alone. */
    Documents in(Collection<String> companies) {
        Documents some = new Documents(asOrders);
        all.values().forEach(transfer -> some.all.put(transfer.path("id").asLong(), transfer));
        documents.stream()
                .filter(document -> companies.contains(document.path("subgroup").asString("")))
                .forEach(some.documents::add);
        return some;
    }

    /** By company, kind and number, as people count. */
    List<JsonNode> inOrder() {
        return documents.stream()
                .sorted(Comparator.comparing((JsonNode d) -> d.path("subgroup").asString(""))
                        .thenComparing(d -> d.path("kind").asString(""))
                        .thenComparing(d -> digitsAlike(d.path("number").asString("")))
                        .thenComparing(d -> digitsAlike(d.path("payer").asString(""))))
                .toList();
    }

    /** Digits padded, so that 9 stands before 10. */
    private static String digitsAlike(String number) {
        return DIGITS.matcher(number)
                .replaceAll(digits -> "0".repeat(Math.max(0, 12 - digits.group().length())) + digits.group());
    }

    int count() {
        return documents.size();
    }

    int delivered() {
        return (int)
                documents.stream().filter(d -> state(d).equals("DELIVERED")).count();
    }

    List<JsonNode> deliveredAsOrders(String subgroup) {
        return delivered(subgroup, true);
    }

    List<JsonNode> deliveredAsInvoices(String subgroup) {
        return delivered(subgroup, false);
    }

    private List<JsonNode> delivered(String subgroup, boolean asOrder) {
        return inOrder().stream()
                .filter(document -> state(document).equals("DELIVERED"))
                .filter(document -> document.path("subgroup").asString("").equals(subgroup))
                .filter(document -> isOrder(document) == asOrder)
                .toList();
    }

    /** Whether it is sent as an order. */
    boolean isOrder(JsonNode document) {
        return asOrders.contains(orderAndPayer(document));
    }

    /** What it is called at the partner, where an order and an invoice may have the same number. */
    String there(JsonNode document) {
        return document.path("connection").asString()
                + (isOrder(document) ? " order " : " invoice ")
                + number(document);
    }

    int stopped() {
        return count() - delivered() - moving();
    }

    /** How many orders have nothing but documents like these; of an order that was sent again, the newest generation counts. */
    int ordersAllOf(Predicate<JsonNode> wanted) {
        Map<String, Boolean> complete = new LinkedHashMap<>();
        Map<String, Integer> newest = new HashMap<>();
        documents.forEach(document -> newest.merge(order(document), generation(document), Math::max));
        documents.stream()
                .filter(document -> Integer.valueOf(generation(document)).equals(newest.get(order(document))))
                .forEach(document -> complete.merge(order(document), wanted.test(document), Boolean::logicalAnd));
        return (int) complete.values().stream().filter(all -> all).count();
    }

    /** Those that go on by themselves. */
    int moving() {
        return (int) documents.stream().filter(d -> moves(d)).count();
    }

    private boolean moves(JsonNode transfer) {
        if (!state(transfer).equals("WAITING")) {
            return MOVING.contains(state(transfer));
        }
        JsonNode before = all.get(transfer.path("waitsFor").asLong());
        return before == null || moves(before) || state(before).equals("DELIVERED");
    }

    /** What stands in the way of a document: its own problem, or that of the customer it waits for. */
    JsonNode problem(JsonNode document) {
        JsonNode before = all.get(document.path("waitsFor").asLong(-1));
        return before != null && state(document).equals("WAITING") ? before.path("problem") : document.path("problem");
    }

    /** The stopped documents by cause. */
    List<DemoReport.Cause> causes() {
        Map<String, List<String>> byCause = new LinkedHashMap<>();
        documents.stream()
                .filter(d -> !state(d).equals("DELIVERED"))
                .forEach(d -> byCause.computeIfAbsent(
                                problem(d).path("cause").asString(STILL_MOVING), cause -> new ArrayList<>())
                        .add(d.path("number").asString()));
        return byCause.entrySet().stream()
                .map(entry ->
                        new DemoReport.Cause(entry.getKey(), entry.getValue().size(), List.copyOf(entry.getValue())))
                .toList();
    }

    int orders() {
        return (int) documents.stream().map(Documents::order).distinct().count();
    }

    static String order(JsonNode document) {
        return document.path("subgroup").asString() + " "
                + document.path("kind").asString() + " "
                + document.path("number").asString();
    }

    static String orderAndPayer(JsonNode document) {
        return order(document) + " " + document.path("payer").asString("");
    }

    static int generation(JsonNode document) {
        return document.path("generation").asInt(1);
    }

    /** Its number at the partner; empty when it is not there. */
    static String number(JsonNode document) {
        return document.path("partnerNumber").asString("");
    }

    static String state(JsonNode transfer) {
        return transfer.path("state").asString();
    }
}
