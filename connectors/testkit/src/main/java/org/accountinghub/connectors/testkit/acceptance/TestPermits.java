package org.accountinghub.connectors.testkit.acceptance;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.accountinghub.connectors.spi.LimitReachedException;
import org.accountinghub.connectors.spi.Permits;
import org.accountinghub.connectors.spi.RateLimit;
import org.accountinghub.connectors.testkit.SimulatedClock;

/** Permits that keep the partner's window by moving the clock, and remember what they were asked and told. */
public final class TestPermits implements Permits {

    private final SimulatedClock clock;
    private final Map<RateLimit, Deque<Instant>> given = new HashMap<>();
    private final List<Duration> exhausted = new ArrayList<>();
    private int count;
    private boolean refusing;

    TestPermits(SimulatedClock clock) {
        this.clock = clock;
    }

    @Override
    public synchronized void acquire(RateLimit limit) {
        if (refusing) {
            throw new LimitReachedException(limit, Duration.ofSeconds(7));
        }
        Deque<Instant> window = given.computeIfAbsent(limit, key -> new ArrayDeque<>());
        if (window.size() == limit.calls()) {
            Instant free = window.removeFirst().plus(limit.window()).plusMillis(100);
            if (free.isAfter(clock.instant())) {
                clock.advance(Duration.between(clock.instant(), free));
            }
        }
        window.addLast(clock.instant());
        count++;
    }

    @Override
    public synchronized void exhausted(RateLimit limit, Duration wait) {
        exhausted.add(wait);
        clock.advance(wait);
    }

    /** From now on no permit is to be had. */
    synchronized void refuse() {
        refusing = true;
    }

    synchronized int count() {
        return count;
    }

    synchronized Set<RateLimit> limits() {
        return Set.copyOf(given.keySet());
    }

    synchronized List<Duration> exhausted() {
        return List.copyOf(exhausted);
    }
}
