package org.accountinghub.connectors.fortnox.simulator;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.accountinghub.connectors.testkit.partner.Answer;
import org.accountinghub.connectors.testkit.partner.Call;
import org.accountinghub.connectors.testkit.partner.PartnerRequest;
import org.accountinghub.connectors.testkit.partner.Prepared;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** {@code POST /oauth-v1/token} with its three grants. */
final class TokenEndpoint {
    static final String PATH = "/oauth-v1/token";
    static final String OPERATION = "POST " + PATH;

    private final Tokens tokens;
    private final Map<String, String> clients;

    TokenEndpoint(Tokens tokens, Map<String, String> clients) {
        this.tokens = tokens;
        this.clients = clients;
    }

    Prepared prepare(PartnerRequest request) {
        Optional<String> client = client(request);
        if (client.isEmpty()) {
            return refused("", 401, "invalid_client", "The client credentials are invalid");
        }
        Map<String, String> form = request.form();
        return switch (form.getOrDefault("grant_type", "")) {
            case "authorization_code" -> byCode(form, client.get(), request.at());
            case "refresh_token" -> byRefreshToken(form, client.get(), request.at());
            case "client_credentials" -> byCredentials(request, client.get());
            default -> refused("", 400, "unsupported_grant_type", "Grant type not supported");
        };
    }

    private Optional<String> client(PartnerRequest request) {
        return request.header("Authorization")
                .filter(header -> header.startsWith("Basic "))
                .flatMap(header -> decoded(header.substring("Basic ".length())))
                .filter(pair -> pair.indexOf(':') > 0)
                .filter(pair ->
                        pair.substring(pair.indexOf(':') + 1).equals(clients.get(pair.substring(0, pair.indexOf(':')))))
                .map(pair -> pair.substring(0, pair.indexOf(':')));
    }

    private static Optional<String> decoded(String base64) {
        try {
            return Optional.of(new String(Base64.getDecoder().decode(base64.strip()), StandardCharsets.UTF_8));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private Prepared byCode(Map<String, String> form, String client, Instant now) {
        String code = form.getOrDefault("code", "");
        Optional<Grant> grant = tokens.code(code, now)
                .filter(found -> found.clientId().equals(client))
                .filter(found -> found.redirectUri().equals(form.getOrDefault("redirect_uri", "")));
        return grant.map(found -> issued(found, true, now, () -> tokens.useCode(code)))
                .orElseGet(() -> refused(
                        "", 400, "invalid_grant", "Authorization code doesn't exist or is invalid for the client"));
    }

    private Prepared byRefreshToken(Map<String, String> form, String client, Instant now) {
        String token = form.getOrDefault("refresh_token", "");
        Optional<Grant> grant =
                tokens.refresh(token, now).filter(found -> found.clientId().equals(client));
        return grant.map(found -> issued(found, true, now, () -> tokens.useRefresh(token)))
                .orElseGet(() -> refused("", 400, "invalid_grant", "Invalid refresh token"));
    }

    private Prepared byCredentials(PartnerRequest request, String client) {
        Optional<String> tenant = request.header("TenantId");
        if (tenant.isEmpty()) {
            return refused("", 400, "invalid_request", "Missing header: TenantId");
        }
        Optional<Set<String>> scopes = tokens.consented(tenant.get());
        return scopes.map(found ->
                        issued(new Grant(client, tenant.get(), found, "", request.at()), false, request.at(), () -> {}))
                .orElseGet(() -> refused(tenant.get(), 400, "invalid_grant", "No consent for this tenant"));
    }

    /** New tokens take effect, and the old one dies, only when the answer's commit runs. */
    private Prepared issued(Grant grant, boolean refreshable, Instant now, Runnable use) {
        String accessToken = Tokens.jwt(grant, now);
        String refreshToken = Tokens.random();
        ObjectNode body = JsonMapper.shared()
                .createObjectNode()
                .put("access_token", accessToken)
                .put("expires_in", Tokens.ACCESS.toSeconds())
                .put("token_type", "bearer")
                .put("scope", String.join(" ", grant.scopes()));
        if (refreshable) {
            body.put("refresh_token", refreshToken);
        }
        return new Prepared(new Call(OPERATION, grant.tenant(), ""), Answer.json(200, body), Optional.of(() -> {
            use.run();
            tokens.addAccess(accessToken, grant, now);
            if (refreshable) {
                tokens.addRefresh(refreshToken, grant, now);
            }
        }));
    }

    /** An error status that has nothing to do with what was asked. */
    static Answer failure(int status) {
        return error(status, status == 401 ? "invalid_client" : "temporarily_unavailable", "Status " + status);
    }

    private static Prepared refused(String tenant, int status, String error, String description) {
        return Prepared.only(new Call(OPERATION, tenant, ""), error(status, error, description));
    }

    private static Answer error(int status, String error, String description) {
        return Answer.json(
                status,
                JsonMapper.shared().createObjectNode().put("error", error).put("error_description", description));
    }
}
