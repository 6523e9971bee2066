package org.accountinghub.connectors.testkit.har;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Takes secrets and personal numbers out of what is recorded; names of headers and fields stay. */
final class Masks {
    /** The only personal number that may stand in a recording: reserved by the Swedish Tax Agency for tests. */
    static final String RESERVED = "191212121212";

    private static final String STARS = "***";
    private static final Pattern SECRET_HEADER = Pattern.compile("authorization|cookie|secret|token|api-?key|password");
    private static final Pattern JSON_SECRET =
            Pattern.compile("(\"(?:access_token|refresh_token|id_token|client_secret|password)\"\\s*:\\s*\")[^\"]*\"");
    private static final Pattern XML_SECRET = Pattern.compile(
            "(<(?:\\w+:)?(?:Password|LoginResult|SessionId|Token)(?:\\s[^>]*)?>)[^<]+(?=</)", Pattern.CASE_INSENSITIVE);
    private static final Pattern FORM_SECRET = Pattern.compile(
            "((?:^|[?&])(?:access_token|refresh_token|client_secret|password|code|state|assertion)=)[^&]*");
    private static final Pattern PERSONAL_NUMBER =
            Pattern.compile("(?<![\\d-])(?:\\d{2})?(\\d{2}(\\d{2})(\\d{2}))[-+ ]?(\\d{4})(?![\\d-])");

    private Masks() {}

    static String header(String name, String value) {
        if (!SECRET_HEADER.matcher(name.toLowerCase(Locale.ROOT)).find()) {
            return text(value);
        }
        int space = value.indexOf(' ');
        return space > 0 ? value.substring(0, space + 1) + STARS : STARS;
    }

    static String form(String encoded) {
        return text(FORM_SECRET.matcher(encoded).replaceAll("$1" + Matcher.quoteReplacement(STARS)));
    }

    /** A body in JSON or XML. */
    static String body(String body) {
        String json = JSON_SECRET.matcher(body).replaceAll("$1" + Matcher.quoteReplacement(STARS) + "\"");
        return text(XML_SECRET.matcher(json).replaceAll("$1" + Matcher.quoteReplacement(STARS)));
    }

    /** Replaces each personal or co-ordination number; organisation numbers have a month above 19 and stay. */
    static String text(String text) {
        return PERSONAL_NUMBER
                .matcher(text)
                .replaceAll(found -> isPersonal(found.group(1) + found.group(4), found.group(2), found.group(3))
                        ? RESERVED
                        : Matcher.quoteReplacement(found.group()));
    }

    private static boolean isPersonal(String tenDigits, String month, String day) {
        int m = Integer.parseInt(month);
        int d = Integer.parseInt(day) % 60;
        return m >= 1 && m <= 12 && d >= 1 && d <= 31 && checks(tenDigits);
    }

    private static boolean checks(String digits) {
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            int product = (digits.charAt(i) - '0') * (i % 2 == 0 ? 2 : 1);
            sum += product / 10 + product % 10;
        }
        return sum % 10 == 0;
    }
}
