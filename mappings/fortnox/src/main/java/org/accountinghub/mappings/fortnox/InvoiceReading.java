package org.accountinghub.mappings.fortnox;

import java.util.Optional;
import org.accountinghub.mappings.fortnox.wire.FortnoxInvoice;
import org.accountinghub.mappings.model.DocumentAmounts;
import org.accountinghub.mappings.model.Invoice;
import org.accountinghub.mappings.model.Reference;
import org.accountinghub.mappings.model.Review;
import org.accountinghub.mappings.model.Translation;

/** A Fortnox invoice as the hub's invoice. */
public final class InvoiceReading {

    private InvoiceReading() {}

    public static Translation<Invoice> read(FortnoxInvoice from) {
        DocumentReading reading = new DocumentReading("invoice", from);
        Review review = reading.reviewed();
        reading.require("InvoiceDate", from.invoiceDate());
        reading.require("Balance", from.balance());
        return review.result(() -> invoice(from, reading));
    }

    /** The hub's mark, where the text is one. */
    public static Optional<Reference> reference(Optional<String> text) {
        return DocumentReading.reference(text);
    }

    /** Whether a credit note refers to this invoice. */
    public static boolean credited(FortnoxInvoice invoice) {
        return !invoice.credit().orElse(false)
                && DocumentReading.other(invoice.creditInvoiceReference()).isPresent();
    }

    private static Invoice invoice(FortnoxInvoice from, DocumentReading reading) {
        DocumentAmounts amounts = reading.amounts();
        boolean creditNote = from.credit().orElse(false);
        Optional<String> other = DocumentReading.other(from.creditInvoiceReference());
        return new Invoice(
                from.documentNumber().orElseThrow(),
                reference(from.externalInvoiceReference1()),
                from.customerNumber().orElseThrow(),
                from.invoiceDate().orElseThrow(),
                from.dueDate(),
                amounts.currency(),
                amounts.rows(),
                amounts.netByRate(),
                amounts.vatByRate(),
                amounts.roundOff(),
                amounts.fee(),
                amounts.freight(),
                amounts.taxReduction(),
                amounts.total(),
                reading.money(from.balance()),
                from.booked().orElse(false),
                from.cancelled().orElse(false),
                from.sent().orElse(false),
                from.finalPayDate(),
                DocumentReading.other(from.orderReference()),
                creditNote ? Optional.empty() : other,
                creditNote ? other : Optional.empty());
    }
}
