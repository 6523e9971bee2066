package org.accountinghub.connectors.fortnox.simulator;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.accountinghub.connectors.testkit.partner.Effect.Action;
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

    /** Who asks for a part of this document's reduction. */
    List<ObjectNode> of(DocumentKind kind, String document) {
        return register.documents()
                .filter(asked ->
                        asked.path("ReferenceDocumentType").asString("").equals(kind.name())
                                && asked.path("ReferenceNumber").asString("").equals(document))
                .toList();
    }

    BigDecimal askedFor(DocumentKind kind, String document) {
        return sum(of(kind, document));
    }

    static BigDecimal sum(List<ObjectNode> asked) {
        return asked.stream().map(one -> Amounts.of(one, "AskedAmount")).reduce(BigDecimal.ZERO, BigDecimal::add);
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

    /** Each change of a document gives what is asked for new ids; a document without reduction loses it. */
    void renumber(DocumentKind kind, ObjectNode document, Effects effects) {
        boolean none = document.path("TaxReductionType").asString("none").equals("none");
        for (ObjectNode asked : of(kind, document.path("DocumentNumber").asString(""))) {
            register.delete(asked.path("Id").asString(""));
            if (!none) {
                put(asked.deepCopy(), register.takeNumber(), effects);
            }
        }
    }

    /** An invoice made of an order takes over what was asked for on the order, as far as there is reduction for it. */
    void copy(ObjectNode order, ObjectNode invoice, Effects effects, String requestId) {
        List<ObjectNode> asked =
                of(DocumentKind.ORDER, order.path("DocumentNumber").asString(""));
        if (asked.isEmpty() || sum(asked).compareTo(HouseWork.computed(DocumentKind.INVOICE, invoice, company)) > 0) {
            return;
        }
        for (ObjectNode one : asked) {
            ObjectNode copy = one.deepCopy()
                    .put("ReferenceDocumentType", DocumentKind.INVOICE.name())
                    .put("ReferenceNumber", invoice.path("DocumentNumber").asString(""));
            put(copy, register.takeNumber(), effects);
            note(Action.DERIVED, copy, invoice, effects, requestId);
        }
    }

    void put(ObjectNode asked, String id, Effects effects) {
        asked.put("Id", Long.parseLong(id)).put("@url", "https://api.fortnox.se/3/taxreductions/" + id);
        register.put(id, asked, effects.clock().instant());
    }

    /** Into the book, under the document's reference and the person's name, without the personal number. */
    void note(Action action, ObjectNode asked, ObjectNode document, Effects effects, String requestId) {
        String reference = document.path("ExternalInvoiceReference1").asString("");
        ObjectNode noted = asked.deepCopy()
                .put("CustomerNumber", document.path("CustomerNumber").asString(""))
                .put("Currency", "SEK")
                .put(
                        "ExternalInvoiceReference1",
                        reference.isEmpty()
                                ? ""
                                : reference + " " + asked.path("CustomerName").asString(""));
        effects.add(company, "tax-reduction", action, asked.path("Id").asString(""), noted, requestId);
    }
}
