package org.accountinghub.routes.store;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalLong;
import org.accountinghub.mappings.model.register.RegisterField;
import org.accountinghub.mappings.model.register.RegisterRecord;
import org.jspecify.annotations.Nullable;

/** One element of what the contract's writing functions take: null clears a field, and what is not named stays. */
record WrittenRow(String number, @Nullable Long expected, Map<String, @Nullable String> fields) {

    /** @throws IllegalArgumentException for a field that the store does not have */
    static WrittenRow of(RegisterRecord record, OptionalLong expected) {
        Map<String, @Nullable String> fields = words(record.values());
        for (RegisterField field : record.values().keySet()) {
            if (!RegisterColumns.of(record.register()).contains(field)) {
                throw new IllegalArgumentException(field + " cannot be put into the store");
            }
        }
        return new WrittenRow(record.number(), expected.isPresent() ? expected.getAsLong() : null, fields);
    }

    static WrittenRow of(AccountingNote note) {
        Map<String, @Nullable String> fields = words(note.values());
        note.accountingNumber().ifPresent(number -> fields.put("accounting_number", number));
        return new WrittenRow(note.number(), null, fields);
    }

    private static Map<String, @Nullable String> words(Map<RegisterField, String> values) {
        Map<String, @Nullable String> words = new LinkedHashMap<>();
        values.forEach((field, value) -> words.put(RegisterColumns.name(field), value.isEmpty() ? null : value));
        return words;
    }

    /** Which field has characters that no text of the database can have; empty when all is well. */
    String unwritable() {
        if (!isWritable(number)) {
            return "number";
        }
        return fields.entrySet().stream()
                .filter(field -> field.getValue() != null && !isWritable(field.getValue()))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse("");
    }

    private static boolean isWritable(String text) {
        return text.indexOf('\0') < 0 && StandardCharsets.UTF_8.newEncoder().canEncode(text);
    }

    /** Whose row it is, without its content. */
    @Override
    public String toString() {
        return "row " + number;
    }
}
