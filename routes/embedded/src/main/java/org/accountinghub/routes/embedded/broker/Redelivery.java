package org.accountinghub.routes.embedded.broker;

import java.time.Duration;

/**
 * How often and how soon the broker delivers a message again that was rolled back, before it becomes a dead letter.
 *
 * @param first wait before the second delivery
 * @param multiplier by which each further wait grows
 * @param longest no wait is longer
 * @param attempts deliveries in all
 */
public record Redelivery(Duration first, double multiplier, Duration longest, int attempts) {

    public Redelivery {
        if (first.isNegative() || longest.compareTo(first) < 0 || multiplier < 1 || attempts < 1) {
            throw new IllegalArgumentException("no sensible redelivery: first " + first + ", multiplier " + multiplier
                    + ", longest " + longest + ", attempts " + attempts);
        }
    }

    /** Six deliveries within half a minute: 1, 2, 4, 8 and 16 seconds apart. */
    public static Redelivery standard() {
        return new Redelivery(Duration.ofSeconds(1), 2, Duration.ofMinutes(1), 6);
    }
}
