package org.accountinghub.connectors.fortnox;

import java.net.URI;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.accountinghub.connectors.fortnox.FortnoxSettings.GrantKind;
import org.accountinghub.connectors.http.Addressing;
import org.accountinghub.connectors.http.JsonClient;
import org.accountinghub.connectors.http.Reply;
import org.accountinghub.connectors.http.Reply.Failed;
import org.accountinghub.connectors.http.Reply.Said;
import org.accountinghub.connectors.http.TokenEndpoint;
import org.accountinghub.connectors.spi.Consent;
import org.accountinghub.connectors.spi.Grant;
import org.accountinghub.connectors.spi.NoConsentException;
import org.accountinghub.connectors.spi.Outcome;
import org.accountinghub.connectors.spi.Secret;
import org.accountinghub.connectors.spi.TokenUnavailableException;
import org.accountinghub.mappings.fortnox.wire.CompanyInformation;

/** Consent, and tokens by authorization code, by rotating refresh token and by client credentials. */
final class FortnoxAuthorization implements Consent {

    private static final String GRANT_TYPE = "grant_type";

    private final FortnoxSettings settings;
    private final FortnoxClient client;
    private final TokenEndpoint tokens;

    FortnoxAuthorization(FortnoxSettings settings, FortnoxClient client, JsonClient http, InstantSource clock) {
        this.settings = settings;
        this.client = client;
        this.tokens = new TokenEndpoint(
                "fortnox", http, settings.token(), settings.clientId(), settings.clientSecret(), clock);
    }

    /** Client credentials work from settings alone when these name the company, which consented elsewhere. */
    Optional<Consent> consent() {
        boolean needed = settings.grant() == GrantKind.AUTHORIZATION_CODE
                || settings.tenant().isEmpty();
        return needed ? Optional.of(this) : Optional.empty();
    }

    @Override
    public URI page(String state, URI redirect) {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("client_id", settings.clientId());
        parameters.put("redirect_uri", redirect.toString());
        parameters.put("scope", String.join(" ", settings.scopes()));
        parameters.put("state", state);
        parameters.put("access_type", "offline");
        parameters.put("response_type", "code");
        parameters.put("account_type", "service");
        return URI.create(settings.authorize() + "?"
                + parameters.entrySet().stream()
                        .map(parameter -> parameter.getKey() + "=" + Addressing.encoded(parameter.getValue()))
                        .collect(Collectors.joining("&")));
    }

    @Override
    public Grant exchange(String code, URI redirect) {
        Grant grant = tokens.ask(
                Map.of(GRANT_TYPE, "authorization_code", "redirect_uri", redirect.toString()),
                Map.of("code", new Secret(code)),
                Map.of());
        String tenant = TokenTenant.of(grant.accessToken()).orElseGet(() -> askedTenant(grant.accessToken()));
        if (settings.tenant().isPresent() && !settings.tenant().get().equals(tenant)) {
            throw new NoConsentException(
                    FortnoxProblems.otherCompany(settings.tenant().get(), tenant));
        }
        return withTenant(grant, Optional.of(tenant));
    }

    Grant renew(Optional<Secret> refreshToken, Optional<String> pinned) {
        return settings.grant() == GrantKind.CLIENT_CREDENTIALS
                ? byCredentials(settings.tenant().or(() -> pinned))
                : byRefreshToken(refreshToken, pinned);
    }

    private Grant byCredentials(Optional<String> tenant) {
        String company = tenant.orElseThrow(() -> noConsent());
        Grant grant = tokens.ask(Map.of(GRANT_TYPE, "client_credentials"), Map.of(), Map.of("TenantId", company));
        return withTenant(grant, TokenTenant.of(grant.accessToken()).or(() -> tenant));
    }

    private Grant byRefreshToken(Optional<Secret> refreshToken, Optional<String> pinned) {
        Secret old = refreshToken.orElseThrow(() -> noConsent());
        Grant grant = tokens.ask(Map.of(GRANT_TYPE, "refresh_token"), Map.of("refresh_token", old), Map.of());
        return withTenant(grant, TokenTenant.of(grant.accessToken()).or(() -> pinned));
    }

    private String askedTenant(Secret token) {
        Reply<CompanyInformation.Body> reply =
                client.readWith(token, "/companyinformation", CompanyInformation.Body.class);
        Optional<String> tenant = reply instanceof Said<CompanyInformation.Body> said
                ? said.body().companyInformation().databaseNumber()
                : Optional.empty();
        return tenant.orElseThrow(() -> tenantUnknown(reply));
    }

    private static RuntimeException tenantUnknown(Reply<?> reply) {
        if (reply instanceof Failed<?> failed && failed.outcome() instanceof Outcome.Blocked blocked) {
            return new NoConsentException(blocked.problem());
        }
        return new TokenUnavailableException(FortnoxProblems.connection(
                "company-unknown",
                "Fortnox gave a token but did not say for which company.",
                "Consent again: hub connections authorize NAME."));
    }

    private static NoConsentException noConsent() {
        return new NoConsentException(FortnoxProblems.connection(
                "no-consent",
                "Nobody has consented to this connection yet.",
                "Consent: hub connections authorize NAME."));
    }

    private static Grant withTenant(Grant grant, Optional<String> tenant) {
        return new Grant(grant.accessToken(), grant.accessExpires(), grant.refreshToken(), tenant);
    }
}
