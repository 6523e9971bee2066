package org.accountinghub.routes.engine.returns;

import java.time.Duration;

/**
 * How invoices are followed.
 *
 * @param overlap how much of what was fetched before is listed again: partners' clocks and minutes are coarse
 * @param firstLook how far back the first fetch of a connection looks
 * @param unseen a document not heard of for so long is read by itself
 * @param atOnce at most so many of those in one fetch
 * @param uninvoiced how old a document sent as order may become without being invoiced before a person is told
 * @param unbooked how old an invoice may become without being booked before a person is told
 */
public record ReturnSettings(
        Duration overlap, Duration firstLook, Duration unseen, int atOnce, Duration uninvoiced, Duration unbooked) {

    public ReturnSettings {
        notNegative("overlap", overlap);
        notNegative("first-look", firstLook);
        notNegative("unseen", unseen);
        notNegative("uninvoiced", uninvoiced);
        notNegative("unbooked", unbooked);
        if (atOnce < 1) {
            throw new IllegalArgumentException("at-once: at least one document must be read, not " + atOnce);
        }
    }

    public static ReturnSettings defaults() {
        return new ReturnSettings(
                Duration.ofMinutes(10),
                Duration.ofDays(7),
                Duration.ofDays(1),
                50,
                Duration.ofDays(14),
                Duration.ofDays(30));
    }

    /** The same, but for how long an order may wait to be invoiced. */
    public ReturnSettings withUninvoiced(Duration longest) {
        return new ReturnSettings(overlap, firstLook, unseen, atOnce, longest, unbooked);
    }

    private static void notNegative(String setting, Duration value) {
        if (value.isNegative()) {
            throw new IllegalArgumentException(setting + ": must not be negative: " + value);
        }
    }
}
