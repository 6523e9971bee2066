package org.accountinghub.connectors.fortnox.simulator;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;

/** Fortnox's limit: 25 calls in any 5 seconds for each client and tenant. Refused calls do not count. */
final class CallWindow {
    private static final int CALLS = 25;
    private static final Duration LENGTH = Duration.ofSeconds(5);

    private final Map<String, Deque<Instant>> calls = new HashMap<>();
    private int scale = 1;

    /** Allows so many times 25 calls; 0 allows any number. */
    void scale(int times) {
        scale = times;
    }

    boolean admits(String clientAndTenant, Instant now) {
        if (scale == 0) {
            return true;
        }
        Deque<Instant> recent = calls.computeIfAbsent(clientAndTenant, key -> new ArrayDeque<>());
        Instant start = now.minus(LENGTH);
        while (!recent.isEmpty() && !recent.peekFirst().isAfter(start)) {
            recent.removeFirst();
        }
        if (recent.size() >= CALLS * scale) {
            return false;
        }
        recent.addLast(now);
        return true;
    }
}
