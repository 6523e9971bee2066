package org.accountinghub.connectors.testkit.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.accountinghub.connectors.spi.Conversation;
import org.accountinghub.connectors.spi.Exchange;

/** Every text that a connector let out while it was tested; none may hold a secret or a personal number. */
public final class Transcript implements Conversation {

    private final List<Exchange> exchanges = new ArrayList<>();
    private final List<String> texts = new ArrayList<>();

    @Override
    public synchronized void heard(Exchange exchange) {
        exchanges.add(exchange);
        texts.add(exchange.toString());
    }

    /** Notes how a value looks, and gives it back. */
    synchronized <T> T seen(T value) {
        texts.add(String.valueOf(value));
        if (value instanceof Throwable thrown) {
            for (Throwable link = thrown.getCause(); link != null; link = link.getCause()) {
                texts.add(link.toString());
            }
        }
        return value;
    }

    synchronized List<Exchange> exchanges() {
        return List.copyOf(exchanges);
    }

    synchronized void assertHides(Collection<String> secrets) {
        for (String text : texts) {
            for (String secret : secrets) {
                assertThat(text.contains(secret))
                        .as(
                                "a secret or personal number of %d characters shows in: %s",
                                secret.length(), text.replace(secret, "<here>"))
                        .isFalse();
            }
        }
    }
}
