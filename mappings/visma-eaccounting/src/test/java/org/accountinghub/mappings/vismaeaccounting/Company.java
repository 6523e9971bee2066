package org.accountinghub.mappings.vismaeaccounting;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.accountinghub.mappings.model.BillableOrder;
import org.accountinghub.mappings.model.Customer;
import org.accountinghub.mappings.samples.SampleOrders;
import org.accountinghub.mappings.vismaeaccounting.wire.ArticleCoding;
import org.accountinghub.mappings.vismaeaccounting.wire.TermsOfPayment;
import org.accountinghub.mappings.vismaeaccounting.wire.Unit;

/** The company of the tests: its articles have 25 %, its prices for private persons VAT in them. */
final class Company {

    static final Catalogue CATALOGUE = catalogue();

    static final CompanyTerms TERMS = new CompanyTerms(List.of(terms("10 dagar", 10), terms("30 dagar", 30)));

    static final ArticleBasis BASIS = new ArticleBasis(
            List.of(coding("Varor 25 %", 25), coding("Tjänster 25 %", 25), coding("Försäljning 12 %", 12)),
            Map.of(BigDecimal.valueOf(25), "Tjänster 25 %"),
            List.of(unit("Styck", "st"), unit("Timme", "h")));

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

    private static TermsOfPayment terms(String name, int days) {
        return new TermsOfPayment(
                Optional.of(id(name)), Optional.of(name), Optional.empty(), Optional.of(days), Optional.of(true));
    }

    private static ArticleCoding coding(String name, int rate) {
        return new ArticleCoding(
                Optional.of(id(name)),
                Optional.of(name),
                Optional.empty(),
                Optional.empty(),
                Optional.of(BigDecimal.valueOf(rate, 2)),
                Optional.of(true));
    }

    private static Unit unit(String name, String abbreviation) {
        return new Unit(
                Optional.of(id(name)),
                Optional.of(name),
                Optional.empty(),
                Optional.of(abbreviation),
                Optional.empty());
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
