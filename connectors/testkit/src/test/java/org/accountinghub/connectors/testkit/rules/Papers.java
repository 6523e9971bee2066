package org.accountinghub.connectors.testkit.rules;

import org.accountinghub.mappings.model.BillableOrder;

/** Orders that something was left out of. */
final class Papers {

    private Papers() {}

    static BillableOrder withoutLastRow(BillableOrder order) {
        return withRows(order, order.rows().size() - 1);
    }

    /** The first so many rows of it. */
    static BillableOrder withRows(BillableOrder order, int rows) {
        return new BillableOrder(
                order.key(),
                order.target(),
                order.payer(),
                order.documentDate(),
                order.currency(),
                order.pricesIncludeVat(),
                order.yourOrderNumber(),
                order.ourReference(),
                order.yourReference(),
                order.costCentre(),
                order.deliveryAddress(),
                order.taxReduction(),
                order.rows().subList(0, rows),
                order.extensions());
    }
}
