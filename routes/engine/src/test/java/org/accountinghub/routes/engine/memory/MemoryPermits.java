package org.accountinghub.routes.engine.memory;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.accountinghub.connectors.spi.RateLimit;
import org.accountinghub.routes.engine.port.PermitLedger;

/** Slots of one limit, given in order, each at least one window after the one that lies a window's calls before it. */
public final class MemoryPermits implements PermitLedger {

    private final InstantSource clock;
    private final List<Instant> slots = new ArrayList<>();

    public MemoryPermits(InstantSource clock) {
        this.clock = clock;
    }

    @Override
    public synchronized Slot reserve(RateLimit limit, Duration patience) {
        Instant now = clock.instant();
        Instant slot = slots.isEmpty() ? now : latest(now, slots.get(slots.size() - 1));
        if (slots.size() >= limit.calls()) {
            slot = latest(slot, slots.get(slots.size() - limit.calls()).plus(limit.window()));
        }
        Duration delay = Duration.between(now, slot);
        boolean reserved = delay.compareTo(patience) <= 0;
        if (reserved) {
            slots.add(slot);
        }
        return new Slot(reserved, delay);
    }

    private static Instant latest(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    @Override
    public void close(RateLimit limit, Duration wait) {
        throw new AssertionError("the partner counts as we do: " + limit);
    }
}
