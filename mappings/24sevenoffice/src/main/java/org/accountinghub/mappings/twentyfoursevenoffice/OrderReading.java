package org.accountinghub.mappings.twentyfoursevenoffice;

import java.util.List;
import org.accountinghub.mappings.model.AnswerReview;
import org.accountinghub.mappings.model.DocumentAmounts;
import org.accountinghub.mappings.model.PlacedOrder;
import org.accountinghub.mappings.model.PlacedOrder.Status;
import org.accountinghub.mappings.model.Translation;
import org.accountinghub.mappings.twentyfoursevenoffice.soap.invoice.InvoiceOrder;

/** A 24SevenOffice document as the hub's placed order; invoiced, it stays the same document, known by its order id. */
public final class OrderReading {

    private OrderReading() {}

    public static Translation<PlacedOrder> read(InvoiceOrder from, OfficeRules rules) {
        DocumentReading reading = new DocumentReading(from, rules);
        AnswerReview review = reading.reviewed();
        review.require("DateOrdered", reading.day(from.getDateOrdered()));
        return review.result(() -> order(from, reading));
    }

    private static PlacedOrder order(InvoiceOrder from, DocumentReading reading) {
        DocumentAmounts amounts = reading.amounts();
        String id = DocumentReading.id(from.getOrderId()).orElseThrow().toString();
        return new PlacedOrder(
                id,
                reading.reference(),
                DocumentReading.id(from.getCustomerId()).orElseThrow().toString(),
                DocumentReading.id(from.getCustomerId()).map(String::valueOf),
                reading.day(from.getDateOrdered()).orElseThrow(),
                amounts.currency(),
                amounts.rows(),
                amounts.net(),
                amounts.total(),
                status(reading),
                reading.invoiced() ? List.of(id) : List.of());
    }

    private static Status status(DocumentReading reading) {
        if (reading.inactive()) {
            return Status.CANCELLED;
        }
        if (!reading.invoiced()) {
            return Status.OPEN;
        }
        return reading.waitsInPart() ? Status.PARTLY_INVOICED : Status.INVOICED;
    }
}
