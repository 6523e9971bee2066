package org.accountinghub.routes.store;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Currency;
import java.util.List;

/**
 * How the hub looks at a store.
 *
 * @param name the store's name, first part of every key made from it
 * @param homeCurrency of customers without a currency of their own; a document's currency is never defaulted
 * @param vatRates domestic rates in percent; any other is a problem
 * @param patience how long one statement may take
 */
public record StoreSettings(String name, Currency homeCurrency, List<BigDecimal> vatRates, Duration patience) {

    public StoreSettings {
        vatRates = List.copyOf(vatRates);
    }

    /** Swedish kronor and Swedish VAT. */
    public static StoreSettings swedish(String name) {
        return new StoreSettings(
                name,
                Currency.getInstance("SEK"),
                List.of(BigDecimal.ZERO, BigDecimal.valueOf(6), BigDecimal.valueOf(12), BigDecimal.valueOf(25)),
                Duration.ofSeconds(15));
    }

    boolean knowsVat(BigDecimal rate) {
        return vatRates.stream().anyMatch(known -> known.compareTo(rate) == 0);
    }
}
