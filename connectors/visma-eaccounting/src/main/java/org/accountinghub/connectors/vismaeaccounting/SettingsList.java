package org.accountinghub.connectors.vismaeaccounting;

import java.util.List;
import org.accountinghub.connectors.spi.Setting;

/** Every setting of a connection to eAccounting. */
final class SettingsList {

    static final String CLIENT_ID = "client-id";
    static final String CLIENT_SECRET = "client-secret";
    static final String SCOPES = "scopes";
    static final String BASE = "base-address";
    static final String AUTHORIZE = "authorize-address";
    static final String TOKEN = "token-address";
    static final String PLAIN_HTTP = "plain-http";
    static final String INVOICE_AS = "invoice-as";
    static final String AFTER_INVOICE = "after-invoice";
    static final String ORDER_STATUS = "order-status";
    static final String CONVERT_ORDERS = "convert-orders";
    static final String UNKNOWN_ARTICLE = "unknown-article";
    static final String FALLBACK_ARTICLES = "fallback-articles";
    static final String CODINGS = "article-codings";
    static final String UNIT = "article-unit";
    static final String PAYMENT_TERMS = "payment-terms";
    static final String OUR_REFERENCE = "our-reference";
    static final String REFERENCE_ROW = "reference-row";
    static final String COST_CENTRE = "cost-centre-place";
    static final String TEXT_LENGTH = "text-length";
    static final String LIST_FILTER = "list-filter";
    static final String PAGE_SIZE = "page-size";
    static final String LOOK_BACK = "look-back";
    static final String CALLS = "calls-per-minute";
    static final String LATENESS = "commit-lateness";
    static final String TIMEOUT = "request-timeout";

    static final List<Setting> ALL = List.of(
            Setting.required(CLIENT_ID, "The integration's client id, from Visma's partner registration."),
            Setting.secret(CLIENT_SECRET, "The integration's client secret, from Visma's partner registration."),
            Setting.withDefault(
                    SCOPES,
                    "ea:api offline_access ea:sales",
                    "The rights to ask for at consent, separated by blanks; a change needs a new consent."),
            Setting.withDefault(BASE, "https://eaccountingapi.vismaonline.com/v2", "Where the API is."),
            Setting.withDefault(
                    AUTHORIZE,
                    "https://identity.vismaonline.com/connect/authorize",
                    "The page where a person consents."),
            Setting.withDefault(TOKEN, "https://identity.vismaonline.com/connect/token", "Where tokens are given."),
            Setting.withDefault(
                    PLAIN_HTTP,
                    "refused",
                    "refused or allowed: whether the three addresses may be plain http beyond this machine. Only for test systems."),
            Setting.withDefault(
                    INVOICE_AS,
                    "draft",
                    "draft leaves an invoice draft for a person to make the invoice of; invoice makes it at once when the draft comes to what was sent, and then it is booked for ever."),
            Setting.optional(
                    AFTER_INVOICE,
                    "email sends each invoice by e-mail after it was made; nothing when empty. Needs invoice-as=invoice."),
            Setting.withDefault(ORDER_STATUS, "ongoing", "The status of new orders: draft, ongoing or shipped."),
            Setting.withDefault(
                    CONVERT_ORDERS,
                    "no",
                    "yes makes the invoice of each order at once when the order comes to what was sent; no leaves that to a person."),
            Setting.withDefault(
                    UNKNOWN_ARTICLE,
                    "text-row",
                    "A row whose article eAccounting lacks, has inactive or has with another VAT rate: text-row sends it with the company's article for its rate, create creates the article (another rate stops the order), refuse stops the order."),
            Setting.optional(
                    FALLBACK_ARTICLES,
                    "Numbers of the company's articles for rows without an article of their own, by VAT rate: 25=DIV25,12=DIV12. A row without an article whose rate is not named stops the order."),
            Setting.optional(
                    CODINGS,
                    "Names of the article account codings of new articles, by VAT rate: 25=Tjänster 25 %. A rate that is not named takes the one active coding with that rate, if there is just one."),
            Setting.withDefault(
                    UNIT, "st", "Name or abbreviation of the unit of new articles whose own unit eAccounting lacks."),
            Setting.withDefault(
                    PAYMENT_TERMS,
                    "30",
                    "Terms of payment of new customers that have none of their own, by name or by number of days."),
            Setting.withDefault(
                    OUR_REFERENCE,
                    "order",
                    "Whose name is our reference: order, or assigned-technician of the customer where there is one."),
            Setting.withDefault(
                    REFERENCE_ROW,
                    "with-reference",
                    "What the last row of each document, a text, says: with-reference the order's number and the hub's mark, order-number the number only, and then a person decides more often after a lost answer."),
            Setting.withDefault(COST_CENTRE, "1", "Which of a row's three cost centres ours is: 1, 2 or 3."),
            Setting.withDefault(
                    TEXT_LENGTH,
                    "2000",
                    "Longest text of a row in characters, 50 to 2000; longer ones continue in text rows."),
            Setting.withDefault(
                    LIST_FILTER,
                    "used",
                    "used asks lists of drafts, orders, customers and articles for the newest, and lists of invoices for those made of a draft or an order; unused reads them whole, should eAccounting refuse the filter."),
            Setting.withDefault(PAGE_SIZE, "100", "How many records a page of a list has, 10 to 1000."),
            Setting.withDefault(
                    LOOK_BACK, "90", "Days, 1 to 730, that documents are looked back for by their mark alone."),
            Setting.withDefault(
                    CALLS,
                    "600",
                    "Calls each minute, 10 to 600, that Visma allows the client on one endpoint over all its connections."),
            Setting.withDefault(
                    LATENESS,
                    "120",
                    "Seconds, 10 to 3600, after which something whose answer was lost cannot appear any more. The hub searches twice over a longer time before it creates again."),
            Setting.withDefault(TIMEOUT, "20", "Seconds, 1 to 20, to wait for the whole answer to one request."));

    private SettingsList() {}
}
