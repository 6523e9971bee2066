package org.accountinghub.connectors.vismaeaccounting;

import java.net.URI;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import org.accountinghub.connectors.http.Addressing;
import org.accountinghub.connectors.http.JsonClient;
import org.accountinghub.connectors.http.Reply;
import org.accountinghub.connectors.http.Reply.Said;
import org.accountinghub.connectors.http.TokenEndpoint;
import org.accountinghub.connectors.spi.Consent;
import org.accountinghub.connectors.spi.Grant;
import org.accountinghub.connectors.spi.Secret;
import org.accountinghub.mappings.vismaeaccounting.wire.CompanySettings;

/**
 * Consent by a person, who chooses the company, and tokens by code and by refresh token: Visma knows no other way. A refresh
 * token dies when that person changes the password.
 */
final class VismaAuthorization implements Consent {

    /** eAccounting among Visma's services; the person is asked which company. */
    private static final String SERVICE = "service:44643EB1-3F76-4C1C-A672-402AE8085934 forceselectcompany:true";

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
        Map<String, String> parameters = Map.of(
                "client_id",
                settings.clientId(),
                "redirect_uri",
                redirect.toString(),
                "scope",
                String.join(" ", settings.scopes()),
                "state",
                state,
                "response_type",
                "code",
                "prompt",
                "login",
                "acr_values",
                SERVICE);
        return Addressing.of(settings.authorize(), "", parameters);
    }

    @Override
    public Grant exchange(String code, URI redirect) {
        Grant grant = tokens.byCode(code, redirect);
        return grant.with(Optional.of(company(grant.accessToken())));
    }

    Grant renew(Optional<Secret> refreshToken, Optional<String> pinned) {
        return tokens.byRefreshToken(refreshToken.orElseThrow(VismaProblems.COMMON::noConsent))
                .with(pinned);
    }

    private String company(Secret token) {
        Reply<CompanySettings> reply = client.readWith(token, Preparation.COMPANY, CompanySettings.class);
        Optional<String> tenant =
                reply instanceof Said<CompanySettings> said ? said.body().tenant() : Optional.empty();
        return tenant.orElseThrow(() -> VismaProblems.COMMON.companyUnknown(reply));
    }
}
