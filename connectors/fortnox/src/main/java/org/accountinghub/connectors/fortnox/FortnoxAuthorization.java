package org.accountinghub.connectors.fortnox;

import java.net.URI;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import org.accountinghub.connectors.fortnox.FortnoxSettings.GrantKind;
import org.accountinghub.connectors.http.Addressing;
import org.accountinghub.connectors.http.JsonClient;
import org.accountinghub.connectors.http.Reply;
import org.accountinghub.connectors.http.Reply.Said;
import org.accountinghub.connectors.http.TokenEndpoint;
import org.accountinghub.connectors.spi.Consent;
import org.accountinghub.connectors.spi.Grant;
import org.accountinghub.connectors.spi.NoConsentException;
import org.accountinghub.connectors.spi.Secret;
import org.accountinghub.mappings.fortnox.wire.CompanyInformation;

/** Consent, and tokens by authorization code, by rotating refresh token and by client credentials. */
final class FortnoxAuthorization implements Consent {

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
        Map<String, String> parameters = Map.of(
                "client_id",
                settings.clientId(),
                "redirect_uri",
                redirect.toString(),
                "scope",
                String.join(" ", settings.scopes()),
                "state",
                state,
                "access_type",
                "offline",
                "response_type",
                "code",
                "account_type",
                "service");
        return Addressing.of(settings.authorize(), "", parameters);
    }

    @Override
    public Grant exchange(String code, URI redirect) {
        Grant grant = tokens.byCode(code, redirect);
        String tenant = TokenTenant.of(grant.accessToken()).orElseGet(() -> askedTenant(grant.accessToken()));
        if (settings.tenant().isPresent() && !settings.tenant().get().equals(tenant)) {
            throw new NoConsentException(
                    FortnoxProblems.otherCompany(settings.tenant().get(), tenant));
        }
        return grant.with(Optional.of(tenant));
    }

    Grant renew(Optional<Secret> refreshToken, Optional<String> pinned) {
        return settings.grant() == GrantKind.CLIENT_CREDENTIALS
                ? byCredentials(settings.tenant().or(() -> pinned))
                : byRefreshToken(refreshToken, pinned);
    }

    private Grant byCredentials(Optional<String> tenant) {
        String company = tenant.orElseThrow(FortnoxProblems.COMMON::noConsent);
        Grant grant = tokens.byCredentials(Map.of("TenantId", company));
        return grant.with(TokenTenant.of(grant.accessToken()).or(() -> tenant));
    }

    private Grant byRefreshToken(Optional<Secret> refreshToken, Optional<String> pinned) {
        Grant grant = tokens.byRefreshToken(refreshToken.orElseThrow(FortnoxProblems.COMMON::noConsent));
        return grant.with(TokenTenant.of(grant.accessToken()).or(() -> pinned));
    }

    private String askedTenant(Secret token) {
        Reply<CompanyInformation.Body> reply =
                client.readWith(token, "/companyinformation", CompanyInformation.Body.class);
        Optional<String> tenant = reply instanceof Said<CompanyInformation.Body> said
                ? said.body().companyInformation().databaseNumber()
                : Optional.empty();
        return tenant.orElseThrow(() -> FortnoxProblems.COMMON.companyUnknown(reply));
    }
}
