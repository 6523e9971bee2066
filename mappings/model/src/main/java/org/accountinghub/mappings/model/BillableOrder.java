package org.accountinghub.mappings.model;

import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What one payer shall be invoiced for one order.
 *
 * @param target what it becomes at the partner
 * @param documentDate local date in the connection's time zone, fixed with the first intent to send
 * @param pricesIncludeVat whether unit prices and discount amounts are with VAT; never changes a rate
 * @param yourOrderNumber the customer's order number
 * @param rows in the order they shall be printed
 * @param extensions what one partner alone needs, by the partner's own term
 */
public record BillableOrder(
        DocumentKey key,
        Target target,
        Customer payer,
        LocalDate documentDate,
        Currency currency,
        boolean pricesIncludeVat,
        Optional<String> yourOrderNumber,
        Optional<String> ourReference,
        Optional<String> yourReference,
        Optional<String> costCentre,
        Optional<Address> deliveryAddress,
        Optional<TaxReduction> taxReduction,
        List<Row> rows,
        Map<String, String> extensions) {

    /** Sent as an order that is invoiced over there, or directly as an invoice. */
    public enum Target {
        ORDER,
        INVOICE
    }

    public BillableOrder {
        rows = List.copyOf(rows);
        extensions = Map.copyOf(extensions);
    }

    public Reference reference() {
        return key.reference();
    }

    /** What people call it. */
    public String orderNumber() {
        return key.order().number();
    }

    public List<Row.Priced> pricedRows() {
        return rows.stream()
                .filter(Row.Priced.class::isInstance)
                .map(Row.Priced.class::cast)
                .toList();
    }

    public Totals totals() {
        return Totals.of(this);
    }

    /** Its identity only: texts of people may hold anything. */
    @Override
    public String toString() {
        return "order " + key.order() + " for " + key.payer() + ", generation " + key.generation();
    }
}
