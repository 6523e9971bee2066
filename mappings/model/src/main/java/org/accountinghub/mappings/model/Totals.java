package org.accountinghub.mappings.model;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a document amounts to, by the hub's rounding rule: each row rounded once, VAT rounded once per rate.
 *
 * @param rows amount of each priced row after discount, with or without VAT as the document's prices
 * @param netByRate sum without VAT, by VAT rate in percent
 * @param vatByRate VAT, by rate in percent
 */
public record Totals(
        List<Money> rows,
        SortedMap<BigDecimal, Money> netByRate,
        SortedMap<BigDecimal, Money> vatByRate,
        Money net,
        Money vat,
        Money total) {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    public Totals {
        rows = List.copyOf(rows);
        netByRate = Collections.unmodifiableSortedMap(new TreeMap<>(netByRate));
        vatByRate = Collections.unmodifiableSortedMap(new TreeMap<>(vatByRate));
    }

    static Totals of(BillableOrder order) {
        Money zero = Money.zero(order.currency());
        List<Money> rows = new ArrayList<>();
        SortedMap<BigDecimal, Money> byRate = new TreeMap<>();
        for (Row.Priced row : order.pricedRows()) {
            Money amount = new Money(row.discount().applyTo(row.quantity().multiply(row.unitPrice())), order.currency())
                    .rounded();
            rows.add(amount);
            byRate.merge(row.vat().chargedRate(), amount, Money::plus);
        }
        SortedMap<BigDecimal, Money> netByRate = new TreeMap<>();
        SortedMap<BigDecimal, Money> vatByRate = new TreeMap<>();
        byRate.forEach((rate, sum) -> {
            Money vat = vatOf(sum, rate, order.pricesIncludeVat());
            vatByRate.put(rate, vat);
            netByRate.put(rate, order.pricesIncludeVat() ? sum.minus(vat) : sum);
        });
        Money net = sum(netByRate, zero);
        Money vat = sum(vatByRate, zero);
        return new Totals(rows, netByRate, vatByRate, net, vat, net.plus(vat));
    }

    /** VAT of an amount that holds it already ({@code included}) or not, rounded once by the hub's rule. */
    public static Money vatOf(Money amount, BigDecimal rate, boolean included) {
        BigDecimal share = amount.amount().multiply(rate);
        BigDecimal whole = included ? HUNDRED.add(rate) : HUNDRED;
        int digits = amount.currency().getDefaultFractionDigits();
        return new Money(share.divide(whole, digits, RoundingMode.HALF_UP), amount.currency());
    }

    private static Money sum(Map<BigDecimal, Money> amounts, Money zero) {
        return amounts.values().stream().reduce(zero, Money::plus);
    }
}
