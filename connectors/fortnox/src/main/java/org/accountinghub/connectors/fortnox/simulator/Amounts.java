package org.accountinghub.connectors.fortnox.simulator;

import java.math.BigDecimal;
import java.math.RoundingMode;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Reading and rounding of money in Fortnox's documents: two decimals, halves up. */
final class Amounts {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private Amounts() {}

    /** A number, or a text that holds one; anything else is zero. */
    static BigDecimal of(JsonNode value) {
        if (value.isNumber()) {
            return value.decimalValue();
        }
        return value.isString() && !value.stringValue().isBlank()
                ? new BigDecimal(value.stringValue())
                : BigDecimal.ZERO;
    }

    static BigDecimal of(ObjectNode document, String field) {
        return of(document.path(field));
    }

    static BigDecimal round(BigDecimal amount) {
        return amount.setScale(2, RoundingMode.HALF_UP);
    }

    /** The share of an amount: 25 % of 100 is 25. */
    static BigDecimal percent(BigDecimal amount, BigDecimal percent) {
        return round(amount.multiply(percent).divide(HUNDRED));
    }

    /** The VAT that an amount contains: 125 at 25 % contains 25. */
    static BigDecimal containedVat(BigDecimal amount, BigDecimal rate) {
        return amount.multiply(rate).divide(HUNDRED.add(rate), 2, RoundingMode.HALF_UP);
    }

    /** Writes an amount without needless zeros, as Fortnox does. */
    static void put(ObjectNode document, String field, BigDecimal amount) {
        BigDecimal plain = amount.signum() == 0 ? BigDecimal.ZERO : amount.stripTrailingZeros();
        document.put(field, plain.scale() < 0 ? plain.setScale(0, RoundingMode.UNNECESSARY) : plain);
    }

    /** An amount as Fortnox writes it into a text. */
    static String text(BigDecimal amount) {
        return amount.signum() == 0 ? "0" : amount.stripTrailingZeros().toPlainString();
    }
}
