package org.accountinghub.mappings.model;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A personal or co-ordination number in twelve digits. Ten digits get the century of the youngest person who can ask for a
 * tax reduction, a grown-up, or with a plus sign of one who is a hundred or more.
 */
public final class PersonalIdentity {

    private static final Pattern NUMBER = Pattern.compile("(18|19|20)?(\\d{2})(\\d{2})(\\d{2})([-+]?)(\\d{4})");
    private static final int COORDINATION = 60;
    private static final int GROWN_UP = 18;
    private static final int HUNDRED = 100;

    private PersonalIdentity() {}

    /** @return empty when it is none: no such date, or the check digit does not fit */
    public static Optional<String> twelveDigits(String written, LocalDate today) {
        Matcher number = NUMBER.matcher(written.replaceAll("[\\s\\u00a0]", ""));
        if (!number.matches() || !checkDigitFits(number)) {
            return Optional.empty();
        }
        String tail = number.group(2) + number.group(3) + number.group(4) + number.group(6);
        if (number.group(1) != null) {
            return birthday(number, Integer.parseInt(number.group(1)))
                    .filter(date -> !date.isAfter(today))
                    .map(date -> number.group(1) + tail);
        }
        int latest = today.getYear() - (number.group(5).equals("+") ? HUNDRED : GROWN_UP);
        for (int century = latest / 100; century >= latest / 100 - 1; century--) {
            Optional<LocalDate> born = birthday(number, century).filter(date -> date.getYear() <= latest);
            if (born.isPresent()) {
                return Optional.of(century + tail);
            }
        }
        return Optional.empty();
    }

    private static Optional<LocalDate> birthday(Matcher number, int century) {
        int day = Integer.parseInt(number.group(4));
        try {
            return Optional.of(LocalDate.of(
                    century * 100 + Integer.parseInt(number.group(2)),
                    Integer.parseInt(number.group(3)),
                    day > COORDINATION ? day - COORDINATION : day));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static boolean checkDigitFits(Matcher number) {
        String digits = number.group(2) + number.group(3) + number.group(4) + number.group(6);
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            int product = (digits.charAt(i) - '0') * (i % 2 == 0 ? 2 : 1);
            sum += product / 10 + product % 10;
        }
        return sum % 10 == 0;
    }
}
