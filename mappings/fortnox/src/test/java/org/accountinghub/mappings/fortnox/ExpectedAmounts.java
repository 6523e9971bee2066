package org.accountinghub.mappings.fortnox;

import java.math.RoundingMode;
import java.util.Currency;
import org.accountinghub.mappings.model.BillableOrder;
import org.accountinghub.mappings.model.Money;
import org.accountinghub.mappings.model.Totals;

/**
 * What Fortnox should make of an order before it adds fees: our totals, and in kronor a total rounded to whole ones with
 * the difference as {@code RoundOff} (219 of 218.75 in a recording; that halves go away from zero and that other
 * currencies are not rounded is unverified).
 */
public record ExpectedAmounts(Totals totals, Money roundOff, Money total) {

    private static final Currency KRONOR = Currency.getInstance("SEK");

    static ExpectedAmounts of(BillableOrder order) {
        Totals totals = order.totals();
        Money total = order.currency().equals(KRONOR)
                ? new Money(totals.total().amount().setScale(0, RoundingMode.HALF_UP), KRONOR)
                : totals.total();
        return new ExpectedAmounts(totals, total.minus(totals.total()), total);
    }
}
