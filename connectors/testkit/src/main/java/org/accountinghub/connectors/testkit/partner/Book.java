package org.accountinghub.connectors.testkit.partner;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.LongFunction;
import java.util.stream.Stream;
import org.accountinghub.connectors.testkit.partner.Effect.Action;

/** All that really happened at a partner, in order; only ever added to. Tests hold it against the ledger. */
public final class Book {
    private final List<Effect> effects = new ArrayList<>();

    /** Adds an effect, made from the sequence number that it gets. */
    public synchronized void add(LongFunction<Effect> effect) {
        effects.add(effect.apply(effects.size() + 1L));
    }

    public synchronized List<Effect> effects() {
        return List.copyOf(effects);
    }

    public List<Effect> effects(String kind, Action action) {
        return stream(kind, action).toList();
    }

    /** The documents of a kind that were created for a tenant. */
    public List<Effect> created(String tenant, String kind) {
        return stream(kind, Action.CREATED)
                .filter(effect -> effect.tenant().equals(tenant))
                .toList();
    }

    public List<Effect> byReference(String reference) {
        return effects().stream()
                .filter(effect -> effect.reference().equals(reference))
                .toList();
    }

    public long count(String kind, Action action) {
        return stream(kind, action).count();
    }

    /**
     * What exists more than once: documents created under the same reference in the same tenant, by
     * {@code tenant kind reference}.
     */
    public Map<String, List<Effect>> duplicates() {
        return effects().stream()
                .filter(effect -> effect.action() == Action.CREATED)
                .filter(effect -> !effect.reference().isEmpty())
                .collect(groupingBy(effect -> effect.tenant() + " " + effect.kind() + " " + effect.reference()))
                .entrySet()
                .stream()
                .filter(entry -> entry.getValue().size() > 1)
                .collect(toMap(Map.Entry::getKey, Map.Entry::getValue, (a, b) -> a, TreeMap::new));
    }

    /** How many documents there are too many: two invoices under one reference are one. */
    public int duplicateCount() {
        return duplicates().values().stream().mapToInt(List::size).sum()
                - duplicates().size();
    }

    private Stream<Effect> stream(String kind, Action action) {
        return effects().stream().filter(effect -> effect.kind().equals(kind) && effect.action() == action);
    }
}
