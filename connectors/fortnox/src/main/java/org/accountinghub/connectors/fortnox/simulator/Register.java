package org.accountinghub.connectors.fortnox.simulator;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import tools.jackson.databind.node.ObjectNode;

/** The documents of one kind of one company, by number. The number of a deleted document stays reserved. */
final class Register {
    /** Shorter numbers first, so that 9 comes before 10. */
    private static final Comparator<String> ORDER =
            Comparator.comparingInt(String::length).thenComparing(Comparator.naturalOrder());

    private final Map<String, Stored> documents = new TreeMap<>(ORDER);
    private final Set<String> used = new HashSet<>();
    private long next = 1;

    /** A document and when it was changed last. */
    record Stored(ObjectNode document, Instant modified) {}

    /** A copy, free to be changed. */
    Optional<ObjectNode> find(String number) {
        return Optional.ofNullable(documents.get(number))
                .map(stored -> stored.document().deepCopy());
    }

    /**
     * A change that was promised, done to the document as it stands when this runs; nothing when it is gone or the change
     * is refused by then.
     */
    Runnable again(String number, Consumer<ObjectNode> change, Consumer<ObjectNode> store) {
        return () -> find(number).ifPresent(now -> {
            try {
                change.accept(now);
            } catch (Refusal tooLate) {
                return;
            }
            store.accept(now);
        });
    }

    boolean isUsed(String number) {
        return used.contains(number);
    }

    /** Takes the next free number; it is not given out again. */
    String takeNumber() {
        while (used.contains(Long.toString(next))) {
            next++;
        }
        return Long.toString(next++);
    }

    void put(String number, ObjectNode document, Instant now) {
        used.add(number);
        documents.put(number, new Stored(document.deepCopy(), now));
    }

    void delete(String number) {
        documents.remove(number);
    }

    /** In the order of their numbers. */
    Stream<Stored> all() {
        return documents.values().stream();
    }

    Stream<ObjectNode> documents() {
        return all().map(Stored::document);
    }
}
