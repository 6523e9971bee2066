package org.accountinghub.mappings.fortnox;

import java.util.Optional;
import org.accountinghub.mappings.fortnox.wire.FortnoxInvoice;
import org.accountinghub.mappings.model.AnswerReview;
import org.accountinghub.mappings.model.Invoice;
import org.accountinghub.mappings.model.Reference;
import org.accountinghub.mappings.model.Translation;

/** A Fortnox invoice as the hub's invoice. */
public final class InvoiceReading {

    private InvoiceReading() {}

    public static Translation<Invoice> read(FortnoxInvoice from) {
        DocumentReading reading = new DocumentReading("invoice", from);
        AnswerReview review = reading.reviewed();
        review.require("InvoiceDate", from.invoiceDate());
        review.require("Balance", from.balance());
        return review.result(() -> invoice(from, reading));
    }

    /** The hub's mark, where the text is one. */
    public static Optional<Reference> reference(Optional<String> text) {
        return Reference.in(text);
    }

    /** Whether a credit note refers to this invoice. */
    public static boolean credited(FortnoxInvoice invoice) {
        return !invoice.credit().orElse(false)
                && DocumentReading.other(invoice.creditInvoiceReference()).isPresent();
    }

    private static Invoice invoice(FortnoxInvoice from, DocumentReading reading) {
        boolean creditNote = from.credit().orElse(false);
        Optional<String> other = DocumentReading.other(from.creditInvoiceReference());
        return new Invoice(
                from.documentNumber().orElseThrow(),
                Reference.in(from.externalInvoiceReference1()),
                from.customerNumber().orElseThrow(),
                from.customerNumber(),
                from.invoiceDate().orElseThrow(),
                from.dueDate(),
                reading.amounts(),
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
