package org.accountinghub.mappings.fortnox;

import java.text.Normalizer;
import java.util.LinkedHashMap;
import java.util.Map;
import org.accountinghub.mappings.model.CleanedText;

/**
 * The characters that Fortnox takes (its developer pages, "valid characters"); the others are refused with code 2000359.
 * {@code ://} is refused although each of its characters is valid (seen by three public projects).
 */
final class Characters {

    private static final String VALID_SIGNS = "’\\\u0308\u030a –:.`´,;^¤#%§£$€¢¥©™°&/()=+-*_!?²³®½@\u00a0";

    private static final Map<Integer, String> LOOK_ALIKES = Map.ofEntries(
            look('…', "..."),
            look('·', "-"),
            look('•', "-"),
            look('—', "–"),
            look('‑', "-"),
            look('−', "-"),
            look('\t', " "),
            look('"', "’’"),
            look('“', "’’"),
            look('”', "’’"),
            look('„', "’’"),
            look('«', "’’"),
            look('»', "’’"),
            look('″', "’’"),
            look('\'', "’"),
            look('‘', "’"),
            look('‚', "’"),
            look('′', "’"),
            look('[', "("),
            look(']', ")"),
            look('{', "("),
            look('}', ")"),
            look('<', "("),
            look('>', ")"),
            look('|', "/"),
            look('~', "ca "),
            look('×', "x"),
            look('÷', "/"),
            look('±', "+/-"),
            look('¼', "1/4"),
            look('¾', "3/4"),
            look('¹', "1"));

    private Characters() {}

    /** The characters of a text that Fortnox refuses, in words; empty when there are none. */
    static String refused(String text) {
        return clean(text).refused();
    }

    /** One line; line breaks are not taken here. */
    static CleanedText clean(String line) {
        Map<String, String> replaced = new LinkedHashMap<>();
        StringBuilder text = new StringBuilder(line.length());
        Normalizer.normalize(line, Normalizer.Form.NFC).codePoints().forEach(character -> {
            if (valid(character)) {
                text.appendCodePoint(character);
            } else {
                String instead = replacement(character);
                replaced.put(Character.toString(character), instead);
                text.append(instead);
            }
        });
        String cleaned = text.toString();
        if (cleaned.contains("://")) {
            replaced.put("://", "");
            cleaned = cleaned.replaceAll("(?i)https?://+", "").replaceAll(":/{2,}", ":");
        }
        return new CleanedText(cleaned, replaced);
    }

    private static boolean valid(int character) {
        return Character.isLetter(character)
                || (character >= '0' && character <= '9')
                || VALID_SIGNS.indexOf(character) >= 0;
    }

    private static String replacement(int character) {
        String alike = LOOK_ALIKES.get(character);
        if (alike != null) {
            return alike;
        }
        if (Character.isWhitespace(character)) {
            return " ";
        }
        return switch (Character.getType(character)) {
            case Character.SPACE_SEPARATOR -> " ";
            case Character.DECIMAL_DIGIT_NUMBER -> Integer.toString(Character.digit(character, 10));
            case Character.DASH_PUNCTUATION -> "-";
            case Character.OTHER_SYMBOL,
                    Character.MODIFIER_SYMBOL,
                    Character.NON_SPACING_MARK,
                    Character.ENCLOSING_MARK,
                    Character.COMBINING_SPACING_MARK,
                    Character.FORMAT,
                    Character.CONTROL,
                    Character.PRIVATE_USE,
                    Character.SURROGATE,
                    Character.UNASSIGNED -> "";
            default -> "?";
        };
    }

    private static Map.Entry<Integer, String> look(char character, String alike) {
        return Map.entry((int) character, alike);
    }
}
