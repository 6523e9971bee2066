package org.accountinghub.connectors.fortnox.simulator;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.node.ObjectNode;

/**
 * Who asks one company for a part of which document's reduction, and the rates that the law has here: 30 % of ROT work, 50
 * % of RUT work, 15 % of solar cells, 50 % of storage and charging.
 */
final class TaxReductions {
    private static final BigDecimal FIFTY = BigDecimal.valueOf(50);

    final Register register = new Register();
    private final FortnoxCompany company;
    private final Map<String, BigDecimal> percents = new HashMap<>(Map.of(
            "rot",
            BigDecimal.valueOf(30),
            "rut",
            FIFTY,
            "SOLARCELLS",
            BigDecimal.valueOf(15),
            "STORAGESELFPRODUCEDELECTRICITY",
            FIFTY,
            "CHARGINGSTATIONELECTRICVEHICLE",
            FIFTY));

    TaxReductions(FortnoxCompany company) {
        this.company = company;
    }

    /** By type of reduction, {@code rot} or {@code rut}, or by kind of green work. */
    void percent(String what, BigDecimal value) {
        if (percents.replace(what, value) == null) {
            throw new IllegalArgumentException("no rate of " + what);
        }
    }

    BigDecimal percent(String type, String work) {
        return percents.getOrDefault(type.equals("green") ? work : type, BigDecimal.ZERO);
    }

    List<ObjectNode> of(DocumentKind kind, String number) {
        return register.documents()
                .filter(asked ->
                        asked.path("ReferenceDocumentType").asString("").equals(kind.name())
                                && asked.path("ReferenceNumber").asString("").equals(number))
                .toList();
    }

    BigDecimal askedFor(DocumentKind kind, String number) {
        return of(kind, number).stream()
                .map(asked -> Amounts.of(asked, "AskedAmount"))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** What the document's reduction is, given what its rows come to. */
    BigDecimal reductionOf(DocumentKind kind, ObjectNode document, BigDecimal computed) {
        String number = document.path("DocumentNumber").asString("");
        return number.isEmpty()
                        || of(kind, number).isEmpty()
                        || !company.assumes(Assumption.REDUCTION_IS_WHAT_IS_ASKED_FOR)
                ? computed
                : askedFor(kind, number);
    }
}
