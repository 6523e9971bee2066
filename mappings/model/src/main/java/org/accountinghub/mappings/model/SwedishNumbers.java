package org.accountinghub.mappings.model;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.accountinghub.mappings.model.RegistrationCheck.Form;
import org.accountinghub.mappings.model.RegistrationCheck.Invalid;
import org.accountinghub.mappings.model.RegistrationCheck.Valid;
import org.accountinghub.mappings.model.RegistrationNumber.Kind;

/**
 * Swedish organisation, personal and coordination numbers of ten or twelve digits. In an organisation number the third
 * digit is 2 or more, where a person has the month; before its ten digits may stand 16. In a person's number {@code +}
 * takes the hyphen's place from the year in which the person becomes 100.
 */
final class SwedishNumbers {

    private static final Pattern FORM = Pattern.compile("(\\d{2})?(\\d{2})(\\d{2})(\\d{2})([-+]?)(\\d{4})");
    private static final List<Integer> CENTURIES = List.of(2000, 1900, 1800);
    private static final int COORDINATION = 60;
    private static final int OLD = 100;
    private static final int MONTHS_END = 20;

    private SwedishNumbers() {}

    /** @param compact without blanks, in upper case, with ordinary hyphens */
    static RegistrationCheck check(String compact, Kind kind, LocalDate today) {
        Matcher form = FORM.matcher(compact);
        if (!form.matches()) {
            return malformed(compact);
        }
        String ten = form.group(2) + form.group(3) + form.group(4) + form.group(6);
        RegistrationCheck found = Integer.parseInt(form.group(3)) >= MONTHS_END
                ? organisation(form, ten, kind)
                : person(form, ten, today);
        return found instanceof Valid && !CheckDigits.luhnFits(ten)
                ? new Invalid(
                        "the last digit does not fit the others", "Compare every digit; two may have changed places.")
                : found;
    }

    private static RegistrationCheck organisation(Matcher form, String ten, Kind kind) {
        if (kind == Kind.PERSONAL) {
            return new Invalid(
                    "it is an organisation number, and the customer is a private person",
                    "Give the personal number, or make the customer a business.");
        }
        if (form.group(1) != null && !form.group(1).equals("16")) {
            return new Invalid(
                    "before the ten digits of an organisation number only 16 can stand", "Leave the first two away.");
        }
        return form.group(5).equals("+")
                ? new Invalid("an organisation number has no +", "Write it as NNNNNN-NNNN.")
                : new Valid(Form.SWEDISH_ORGANISATION, ten);
    }

    private static RegistrationCheck person(Matcher form, String ten, LocalDate today) {
        if (form.group(1) != null && !form.group(1).matches("18|19|20")) {
            return new Invalid(
                    "twelve digits of a person begin with the year of birth: 18, 19 or 20", "Write YYYYMMDD-NNNN.");
        }
        int day = Integer.parseInt(form.group(4));
        boolean coordination = day > COORDINATION;
        Optional<LocalDate> born = CENTURIES.stream()
                .filter(century -> form.group(1) == null || century / 100 == Integer.parseInt(form.group(1)))
                .flatMap(century -> day(
                        century + Integer.parseInt(form.group(2)),
                        Integer.parseInt(form.group(3)),
                        coordination ? day - COORDINATION : day)
                        .stream())
                .filter(date -> !date.isAfter(today))
                .filter(date ->
                        !form.group(5).equals("+") || form.group(1) != null || date.getYear() <= today.getYear() - OLD)
                .findFirst();
        return born.<RegistrationCheck>map(date -> new Valid(
                        coordination ? Form.SWEDISH_COORDINATION : Form.SWEDISH_PERSON, date.getYear() / 100 + ten))
                .orElse(new Invalid(
                        "its first digits are no day on which a person can be born", "Write YYYYMMDD-NNNN."));
    }

    private static Optional<LocalDate> day(int year, int month, int day) {
        try {
            return Optional.of(LocalDate.of(year, month, day));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Invalid malformed(String compact) {
        if (compact.matches("SE\\d{12}")) {
            return new Invalid("it is a VAT number", "Leave SE at its beginning and the last two digits away.");
        }
        if (!compact.matches("[0-9+-]*")) {
            return new Invalid("it has other characters than digits", "Write NNNNNN-NNNN or YYYYMMDD-NNNN.");
        }
        int digits = compact.replaceAll("\\D", "").length();
        return digits == 10 || digits == 12
                ? new Invalid("its hyphen stands in the wrong place", "Write NNNNNN-NNNN or YYYYMMDD-NNNN.")
                : new Invalid("it has " + digits + " digits", "Give ten digits, or twelve with the century.");
    }
}
