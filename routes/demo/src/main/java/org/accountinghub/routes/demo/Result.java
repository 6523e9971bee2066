package org.accountinghub.routes.demo;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.accountinghub.routes.demo.data.StoredDocument;
import org.accountinghub.routes.demo.data.StoredDocument.StoredInvoice;
import tools.jackson.databind.JsonNode;

/**
 * The hub's documents beside what the store has of them.
 *
 * @param groups of {@code /api/problems}
 */
record Result(Documents documents, Map<String, StoredDocument> stored, JsonNode groups) {

    private static final Comparator<DemoReport.Kind> READING = Comparator.comparing(DemoReport.Kind::company)
            .thenComparing(
                    kind -> List.of("work", "service", "sales", "project").indexOf(kind.kind()))
            .thenComparing(DemoReport.Kind::as, Comparator.reverseOrder());

    static Result of(Documents documents, List<StoredDocument> store, JsonNode groups) {
        return new Result(
                documents,
                store.stream().collect(Collectors.toMap(StoredDocument::key, Function.identity(), (a, b) -> b)),
                groups);
    }

    Optional<StoredDocument> stored(JsonNode document) {
        return Optional.ofNullable(
                stored.get(Documents.orderAndPayer(document) + " " + Documents.generation(document)));
    }

    /** What became of a document, in a few words. */
    String became(JsonNode document) {
        if (!Documents.state(document).equals("DELIVERED")) {
            return documents.problem(document).path("cause").asString("not sent");
        }
        String number = document.path("number").asString("");
        return afterwards().stream()
                .filter(cause -> cause.orders().contains(number))
                .map(DemoReport.Cause::cause)
                .findFirst()
                .orElseGet(() -> stored(document)
                        .map(StoredDocument::invoices)
                        .filter(invoices -> !invoices.isEmpty())
                        .map(Result::invoiced)
                        .orElseGet(() -> waiting(document)));
    }

    private String waiting(JsonNode document) {
        if (stored(document).isEmpty()) {
            return "sent, and once more since";
        }
        return documents.isOrder(document) ? "order, not invoiced yet" : "sent, not booked yet";
    }

    private static String invoiced(List<StoredInvoice> invoices) {
        String states = invoices.stream()
                .map(invoice -> invoice.state().toLowerCase(Locale.ROOT))
                .distinct()
                .collect(Collectors.joining(" and "));
        return invoices.size() == 1 ? states : states + ", " + invoices.size() + " invoices";
    }

    /** By company, kind and target. */
    List<DemoReport.Kind> kinds() {
        return documents.documents().stream()
                .collect(Collectors.groupingBy(document -> List.of(
                        document.path("subgroup").asString(""),
                        document.path("kind").asString(""),
                        as(document))))
                .entrySet()
                .stream()
                .map(entry -> count(
                        entry.getKey().get(0),
                        entry.getKey().get(1),
                        entry.getKey().get(2),
                        entry.getValue()))
                .sorted(READING)
                .toList();
    }

    /** By target alone. */
    List<DemoReport.Kind> targets() {
        return List.of(DemoReport.ORDER, DemoReport.INVOICE).stream()
                .map(as -> count(
                        "",
                        "",
                        as,
                        documents.documents().stream()
                                .filter(document -> as(document).equals(as))
                                .toList()))
                .toList();
    }

    private String as(JsonNode document) {
        return documents.isOrder(document) ? DemoReport.ORDER : DemoReport.INVOICE;
    }

    private DemoReport.Kind count(String company, String kind, String as, List<JsonNode> of) {
        long delivered = of.stream()
                .filter(document -> Documents.state(document).equals("DELIVERED"))
                .count();
        List<List<StoredInvoice>> invoiced = of.stream()
                .map(document -> stored(document).map(StoredDocument::invoices).orElse(List.of()))
                .filter(invoices -> !invoices.isEmpty())
                .toList();
        long paid = invoiced.stream()
                .filter(invoices ->
                        invoices.stream().allMatch(invoice -> invoice.state().equals("PAID")))
                .count();
        return new DemoReport.Kind(
                company,
                kind,
                as,
                (int) of.stream().map(Documents::order).distinct().count(),
                of.size(),
                (int) delivered,
                of.size() - (int) delivered,
                invoiced.size(),
                (int) paid);
    }

    /** What needs somebody though it is delivered. */
    List<DemoReport.Cause> afterwards() {
        return groups.valueStream()
                .filter(group -> group.path("kind").asString("").equals("AT_PARTNER"))
                .map(group -> new DemoReport.Cause(
                        group.path("cause").asString(""),
                        group.path("orderCount").asInt(0),
                        group.path("orders")
                                .valueStream()
                                .map(JsonNode::asString)
                                .toList()))
                .toList();
    }

    /** Orders of the store that it never wanted sent, by the reason. */
    Map<String, Integer> notWanted() {
        Set<String> known = documents.documents().stream().map(Documents::order).collect(Collectors.toSet());
        Map<String, String> reasons = new LinkedHashMap<>();
        stored.values().stream()
                .filter(document -> !known.contains(document.order()))
                .forEach(document -> document.unwanted().ifPresent(reason -> reasons.put(document.order(), reason)));
        Map<String, Integer> count = new TreeMap<>();
        reasons.values().forEach(reason -> count.merge(reason, 1, Integer::sum));
        return count;
    }
}
