package org.accountinghub.mappings.model;

import java.util.ArrayList;
import java.util.List;

/** Long texts become several rows: split at line breaks and between words, never cut. */
public final class TextLines {

    private TextLines() {}

    /** The text's lines without the blank ones. */
    public static List<String> lines(String text) {
        return text.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
    }

    /** Pieces of at most {@code limit} characters; only a word longer than that is broken. */
    public static List<String> pieces(String line, int limit) {
        List<String> pieces = new ArrayList<>();
        String rest = line.strip();
        while (rest.length() > limit) {
            int space = rest.lastIndexOf(' ', limit);
            int end = space > 0 ? space : cutAt(rest, limit);
            pieces.add(rest.substring(0, end).strip());
            rest = rest.substring(end).strip();
        }
        if (!rest.isEmpty()) {
            pieces.add(rest);
        }
        return pieces;
    }

    /** At most {@code limit}, without cutting a character in two. */
    public static int cutAt(String text, int limit) {
        return Character.isHighSurrogate(text.charAt(limit - 1)) ? limit - 1 : limit;
    }
}
