package org.accountinghub.mappings.model;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Net and VAT per rate of a document whose partner tells only the sum of VAT: per rate it is computed from the rows, once
 * per rate or, when only that gives the partner's sum, once per row. What neither explains stands at the rate with the
 * largest amount, so that the sum is always the partner's own.
 */
public record VatByRate(SortedMap<BigDecimal, Money> netByRate, SortedMap<BigDecimal, Money> vatByRate) {

    /** What one row amounts to, with VAT when the document's prices are. */
    public record Share(BigDecimal rate, Money amount) {}

    public VatByRate {
        netByRate = Collections.unmodifiableSortedMap(new TreeMap<>(netByRate));
        vatByRate = Collections.unmodifiableSortedMap(new TreeMap<>(vatByRate));
    }

    /**
     * @param included whether the amounts are with VAT
     * @param told the sum of VAT of these rows, where the partner tells it
     */
    public static VatByRate of(List<Share> rows, boolean included, Currency currency, Optional<Money> told) {
        SortedMap<BigDecimal, Money> amounts = new TreeMap<>();
        SortedMap<BigDecimal, Money> rowByRow = new TreeMap<>();
        for (Share row : rows) {
            BigDecimal rate = row.rate();
            amounts.merge(rate, row.amount(), Money::plus);
            rowByRow.merge(rate, Totals.vatOf(row.amount(), rate, included), Money::plus);
        }
        SortedMap<BigDecimal, Money> vat = new TreeMap<>();
        amounts.forEach((rate, amount) -> vat.put(rate, Totals.vatOf(amount, rate, included)));
        if (told.isPresent() && !sum(vat, currency).equals(told.get())) {
            if (sum(rowByRow, currency).equals(told.get())) {
                vat.putAll(rowByRow);
            } else {
                Money rest = told.get().minus(sum(vat, currency));
                BigDecimal rate = amounts.entrySet().stream()
                        .max(Comparator.comparing(
                                entry -> entry.getValue().amount().abs().multiply(entry.getKey())))
                        .map(Map.Entry::getKey)
                        .orElse(BigDecimal.ZERO);
                vat.merge(rate, rest, Money::plus);
            }
        }
        SortedMap<BigDecimal, Money> net = new TreeMap<>();
        amounts.forEach((rate, amount) ->
                net.put(rate, included ? amount.minus(vat.getOrDefault(rate, Money.zero(currency))) : amount));
        return new VatByRate(net, vat);
    }

    private static Money sum(SortedMap<BigDecimal, Money> amounts, Currency currency) {
        return amounts.values().stream().reduce(Money.zero(currency), Money::plus);
    }
}
