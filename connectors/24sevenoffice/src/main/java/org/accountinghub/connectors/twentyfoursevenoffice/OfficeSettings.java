package org.accountinghub.connectors.twentyfoursevenoffice;

import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.Currency;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.accountinghub.connectors.http.AllowedAddresses;
import org.accountinghub.connectors.http.GivenSettings;
import org.accountinghub.connectors.spi.ConnectionSettings;
import org.accountinghub.connectors.spi.InvalidSettingsException;
import org.accountinghub.connectors.spi.RateLimit;
import org.accountinghub.connectors.spi.Secret;
import org.accountinghub.mappings.model.PricedForm;
import org.accountinghub.mappings.model.Vat;
import org.accountinghub.mappings.twentyfoursevenoffice.OfficeRules;
import org.accountinghub.mappings.twentyfoursevenoffice.TaxCode;
import org.accountinghub.mappings.twentyfoursevenoffice.soap.invoice.DistributionMethod;
import org.accountinghub.mappings.twentyfoursevenoffice.soap.invoice.OrderSlipStateType;

/**
 * One connection's settings, read and checked. Each is described in {@link SettingsList}.
 *
 * @param credentials whom the hub logs in as
 * @param distribution of invoices; empty = by the customer's own way
 * @param limit the calls that are allowed, counted where 24SevenOffice counts
 * @param lateness L of the published promise
 * @param registers whether and how records are changed
 */
