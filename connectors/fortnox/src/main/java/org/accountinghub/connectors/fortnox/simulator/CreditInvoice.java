package org.accountinghub.connectors.fortnox.simulator;

import java.math.BigDecimal;
import java.time.LocalDate;
import tools.jackson.databind.node.ObjectNode;

/** Makes the opposite of an invoice. */
final class CreditInvoice {
    private CreditInvoice() {}

    /** Under a new number; the original is not touched. */
    static ObjectNode of(FortnoxCompany company, ObjectNode invoice, LocalDate today) {
        ObjectNode credit = invoice.deepCopy();
        credit.withArray("/InvoiceRows").forEach(row -> negate((ObjectNode) row));
        String number = company.invoices.takeNumber();
        for (String amount : new String[] {"AdministrationFee", "Freight"}) {
            Amounts.put(credit, amount, Amounts.of(invoice, amount).negate());
        }
        credit.put("DocumentNumber", number)
                .put("@url", "https://api.fortnox.se/3/invoices/" + number)
                .put("Credit", "true")
                .put("CreditInvoiceReference", invoice.path("DocumentNumber").asString(""))
                .put("OCR", Ocr.of(number))
                .put("InvoiceDate", today.toString())
                .put("DueDate", today.toString())
                .put("Booked", false)
                .put("Sent", false)
                .putNull("VoucherNumber")
                .putNull("VoucherSeries")
                .putNull("VoucherYear")
                .putNull("FinalPayDate");
        DocumentAmounts.calculate(DocumentKind.INVOICE, credit, company);
        if (invoice.path("TaxReduction").isNumber()) {
            BigDecimal toPay = Amounts.of(invoice, "TotalToPay").negate();
            Amounts.put(
                    credit, "TaxReduction", Amounts.of(invoice, "TaxReduction").negate());
            Amounts.put(credit, "TotalToPay", toPay);
            Amounts.put(credit, "Balance", toPay);
        }
        return credit;
    }

    private static void negate(ObjectNode row) {
        row.put(
                "DeliveredQuantity",
                Amounts.text(Amounts.of(row, "DeliveredQuantity").negate()));
        if (row.path("DiscountType").asString("").equals("AMOUNT")) {
            Amounts.put(row, "Discount", Amounts.of(row, "Discount").negate());
        }
    }
}
