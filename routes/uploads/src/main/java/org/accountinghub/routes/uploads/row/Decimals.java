package org.accountinghub.routes.uploads.row;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Numbers as people write them: {@code 1 234,50}, {@code 1.234,50}, {@code 1,234.50}, {@code 25 %}. One comma or point
 * before exactly three digits is decimal in the language that writes decimals so, and doubtful in the other.
 */
final class Decimals {

    private static final Pattern GROUPED = Pattern.compile("-?\\d{1,3}( \\d{3})+([.,]\\d+)?");
    private static final Pattern POINTS_THEN_COMMA = Pattern.compile("-?\\d{1,3}(\\.\\d{3})+,\\d+");
    private static final Pattern COMMAS_THEN_POINT = Pattern.compile("-?\\d{1,3}(,\\d{3})+\\.\\d+");
    private static final Pattern PLAIN = Pattern.compile("-?\\d+([.,]\\d+)?");
    private static final Pattern DOUBTFUL = Pattern.compile("-?[1-9]\\d{0,2}[.,]\\d{3}");

    private Decimals() {}

    /** Empty when it is no number, or doubtful. */
    static Optional<BigDecimal> parse(String text, Language language) {
        String number = text.replaceAll("[\\s\\u00a0\\u202f]+", " ")
                .replace('\u2212', '-')
                .replaceFirst("(?i) ?(kr|sek|:-|%)\\.?$", "")
                .strip();
        if (isDoubtful(number, language)) {
            return Optional.empty();
        }
        if (POINTS_THEN_COMMA.matcher(number).matches()) {
            return decimal(number.replace(".", ""));
        }
        if (COMMAS_THEN_POINT.matcher(number).matches()) {
            return decimal(number.replace(",", ""));
        }
        return GROUPED.matcher(number).matches() || PLAIN.matcher(number).matches()
                ? decimal(number.replace(" ", ""))
                : Optional.empty();
    }

    /** {@code 1,234} is 1.234 to a Swede; who writes {@code 1.234} there may mean 1234. */
    static boolean isDoubtful(String number, Language language) {
        return DOUBTFUL.matcher(number).matches() && number.contains(language == Language.SWEDISH ? "." : ",");
    }

    private static Optional<BigDecimal> decimal(String number) {
        return number.length() > 40 ? Optional.empty() : Optional.of(new BigDecimal(number.replace(',', '.')));
    }
}
