package org.accountinghub.mappings.fortnox;

import java.math.BigDecimal;
import java.util.Currency;
import org.accountinghub.mappings.fortnox.wire.InvoiceRow;
import org.accountinghub.mappings.model.Invoice.InvoicedRow;
import org.accountinghub.mappings.model.Money;
import org.accountinghub.mappings.model.Totals;

/**
 * A row read back.
 *
 * @param amount with VAT when the invoice's prices are
 */
record ReadRow(InvoicedRow row, Money amount) {

    private static final BigDecimal SMALLEST = new BigDecimal("0.01");

    /** Where prices include VAT the row's total is the truth and its net follows by the hub's rounding. */
    static ReadRow of(InvoiceRow from, boolean vatIncluded, Currency currency) {
        BigDecimal rate = from.vat().orElse(BigDecimal.ZERO);
        Money told = new Money(InvoiceReading.amount(from).orElse(BigDecimal.ZERO), currency).rounded();
        Money net = told;
        Money amount = told;
        if (vatIncluded && from.total().isPresent()) {
            amount = new Money(from.total().get(), currency).rounded();
            Money computed = amount.minus(Totals.vatOf(amount, rate, true));
            boolean roundedOtherwise = computed.minus(told).amount().abs().compareTo(SMALLEST) <= 0;
            net = roundedOtherwise ? computed : told;
        } else if (vatIncluded) {
            amount = told.plus(Totals.vatOf(told, rate, false));
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
}
