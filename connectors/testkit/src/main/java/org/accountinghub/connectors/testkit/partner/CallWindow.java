package org.accountinghub.connectors.testkit.partner;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** A limit of so many calls in any stretch of so long, for each of what the partner counts by. Refused calls do not count. */
public final class CallWindow {
    private final int calls;
    private final Duration length;
    private final Map<String, Deque<Instant>> recent = new HashMap<>();
    private int scale = 1;

    public CallWindow(int calls, Duration length) {
        this.calls = calls;
        this.length = length;
    }

    /** Allows so many times as many calls; 0 allows any number. */
    public void scale(int times) {
        scale = times;
    }

    /** Empty when the call is let through; else how long it is until one will be. */
    public Optional<Duration> refuses(String counted, Instant now) {
        if (scale == 0) {
            return Optional.empty();
        }
        Deque<Instant> made = recent.computeIfAbsent(counted, key -> new ArrayDeque<>());
        Instant start = now.minus(length);
        while (!made.isEmpty() && !made.peekFirst().isAfter(start)) {
            made.removeFirst();
        }
        if (made.size() >= calls * scale) {
            return Optional.of(Duration.between(start, made.getFirst()));
        }
        made.addLast(now);
        return Optional.empty();
    }
}
