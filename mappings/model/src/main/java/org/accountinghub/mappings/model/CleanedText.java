package org.accountinghub.mappings.model;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A text as a partner takes it.
 *
 * @param replaced what was replaced, by what, in the order of the text; empty = left out
 */
public record CleanedText(String text, Map<String, String> replaced) {

    public CleanedText {
        replaced = Collections.unmodifiableMap(new LinkedHashMap<>(replaced));
    }

    /** The replacements in words; empty when there were none. */
    public String words() {
        return replaced.entrySet().stream()
                .map(entry -> name(entry.getKey()) + instead(entry.getValue()))
                .collect(Collectors.joining(", "));
    }

    /** What the partner refuses of the text as it was, in words; empty when nothing. */
    public String refused() {
        return replaced.keySet().stream().map(CleanedText::name).collect(Collectors.joining(" "));
    }

    private static String instead(String text) {
        if (text.isEmpty()) {
            return " left out";
        }
        return " written as " + (text.isBlank() ? "a space" : text.strip());
    }

    private static String name(String character) {
        int first = character.codePointAt(0);
        boolean unseen =
                character.isBlank() || Character.isISOControl(first) || Character.getType(first) == Character.FORMAT;
        return unseen ? "U+%04X".formatted(first) : character;
    }
}
