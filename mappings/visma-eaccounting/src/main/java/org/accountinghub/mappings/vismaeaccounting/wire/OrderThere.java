package org.accountinghub.mappings.vismaeaccounting.wire;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * An order as eAccounting holds it. It knows no cancelled ones, and does not name its invoices.
 *
 * @param status 1 draft, 2 ongoing, 3 shipped, 4 invoiced
 */
public record OrderThere(
        Optional<String> id,
        Optional<String> number,
        Optional<Integer> status,
        Optional<String> customerId,
        Optional<String> customerNumber,
        Optional<String> currencyCode,
        Optional<String> orderDate,
        Optional<String> createdUtc,
        Optional<String> modifiedUtc,
        Optional<Boolean> customerIsPrivatePerson,
        Optional<BigDecimal> amount,
        Optional<BigDecimal> vatAmount,
        Optional<BigDecimal> roundingsAmount,
        Optional<BigDecimal> houseWorkAmount,
        Optional<String> yourReference,
        Optional<List<DeductorThere>> persons,
        Optional<List<RowThere>> rows)
        implements DocumentThere {

    public static final int INVOICED = 4;

    @Override
    public Optional<String> currency() {
        return currencyCode;
    }

    @Override
    public Optional<String> date() {
        return orderDate;
    }

    @Override
    public Optional<Boolean> includesVat() {
        return Optional.empty();
    }

    @Override
    public Optional<BigDecimal> total() {
        return amount;
    }

    @Override
    public Optional<BigDecimal> totalVat() {
        return vatAmount;
    }

    @Override
    public Optional<BigDecimal> roundings() {
        return roundingsAmount;
    }

    @Override
    public Optional<BigDecimal> reduction() {
        return houseWorkAmount;
    }

    @Override
    public String toString() {
        return "eAccounting order " + number.orElse("without number");
    }

    /** A page of {@code GET /orders}. */
    public record Page(Optional<Meta> meta, Optional<List<OrderThere>> data) implements EAccountingPage<OrderThere> {}
}
