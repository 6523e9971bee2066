package org.accountinghub.connectors.http;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.accountinghub.connectors.spi.Conversation;
import org.accountinghub.connectors.spi.Exchange;

/** Hides values of one document wherever they show in its exchanges, whatever they look like. */
public final class Hiding {

    private static final String HIDDEN = "***";

    private Hiding() {}

    /** A conversation in which none of the values shows, plain or encoded for an address. */
    public static Conversation of(Collection<String> values, Conversation to) {
        List<String> longestFirst = values.stream()
                .filter(value -> !value.isBlank())
                .sorted(Comparator.comparing(String::length).reversed())
                .toList();
        return exchange -> to.heard(new Exchange(
                exchange.operation(),
                without(longestFirst, exchange.uri()),
                exchange.at(),
                exchange.took(),
                without(longestFirst, exchange.request()),
                exchange.status(),
                without(longestFirst, exchange.answer())));
    }

    private static String without(List<String> values, String text) {
        String hidden = text;
        for (String value : values) {
            hidden = hidden.replace(value, HIDDEN).replace(Request.encoded(value), HIDDEN);
        }
        return hidden;
    }
}
