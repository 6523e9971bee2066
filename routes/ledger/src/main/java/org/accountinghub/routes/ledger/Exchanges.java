package org.accountinghub.routes.ledger;

import java.util.ArrayList;
import java.util.List;
import org.accountinghub.connectors.spi.Exchange;
import org.accountinghub.mappings.model.PersonalNumbers;
import org.jspecify.annotations.Nullable;

/** What was said to a partner and answered, bounded, and with personal numbers masked once more, as it is kept. */
final class Exchanges {

    private static final int MOST = 24;
    private static final int LONGEST = 8_000;

    private Exchanges() {}

    /** Null when nothing was said. */
    static @Nullable String stored(List<Exchange> exchanges) {
        if (exchanges.isEmpty()) {
            return null;
        }
        List<Exchange> kept = new ArrayList<>();
        for (Exchange exchange : exchanges.subList(Math.max(0, exchanges.size() - MOST), exchanges.size())) {
            kept.add(new Exchange(
                    exchange.operation(),
                    bounded(exchange.uri()),
                    exchange.at(),
                    exchange.took(),
                    bounded(exchange.request()),
                    exchange.status(),
                    bounded(exchange.answer())));
        }
        return CanonicalJson.text(kept.toArray(Exchange[]::new));
    }

    static List<Exchange> kept(@Nullable String stored) {
        return stored == null ? List.of() : List.of(CanonicalJson.read(stored, Exchange[].class));
    }

    private static String bounded(String text) {
        String masked = PersonalNumbers.masked(text).replace("\u0000", "");
        return masked.length() <= LONGEST
                ? masked
                : masked.substring(0, LONGEST) + "… (" + (masked.length() - LONGEST) + " more characters)";
    }
}
