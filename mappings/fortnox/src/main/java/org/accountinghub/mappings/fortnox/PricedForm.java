package org.accountinghub.mappings.fortnox;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.accountinghub.mappings.fortnox.wire.DiscountType;
import org.accountinghub.mappings.model.Discount;
import org.accountinghub.mappings.model.Money;
import org.accountinghub.mappings.model.Row;

/**
 * Quantity, price and discount as Fortnox will multiply them. Fortnox rounds prices and quantities to two decimals
 * without a word (1.125 becomes 1.13), and neither whether it rounds a percentage or what is left of the row is known, nor
 * what an amount off a negative row is, nor how it rounds currencies without decimals. A row whose amount would not be
 * certain to the öre is rewritten as one time its amount.
 *
 * @param discount 0 where there is none: left out, Fortnox takes the customer's own invoice discount
 * @param calculation the row's own quantity, price and discount in words
 */
record PricedForm(
        String quantity,
        BigDecimal price,
        BigDecimal discount,
        DiscountType discountType,
        boolean rewritten,
        String calculation) {

    private static final int DISCOUNT_DECIMALS = 2;
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    static PricedForm of(Row.Priced row, Money amount, FortnoxRules rules) {
        BigDecimal quantity = plain(row.quantity());
        BigDecimal price = plain(row.unitPrice());
        Discount discount = row.discount();
        boolean exact = quantity.scale() <= rules.quantityDecimals()
                && price.scale() <= rules.priceDecimals()
                && ordinary(discount)
                && certain(quantity.multiply(price), discount, amount.amount());
        if (exact) {
            return new PricedForm(
                    quantity.toPlainString(),
                    price,
                    plain(discount.value()),
                    DiscountType.valueOf(discount.kind().name()),
                    false,
                    calculation(row));
        }
        boolean negative = quantity.signum() < 0;
        return new PricedForm(
                negative ? "-1" : "1",
                plain(negative ? amount.amount().negate() : amount.amount()),
                BigDecimal.ZERO,
                DiscountType.PERCENT,
                true,
                calculation(row));
    }

    private static boolean ordinary(Discount discount) {
        return discount.isNone()
                || (discount.value().signum() > 0
                        && plain(discount.value()).scale() <= DISCOUNT_DECIMALS
                        && (discount.kind() == Discount.Kind.AMOUNT
                                || discount.value().compareTo(HUNDRED) <= 0));
    }

    /** Whether every order of rounding and discounting comes to the same amount, whichever sign a discount is meant with. */
    private static boolean certain(BigDecimal product, Discount discount, BigDecimal amount) {
        BigDecimal rounded = twoDecimals(product);
        if (discount.isNone()) {
            return rounded.compareTo(amount) == 0;
        }
        if (discount.kind() == Discount.Kind.AMOUNT) {
            return product.compareTo(discount.value()) >= 0
                    && twoDecimals(rounded.subtract(discount.value())).compareTo(amount) == 0;
        }
        BigDecimal share = discount.value().movePointLeft(2);
        return twoDecimals(rounded.subtract(twoDecimals(rounded.multiply(share))))
                                .compareTo(amount)
                        == 0
                && twoDecimals(rounded.subtract(rounded.multiply(share))).compareTo(amount) == 0;
    }

    private static BigDecimal twoDecimals(BigDecimal amount) {
        return amount.setScale(2, RoundingMode.HALF_UP);
    }

    private static String calculation(Row.Priced row) {
        String product =
                words(row.quantity()) + row.unit().map(unit -> " " + unit).orElse("") + " x " + words(row.unitPrice());
        if (row.discount().isNone()) {
            return product;
        }
        return product
                + (row.discount().value().signum() < 0 ? " + " : " - ")
                + words(row.discount().value().abs())
                + (row.discount().kind() == Discount.Kind.PERCENT ? " %" : "");
    }

    /** Swedish: a decimal comma. */
    private static String words(BigDecimal number) {
        return plain(number).toPlainString().replace('.', ',');
    }

    private static BigDecimal plain(BigDecimal number) {
        BigDecimal stripped = number.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0, RoundingMode.UNNECESSARY) : stripped;
    }
}
