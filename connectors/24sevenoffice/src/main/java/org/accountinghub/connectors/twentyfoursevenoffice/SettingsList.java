package org.accountinghub.connectors.twentyfoursevenoffice;

import java.util.List;
import org.accountinghub.connectors.spi.Setting;

/** What can be set on a connection to 24SevenOffice. */
final class SettingsList {

    static final String APPLICATION = "application-id";
    static final String USERNAME = "username";
    static final String PASSWORD = "password";
    static final String IDENTITY = "identity-id";
    static final String CURRENCY = "currency";
    static final String BASE = "base-address";
    static final String PLAIN_HTTP = "plain-http";
    static final String ORDER_STATUS = "order-status";
    static final String DISTRIBUTION = "distribution";
    static final String UNKNOWN_ARTICLE = "unknown-article";
    static final String FALLBACK_PRODUCTS = "fallback-products";
    static final String TAX_CODES = "tax-codes";
    static final String TAX_CODES_WITHOUT_VAT = "tax-codes-without-vat";
    static final String PERSONS = "persons";
    static final String DEPARTMENTS = "departments";
    static final String PROJECTS = "projects";
    static final String PAYMENT_TIMES = "payment-times";
    static final String REGISTER_CHANGES = "register-changes";
    static final String ARTICLE_CATEGORIES = "article-categories";
    static final String EXTERNAL_ID = "external-id";
    static final String EXTERNAL_STATUS = "external-status";
    static final String NAME_LENGTH = "name-length";
    static final String PRICE_DECIMALS = "price-decimals";
    static final String SESSION = "session-minutes";
    static final String CALLS = "calls-per-hour";
    static final String COUNTED_BY = "limit-counted-by";
    static final String LOOK_BACK = "look-back-days";
    static final String LATENESS = "commit-lateness";
    static final String TIMEOUT = "request-timeout";

    static final List<Setting> ALL = List.of(
            Setting.required(
                    APPLICATION, "The integration's application id, a GUID that 24SevenOffice gave its maker."),
            Setting.required(USERNAME, "The user that the hub logs in as."),
            Setting.secret(PASSWORD, "That user's password."),
            Setting.required(
                    IDENTITY, "The user's identity in the company, a GUID; it decides whose books the hub writes to."),
            Setting.required(CURRENCY, "The company's own currency, three letters; documents in it name none there."),
            Setting.withDefault(BASE, "https://api.24sevenoffice.com", "Where the web services are."),
            Setting.withDefault(
                    PLAIN_HTTP,
                    "refused",
                    "refused or allowed: whether the address may be plain http beyond this machine. Only for test systems."),
            Setting.withDefault(
                    ORDER_STATUS,
                    "for-invoicing",
                    "The state of what is sent as an order: for-invoicing, confirmed, draft or offer."),
            Setting.optional(
                    DISTRIBUTION,
                    "How an invoice is sent over there: unchanged, print, e-mail or electronic-invoice. Empty leaves it to the customer's own way."),
            Setting.withDefault(
                    UNKNOWN_ARTICLE,
                    "refuse",
                    "A row whose article 24SevenOffice does not have: refuse stops the order, fallback-product sends it with the product of its VAT rate."),
            Setting.optional(
                    FALLBACK_PRODUCTS,
                    "Product numbers of rows without article by VAT rate: 25=9025,12=9012. 24SevenOffice takes no row with an amount without a product."),
            Setting.optional(
                    TAX_CODES,
                    "Tax codes of the company by VAT rate, where they shall override the products' own: 25=3,12=13."),
            Setting.optional(
                    TAX_CODES_WITHOUT_VAT,
                    "Tax codes of rows that are charged no VAT: domestic-reverse-charge=6,eu-reverse-charge=52,export=5."),
            Setting.optional(PERSONS, "Employee ids there by the name of our reference: Tekla Tekniker=7,Nils Ny=12."),
            Setting.optional(DEPARTMENTS, "Department ids there by cost centre: 100=4,200=5."),
            Setting.optional(PROJECTS, "Project ids there by cost centre, where cost centres are projects: P1=31."),
            Setting.optional(
                    PAYMENT_TIMES,
                    "Days there by our terms of payment, or their negative codes: 30 dagar netto=30. Terms that are a number need none."),
            Setting.withDefault(
                    REGISTER_CHANGES,
                    "off",
                    "off or on: whether customers and articles are changed, and articles created, in 24SevenOffice. Nothing documents what a save does to what it leaves out; records are saved whole and compared. Try it on a test company first."),
            Setting.optional(
                    ARTICLE_CATEGORIES,
                    "Ids of the product categories that new articles get, by VAT rate: 25=1,12=3. An article with another rate is not created."),
            Setting.withDefault(
                    EXTERNAL_ID,
                    "number",
                    "What a customer's external id holds: number is our customer number, key the whole key where several stores share the company."),
            Setting.optional(
                    EXTERNAL_STATUS,
                    "A number, 1 to 999999999, that marks the hub's documents; left out where the company uses that field itself."),
            Setting.withDefault(NAME_LENGTH, "300", "Longest text of a row in characters, 50 to 300."),
            Setting.withDefault(
                    PRICE_DECIMALS, "2", "Decimals of a price, 0 to 4; a row that needs more is rewritten."),
            Setting.withDefault(
                    SESSION, "15", "Minutes, 2 to 1440, for which a session is used before the hub logs in anew."),
            Setting.withDefault(
                    CALLS, "7000", "Calls in any hour, 100 to 7200; 24SevenOffice allows 7200, logging in included."),
            Setting.withDefault(
                    COUNTED_BY,
                    "identity",
                    "What 24SevenOffice counts calls by: identity, or application for all connections with this application id together."),
            Setting.withDefault(
                    LOOK_BACK,
                    "14",
                    "Days, 1 to 90, of changed documents that are looked through where one is wanted by its reference alone."),
            Setting.withDefault(
                    LATENESS,
                    "120",
                    "Seconds, 10 to 3600, after which something whose answer was lost cannot appear any more. The hub looks twice over a longer time before it creates again."),
            Setting.withDefault(TIMEOUT, "20", "Seconds, 1 to 20, to wait for the whole answer to one request."));

    private SettingsList() {}
}
