package org.accountinghub.mappings.vismaeaccounting;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.accountinghub.mappings.model.BillableOrder;
import org.accountinghub.mappings.model.Customer;
import org.accountinghub.mappings.samples.SampleOrders;

/** The company of the tests: its articles have 25 %, its prices for private persons VAT in them. */
final class Company {

    static final Catalogue CATALOGUE = catalogue();

    private Company() {}

    static Recipient recipient(BillableOrder order) {
        return recipient(order, order.payer().type() == Customer.Type.PRIVATE);
    }

    static Recipient recipient(BillableOrder order, boolean pricesWithVat) {
        boolean abroad = order.payer()
                .invoiceAddress()
                .map(address -> !address.countryCode().equals("SE"))
                .orElse(false);
        return new Recipient(
                id("customer " + order.payer().number()),
                order.payer().number(),
                order.currency(),
                pricesWithVat,
                abroad);
    }

    /** The same for the same name. */
    static String id(String name) {
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).toString();
    }

    static Map<String, BigDecimal> ratesByArticle() {
        Map<String, BigDecimal> rates = new HashMap<>();
        CATALOGUE.articles().values().forEach(item -> rates.put(item.id(), item.vatRate()));
        CATALOGUE.fallbacks().values().forEach(item -> rates.put(item.id(), item.vatRate()));
        return rates;
    }

    private static Catalogue catalogue() {
        Map<String, Catalogue.Item> articles = new HashMap<>();
        SampleOrders.ARTICLES.forEach(number -> articles.put(number, item(number, 25, Optional.of("h"))));
        Map<BigDecimal, Catalogue.Item> fallbacks = new HashMap<>();
        for (int rate : new int[] {25, 12, 6, 0}) {
            fallbacks.put(BigDecimal.valueOf(rate), item("DIV" + rate, rate, Optional.empty()));
        }
        return new Catalogue(articles, fallbacks, Map.of("NORR", id("NORR"), "SÖDER", id("SÖDER")));
    }

    private static Catalogue.Item item(String number, int rate, Optional<String> unit) {
        return new Catalogue.Item(id("article " + number), number, BigDecimal.valueOf(rate), unit);
    }
}
