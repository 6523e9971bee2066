package org.accountinghub.connectors.vismaeaccounting.simulator;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;

/** Visma's limit: 600 calls in any minute for each client and endpoint, over all its companies. Refused calls do not count. */
final class CallWindow {
    private static final int CALLS = 600;
    private static final Duration LENGTH = Duration.ofMinutes(1);

    private final Map<String, Deque<Instant>> calls = new HashMap<>();
    private int scale = 1;

    /** Allows so many times 600 calls; 0 allows any number. */
    void scale(int times) {
        scale = times;
    }

    /** Empty when the call is let through; else the seconds to wait. */
    OptionalLong refuses(String clientAndEndpoint, Instant now) {
        if (scale == 0) {
            return OptionalLong.empty();
        }
        Deque<Instant> recent = calls.computeIfAbsent(clientAndEndpoint, key -> new ArrayDeque<>());
        Instant start = now.minus(LENGTH);
        while (!recent.isEmpty() && !recent.peekFirst().isAfter(start)) {
            recent.removeFirst();
        }
        if (recent.size() >= CALLS * scale) {
            long millis = Duration.between(start, recent.peekFirst()).toMillis();
            return OptionalLong.of((millis + 999) / 1000);
        }
        recent.addLast(now);
        return OptionalLong.empty();
    }
}
