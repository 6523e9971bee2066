package org.accountinghub.connectors.fortnox;

import java.net.URI;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.accountinghub.connectors.fortnox.Policy.Clearing;
import org.accountinghub.connectors.fortnox.Policy.InactiveCostCentre;
import org.accountinghub.connectors.fortnox.Policy.UnknownArticle;
import org.accountinghub.connectors.fortnox.Policy.WhenLocked;
import org.accountinghub.connectors.http.AllowedAddresses;
import org.accountinghub.connectors.spi.ConnectionSettings;
import org.accountinghub.connectors.spi.InvalidSettingsException;
import org.accountinghub.connectors.spi.Secret;
import org.accountinghub.mappings.fortnox.FortnoxRules;

/**
 * One connection's settings, read and checked. Each is described in {@link SettingsList}.
 *
 * @param scopes the rights to ask for at consent
 * @param ordersExpected whether the connection says itself that it has the right to orders; without saying so it may not
 *     need it
 * @param callsAllowed in any five seconds
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
        List<String> scopes,
        boolean ordersExpected,
        Policy policy,
        FortnoxRules rules,
        int callsAllowed,
        Duration lateness,
        Duration timeout) {

    /** How access tokens are had. */
    enum GrantKind {
        CLIENT_CREDENTIALS,
        AUTHORIZATION_CODE
    }

    private enum PlainHttp {
        REFUSED,
        ALLOWED
    }

    static final String ORDER = "order";
    static final String SETTINGS = "settings";
    static final String COST_CENTRE = "costcenter";

    private static final List<String> ALWAYS = List.of("companyinformation", "customer", "article", "invoice");

    static FortnoxSettings read(ConnectionSettings given) {
        SettingsText text = new SettingsText(given);
        boolean plainHttp = text.choice(SettingsList.PLAIN_HTTP, PlainHttp.class) == PlainHttp.ALLOWED;
        Policy policy = policy(given, text);
        Optional<List<String>> named = given.find(SettingsList.SCOPES).map(SettingsText::scopes);
        named.ifPresent(scopes -> mustHold(scopes, policy));
        return new FortnoxSettings(
                given.connection(),
                given.zone(),
                text.address(SettingsList.BASE, plainHttp),
                text.address(SettingsList.AUTHORIZE, plainHttp),
                text.address(SettingsList.TOKEN, plainHttp),
                given.get(SettingsList.CLIENT_ID),
                given.secret(SettingsList.CLIENT_SECRET),
                text.choice(SettingsList.GRANT, GrantKind.class),
                given.find(SettingsList.TENANT).map(SettingsText::tenant),
                named.orElseGet(() -> scopes(policy)),
                named.filter(scopes -> scopes.contains(ORDER)).isPresent(),
                policy,
                policy.unknownArticle() == UnknownArticle.TEXT_ROW
                        ? rules(given, text)
                        : rules(given, text).withArticlesRequired(),
                text.number(SettingsList.CALLS, 1, 10_000),
                Duration.ofSeconds(text.number(SettingsList.LATENESS, 10, 3600)),
                Duration.ofSeconds(text.number(SettingsList.TIMEOUT, 1, 20)));
    }

    AllowedAddresses addresses() {
        return AllowedAddresses.of(base, token);
    }

    /** Rights that these settings use beside those that everyone needs. */
    static List<String> needed(Policy policy) {
        List<String> needed = new ArrayList<>();
        if (policy.whenLocked() == WhenLocked.FIRST_OPEN_DATE) {
            needed.add(SETTINGS);
        }
        if (policy.inactiveCostCentre() == InactiveCostCentre.LEAVE_OUT) {
            needed.add(COST_CENTRE);
        }
        return List.copyOf(needed);
    }

    private static List<String> scopes(Policy policy) {
        List<String> scopes = new ArrayList<>(ALWAYS);
        scopes.add(ORDER);
        scopes.addAll(needed(policy));
        return List.copyOf(scopes);
    }

    private static void mustHold(List<String> scopes, Policy policy) {
        for (String right : needed(policy)) {
            if (!scopes.contains(right)) {
                throw new InvalidSettingsException(
                        SettingsList.SCOPES, "must hold " + right + ", which another setting needs");
            }
        }
    }

    private static Policy policy(ConnectionSettings given, SettingsText text) {
        return new Policy(
                text.choice(SettingsList.UNKNOWN_ARTICLE, UnknownArticle.class),
                text.choice(SettingsList.LOCKED_PERIOD, WhenLocked.class),
                text.choice(SettingsList.INACTIVE_COST_CENTRE, InactiveCostCentre.class),
                text.choice(SettingsList.CLEARING, Clearing.class),
                List.copyOf(given.find(SettingsList.AFTER_INVOICE)
                        .map(SettingsText::followUps)
                        .orElse(Set.of())));
    }

    private static FortnoxRules rules(ConnectionSettings given, SettingsText text) {
        FortnoxRules rules = FortnoxRules.standard()
                .withVatRates(SettingsText.rates(text.text(SettingsList.VAT_RATES)))
                .withDescriptionLength(text.number(SettingsList.DESCRIPTION_LENGTH, 50, 255))
                .withAccounts(given.find(SettingsList.FALLBACK_ACCOUNTS)
                        .map(SettingsText::accounts)
                        .orElse(Map.of()));
        return given.find(SettingsList.TEXT_ROW_ACCOUNT)
                .map(account -> rules.withTextRowAccount(text.number(SettingsList.TEXT_ROW_ACCOUNT, 0, 9999)))
                .orElse(rules);
    }
}
