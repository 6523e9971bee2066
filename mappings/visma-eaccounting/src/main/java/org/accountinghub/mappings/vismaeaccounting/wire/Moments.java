package org.accountinghub.mappings.vismaeaccounting.wire;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;

/** Points in time and days as eAccounting writes them: UTC, with or without saying so. */
public final class Moments {

    private static final int DAY = 10;

    private Moments() {}

    public static Optional<Instant> of(String text) {
        try {
            return Optional.of(OffsetDateTime.parse(text).toInstant());
        } catch (DateTimeException withoutOffset) {
            try {
                return Optional.of(LocalDateTime.parse(text).toInstant(ZoneOffset.UTC));
            } catch (DateTimeException unreadable) {
                return Optional.empty();
            }
        }
    }

    /** The day that a date begins with, whatever time stands behind it. */
    public static Optional<LocalDate> day(String text) {
        try {
            return Optional.of(LocalDate.parse(text.length() > DAY ? text.substring(0, DAY) : text));
        } catch (DateTimeException unreadable) {
            return Optional.empty();
        }
    }
}
