package org.accountinghub.connectors.twentyfoursevenoffice;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.accountinghub.connectors.spi.Conversation;
import org.accountinghub.connectors.spi.Exchange;

/** Hides the numbers of everybody who may be a person: registers hold mistyped ones that nothing else knows for one. */
final class RegisterSecrets {

    private static final String HIDDEN = "***";
    private static final Pattern NUMBER = Pattern.compile("(<(?:[\\w.-]+:)?OrganizationNumber>)([^<]*)");
    /** A Swedish company's has 20 or more where a person's has the month; a Norwegian one has nine digits. */
    private static final Pattern COMPANY = Pattern.compile("|(16)?\\d{2}[2-9]\\d{3}-?\\d{4}|[89]\\d{8}");

    private RegisterSecrets() {}

    static Conversation hidden(Conversation everything) {
        return exchange -> everything.heard(new Exchange(
                exchange.operation(),
                exchange.uri(),
                exchange.at(),
                exchange.took(),
                exchange.request(),
                exchange.status(),
                NUMBER.matcher(exchange.answer())
                        .replaceAll(found -> Matcher.quoteReplacement(
                                COMPANY.matcher(found.group(2)).matches() ? found.group() : found.group(1) + HIDDEN))));
    }
}
