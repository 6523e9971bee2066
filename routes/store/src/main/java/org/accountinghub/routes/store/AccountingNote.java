package org.accountinghub.routes.store;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.accountinghub.mappings.model.register.FieldGroup;
import org.accountinghub.mappings.model.register.RegisterField;

/**
 * What one accounting system says of a customer.
 *
 * @param number the customer's number in the store
 * @param accountingNumber the number it has there; empty = left as it was
 * @param values of {@link FieldGroup#ACCOUNTING}, in canonical form; empty text clears, absent = left as it was
 */
record AccountingNote(String number, Optional<String> accountingNumber, Map<RegisterField, String> values) {

    AccountingNote {
        Map<RegisterField, String> sorted = new EnumMap<>(RegisterField.class);
        for (Map.Entry<RegisterField, String> value : values.entrySet()) {
            if (!RegisterColumns.isNoted(value.getKey())) {
                throw new IllegalArgumentException(value.getKey() + " is not the accounting system's alone");
            }
            sorted.put(value.getKey(), value.getKey().canonical(value.getValue()));
        }
        values = Collections.unmodifiableMap(sorted);
    }

    boolean isEmpty() {
        return accountingNumber.isEmpty() && values.isEmpty();
    }

    /** Whose note it is, without its content. */
    @Override
    public String toString() {
        return "note on customer " + number;
    }
}
