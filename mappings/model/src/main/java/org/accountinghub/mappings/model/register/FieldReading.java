package org.accountinghub.mappings.model.register;

import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * How one field of a record is read.
 *
 * @param value empty = not known; an empty text = known to have none
 * @param <F> the form in which the partner has the record
 */
public record FieldReading<F>(RegisterField field, Function<F, Optional<String>> value) {

    /** A text or a number that the partner answers as null or empty when there is none. */
    public static <F> FieldReading<F> text(RegisterField field, Function<F, Optional<String>> value) {
        return new FieldReading<>(field, form -> Optional.of(value.apply(form).orElse("")));
    }

    /** Something that every record has: absent, it is not known. */
    public static <F> FieldReading<F> always(RegisterField field, Function<F, Optional<String>> value) {
        return new FieldReading<>(field, value);
    }

    /** A value that cannot be what it should is not known: one bad field spoils no record. */
    void into(Map<RegisterField, String> values, F form) {
        value.apply(form).ifPresent(text -> {
            try {
                values.put(field, field.canonical(text));
            } catch (IllegalArgumentException e) {
                values.remove(field);
            }
        });
    }
}
