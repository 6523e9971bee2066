package org.accountinghub.connectors.vismaeaccounting;

import java.net.URI;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
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
import org.accountinghub.mappings.vismaeaccounting.wire.CompanySettings;

/**
 * Consent by a person, who chooses the company, and tokens by code and by refresh token: Visma knows no other way. A refresh
 * token dies when that person changes the password.
 */
final class VismaAuthorization implements Consent {

    /** eAccounting among Visma's services; the person is asked which company. */
    private static final String SERVICE = "service:44643EB1-3F76-4C1C-A672-402AE8085934 forceselectcompany:true";

    private static final String GRANT_TYPE = "grant_type";

    private final VismaSettings settings;
    private final VismaClient client;
    private final TokenEndpoint tokens;

    VismaAuthorization(VismaSettings settings, VismaClient client, JsonClient http, InstantSource clock) {
        this.settings = settings;
        this.client = client;
        this.tokens = new TokenEndpoint(
                VismaConnectorFactory.NAME,
                http,
                settings.token(),
                settings.clientId(),
                settings.clientSecret(),
                clock);
    }

    @Override
    public URI page(String state, URI redirect) {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("client_id", settings.clientId());
        parameters.put("redirect_uri", redirect.toString());
        parameters.put("scope", String.join(" ", settings.scopes()));
        parameters.put("state", state);
        parameters.put("response_type", "code");
        parameters.put("prompt", "login");
        parameters.put("acr_values", SERVICE);
        return Addressing.of(settings.authorize(), "", parameters);
    }

    @Override
    public Grant exchange(String code, URI redirect) {
        Grant grant = tokens.ask(
                Map.of(GRANT_TYPE, "authorization_code", "redirect_uri", redirect.toString()),
                Map.of("code", new Secret(code)),
                Map.of());
        return withTenant(grant, Optional.of(company(grant.accessToken())));
    }

    Grant renew(Optional<Secret> refreshToken, Optional<String> pinned) {
        Secret old = refreshToken.orElseThrow(() -> new NoConsentException(VismaProblems.connection(
                "no-consent",
                "Nobody has consented to this connection yet.",
                "Consent: hub connections authorize NAME.")));
        Grant grant = tokens.ask(Map.of(GRANT_TYPE, "refresh_token"), Map.of("refresh_token", old), Map.of());
        return withTenant(grant, pinned);
    }

    private String company(Secret token) {
        Reply<CompanySettings> reply = client.readWith(token, Preparation.COMPANY, CompanySettings.class);
        Optional<String> tenant =
                reply instanceof Said<CompanySettings> said ? said.body().tenant() : Optional.empty();
        return tenant.orElseThrow(() -> unknown(reply));
    }

    private static RuntimeException unknown(Reply<?> reply) {
        if (reply instanceof Failed<?> failed && failed.outcome() instanceof Outcome.Blocked blocked) {
            return new NoConsentException(blocked.problem());
        }
        return new TokenUnavailableException(VismaProblems.connection(
                "company-unknown",
                "Visma gave a token but eAccounting did not say for which company.",
                "Consent again: hub connections authorize NAME."));
    }

    private static Grant withTenant(Grant grant, Optional<String> tenant) {
        return new Grant(grant.accessToken(), grant.accessExpires(), grant.refreshToken(), tenant);
    }
}
