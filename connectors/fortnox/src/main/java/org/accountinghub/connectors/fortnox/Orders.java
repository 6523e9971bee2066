package org.accountinghub.connectors.fortnox;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import org.accountinghub.mappings.model.BillableOrder;
import org.accountinghub.mappings.model.Row;

/** An order with one thing of it changed by policy. */
final class Orders {

    private Orders() {}

    static BillableOrder dated(BillableOrder order, LocalDate date) {
        return new BillableOrder(
                order.key(),
                order.target(),
                order.payer(),
                date,
                order.currency(),
                order.pricesIncludeVat(),
                order.yourOrderNumber(),
                order.ourReference(),
                order.yourReference(),
                order.costCentre(),
                order.deliveryAddress(),
                order.taxReduction(),
                order.rows(),
                order.extensions());
    }

    static BillableOrder withoutCostCentres(BillableOrder order, Set<String> codes) {
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
                kept(order.costCentre(), codes),
                order.deliveryAddress(),
                order.taxReduction(),
                order.rows().stream()
                        .map(row -> row instanceof Row.Priced priced ? without(priced, codes) : row)
                        .toList(),
                order.extensions());
    }

    private static Row without(Row.Priced row, Set<String> codes) {
        return new Row.Priced(
                row.rowId(),
                row.articleNumber(),
                row.description(),
                row.quantity(),
                row.unit(),
                row.unitPrice(),
                row.discount(),
                row.vat(),
                kept(row.costCentre(), codes),
                row.houseWork());
    }

    private static Optional<String> kept(Optional<String> costCentre, Set<String> codes) {
        return costCentre.filter(code -> !codes.contains(code.strip()));
    }
}
