package org.accountinghub.connectors.twentyfoursevenoffice;

import java.util.regex.Pattern;
import org.accountinghub.connectors.spi.Conversation;
import org.accountinghub.connectors.spi.Exchange;

/** A company may have a password, for a shop: it is read and written back with the rest, and shows nowhere. */
final class HiddenPasswords {

    private static final Pattern PASSWORD = Pattern.compile("(<(?:[\\w.-]+:)?Password>)[^<]*");

    private HiddenPasswords() {}

    static Conversation of(Conversation everything) {
        return exchange -> everything.heard(new Exchange(
                exchange.operation(),
                exchange.uri(),
                exchange.at(),
                exchange.took(),
                hidden(exchange.request()),
                exchange.status(),
                hidden(exchange.answer())));
    }

    private static String hidden(String text) {
        return PASSWORD.matcher(text).replaceAll("$1***");
    }
}
