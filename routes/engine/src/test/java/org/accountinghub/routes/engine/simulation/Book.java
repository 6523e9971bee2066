package org.accountinghub.routes.engine.simulation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.accountinghub.routes.engine.memory.TestClock;

/** What really happened at the partner, late commits included. */
final class Book {

    private final TestClock clock;
    private final List<Effect> effects = new ArrayList<>();
    private final List<Effect> underWay = new ArrayList<>();

    Book(TestClock clock) {
        this.clock = clock;
    }

    /**
     * One write that was carried out.
     *
     * @param mark what the partner can tell writes apart by, where it can: reference and step
     * @param unique whether the partner refuses a second one of the same mark
     */
    record Effect(String mark, String content, boolean unique, Instant at) {}

    void commit(Effect effect) {
        underWay.add(effect);
        settle();
    }

    private void settle() {
        underWay.stream()
                .filter(effect -> !effect.at().isAfter(clock.instant()))
                .sorted(Comparator.comparing(Effect::at))
                .forEach(effect -> {
                    if (!effect.unique() || of(effect.mark()).isEmpty()) {
                        effects.add(effect);
                    }
                });
        underWay.removeIf(effect -> !effect.at().isAfter(clock.instant()));
    }

    private List<Effect> of(String mark) {
        return effects.stream().filter(effect -> effect.mark().equals(mark)).toList();
    }

    List<Effect> find(String mark) {
        settle();
        return of(mark);
    }

    /** Whether something may still appear. */
    boolean expects(String mark) {
        settle();
        return underWay.stream().anyMatch(effect -> effect.mark().equals(mark));
    }

    Optional<Instant> lastExpected() {
        settle();
        return underWay.stream().map(Effect::at).max(Comparator.naturalOrder());
    }
}