record OfficeSettings(
        Credentials credentials,
        URI base,
        OfficeRules rules,
        Optional<DistributionMethod> distribution,
        RateLimit limit,
        Duration session,
        Duration lookBack,
        Duration lateness,
        Duration timeout,
        Registers registers) {

    /**
     * What is done to the registers there.
     *
     * @param changes whether anything is
     * @param categories of new articles, by VAT rate
     */
    record Registers(boolean changes, Map<BigDecimal, Integer> categories) {}

    private enum Changes {
        OFF,
        ON
    }

    /** Who logs in, and as whom in which company. */
    record Credentials(String application, String username, Secret password, String identity) {}

    private enum PlainHttp {
        REFUSED,
        ALLOWED
    }

    private enum OrderStatus {
        FOR_INVOICING,
        CONFIRMED,
        DRAFT,
        OFFER
    }

    private enum Distribution {
        UNCHANGED,
        PRINT,
        E_MAIL,
        ELECTRONIC_INVOICE
    }

    private enum UnknownArticle {
        REFUSE,
        FALLBACK_PRODUCT
    }

    private enum CountedBy {
        IDENTITY,
        APPLICATION
    }

    private static final String GUID = "[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}";
    private static final String NAME = "\\S.*";
    private static final String ID = "[1-9]\\d{0,8}";

    static OfficeSettings read(ConnectionSettings given) {
        GivenSettings text = new GivenSettings(given, SettingsList.ALL);
        boolean plainHttp = text.choice(SettingsList.PLAIN_HTTP, PlainHttp.class) == PlainHttp.ALLOWED;
        Credentials credentials = new Credentials(
                guid(text, SettingsList.APPLICATION),
                text.text(SettingsList.USERNAME),
                given.secret(SettingsList.PASSWORD),
                guid(text, SettingsList.IDENTITY));
        return new OfficeSettings(
                credentials,
                text.address(SettingsList.BASE, plainHttp),
                rules(given, text),
                text.find(SettingsList.DISTRIBUTION)
                        .map(word -> distribution(text.choice(SettingsList.DISTRIBUTION, Distribution.class))),
                limit(text, credentials),
                Duration.ofMinutes(text.number(SettingsList.SESSION, 2, 1440)),
                Duration.ofDays(text.number(SettingsList.LOOK_BACK, 1, 90)),
                Duration.ofSeconds(text.number(SettingsList.LATENESS, 10, 3600)),
                Duration.ofSeconds(text.number(SettingsList.TIMEOUT, 1, 20)),
                new Registers(
                        text.choice(SettingsList.REGISTER_CHANGES, Changes.class) == Changes.ON,
                        byRate(text, SettingsList.ARTICLE_CATEGORIES, ID, "25=1,12=3", Integer::valueOf)));
    }

    AllowedAddresses addresses() {
        return AllowedAddresses.of(base);
    }

    private static RateLimit limit(GivenSettings text, Credentials credentials) {
        String counted = switch (text.choice(SettingsList.COUNTED_BY, CountedBy.class)) {
            case APPLICATION -> credentials.application();
            case IDENTITY -> credentials.application() + "/" + credentials.identity();
        };
        return new RateLimit(
                "24sevenoffice/" + counted.toLowerCase(Locale.ROOT),
                text.number(SettingsList.CALLS, 100, 7200),
                Duration.ofHours(1));
    }

    private static OfficeRules rules(ConnectionSettings given, GivenSettings text) {
        OfficeRules standard = OfficeRules.standard();
        return new OfficeRules(
                currency(text),
                given.zone(),
                orderStatus(text.choice(SettingsList.ORDER_STATUS, OrderStatus.class)),
                new OfficeRules.Taxes(
                        byRate(text, SettingsList.TAX_CODES, ID, "25=3,12=13", OfficeSettings::taxCode),
                        byTreatment(text)),
                byRate(text, SettingsList.FALLBACK_PRODUCTS, "[^\\s,]{1,50}", "25=9025,12=9012", number -> number),
                text.choice(SettingsList.UNKNOWN_ARTICLE, UnknownArticle.class) == UnknownArticle.REFUSE,
                new OfficeRules.Ids(
                        ids(text, SettingsList.PERSONS, ID),
                        ids(text, SettingsList.DEPARTMENTS, ID),
                        ids(text, SettingsList.PROJECTS, ID),
                        ids(text, SettingsList.PAYMENT_TIMES, "-?\\d{1,3}")),
                new PricedForm.Limits(
                        standard.limits().quantityDecimals(),
                        text.number(SettingsList.PRICE_DECIMALS, 0, 4),
                        standard.limits().discountDecimals(),
                        standard.limits().amountsOff()),
                text.number(SettingsList.NAME_LENGTH, 50, 300),
                text.find(SettingsList.EXTERNAL_STATUS)
                        .map(mark -> text.number(SettingsList.EXTERNAL_STATUS, 1, 999_999_999)),
                new OfficeRules.Customers(text.choice(SettingsList.EXTERNAL_ID, OfficeRules.ExternalId.class)));
    }

    private static String guid(GivenSettings text, String name) {
        String value = text.text(name);
        if (!value.matches(GUID)) {
            throw new InvalidSettingsException(name, "must be a GUID such as 01234567-89ab-cdef-0123-456789abcdef");
        }
        return value;
    }

    private static Currency currency(GivenSettings text) {
        try {
            return Currency.getInstance(text.text(SettingsList.CURRENCY));
        } catch (IllegalArgumentException e) {
            throw new InvalidSettingsException(SettingsList.CURRENCY, "must be a currency's three letters such as NOK");
        }
    }

    private static <T> Map<BigDecimal, T> byRate(
            GivenSettings text, String name, String right, String example, Function<String, T> as) {
        Map<BigDecimal, T> rates = new HashMap<>();
        text.pairs(name, "\\d{1,2}(\\.\\d{1,2})?", right, example)
                .forEach((rate, value) -> rates.put(new BigDecimal(rate), as.apply(value)));
        return rates;
    }

    private static Map<Vat.Treatment, TaxCode> byTreatment(GivenSettings text) {
        Map<String, Vat.Treatment> treatments = Arrays.stream(Vat.Treatment.values())
                .filter(one -> one != Vat.Treatment.DOMESTIC && one != Vat.Treatment.EU_WITH_VAT)
                .collect(Collectors.toMap(
                        one -> one.name().toLowerCase(Locale.ROOT).replace('_', '-'), one -> one));
        Map<Vat.Treatment, TaxCode> codes = new HashMap<>();
        text.pairs(
                        SettingsList.TAX_CODES_WITHOUT_VAT,
                        String.join("|", treatments.keySet()),
                        ID,
                        "eu-reverse-charge=52,export=5")
                .forEach((word, code) -> {
                    Vat.Treatment treatment = treatments.get(word);
                    if (treatment != null) {
                        codes.put(treatment, taxCode(code));
                    }
                });
        return codes;
    }

    private static TaxCode taxCode(String code) {
        return new TaxCode(Integer.parseInt(code), Optional.empty());
    }

    private static Map<String, Integer> ids(GivenSettings text, String name, String id) {
        return text.pairs(name, NAME, id, "Tekla Tekniker=7,Nils Ny=12").entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, pair -> Integer.valueOf(pair.getValue())));
    }

    private static OrderSlipStateType orderStatus(OrderStatus status) {
        return switch (status) {
            case FOR_INVOICING -> OrderSlipStateType.FOR_INVOICING;
            case CONFIRMED -> OrderSlipStateType.CONFIRMED;
            case DRAFT -> OrderSlipStateType.DRAFT;
            case OFFER -> OrderSlipStateType.OFFER;
        };
    }

    private static DistributionMethod distribution(Distribution distribution) {
        return switch (distribution) {
            case UNCHANGED -> DistributionMethod.UNCHANGED;
            case PRINT -> DistributionMethod.PRINT;
            case E_MAIL -> DistributionMethod.E_MAIL;
            case ELECTRONIC_INVOICE -> DistributionMethod.ELECTRONIC_INVOICE;
        };
    }
}
