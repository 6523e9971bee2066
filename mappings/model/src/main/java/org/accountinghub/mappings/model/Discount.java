package org.accountinghub.mappings.model;

import java.math.BigDecimal;

/**
 * A discount on a row: percent of quantity times price, or an amount off the row. The amount is in the document's
 * currency and, as the price, with or without VAT by the document's setting.
 */
public record Discount(Kind kind, BigDecimal value) {

    /** How {@link #value} is meant. */
    public enum Kind {
        PERCENT,
        AMOUNT
    }

    public static final Discount NONE = new Discount(Kind.PERCENT, BigDecimal.ZERO);

    public static Discount percent(String value) {
        return new Discount(Kind.PERCENT, new BigDecimal(value));
    }

    public static Discount amount(String value) {
        return new Discount(Kind.AMOUNT, new BigDecimal(value));
    }

    public boolean isNone() {
        return value.signum() == 0;
    }

    /** What is left of a gross row amount, unrounded. */
    public BigDecimal applyTo(BigDecimal gross) {
        return kind == Kind.AMOUNT
                ? gross.subtract(value)
                : gross.subtract(gross.multiply(value).movePointLeft(2));
    }
}
