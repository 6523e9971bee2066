package org.accountinghub.mappings.model.register;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/**
 * A change of one record at the partner: each field is set, cleared, or left because it is not named.
 *
 * @param number the record's number on our side
 */
public record RegisterEdit(Register register, String number, Map<RegisterField, FieldChange> changes) {

    public RegisterEdit {
        EnumMap<RegisterField, FieldChange> sorted = new EnumMap<>(RegisterField.class);
        for (Map.Entry<RegisterField, FieldChange> change : changes.entrySet()) {
            if (change.getKey().register() != register) {
                throw new IllegalArgumentException(change.getKey() + " is no field of " + register);
            }
            sorted.put(change.getKey(), change.getValue());
        }
        if (sorted.isEmpty()) {
            throw new IllegalArgumentException("an edit changes something");
        }
        changes = Collections.unmodifiableMap(sorted);
    }

    /** Which fields of which record, without their values. */
    @Override
    public String toString() {
        return "edit of " + register.kind() + " " + number + ": " + changes;
    }
}
