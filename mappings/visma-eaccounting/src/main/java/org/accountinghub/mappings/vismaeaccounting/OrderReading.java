package org.accountinghub.mappings.vismaeaccounting;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.accountinghub.mappings.model.AnswerReview;
import org.accountinghub.mappings.model.DocumentAmounts;
import org.accountinghub.mappings.model.PlacedOrder;
import org.accountinghub.mappings.model.PlacedOrder.Status;
import org.accountinghub.mappings.model.Translation;
import org.accountinghub.mappings.vismaeaccounting.wire.Moments;
import org.accountinghub.mappings.vismaeaccounting.wire.OrderThere;
import org.accountinghub.mappings.vismaeaccounting.wire.RowThere;

/** An eAccounting order as the hub's placed order. */
public final class OrderReading {

    private OrderReading() {}

    /**
     * @param customerNumber of its customer: orders of the contract of 2021 tell its id only
     * @param invoices ids of the invoices that name the order
     */
    public static Translation<PlacedOrder> read(
            OrderThere from,
            Map<String, BigDecimal> ratesByArticle,
            Optional<String> customerNumber,
            List<String> invoices) {
        DocumentReading reading = new DocumentReading("order", from, ratesByArticle);
        AnswerReview review = reading.reviewed();
        review.require("Number", from.number());
        review.require("Status", from.status());
        review.require("the customer's number", customerNumber);
        return review.result(() -> {
            DocumentAmounts amounts = reading.amounts();
            return new PlacedOrder(
                    from.number().orElseThrow(),
                    ReferenceText.in(from.rows()),
                    customerNumber.orElseThrow(),
                    from.customerId(),
                    from.date().flatMap(Moments::day).orElseThrow(),
                    amounts.currency(),
                    amounts.rows(),
                    amounts.net(),
                    amounts.total(),
                    status(from),
                    invoices);
        });
    }

    /** The hub sends both quantities equal: one that differs was delivered in part by a person there. */
    private static Status status(OrderThere from) {
        if (from.status().orElse(0) != OrderThere.INVOICED) {
            return Status.OPEN;
        }
        return from.rows().orElse(List.of()).stream().anyMatch(OrderReading::waits)
                ? Status.PARTLY_INVOICED
                : Status.INVOICED;
    }

    private static boolean waits(RowThere row) {
        return !row.textOnly()
                && row.deliveredQuantity()
                        .filter(delivered -> delivered
                                        .abs()
                                        .compareTo(row.quantity()
                                                .orElse(BigDecimal.ZERO)
                                                .abs())
                                < 0)
                        .isPresent();
    }
}
