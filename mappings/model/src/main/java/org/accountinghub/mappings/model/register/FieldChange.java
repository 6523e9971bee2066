package org.accountinghub.mappings.model.register;

/** What becomes of one field of a record; a field without a change is left as it is. */
public sealed interface FieldChange {

    /** It gets this value, in canonical form and never empty. */
    record Set(String value) implements FieldChange {
        public Set {
            if (value.isEmpty()) {
                throw new IllegalArgumentException("an empty value is said by Clear");
            }
        }

        @Override
        public String toString() {
            return "set";
        }
    }

    /** It loses its value. Some partners cannot do that: what then stays is told. */
    record Clear() implements FieldChange {
        @Override
        public String toString() {
            return "clear";
        }
    }

    static FieldChange to(String value) {
        return value.isEmpty() ? new Clear() : new Set(value);
    }
}
