package org.accountinghub.routes.engine.memory;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** Time that moves when told, by one thread; seen by all. */
public final class TestClock implements InstantSource {

    public static final Instant START = Instant.parse("2026-03-02T08:00:00Z");

    private volatile Instant now = START;

    @Override
    public Instant instant() {
        return now;
    }

    public long nanos() {
        return Duration.between(START, now).toNanos();
    }

    public void advance(Duration time) {
        now = now.plus(time);
    }

    public void advanceTo(Instant time) {
        now = time.isAfter(now) ? time : now;
    }
}
