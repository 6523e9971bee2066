package org.accountinghub.connectors.vismaeaccounting.simulator;

import java.math.BigDecimal;
import java.time.InstantSource;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.accountinghub.connectors.testkit.partner.Book;
import org.accountinghub.connectors.testkit.partner.Effect;
import org.accountinghub.connectors.testkit.partner.Effect.Action;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Writes what happened to a record into the book. */
record Effects(Book book, InstantSource clock) {
    private static final Pattern REFERENCE = Pattern.compile("(?:^|[\\s,])ref\\. ([A-Z2-7]{16})(?=$|[\\s,.;])");
    private static final String[] TOTALS = {
        "TotalAmount",
        "TotalVatAmount",
        "TotalRoundings",
        "RotReducedInvoicingAmount",
        "Amount",
        "VatAmount",
        "RemainingAmount",
        "PaymentAmount"
    };

    void add(VismaCompany company, Kind kind, Action action, ObjectNode record, String requestId) {
        Map<String, BigDecimal> amounts = new TreeMap<>();
        for (String total : TOTALS) {
            if (record.path(total).isNumber()) {
                amounts.put(total, record.path(total).decimalValue());
            }
        }
        if (record.path("Rows").isArray()) {
            amounts.put("Net", Sums.net(record, company));
        }
        String customer = record.path("CustomerNumber")
                .asString(company.find(Kind.CUSTOMERS, record.path("CustomerId").asString(""))
                        .map(found -> found.path("CustomerNumber").asString(""))
                        .orElse(""));
        String currency = record.path("CurrencyCode")
                .asString(record.path("InvoiceCurrencyCode").asString(""));
        book.add(sequence -> new Effect(
                sequence,
                clock.instant(),
                company.id(),
                kind.singular(),
                action,
                record.path(kind.number()).asString(""),
                reference(record),
                customer,
                amounts,
                amounts.isEmpty() ? "" : currency,
                requestId));
    }

    static String reference(ObjectNode record) {
        for (JsonNode row : record.path("Rows")) {
            Matcher mark = REFERENCE.matcher(row.path("Text").asString(""));
            if (row.path("IsTextRow").booleanValue(false) && mark.find()) {
                return mark.group(1);
            }
        }
        return "";
    }
}
