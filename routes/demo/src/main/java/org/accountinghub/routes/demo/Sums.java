package org.accountinghub.routes.demo;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.accountinghub.mappings.model.Money;
import org.accountinghub.routes.demo.data.DemoCompany;
import tools.jackson.databind.JsonNode;

/** What the store's documents come to, and what they have become at the partner, before anybody changes either. */
final class Sums {

    private final Map<String, BigDecimal> sent = new TreeMap<>();
    private final Map<String, BigDecimal> there = new TreeMap<>();

    private Sums() {}

    /** Of all delivered documents, for each system. */
    static Map<SimulatedSystem, List<DemoReport.Sum>> of(Documents documents, DemoStage stage, StoreTotals totals) {
        Map<SimulatedSystem, List<DemoReport.Sum>> sums = new LinkedHashMap<>();
        stage.systems()
                .forEach((system, companies) -> sums.put(
                        system,
                        of(documents.in(DemoCompany.codes(companies)), totals, papers(system, companies))
                                .all()));
        return sums;
    }

    /** Orders and invoices as they stand there, by what the hub calls them. */
    private static Map<String, JsonNode> papers(SimulatedSystem system, List<DemoCompany> companies) {
        Map<String, JsonNode> papers = new HashMap<>();
        companies.forEach(company -> {
            String tenant = DemoConnections.tenantOf(company);
            String name = DemoConnections.nameOf(company);
            system.orderPapers(tenant).forEach(order -> papers.put(name + " order " + number(order), order));
            system.invoicePapers(tenant).forEach(invoice -> papers.put(name + " invoice " + number(invoice), invoice));
        });
        return papers;
    }

    private static Sums of(Documents documents, StoreTotals totals, Map<String, JsonNode> papers) {
        Sums sums = new Sums();
        documents.documents().stream()
                .filter(document -> Documents.state(document).equals("DELIVERED"))
                .forEach(document -> totals.of(document)
                        .ifPresent(total -> sums.add(total, papers.getOrDefault(documents.there(document), document))));
        return sums;
    }

    /** Added up by currency. */
    static List<DemoReport.Sum> total(Stream<DemoReport.Sum> of) {
        Sums sums = new Sums();
        of.forEach(sum -> {
            sums.sent.merge(sum.currency(), sum.sent(), BigDecimal::add);
            sums.there.merge(sum.currency(), sum.atPartner(), BigDecimal::add);
        });
        return sums.all();
    }

    private List<DemoReport.Sum> all() {
        return sent.entrySet().stream()
                .map(ours -> new DemoReport.Sum(
                        ours.getKey(), ours.getValue(), there.getOrDefault(ours.getKey(), BigDecimal.ZERO)))
                .toList();
    }

    /** The partner may round to whole kronor and says by how much. */
    private void add(Money ours, JsonNode theirs) {
        String currency = ours.currency().getCurrencyCode();
        sent.merge(currency, ours.amount(), BigDecimal::add);
        BigDecimal total = theirs.path("total")
                .decimalValue(BigDecimal.ZERO)
                .subtract(theirs.path("rounding").decimalValue(BigDecimal.ZERO));
        there.merge(theirs.path("currency").asString(currency), total, BigDecimal::add);
    }

    private static String number(JsonNode document) {
        return document.path("number").asString("");
    }
}
