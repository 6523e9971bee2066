package org.accountinghub.connectors.http;

import java.util.Collection;
import java.util.regex.Pattern;
import org.accountinghub.connectors.spi.Secret;
import org.accountinghub.mappings.model.PersonalNumbers;

/** Makes texts of an exchange fit to be shown: secrets and personal numbers masked, then cut. */
final class Masking {

    private static final int SHOWN = 8_000;
    private static final int LOOKED_AT = 2 * SHOWN;
    private static final String HIDDEN = "***";

    private static final String NAMES =
            "(?i)access_?token|refresh_?token|id_?token|client_?secret|client_?assertion|password|api_?key";
    private static final Pattern JSON =
            Pattern.compile("(\"(?:" + NAMES + ")\"\\s*:\\s*\")(?:[^\"\\\\]|\\\\.)*+(\"|$)");
    private static final Pattern XML = Pattern.compile("(<(?:[\\w.-]+:)?(?:" + NAMES + ")(?:\\s[^<>]*)?>)[^<]*");
    private static final Pattern FORM = Pattern.compile("((?:^|[?&])(?:" + NAMES + ")=)[^&\\s]*");

    private Masking() {}

    static String shown(String text, Collection<Secret> secrets) {
        String beginning = text.length() > LOOKED_AT ? text.substring(0, LOOKED_AT) : text;
        String masked = beginning;
        for (Secret secret : secrets) {
            if (!secret.reveal().isEmpty()) {
                masked = masked.replace(secret.reveal(), HIDDEN);
                masked = masked.replace(Request.encoded(secret.reveal()), HIDDEN);
                masked = masked.replace(inXml(secret.reveal()), HIDDEN);
            }
        }
        masked = JSON.matcher(masked).replaceAll("$1" + HIDDEN + "$2");
        masked = XML.matcher(masked).replaceAll("$1" + HIDDEN);
        masked = FORM.matcher(masked).replaceAll("$1" + HIDDEN);
        masked = PersonalNumbers.masked(masked);
        return masked.length() > SHOWN || beginning.length() < text.length()
                ? masked.substring(0, Math.min(SHOWN, masked.length())) + " … (" + text.length() + " characters)"
                : masked;
    }

    private static String inXml(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
