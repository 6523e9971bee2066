package org.accountinghub.connectors.fortnox;

import java.net.URI;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.accountinghub.connectors.http.AllowedAddresses;
import org.accountinghub.connectors.spi.ConnectionSettings;
import org.accountinghub.connectors.spi.InvalidSettingsException;
import org.accountinghub.connectors.spi.Secret;
import org.accountinghub.connectors.spi.Setting;
import org.accountinghub.mappings.fortnox.FortnoxRules;

/**
 * One connection's settings, read and checked. Each is described in {@link #ALL}.
 *
 * @param lateness L of the published promise
 */
record FortnoxSettings(
        String connection,
        ZoneId zone,
        URI base,
        URI authorize,
        URI token,
        String clientId,
        Secret clientSecret,
        GrantKind grant,
        Optional<String> tenant,
        String scopes,
        UnknownArticle unknownArticle,
        FortnoxRules rules,
        Duration lateness,
        Duration timeout) {

    /** How access tokens are had. */
    enum GrantKind {
        CLIENT_CREDENTIALS,
        AUTHORIZATION_CODE
    }

    /** What happens to a row whose article Fortnox does not have. */
    enum UnknownArticle {
        TEXT_ROW,
        REFUSE
    }

    static final String CLIENT_ID = "client-id";
    static final String CLIENT_SECRET = "client-secret";
    static final String GRANT = "grant";
    static final String TENANT = "tenant-id";
    static final String SCOPES = "scopes";
    static final String BASE = "base-address";
    static final String AUTHORIZE = "authorize-address";
    static final String TOKEN = "token-address";
    static final String PLAIN_HTTP = "plain-http";
    static final String UNKNOWN_ARTICLE = "unknown-article";
    static final String FALLBACK_ACCOUNTS = "fallback-accounts";
    static final String TEXT_ROW_ACCOUNT = "text-row-account";
    static final String VAT_RATES = "vat-rates";
    static final String DESCRIPTION_LENGTH = "description-length";
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
            Setting.withDefault(
                    SCOPES,
                    "companyinformation customer article invoice",
                    "The rights to ask for at consent, separated by blanks. A change needs a new consent."),
            Setting.withDefault(BASE, "https://api.fortnox.se/3", "Where the API is."),
            Setting.withDefault(
                    AUTHORIZE, "https://apps.fortnox.se/oauth-v1/auth", "The page where a person consents."),
            Setting.withDefault(TOKEN, "https://apps.fortnox.se/oauth-v1/token", "Where tokens are given."),
            Setting.withDefault(
                    PLAIN_HTTP,
                    "refused",
                    "refused or allowed: whether the three addresses may be plain http beyond this machine. Only for test systems."),
            Setting.withDefault(
                    UNKNOWN_ARTICLE,
                    "text-row",
                    "A row whose article Fortnox does not have, or has inactive: text-row sends it without article number on its fallback account, refuse stops the order."),
            Setting.optional(
                    FALLBACK_ACCOUNTS,
                    "Income account of rows whose article Fortnox does not have, by VAT rate: 25=3001,12=3002. A rate that is not named is left to the company's default account."),
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
                    LATENESS,
                    "120",
                    "Seconds, 10 to 3600, after which an invoice whose answer was lost cannot appear any more. The hub searches twice over a longer time before it creates again."),
            Setting.withDefault(TIMEOUT, "20", "Seconds, 1 to 20, to wait for the whole answer to one request."));

    static FortnoxSettings read(ConnectionSettings given) {
        boolean plainHttp = choice(given, PLAIN_HTTP, "refused", "allowed") == 1;
        return new FortnoxSettings(
                given.connection(),
                given.zone(),
                address(given, BASE, plainHttp),
                address(given, AUTHORIZE, plainHttp),
                address(given, TOKEN, plainHttp),
                given.get(CLIENT_ID),
                given.secret(CLIENT_SECRET),
                GrantKind.values()[choice(given, GRANT, "client-credentials", "authorization-code")],
                given.find(TENANT).map(FortnoxSettings::tenant),
                scopes(text(given, SCOPES)),
                UnknownArticle.values()[choice(given, UNKNOWN_ARTICLE, "text-row", "refuse")],
                rules(given),
                Duration.ofSeconds(number(LATENESS, text(given, LATENESS), 10, 3600)),
                Duration.ofSeconds(number(TIMEOUT, text(given, TIMEOUT), 1, 20)));
    }

    AllowedAddresses addresses() {
        return AllowedAddresses.of(base, token);
    }

    private static URI address(ConnectionSettings given, String name, boolean plainHttp) {
        return AllowedAddresses.read(name, text(given, name), plainHttp);
    }

    private static String text(ConnectionSettings given, String name) {
        return given.find(name)
                .or(() -> ALL.stream()
                        .filter(setting -> setting.name().equals(name))
                        .findFirst()
                        .flatMap(Setting::fallback))
                .map(String::strip)
                .orElseThrow(() -> new InvalidSettingsException(name, "is missing; give it a value"));
    }

    private static int choice(ConnectionSettings given, String name, String... allowed) {
        int index = Arrays.asList(allowed).indexOf(text(given, name));
        if (index < 0) {
            throw new InvalidSettingsException(name, "must be " + String.join(" or ", allowed));
        }
        return index;
    }

    private static int number(String name, String value, int least, int most) {
        if (!value.strip().matches("\\d{1,6}")
                || Integer.parseInt(value.strip()) < least
                || Integer.parseInt(value.strip()) > most) {
            throw new InvalidSettingsException(name, "must be a whole number from " + least + " to " + most);
        }
        return Integer.parseInt(value.strip());
    }

    private static String tenant(String value) {
        if (!value.strip().matches("\\d{1,12}")) {
            throw new InvalidSettingsException(TENANT, "must be the company's database number, digits only");
        }
        return value.strip();
    }

    private static String scopes(String value) {
        if (!value.matches("[a-z0-9_-]+( +[a-z0-9_-]+)*")) {
            throw new InvalidSettingsException(SCOPES, "must be names of rights in lower case, separated by blanks");
        }
        return value;
    }

    private static FortnoxRules rules(ConnectionSettings given) {
        FortnoxRules rules = FortnoxRules.standard()
                .withVatRates(rates(text(given, VAT_RATES)))
                .withDescriptionLength(number(DESCRIPTION_LENGTH, text(given, DESCRIPTION_LENGTH), 50, 255))
                .withAccounts(given.find(FALLBACK_ACCOUNTS)
                        .map(FortnoxSettings::accounts)
                        .orElse(Map.of()));
        return given.find(TEXT_ROW_ACCOUNT)
                .map(account -> rules.withTextRowAccount(number(TEXT_ROW_ACCOUNT, account, 0, 9999)))
                .orElse(rules);
    }

    private static Set<Integer> rates(String value) {
        Set<Integer> rates = new TreeSet<>();
        for (String rate : value.split(",", -1)) {
            if (!rate.strip().matches("\\d{1,2}")) {
                throw new InvalidSettingsException(
                        VAT_RATES, "must be whole percentages separated by commas, such as 25,12,6,0");
            }
            rates.add(Integer.valueOf(rate.strip()));
        }
        return rates;
    }

    private static Map<Integer, Integer> accounts(String value) {
        Map<Integer, Integer> accounts = new TreeMap<>();
        for (String pair : value.split(",", -1)) {
            if (!pair.strip().matches("\\d{1,2} *= *[1-9]\\d{3}")) {
                throw new InvalidSettingsException(
                        FALLBACK_ACCOUNTS,
                        "must be accounts by VAT rate, separated by commas, such as 25=3001,12=3002");
            }
            String[] parts = pair.strip().split(" *= *", -1);
            accounts.put(Integer.valueOf(parts[0]), Integer.valueOf(parts[1]));
        }
        return accounts;
    }
}
