package org.accountinghub.routes.store;

import java.util.Currency;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Currencies by their letters, as a store spells them. */
final class Currencies {

    private static final Set<Currency> KNOWN = Currency.getAvailableCurrencies();

    private Currencies() {}

    static Optional<Currency> named(String code) {
        String letters = code.strip().toUpperCase(Locale.ROOT);
        return KNOWN.stream()
                .filter(currency -> currency.getCurrencyCode().equals(letters))
                .findFirst();
    }
}
