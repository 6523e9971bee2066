package org.accountinghub.mappings.fortnox;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.accountinghub.mappings.fortnox.wire.DocumentRow;
import org.accountinghub.mappings.fortnox.wire.FortnoxOrder;
import org.accountinghub.mappings.model.AnswerReview;
import org.accountinghub.mappings.model.DocumentAmounts;
import org.accountinghub.mappings.model.PlacedOrder;
import org.accountinghub.mappings.model.PlacedOrder.Status;
import org.accountinghub.mappings.model.Reference;
import org.accountinghub.mappings.model.Translation;

/** A Fortnox order as the hub's placed order. */
public final class OrderReading {

    private OrderReading() {}

    public static Translation<PlacedOrder> read(FortnoxOrder from) {
        DocumentReading reading = new DocumentReading("order", from);
        AnswerReview review = reading.reviewed();
        review.require("OrderDate", from.orderDate());
        return review.result(() -> order(from, reading));
    }

    private static PlacedOrder order(FortnoxOrder from, DocumentReading reading) {
        DocumentAmounts amounts = reading.amounts();
        Optional<String> invoice = DocumentReading.other(from.invoiceReference());
        return new PlacedOrder(
                from.documentNumber().orElseThrow(),
                Reference.in(from.externalInvoiceReference1()),
                from.customerNumber().orElseThrow(),
                from.customerNumber(),
                from.orderDate().orElseThrow(),
                amounts.currency(),
                amounts.rows(),
                amounts.net(),
                amounts.total(),
                status(from, invoice),
                invoice.map(List::of).orElse(List.of()));
    }

    /** The hub sends both quantities equal: one that differs was delivered in part by a person there. */
    private static Status status(FortnoxOrder from, Optional<String> invoice) {
        if (from.cancelled().orElse(false)) {
            return Status.CANCELLED;
        }
        if (invoice.isEmpty()) {
            return Status.OPEN;
        }
        return from.rows().stream().anyMatch(OrderReading::waits) ? Status.PARTLY_INVOICED : Status.INVOICED;
    }

    private static boolean waits(DocumentRow row) {
        BigDecimal ordered = row.orderedQuantity().orElse(BigDecimal.ZERO);
        BigDecimal delivered = row.deliveredQuantity().orElse(BigDecimal.ZERO);
        return delivered.abs().compareTo(ordered.abs()) < 0;
    }
}
