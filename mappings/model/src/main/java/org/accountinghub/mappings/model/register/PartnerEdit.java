package org.accountinghub.mappings.model.register;

import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * A change of a record as a partner takes it, by the partner's names of its fields. What is left out stays as it is.
 *
 * @param values the fields that get a value
 * @param cleared the fields that lose theirs
 * @param expected how the changed fields read afterwards; empty text = without a value
 */
public record PartnerEdit(Map<String, Object> values, Set<String> cleared, Map<RegisterField, String> expected) {

    public PartnerEdit {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
        cleared = Set.copyOf(cleared);
        Map<RegisterField, String> sorted = new EnumMap<>(RegisterField.class);
        sorted.putAll(expected);
        expected = Collections.unmodifiableMap(sorted);
    }

    /** Whether nothing of the change can be said to the partner. */
    public boolean isEmpty() {
        return values.isEmpty() && cleared.isEmpty();
    }

    /** Changed fields that read otherwise. */
    public Set<RegisterField> differing(RegisterRecord found) {
        EnumSet<RegisterField> differing = EnumSet.noneOf(RegisterField.class);
        expected.forEach((field, value) -> {
            if (!value.equals(found.values().get(field))) {
                differing.add(field);
            }
        });
        return Collections.unmodifiableSet(differing);
    }

    /** Its fields' names only. */
    @Override
    public String toString() {
        return "change of " + values.keySet() + (cleared.isEmpty() ? "" : ", clearing " + new TreeSet<>(cleared));
    }
}
