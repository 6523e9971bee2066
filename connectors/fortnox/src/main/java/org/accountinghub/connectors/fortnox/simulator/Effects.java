package org.accountinghub.connectors.fortnox.simulator;

import java.math.BigDecimal;
import java.time.InstantSource;
import java.util.Map;
import java.util.TreeMap;
import org.accountinghub.connectors.testkit.partner.Book;
import org.accountinghub.connectors.testkit.partner.Effect;
import org.accountinghub.connectors.testkit.partner.Effect.Action;
import tools.jackson.databind.node.ObjectNode;

/** Writes what happened to a Fortnox document into the book. */
record Effects(Book book, InstantSource clock) {
    private static final String[] TOTALS = {
        "Net", "TotalVAT", "Total", "RoundOff", "TaxReduction", "TotalToPay", "Balance", "Amount", "AskedAmount"
    };

    void add(FortnoxCompany company, String kind, Action action, String number, ObjectNode document, String requestId) {
        Map<String, BigDecimal> amounts = new TreeMap<>();
        for (String total : TOTALS) {
            if (document.path(total).isNumber()) {
                amounts.put(total, document.path(total).decimalValue());
            }
        }
        String reference = document.path("ExternalInvoiceReference1")
                .asString(document.path("ExternalReference").asString(""));
        book.add(sequence -> new Effect(
                sequence,
                clock.instant(),
                company.id(),
                kind,
                action,
                number,
                reference,
                document.path("CustomerNumber").asString(""),
                amounts,
                amounts.isEmpty() ? "" : document.path("Currency").asString(""),
                requestId));
    }
}
