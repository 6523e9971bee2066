package org.accountinghub.mappings.model;

import java.math.BigDecimal;

/**
 * What makes a row count towards a document's {@link TaxReduction}: the labour, never the material.
 *
 * @param hours worked, 0 or more; some accounting systems want them whole
 */
public record HouseWork(WorkType type, BigDecimal hours) {

    public HouseWork {
        if (hours.signum() < 0) {
            throw new IllegalArgumentException("hours worked cannot be negative: " + hours);
        }
    }
}
