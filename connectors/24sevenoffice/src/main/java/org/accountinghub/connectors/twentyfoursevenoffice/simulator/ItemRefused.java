package org.accountinghub.connectors.twentyfoursevenoffice.simulator;

import org.jspecify.annotations.Nullable;

/** Why one item of a list is not saved: told inside the answer, with HTTP 200. */
final class ItemRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String type;
    private final String words;

    ItemRefused(String type, String words) {
        super(words);
        this.type = type;
        this.words = words;
    }

    static ItemRefused argument(String message) {
        return new ItemRefused("ArgumentException", message);
    }

    /** What SQL Server says of a text that does not fit. */
    static void unlessFits(@Nullable String text, int limit) {
        if (text != null && text.length() > limit) {
            throw new ItemRefused("SqlException", "String or binary data would be truncated.");
        }
    }

    String type() {
        return type;
    }

    String words() {
        return words;
    }
}
