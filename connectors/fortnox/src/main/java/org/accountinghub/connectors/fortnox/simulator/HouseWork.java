package org.accountinghub.connectors.fortnox.simulator;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What Fortnox knows of ROT, RUT and green technology on a document: which kinds of work go with which type, and how much
 * the tax is reduced by. The codes 2004019, 2004021, 2002980 and 2003157 are recorded from the real API.
 */
final class HouseWork {
    private static final String NONE = "none";
    private static final String OTHER_COSTS = "OTHERCOSTS";
    private static final Set<String> EXPIRED = Set.of("COOKING", "TUTORING");
    private static final Map<String, Set<String>> KINDS = Map.of(
            "rot",
            Set.of(
                    "CONSTRUCTION",
                    "ELECTRICITY",
                    "GLASSMETALWORK",
                    "GROUNDDRAINAGEWORK",
                    "MASONRY",
                    "PAINTINGWALLPAPERING",
                    "HVAC",
                    OTHER_COSTS),
            "rut",
            Set.of(
                    "MAJORAPPLIANCEREPAIR",
                    "MOVINGSERVICES",
                    "ITSERVICES",
                    "CLEANING",
                    "TEXTILECLOTHING",
                    "SNOWPLOWING",
                    "GARDENING",
                    "BABYSITTING",
                    "OTHERCARE",
                    "HOMEMAINTENANCE",
                    "FURNISHING",
                    "TRANSPORTATIONSERVICES",
                    "WASHINGANDCAREOFCLOTHING",
                    OTHER_COSTS),
            "green",
            Set.of("SOLARCELLS", "STORAGESELFPRODUCEDELECTRICITY", "CHARGINGSTATIONELECTRICVEHICLE", OTHER_COSTS));

    private HouseWork() {}

    /** Refuses rows that do not fit the document's type of reduction. */
    static void check(DocumentKind kind, ObjectNode document) {
        String type = document.path("TaxReductionType").asString(NONE);
        if (!type.equals(NONE) && !document.path("Currency").asString("SEK").equals("SEK")) {
            throw Refusal.of("Skattereduktion kan bara användas i SEK.", 2004018);
        }
        document.path(kind.rows()).forEach(row -> check(type, row));
    }

    private static void check(String type, JsonNode row) {
        String work = row.path("HouseWorkType").asString("");
        boolean counts = row.path("HouseWork").booleanValue(false);
        if (EXPIRED.contains(work)) {
            throw Refusal.of("Husarbetestypen '" + work + "' är inte längre giltig.", 2003157);
        }
        if (type.equals(NONE) && (counts || !work.isEmpty())) {
            throw Refusal.of(
                    "Dokument utan angiven skattereduktionstyp får inte innehålla artikelrader med husarbetestyp.",
                    2004019);
        }
        if (counts && work.equals(OTHER_COSTS)) {
            throw Refusal.of("Rader med husarbetestypen 'OTHERCOSTS' kan inte vara husarbete.", 2002980);
        }
        if (counts && work.isEmpty()) {
            throw Refusal.of("Husarbetestyp saknas på raden.", 2004020);
        }
        if (!work.isEmpty() && !KINDS.getOrDefault(type, Set.of()).contains(work)) {
            throw Refusal.of(
                    "Dokument med skattereduktionstypen '" + type + "' får inte innehålla rader med husarbetestypen '"
                            + work + "'.",
                    2004021);
        }
    }

    /** Puts basis and reduction on a document whose rows are calculated; the reduction in whole kronor. */
    static BigDecimal reduce(DocumentKind kind, ObjectNode document, FortnoxCompany company) {
        BigDecimal basis = BigDecimal.ZERO;
        boolean any = false;
        for (JsonNode row : document.path(kind.rows())) {
            if (row.path("HouseWork").booleanValue(false)) {
                any = true;
                basis = basis.add(withVat(document, (ObjectNode) row));
            }
        }
        document.put("HouseWork", any);
        Amounts.put(document, "BasisTaxReduction", basis);
        BigDecimal reduction = company.taxReductions.reductionOf(kind, document, computed(kind, document, company));
        if (any) {
            Amounts.put(document, "TaxReduction", reduction);
        } else {
            document.putNull("TaxReduction");
        }
        return any ? reduction : BigDecimal.ZERO;
    }

    /** Refuses a change that leaves less reduction than persons have asked for. */
    static void checkAskedFor(DocumentKind kind, ObjectNode document, FortnoxCompany company) {
        BigDecimal asked = company.taxReductions.askedFor(
                kind, document.path("DocumentNumber").asString(""));
        boolean some = !document.path("TaxReductionType").asString(NONE).equals(NONE);
        if (some && asked.compareTo(computed(kind, document, company)) > 0) {
            throw Refusal.of("Summan av raderna överskrider möjlig skattereduktion.", 2003227);
        }
    }

    /** What the rows give, at the company's rates, in whole kronor. */
    static BigDecimal computed(DocumentKind kind, ObjectNode document, FortnoxCompany company) {
        BigDecimal sum = BigDecimal.ZERO;
        for (JsonNode row : document.path(kind.rows())) {
            if (row.path("HouseWork").booleanValue(false)) {
                BigDecimal percent = company.taxReductions.percent(
                        document.path("TaxReductionType").asString(NONE),
                        row.path("HouseWorkType").asString(""));
                sum = sum.add(Amounts.percent(withVat(document, (ObjectNode) row), percent));
            }
        }
        return sum.setScale(0, RoundingMode.DOWN);
    }

    private static BigDecimal withVat(ObjectNode document, ObjectNode row) {
        BigDecimal total = Amounts.of(row, "Total");
        return document.path("VATIncluded").booleanValue()
                ? total
                : total.add(Amounts.percent(total, Amounts.of(row, "VAT")));
    }
}
