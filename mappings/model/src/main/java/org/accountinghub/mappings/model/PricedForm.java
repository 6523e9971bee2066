package org.accountinghub.mappings.model;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/**
 * Quantity, price and discount as a partner will multiply them. Partners round what has too many decimals without a word,
 * and neither whether a percentage or what is left of the row is rounded is known, nor what an amount off a negative row
 * is, nor how currencies without decimals are rounded. A row whose amount would not be certain to the minor unit is
 * rewritten as one time its amount.
 *
 * @param discount with kind and value; 0 % where there is none
 * @param calculation the row's own quantity, price and discount in words
 */
public record PricedForm(
        BigDecimal quantity, BigDecimal price, Discount discount, boolean rewritten, String calculation) {

    /**
     * What the partner takes.
     *
     * @param amountsOff whether a discount may be an amount; else it must come to the same as a percentage
     */
    public record Limits(int quantityDecimals, int priceDecimals, int discountDecimals, boolean amountsOff) {}

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    /** @param amount the row's, after discount, as {@link Totals#rows()} has it */
    public static PricedForm of(Row.Priced row, Money amount, Limits limits) {
        BigDecimal quantity = plain(row.quantity());
        BigDecimal price = plain(row.unitPrice());
        BigDecimal product = quantity.multiply(price);
        Optional<Discount> discount = discount(row.discount(), product, limits)
                .filter(one -> quantity.scale() <= limits.quantityDecimals()
                        && price.scale() <= limits.priceDecimals()
                        && certain(product, one, amount.amount()));
        if (discount.isPresent()) {
            return new PricedForm(quantity, price, discount.get(), false, calculation(row));
        }
        boolean negative = quantity.signum() < 0;
        return new PricedForm(
                BigDecimal.valueOf(negative ? -1 : 1),
                plain(negative ? amount.amount().negate() : amount.amount()),
                Discount.NONE,
                true,
                calculation(row));
    }

    /** As the partner takes it; empty when it cannot. */
    private static Optional<Discount> discount(Discount discount, BigDecimal product, Limits limits) {
        Discount taken = discount;
        if (discount.kind() == Discount.Kind.AMOUNT && !limits.amountsOff()) {
            if (discount.isNone()) {
                return Optional.of(Discount.NONE);
            }
            if (product.signum() == 0) {
                return Optional.empty();
            }
            BigDecimal percent = discount.value()
                    .multiply(HUNDRED)
                    .divide(product, limits.discountDecimals() + 1, RoundingMode.DOWN);
            taken = new Discount(Discount.Kind.PERCENT, percent);
            if (taken.applyTo(product).compareTo(discount.applyTo(product)) != 0) {
                return Optional.empty();
            }
        }
        Discount plain = new Discount(taken.kind(), plain(taken.value()));
        return Optional.of(plain).filter(one -> ordinary(one, limits));
    }

    private static boolean ordinary(Discount discount, Limits limits) {
        return discount.isNone()
                || (discount.value().signum() > 0
                        && discount.value().scale() <= limits.discountDecimals()
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
