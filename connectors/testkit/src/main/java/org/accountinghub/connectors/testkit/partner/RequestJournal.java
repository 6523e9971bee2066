package org.accountinghub.connectors.testkit.partner;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Which requests reached the partner: a count for each operation, which shows whether a client sends
 * anything again by itself, and the newest ten thousand requests.
 */
public final class RequestJournal {
    private static final int KEPT = 10_000;

    private final Map<String, Integer> counts = new TreeMap<>();
    private final Deque<Entry> newest = new ArrayDeque<>();

    /** One request; the status is 0 when no answer was given. */
    public record Entry(String requestId, Instant at, Call call, int status) {}

    synchronized void add(Entry entry) {
        counts.merge(entry.call().operation(), 1, Integer::sum);
        newest.addLast(entry);
        if (newest.size() > KEPT) {
            newest.removeFirst();
        }
    }

    public synchronized int count(String operation) {
        return counts.getOrDefault(operation, 0);
    }

    public synchronized Map<String, Integer> counts() {
        return new TreeMap<>(counts);
    }

    public synchronized int total() {
        return counts.values().stream().mapToInt(Integer::intValue).sum();
    }

    public synchronized List<Entry> newest() {
        return List.copyOf(newest);
    }

    public synchronized void clear() {
        counts.clear();
        newest.clear();
    }
}
