package org.accountinghub.mappings.model;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Value added tax of a row: the rate in percent (25 = 25 %), and how the sale is treated. The rate is never defaulted. */
public record Vat(BigDecimal rate, Treatment treatment) {

    /** Why tax is or is not charged. */
    public enum Treatment {
        DOMESTIC,
        DOMESTIC_REVERSE_CHARGE,
        EU_REVERSE_CHARGE,
        EU_WITH_VAT,
        EXPORT
    }

    public Vat {
        if (rate.signum() < 0 || rate.compareTo(BigDecimal.valueOf(100)) > 0) {
            throw new IllegalArgumentException("a VAT rate is a percentage from 0 to 100, not " + rate);
        }
        rate = rate.signum() == 0 ? BigDecimal.ZERO : rate.stripTrailingZeros();
        rate = rate.setScale(Math.max(0, rate.scale()), RoundingMode.UNNECESSARY);
    }

    /** The rate that is charged: the row's, or none when the buyer accounts for the tax or the sale is an export. */
    public BigDecimal chargedRate() {
        return treatment == Treatment.DOMESTIC || treatment == Treatment.EU_WITH_VAT ? rate : BigDecimal.ZERO;
    }

    public static Vat domestic(int percent) {
        return new Vat(BigDecimal.valueOf(percent), Treatment.DOMESTIC);
    }
}
