package org.accountinghub.mappings.vismaeaccounting;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;

/**
 * What the company has of what an order names, looked up before translating.
 *
 * @param articles active ones by our number
 * @param fallbacks the company's articles for rows without one, by VAT rate in percent
 * @param costCentres ids of active ones by code
 */
public record Catalogue(Map<String, Item> articles, Map<BigDecimal, Item> fallbacks, Map<String, String> costCentres) {

    /**
     * An article that rows can name.
     *
     * @param vatRate in percent, of its coding; a row with it has this rate and no other
     */
    public record Item(String id, String number, BigDecimal vatRate, Optional<String> unit) {}

    public Catalogue {
        articles = Map.copyOf(articles);
        fallbacks = Map.copyOf(fallbacks);
        costCentres = Map.copyOf(costCentres);
    }

    Optional<Item> article(String number) {
        return Optional.ofNullable(articles.get(number));
    }

    Optional<Item> fallback(BigDecimal rate) {
        return Optional.ofNullable(fallbacks.get(Rates.plain(rate)));
    }
}
