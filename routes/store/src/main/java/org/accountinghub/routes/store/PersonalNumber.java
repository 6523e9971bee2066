package org.accountinghub.routes.store;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Whether a text is a Swedish personal or coordination number: a day that exists (60 later in the latter), and its check digit. */
final class PersonalNumber {

    private static final Pattern FORM = Pattern.compile("(18|19|20)?(\\d{2})(\\d{2})(\\d{2})[-+]?(\\d{4})");

    private PersonalNumber() {}

    static boolean isValid(String text) {
        Matcher form = FORM.matcher(text.replaceAll("\\s", ""));
        return form.matches()
                && isDay(form)
                && luhn(form.group(2) + form.group(3) + form.group(4) + form.group(5)) % 10 == 0;
    }

    /** Without a century any will do that has the day. */
    private static boolean isDay(Matcher form) {
        int day = Integer.parseInt(form.group(4));
        int year = Integer.parseInt((form.group(1) == null ? "20" : form.group(1)) + form.group(2));
        try {
            LocalDate.of(year, Integer.parseInt(form.group(3)), day > 60 ? day - 60 : day);
            return true;
        } catch (DateTimeException e) {
            return false;
        }
    }

    private static int luhn(String digits) {
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            int product = (digits.charAt(i) - '0') * (i % 2 == 0 ? 2 : 1);
            sum += product / 10 + product % 10;
        }
        return sum;
    }
}
