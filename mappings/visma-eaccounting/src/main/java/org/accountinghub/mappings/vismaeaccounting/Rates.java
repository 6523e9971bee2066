package org.accountinghub.mappings.vismaeaccounting;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** VAT rates as eAccounting writes them. */
public final class Rates {

    private Rates() {}

    /** In percent: 0.25 and 25 are both 25 %. There is no rate of one percent or less but none. */
    public static BigDecimal percent(BigDecimal told) {
        return plain(told.compareTo(BigDecimal.ONE) <= 0 ? told.movePointRight(2) : told);
    }

    /** Equal rates are equal. */
    public static BigDecimal plain(BigDecimal rate) {
        BigDecimal stripped = rate.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0, RoundingMode.UNNECESSARY) : stripped;
    }
}
