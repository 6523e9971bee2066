package org.accountinghub.mappings.fortnox;

import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.accountinghub.mappings.model.register.RegisterField;
import org.accountinghub.mappings.model.register.RegisterRecord;

/**
 * A change of a record as Fortnox takes it: the fields that change, by Fortnox's names. What is left out stays as it is.
 *
 * @param content empty when nothing of the change can be said
 * @param expected how the changed fields read afterwards; empty text = without a value
 */
public record FortnoxEdit(Map<String, Object> content, Map<RegisterField, String> expected) {

    /** What Fortnox's developer pages say in place of a value that shall go; empty values are ignored. */
    public static final String BLANK = "API_BLANK";

    public FortnoxEdit {
        content = Collections.unmodifiableMap(new LinkedHashMap<>(content));
        Map<RegisterField, String> sorted = new EnumMap<>(RegisterField.class);
        sorted.putAll(expected);
        expected = Collections.unmodifiableMap(sorted);
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
        return "change of " + content.keySet();
    }
}
