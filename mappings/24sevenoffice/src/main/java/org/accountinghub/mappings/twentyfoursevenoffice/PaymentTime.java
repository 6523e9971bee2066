package org.accountinghub.mappings.twentyfoursevenoffice;

import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.Optional;

/** 24SevenOffice's terms of payment (documented): days, or counted from the end of the month. */
final class PaymentTime {

    private PaymentTime() {}

    /** When a document of this date is due; empty for terms that only 24SevenOffice knows. */
    static Optional<LocalDate> due(LocalDate date, int terms) {
        if (terms >= 0) {
            return Optional.of(date.plusDays(terms));
        }
        LocalDate endOfMonth = date.with(TemporalAdjusters.lastDayOfMonth());
        return switch (terms) {
            case -4 -> Optional.of(endOfMonth);
            case -1 -> Optional.of(endOfMonth.plusDays(30));
            case -5 -> Optional.of(endOfMonth.plusDays(45));
            case -2 -> Optional.of(endOfMonth.plusDays(60));
            case -3 -> Optional.of(endOfMonth.plusDays(90));
            default -> Optional.empty();
        };
    }
}
