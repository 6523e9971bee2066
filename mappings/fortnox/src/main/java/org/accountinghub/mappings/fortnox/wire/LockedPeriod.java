package org.accountinghub.mappings.fortnox.wire;

import java.time.LocalDate;
import java.util.Optional;

/**
 * How far the books are closed. Answer of {@code GET /3/settings/lockedperiod}.
 *
 * @param endDate the last locked date; empty = nothing is locked
 */
public record LockedPeriod(Optional<LocalDate> endDate) {

    public boolean holds(LocalDate date) {
        return endDate.filter(last -> !date.isAfter(last)).isPresent();
    }

    /** The date itself where it is open, else the day after the locked period. */
    public LocalDate firstOpen(LocalDate wanted) {
        return endDate.filter(last -> !wanted.isAfter(last))
                .map(last -> last.plusDays(1))
                .orElse(wanted);
    }

    /** {@code {"LockedPeriod":{…}}}. */
    public record Body(LockedPeriod lockedPeriod) {}
}
