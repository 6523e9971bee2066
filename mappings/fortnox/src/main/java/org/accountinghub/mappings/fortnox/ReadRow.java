package org.accountinghub.mappings.fortnox;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.Optional;
import org.accountinghub.mappings.fortnox.wire.DocumentRow;
import org.accountinghub.mappings.model.Invoice.InvoicedRow;
import org.accountinghub.mappings.model.Money;
import org.accountinghub.mappings.model.Totals;
import org.accountinghub.mappings.model.VatByRate;

/**
 * A row read back.
 *
 * @param amount with VAT when the document's prices are
 */
record ReadRow(InvoicedRow row, Money amount) {

    private static final BigDecimal SMALLEST = new BigDecimal("0.01");

    /** Where prices include VAT the row's total is the truth and its net follows by the hub's rounding. */
    static ReadRow of(DocumentRow from, boolean vatIncluded, Currency currency) {
        BigDecimal rate = from.vat().orElse(BigDecimal.ZERO);
        Optional<Money> told = told(from).map(amount -> new Money(amount, currency).rounded());
        Optional<Money> total = from.total().map(amount -> new Money(amount, currency).rounded());
        Money amount = total.or(() -> told).orElse(Money.zero(currency));
        Money net = told.orElse(amount);
        if (vatIncluded && total.isPresent()) {
            Money computed = amount.minus(Totals.vatOf(amount, rate, true));
            boolean roundedOtherwise =
                    told.isEmpty() || computed.minus(net).amount().abs().compareTo(SMALLEST) <= 0;
            net = roundedOtherwise ? computed : net;
        } else if (vatIncluded) {
            amount = net.plus(Totals.vatOf(net, rate, false));
        } else {
            amount = net;
        }
        return new ReadRow(
                new InvoicedRow(
                        from.articleNumber().orElse(""),
                        from.description().orElse(""),
                        from.deliveredQuantity().orElse(BigDecimal.ZERO),
                        net,
                        rate),
                amount);
    }

    VatByRate.Share share() {
        return new VatByRate.Share(row.vatRate(), amount);
    }

    /** After discount; orders tell only the total, invoices the amount without VAT too. */
    static Optional<BigDecimal> amount(DocumentRow row) {
        return told(row).or(row::total);
    }

    /** Without VAT; the price is the last resort. */
    private static Optional<BigDecimal> told(DocumentRow row) {
        return row.totalExcludingVat()
                .or(() -> row.priceExcludingVat()
                        .flatMap(price -> row.deliveredQuantity().map(price::multiply)));
    }
}
