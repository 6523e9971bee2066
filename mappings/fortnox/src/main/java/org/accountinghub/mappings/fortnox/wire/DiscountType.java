package org.accountinghub.mappings.fortnox.wire;

/** How a row's {@code Discount} is meant. */
public enum DiscountType {
    AMOUNT,
    PERCENT
}
