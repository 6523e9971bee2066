package org.accountinghub.mappings.twentyfoursevenoffice;

import java.time.LocalDate;
import java.util.Optional;
import org.accountinghub.mappings.model.AnswerReview;
import org.accountinghub.mappings.model.DocumentAmounts;
import org.accountinghub.mappings.model.Invoice;
import org.accountinghub.mappings.model.Money;
import org.accountinghub.mappings.model.Translation;
import org.accountinghub.mappings.twentyfoursevenoffice.soap.invoice.InvoiceOrder;

/** A 24SevenOffice document that was invoiced, as the hub's invoice. */
public final class InvoiceReading {

    private InvoiceReading() {}

    /** Whether it is an invoice, and not (yet) an order. */
    public static boolean isInvoice(InvoiceOrder from, OfficeRules rules) {
        return new DocumentReading(from, rules).invoiced();
    }

    public static Translation<Invoice> read(InvoiceOrder from, OfficeRules rules) {
        DocumentReading reading = new DocumentReading(from, rules);
        AnswerReview review = reading.reviewed();
        review.require("InvoiceId", DocumentReading.id(from.getInvoiceId()));
        review.require("DateInvoiced", reading.day(from.getDateInvoiced()));
        return review.result(() -> invoice(from, reading));
    }

    private static Invoice invoice(InvoiceOrder from, DocumentReading reading) {
        DocumentAmounts amounts = reading.amounts();
        LocalDate date = reading.day(from.getDateInvoiced()).orElseThrow();
        Optional<LocalDate> paid = reading.day(from.getPaid());
        Optional<Integer> credited = DocumentReading.id(from.getReferenceInvoiceId())
                .filter(original -> amounts.total().amount().signum() < 0);
        return new Invoice(
                text(DocumentReading.id(from.getInvoiceId())).orElseThrow(),
                reading.reference(),
                text(DocumentReading.id(from.getCustomerId())).orElseThrow(),
                text(DocumentReading.id(from.getCustomerId())),
                date,
                Optional.ofNullable(from.getPaymentTime()).flatMap(terms -> PaymentTime.due(date, terms)),
                amounts,
                paid.isPresent() ? Money.zero(amounts.currency()) : amounts.total(),
                reading.invoiced(),
                reading.inactive(),
                false,
                paid,
                text(DocumentReading.id(from.getOrderId())),
                Optional.empty(),
                text(credited));
    }

    private static Optional<String> text(Optional<Integer> id) {
        return id.map(Object::toString);
    }
}
