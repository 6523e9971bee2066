package org.accountinghub.routes.uploads.row;

import java.util.Optional;
import java.util.regex.Pattern;
import org.accountinghub.mappings.model.PersonalNumbers;

/** Texts that were spoilt on their way, and how values are shown to people. */
final class Texts {

    private static final int SHOWN = 40;

    /** UTF-8 of Swedish, Norwegian and Danish letters that was read as Windows-1252 once too often. */
    private static final Pattern GARBLED = Pattern.compile(
            "Ã[\\u00a0-\\u00bf\\u201e\\u2026\\u2013\\u2020\\u02dc\\u2030\\u2026\\u2014]|Â[\\u00a0-\\u00bf]");

    private static final Pattern SHORTENED = Pattern.compile("\\d([.,]\\d+)?E\\+\\d+", Pattern.CASE_INSENSITIVE);

    private Texts() {}

    static Optional<Fault> spoilt(String text) {
        if (isPlain(text)) {
            return Optional.empty();
        }
        if (text.indexOf('\uFFFD') >= 0) {
            return Optional.of(new Fault("has lost letters", "Export it again, in UTF-8."));
        }
        if (GARBLED.matcher(text).find()) {
            return Optional.of(new Fault("has garbled letters", "Export it again, in UTF-8."));
        }
        return text.codePoints().anyMatch(Texts::isNoText)
                ? Optional.of(new Fault("has characters that no text has", "Type it anew."))
                : Optional.empty();
    }

    private static boolean isPlain(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) < ' ' || text.charAt(i) > '~') {
                return false;
            }
        }
        return true;
    }

    /** A long number that a spreadsheet has made 4,67E+11 of. */
    static boolean isShortened(String text) {
        return SHORTENED.matcher(text).matches();
    }

    static String quoted(String text) {
        String masked = PersonalNumbers.masked(text.replaceAll("\\s+", " ").strip());
        return "\"" + (masked.length() > SHOWN ? masked.substring(0, SHOWN) + "…" : masked) + "\"";
    }

    private static boolean isNoText(int character) {
        return (Character.isISOControl(character) && !Character.isWhitespace(character))
                || Character.getType(character) == Character.SURROGATE
                || Character.getType(character) == Character.UNASSIGNED;
    }
}
