package org.accountinghub.routes.store;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;
import org.accountinghub.mappings.model.Discount;
import org.accountinghub.mappings.model.Money;
import org.accountinghub.mappings.model.Vat;

/**
 * Whether prices hold the VAT or not, and the way from one to the other. The rate never changes, and nor does what the row
 * comes to: its amount is the exact one, rounded once by the hub's rule.
 *
 * @param stored the store's price is with VAT
 * @param sent the document's prices are with VAT
 */
record PriceBasis(boolean stored, boolean sent) {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    /** Quotients that end within so many decimals are kept as they are. */
    private static final int EXACT_DECIMALS = 10;

    /** What a row costs: the price of one, and what is taken off. */
    record Price(BigDecimal unit, Discount discount) {

        BigDecimal amount(BigDecimal quantity) {
            return discount.applyTo(quantity.multiply(unit));
        }
    }

    /**
     * The price as it is sent. Adding VAT is exact. Taking it out may not end: then the price has the fewest decimals that
     * give the row its right amount.
     */
    Price of(BigDecimal quantity, Price price, Vat vat, Currency currency) {
        BigDecimal whole = stored ? HUNDRED.add(vat.rate()) : HUNDRED;
        BigDecimal wanted = sent ? HUNDRED.add(vat.chargedRate()) : HUNDRED;
        if (whole.compareTo(wanted) == 0) {
            return price;
        }
        int digits = currency.getDefaultFractionDigits();
        BigDecimal amount = price.amount(quantity).multiply(wanted).divide(whole, digits, RoundingMode.HALF_UP);
        BigDecimal unit = price.unit().multiply(wanted);
        return price.discount().kind() == Discount.Kind.AMOUNT
                ? withAmountOff(quantity, price.discount().value().multiply(wanted), unit, whole, amount)
                : withPercentOff(quantity, price.discount(), unit, whole, new Money(amount, currency));
    }

    /** Rounding the price away from zero is right at the latest where its error is smaller than any distance from a half öre. */
    private static Price withPercentOff(
            BigDecimal quantity, Discount discount, BigDecimal unit, BigDecimal whole, Money amount) {
        Price price = new Price(quotient(unit, whole, EXACT_DECIMALS, RoundingMode.HALF_UP), discount);
        if (price.unit().multiply(whole).compareTo(unit) == 0) {
            return price;
        }
        for (int decimals = amount.currency().getDefaultFractionDigits(); ; decimals++) {
            for (RoundingMode mode : new RoundingMode[] {RoundingMode.HALF_UP, RoundingMode.UP}) {
                price = new Price(quotient(unit, whole, decimals, mode), discount);
                if (new Money(price.amount(quantity), amount.currency())
                        .rounded()
                        .equals(amount)) {
                    return price;
                }
            }
        }
    }

    /** What does not come out even is taken off with the discount. */
    private static Price withAmountOff(
            BigDecimal quantity, BigDecimal off, BigDecimal unit, BigDecimal whole, BigDecimal amount) {
        BigDecimal one = quotient(unit, whole, EXACT_DECIMALS, RoundingMode.HALF_UP);
        if (one.multiply(whole).compareTo(unit) != 0) {
            one = quotient(unit, whole, 4, RoundingMode.HALF_UP);
        }
        Price plain = new Price(
                one, new Discount(Discount.Kind.AMOUNT, off.divide(whole, amount.scale(), RoundingMode.HALF_UP)));
        return plain.amount(quantity)
                                .setScale(amount.scale(), RoundingMode.HALF_UP)
                                .compareTo(amount)
                        == 0
                ? plain
                : new Price(
                        one,
                        new Discount(
                                Discount.Kind.AMOUNT,
                                quantity.multiply(one).subtract(amount).stripTrailingZeros()));
    }

    private static BigDecimal quotient(BigDecimal dividend, BigDecimal divisor, int decimals, RoundingMode mode) {
        BigDecimal quotient = dividend.divide(divisor, decimals, mode).stripTrailingZeros();
        return quotient.scale() < 0 ? quotient.setScale(0, RoundingMode.UNNECESSARY) : quotient;
    }
}
