package org.accountinghub.mappings.example;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.accountinghub.mappings.model.BillableOrder;
import org.accountinghub.mappings.model.Money;
import org.accountinghub.mappings.model.Problem;
import org.accountinghub.mappings.model.Review;
import org.accountinghub.mappings.model.Row;
import org.accountinghub.mappings.model.Totals;
import org.accountinghub.mappings.model.Translation;

/** An order as the invoice that is created of it. What the system cannot hold is refused, never left out. */
public final class InvoiceTranslation {

    private InvoiceTranslation() {}

    /** @param customer the payer's number there */
    public static Translation<ExampleInvoice.Content> translate(BillableOrder order, String customer) {
        Review review = new Review("example", Problem.Stage.MAPPING);
        if (order.pricesIncludeVat()) {
            review.refuse(
                    "prices-with-vat",
                    "prices",
                    "The order's prices are with VAT; Example Books knows prices without VAT only.",
                    "Set the order's prices to be without VAT.");
        }
        if (order.taxReduction().isPresent()) {
            review.refuse(
                    "tax-reduction-unknown",
                    "tax reduction",
                    "Example Books knows no tax reductions.",
                    "Invoice this order by hand.");
        }
        return review.result(() -> content(order, customer));
    }

    private static ExampleInvoice.Content content(BillableOrder order, String customer) {
        Totals totals = order.totals();
        return new ExampleInvoice.Content(
                order.reference().value(),
                order.orderNumber(),
                customer,
                order.documentDate(),
                order.currency().getCurrencyCode(),
                lines(order, totals),
                totals.net().amount(),
                totals.vat().amount());
    }

    private static List<ExampleInvoice.Line> lines(BillableOrder order, Totals totals) {
        List<ExampleInvoice.Line> lines = new ArrayList<>();
        Iterator<Money> amounts = totals.rows().iterator();
        for (Row row : order.rows()) {
            if (row instanceof Row.Priced priced) {
                lines.add(new ExampleInvoice.Line(
                        priced.articleNumber().orElse(""),
                        priced.description(),
                        priced.quantity(),
                        amounts.next().amount(),
                        priced.vat().chargedRate()));
            } else if (row instanceof Row.Text text) {
                lines.add(new ExampleInvoice.Line("", text.text(), BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO));
            }
        }
        return lines;
    }
}
