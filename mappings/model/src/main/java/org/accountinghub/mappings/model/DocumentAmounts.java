package org.accountinghub.mappings.model;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.Currency;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What the partner makes of a document, invoice or order, in money; each part as {@link Invoice} tells it.
 *
 * @param rows without text rows
 * @param total before the tax reduction
 */
public record DocumentAmounts(
        Currency currency,
        List<Invoice.InvoicedRow> rows,
        SortedMap<BigDecimal, Money> netByRate,
        SortedMap<BigDecimal, Money> vatByRate,
        Money roundOff,
        Money fee,
        Money freight,
        Money taxReduction,
        Money total) {

    public DocumentAmounts {
        rows = List.copyOf(rows);
        netByRate = Collections.unmodifiableSortedMap(new TreeMap<>(netByRate));
        vatByRate = Collections.unmodifiableSortedMap(new TreeMap<>(vatByRate));
    }

    /** Sum of the rows without VAT. */
    public Money net() {
        return sum(netByRate);
    }

    /** VAT of the rows, without that of fee and freight. */
    public Money vat() {
        return sum(vatByRate);
    }

    private Money sum(SortedMap<BigDecimal, Money> amounts) {
        return amounts.values().stream().reduce(Money.zero(currency), Money::plus);
    }
}
