package org.accountinghub.routes.engine.port;

import java.time.Duration;

/** How much of one connection is handed over at a time. */
@FunctionalInterface
public interface Pace {

    /** How far back deliveries are counted. */
    Duration LATELY = Duration.ofSeconds(5);

    /** How long a limit is remembered. */
    Duration SLOWED = Duration.ofSeconds(15);

    /** How many more transfers may be handed over now; zero or less = none. */
    int room(Load load);

    /**
     * What a connection has to do and how it got on.
     *
     * @param underWay queued or being sent
     * @param deliveredLately transfers that were delivered within {@link #LATELY}
     * @param slowedLately whether an attempt was put off by a limit of the partner within {@link #SLOWED}
     * @param closed whether that limit has not ended yet
     */
    record Load(String connection, int underWay, int deliveredLately, boolean slowedLately, boolean closed) {}
}
