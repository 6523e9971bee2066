package org.accountinghub.mappings.model.register;

import java.time.LocalDate;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.accountinghub.mappings.model.RegistrationCheck.Invalid;
import org.accountinghub.mappings.model.RegistrationNumber;

/**
 * A customer or an article as one side holds it.
 *
 * @param number the side's own number
 * @param values in {@linkplain RegisterField#canonical canonical form}; empty text = known to have no value; absent = that
 *     side cannot say
 */
public record RegisterRecord(Register register, String number, Map<RegisterField, String> values) {

    private static final String PRIVATE = "PRIVATE";

    /** A canonical number says no century, so any that fits will do. */
    private static final LocalDate ANY_CENTURY = LocalDate.MAX;

    public RegisterRecord {
        Map<RegisterField, String> canonical = new EnumMap<>(RegisterField.class);
        for (Map.Entry<RegisterField, String> value : values.entrySet()) {
            if (value.getKey().register() != register) {
                throw new IllegalArgumentException(value.getKey() + " is no field of " + register);
            }
            canonical.put(value.getKey(), value.getKey().canonical(value.getValue()));
        }
        values = Collections.unmodifiableMap(canonical);
    }

    /** The field's value; empty when there is none or this side cannot say. */
    public Optional<String> value(RegisterField field) {
        return Optional.ofNullable(values.get(field)).filter(text -> !text.isEmpty());
    }

    public boolean knows(RegisterField field) {
        return values.containsKey(field);
    }

    /** The known fields of one group. */
    public Map<RegisterField, String> group(FieldGroup group) {
        Map<RegisterField, String> fields = new EnumMap<>(RegisterField.class);
        values.forEach((field, value) -> {
            if (field.group() == group) {
                fields.put(field, value);
            }
        });
        return Collections.unmodifiableMap(fields);
    }

    /** The same record with the known values of {@code other} in place of its own. */
    public RegisterRecord with(Map<RegisterField, String> other) {
        Map<RegisterField, String> all = new EnumMap<>(RegisterField.class);
        all.putAll(values);
        all.putAll(other);
        return new RegisterRecord(register, number, all);
    }

    /** Why the registration number cannot be right; empty when it can, when there is none, or when no rule is known. */
    public Optional<Invalid> registrationFault() {
        boolean person =
                value(RegisterField.CUSTOMER_KIND).filter(PRIVATE::equals).isPresent();
        String country = value(RegisterField.INVOICE_COUNTRY).orElse("");
        return value(RegisterField.REGISTRATION_NUMBER)
                .map(person ? RegistrationNumber::personal : RegistrationNumber::organisation)
                .map(number -> number.check(country, ANY_CENTURY))
                .flatMap(check -> check instanceof Invalid wrong ? Optional.of(wrong) : Optional.empty());
    }

    /** The same record without a registration number that cannot be right. */
    public RegisterRecord withoutFault() {
        if (registrationFault().isEmpty()) {
            return this;
        }
        Map<RegisterField, String> kept = new EnumMap<>(values);
        kept.remove(RegisterField.REGISTRATION_NUMBER);
        return new RegisterRecord(register, number, kept);
    }

    /** Fields that both sides know and hold differently. */
    public Set<RegisterField> differences(RegisterRecord other) {
        EnumSet<RegisterField> differing = EnumSet.noneOf(RegisterField.class);
        values.forEach((field, value) -> {
            String theirs = other.values.get(field);
            if (theirs != null && !theirs.equals(value)) {
                differing.add(field);
            }
        });
        return Collections.unmodifiableSet(differing);
    }

    /** Its identity only. */
    @Override
    public String toString() {
        return register.kind() + " " + number;
    }
}
