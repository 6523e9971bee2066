package org.accountinghub.routes.engine.delivery;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * When to try again, where the partner does not say: exponential, with jitter, up to a cap.
 *
 * @param first wait after the first attempt
 * @param cap longest wait of the back-off
 * @param maxAttempts attempts that are spent before a person has to look
 * @param longestWait longest wait a partner may ask for
 */
public record RetryPolicy(Duration first, Duration cap, int maxAttempts, Duration longestWait) {

    private static final double JITTER = 0.2;

    public RetryPolicy {
        positive("retry-first", first);
        positive("retry-longest-wait", longestWait);
        if (cap.compareTo(first) < 0) {
            throw new IllegalArgumentException("retry-cap: " + cap + " is shorter than retry-first, " + first);
        }
        if (maxAttempts < 1) {
            throw new IllegalArgumentException("retry-attempts: at least one attempt is needed, not " + maxAttempts);
        }
    }

    public static RetryPolicy defaults() {
        return new RetryPolicy(Duration.ofSeconds(15), Duration.ofMinutes(30), 10, Duration.ofDays(7));
    }

    /** The wait after so many spent attempts: doubled each time, then 20 % up or down. */
    public Duration after(int attempts, RandomGenerator random) {
        int doublings = Math.max(0, Math.min(attempts - 1, 30));
        double wait = Math.min(Math.scalb((double) first.toMillis(), doublings), (double) cap.toMillis());
        return Duration.ofMillis(Math.round(wait * (1 - JITTER + 2 * JITTER * random.nextDouble())));
    }

    /** What the partner asks for, to the second, if it is not out of all reason. */
    public Duration asked(Duration wait) {
        Duration sensible = wait.isNegative() ? Duration.ZERO : wait;
        return sensible.compareTo(longestWait) > 0 ? longestWait : sensible;
    }

    static void positive(String setting, Duration value) {
        if (value.isNegative() || value.isZero()) {
            throw new IllegalArgumentException(setting + ": must be longer than nothing, not " + value);
        }
    }
}
