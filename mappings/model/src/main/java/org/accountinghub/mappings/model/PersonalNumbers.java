package org.accountinghub.mappings.model;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Hides Swedish personal and coordination numbers in texts meant for people, logs and problems. */
public final class PersonalNumbers {

    public static final String MASK = "********-****";

    /** Date part with a month 01-12 and a day 01-31 (or +60, coordination number), then four digits. */
    private static final Pattern NUMBER = Pattern.compile(
            "(?<!\\d)(?:(?:18|19|20)?\\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\\d|3[01]|6[1-9]|[78]\\d|9[01]))[-+ ]?\\d{4}(?!\\d)");

    private PersonalNumbers() {}

    /** The text with everything that looks like a personal number replaced by {@link #MASK}. */
    public static String masked(String text) {
        return NUMBER.matcher(text).replaceAll(Matcher.quoteReplacement(MASK));
    }
}
