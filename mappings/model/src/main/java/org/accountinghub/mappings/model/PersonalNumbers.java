package org.accountinghub.mappings.model;

import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Hides Swedish personal and coordination numbers in texts meant for people, logs and problems. */
public final class PersonalNumbers {

    public static final String MASK = "********-****";

    /**
     * Year, month 01-12, day 01-31 (+60 in a coordination number), then four digits. An organisation number has 20 or
     * more where the month stands.
     */
    private static final Pattern NUMBER = Pattern.compile(
            "(?<!\\d)(18|19|20)?"
                    + "(\\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\\d|3[01]|6[1-9]|[78]\\d|9[01]))([-+\\u2010-\\u2015\\u2212]|[ \\u00a0]?)(\\d{4})(?!\\d)");

    private PersonalNumbers() {}

    /**
     * The text with everything that looks like a personal number replaced by {@link #MASK}. With a hyphen or a century
     * the date is enough; ten digits in a row need a fitting check digit too, so that an invoice number stays readable.
     */
    public static String masked(String text) {
        return NUMBER.matcher(text)
                .replaceAll(found -> Matcher.quoteReplacement(isPersonal(found) ? MASK : found.group()));
    }

    private static boolean isPersonal(MatchResult found) {
        return found.group(1) != null
                || !found.group(3).isBlank()
                || CheckDigits.luhnFits(found.group(2) + found.group(4));
    }
}
