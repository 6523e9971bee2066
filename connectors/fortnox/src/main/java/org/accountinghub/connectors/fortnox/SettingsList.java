package org.accountinghub.connectors.fortnox;

import java.util.List;
import org.accountinghub.connectors.spi.Setting;

/** What can be set on a connection to Fortnox. */
final class SettingsList {

    static final String CLIENT_ID = "client-id";
    static final String CLIENT_SECRET = "client-secret";
    static final String GRANT = "grant";
    static final String TENANT = "tenant-id";
    static final String SCOPES = "scopes";
    static final String BASE = "base-address";
    static final String AUTHORIZE = "authorize-address";
    static final String TOKEN = "token-address";
    static final String PLAIN_HTTP = "plain-http";
    static final String AFTER_INVOICE = "after-invoice";
    static final String LOCKED_PERIOD = "locked-period";
    static final String UNKNOWN_ARTICLE = "unknown-article";
    static final String FALLBACK_ACCOUNTS = "fallback-accounts";
    static final String INACTIVE_COST_CENTRE = "inactive-cost-centre";
    static final String TEXT_ROW_ACCOUNT = "text-row-account";
    static final String VAT_RATES = "vat-rates";
    static final String DESCRIPTION_LENGTH = "description-length";
    static final String CLEARING = "clear-values";
    static final String CALLS = "calls-in-window";
    static final String LATENESS = "commit-lateness";
    static final String TIMEOUT = "request-timeout";

    static final List<Setting> ALL = List.of(
            Setting.required(CLIENT_ID, "The integration's client id, from Fortnox's developer portal."),
            Setting.secret(CLIENT_SECRET, "The integration's client secret, from Fortnox's developer portal."),
            Setting.withDefault(
                    GRANT,
                    "client-credentials",
                    "How access tokens are had: client-credentials, or authorization-code with rotating refresh tokens."),
            Setting.optional(
                    TENANT,
                    "The company's database number in Fortnox. With it, client credentials need no consent through the hub; without it, it is learned from the first consent."),
            Setting.optional(
                    SCOPES,
                    "The rights to ask for at consent, separated by blanks; a change needs a new consent. Without it: companyinformation customer article invoice order, and what the other settings need."),
            Setting.withDefault(BASE, "https://api.fortnox.se/3", "Where the API is."),
            Setting.withDefault(
                    AUTHORIZE, "https://apps.fortnox.se/oauth-v1/auth", "The page where a person consents."),
            Setting.withDefault(TOKEN, "https://apps.fortnox.se/oauth-v1/token", "Where tokens are given."),
            Setting.withDefault(
                    PLAIN_HTTP,
                    "refused",
                    "refused or allowed: whether the three addresses may be plain http beyond this machine. Only for test systems."),
            Setting.optional(
                    AFTER_INVOICE,
                    "What is done with each invoice after it was created, separated by commas: bookkeep, mark-sent, email, e-invoice, print-service. Always in this order; nothing when empty."),
            Setting.withDefault(
                    LOCKED_PERIOD,
                    "hold",
                    "An invoice whose date lies in a locked period: hold makes it a problem, first-open-date gives it the first date that is open and says so. A missing financial year is a problem either way."),
            Setting.withDefault(
                    UNKNOWN_ARTICLE,
                    "text-row",
                    "A row whose article Fortnox does not have: text-row sends it without article number on its fallback account, create creates the article with that account, refuse stops the order. An inactive article is sent as text by text-row, and stops the order otherwise."),
            Setting.optional(
                    FALLBACK_ACCOUNTS,
                    "Income account of rows and of new articles where Fortnox does not have the article, by VAT rate: 25=3001,12=3002. A rate that is not named is left to the company's default account."),
            Setting.withDefault(
                    INACTIVE_COST_CENTRE,
                    "refuse",
                    "A cost centre that Fortnox has inactive: refuse stops the order, leave-out sends it without and says so."),
            Setting.optional(
                    TEXT_ROW_ACCOUNT,
                    "Account of rows that are text only, 0 to 9999; for companies whose default account demands a cost centre."),
            Setting.withDefault(
                    VAT_RATES,
                    "25,12,6,0",
                    "The VAT rates in percent that the company has in Fortnox. A row with another rate stops the order."),
            Setting.withDefault(
                    DESCRIPTION_LENGTH,
                    "255",
                    "Longest text of a row in characters, 50 to 255; longer ones continue in text rows."),
            Setting.withDefault(
                    CLEARING,
                    "texts",
                    "Which fields of a customer or an article lose their value in Fortnox when they lose it in the service system: texts, such as addresses, telephone and e-mail; all, which besides tries registration and VAT number, cost centre, terms of payment and unit; never."),
            Setting.withDefault(
                    CALLS,
                    "25",
                    "Calls, 1 to 10000, that may be made in any 5 seconds. More than Fortnox's 25 is for test systems only."),
            Setting.withDefault(
                    LATENESS,
                    "120",
                    "Seconds, 10 to 3600, after which something whose answer was lost cannot appear any more. The hub searches twice over a longer time before it creates again."),
            Setting.withDefault(TIMEOUT, "20", "Seconds, 1 to 20, to wait for the whole answer to one request."));

    private SettingsList() {}
}
