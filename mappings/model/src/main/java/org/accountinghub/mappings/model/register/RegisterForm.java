package org.accountinghub.mappings.model.register;

import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.accountinghub.mappings.model.Fields;
import org.accountinghub.mappings.model.Problem;
import org.accountinghub.mappings.model.Review;
import org.accountinghub.mappings.model.Translation;

/**
 * A partner's register as records: what a single resource tells of a record, what a list tells, and how a change is
 * written.
 *
 * @param <W> a record whole
 * @param <I> a record as lists show it
 */
public final class RegisterForm<W, I> {

    /**
     * Whose register it is.
     *
     * @param room its mapping's, which begins the causes of problems
     * @param name as people call it
     * @param fields as it takes them
     */
    public record Partner(String room, String name, Function<Review, Fields> fields) {}

    private final Partner partner;
    private final Register register;
    private final Function<W, Optional<String>> number;
    private final Function<I, Optional<String>> listedNumber;
    private final List<FieldReading<W>> readings;
    private final List<FieldReading<I>> listed;
    private final Map<RegisterField, FieldWriting> writings;

    public RegisterForm(
            Partner partner,
            Register register,
            Function<W, Optional<String>> number,
            List<FieldReading<W>> readings,
            Function<I, Optional<String>> listedNumber,
            List<FieldReading<I>> listed,
            List<FieldWriting> writings) {
        this.partner = partner;
        this.register = register;
        this.number = number;
        this.readings = List.copyOf(readings);
        this.listedNumber = listedNumber;
        this.listed = List.copyOf(listed);
        this.writings = writings.stream().collect(Collectors.toUnmodifiableMap(FieldWriting::field, one -> one));
    }

    public Register register() {
        return register;
    }

    /** What a whole record tells. */
    public Set<RegisterField> fields() {
        return set(readings.stream().map(FieldReading::field));
    }

    /** What a list tells of a record. */
    public Set<RegisterField> listed() {
        return set(listed.stream().map(FieldReading::field));
    }

    /** What can be given a value. */
    public Set<RegisterField> writable() {
        return set(writings.keySet().stream());
    }

    /** The record; nothing when the partner names no number. */
    public Optional<RegisterRecord> whole(W found) {
        return record(number.apply(found), readings, found);
    }

    /** The record as far as a list shows it; nothing when it names no number. */
    public Optional<RegisterRecord> item(I found) {
        return record(listedNumber.apply(found), listed, found);
    }

    /**
     * The change as the partner takes it. What it cannot hold or cannot clear is left out, with a note.
     *
     * @param clearable fields that can lose their value
     */
    public Translation<PartnerEdit> edit(RegisterEdit edit, Set<RegisterField> clearable) {
        Review review = new Review(partner.room(), Problem.Stage.MAPPING);
        Fields fields = partner.fields().apply(review);
        Map<String, Object> values = new LinkedHashMap<>();
        Set<String> cleared = new HashSet<>();
        Map<RegisterField, String> expected = new EnumMap<>(RegisterField.class);
        edit.changes().forEach((field, change) -> {
            FieldWriting writing = writings.get(field);
            if (writing == null) {
                review.note(field.label() + " is not sent: it cannot be changed in " + partner.name() + "'s register");
            } else if (change instanceof FieldChange.Set set) {
                writing.conversion()
                        .convert(writing.name(), set.value(), fields, review)
                        .ifPresent(value -> {
                            values.put(writing.name(), value);
                            expected.put(field, writing.reads(value, set.value()));
                        });
            } else if (clearable.contains(field)) {
                cleared.add(writing.name());
                expected.put(field, "");
            } else {
                review.note(field.label() + " keeps its value in " + partner.name() + ": it cannot be cleared there");
            }
        });
        return review.result(() -> new PartnerEdit(values, cleared, expected));
    }

    private <F> Optional<RegisterRecord> record(Optional<String> foundNumber, List<FieldReading<F>> fields, F found) {
        return foundNumber.map(text -> {
            Map<RegisterField, String> values = new EnumMap<>(RegisterField.class);
            fields.forEach(field -> field.into(values, found));
            return new RegisterRecord(register, text, values);
        });
    }

    private static Set<RegisterField> set(Stream<RegisterField> fields) {
        EnumSet<RegisterField> set = EnumSet.noneOf(RegisterField.class);
        fields.forEach(set::add);
        return Collections.unmodifiableSet(set);
    }
}
