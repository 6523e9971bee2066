package org.accountinghub.routes.engine.registers;

import java.time.Duration;

/**
 * Times of register runs.
 *
 * @param lease how long a worker may keep a run without saying that it goes on; longer than {@code patience} and any call
 * @param patience longest wait for a partner's limit while the run is kept
 * @param firstWait after an answer that was no use and said no time; doubled each time
 * @param pause how long a run rests that the partner does not let go on
 * @param portion how long it works before it records what was done, and hears whether it was cancelled
 * @param atOnce records that are worked on together at most
 * @param reads records that one run reads at the partner at the same time at most
 */
public record RegisterSettings(
        Duration lease,
        Duration patience,
        Duration firstWait,
        Duration pause,
        Duration portion,
        int atOnce,
        int reads) {

    public RegisterSettings {
        if (lease.compareTo(patience.plus(portion)) <= 0) {
            throw new IllegalArgumentException(
                    "lease: " + lease + " must exceed patience and portion together, " + patience.plus(portion));
        }
        atLeastOne("at-once", atOnce);
        atLeastOne("reads", reads);
    }

    private static void atLeastOne(String what, int number) {
        if (number < 1) {
            throw new IllegalArgumentException(what + ": at least one record, not " + number);
        }
    }

    public RegisterSettings withReads(int other) {
        return new RegisterSettings(lease, patience, firstWait, pause, portion, atOnce, other);
    }

    /** With another lease; it waits and works no longer at once than that allows. */
    public RegisterSettings withLease(Duration other) {
        Duration shorter = other.dividedBy(3);
        return new RegisterSettings(
                other,
                least(patience, shorter),
                firstWait,
                least(pause, other),
                least(portion, shorter),
                atOnce,
                reads);
    }

    private static Duration least(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    public static RegisterSettings defaults() {
        return new RegisterSettings(
                Duration.ofMinutes(5),
                Duration.ofMinutes(2),
                Duration.ofSeconds(5),
                Duration.ofMinutes(1),
                Duration.ofSeconds(2),
                500,
                8);
    }
}
