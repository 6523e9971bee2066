package org.accountinghub.connectors.fortnox.simulator;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.accountinghub.connectors.testkit.oauth.Clients;
import org.accountinghub.connectors.testkit.oauth.Grant;
import org.accountinghub.connectors.testkit.oauth.Grants;
import org.accountinghub.connectors.testkit.oauth.TokenEndpoint;
import org.accountinghub.connectors.testkit.partner.Answer;
import org.accountinghub.connectors.testkit.partner.PartnerRequest;
import org.accountinghub.connectors.testkit.partner.Prepared;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** {@code POST /oauth-v1/token} with its three grants; client credentials need a tenant that has consented once. */
final class FortnoxTokens extends TokenEndpoint {
    static final String PATH = "/oauth-v1/token";
    static final String OPERATION = "POST " + PATH;

    private final Map<String, Set<String>> serviceConsents = new HashMap<>();

    FortnoxTokens(Clients clients, Grants grants) {
        super(OPERATION, clients, grants);
    }

    /** Lets client credentials have tokens for a tenant. */
    void consent(String tenant, Set<String> scopes) {
        serviceConsents.put(tenant, Set.copyOf(scopes));
    }

    void revoke(String tenant) {
        serviceConsents.remove(tenant);
    }

    @Override
    protected Optional<Prepared> otherwise(String type, String client, PartnerRequest request) {
        return type.equals("client_credentials") ? Optional.of(byCredentials(client, request)) : Optional.empty();
    }

    private Prepared byCredentials(String client, PartnerRequest request) {
        Optional<String> tenant = request.header("TenantId");
        if (tenant.isEmpty()) {
            return refused("", error(400, "invalid_request", "Missing header: TenantId"));
        }
        return Optional.ofNullable(serviceConsents.get(tenant.get()))
                .map(scopes -> issued(new Grant(client, tenant.get(), scopes, ""), request.at()))
                .orElseGet(() -> refused(tenant.get(), error(400, "invalid_grant", "No consent for this tenant")));
    }

    /** In the form of a JWT that names its tenant; nobody can check its signature. */
    @Override
    protected String accessToken(Grant grant, Instant now) {
        ObjectNode claims = JsonMapper.shared()
                .createObjectNode()
                .put("iss", "simulated-fortnox")
                .put("sub", grant.clientId())
                .put("tenantId", Long.parseLong(grant.tenant()))
                .put("iat", now.getEpochSecond())
                .put("exp", now.plus(Grants.ACCESS).getEpochSecond());
        return base64("{\"alg\":\"HS256\",\"typ\":\"JWT\"}") + "." + base64(claims.toString()) + "."
                + super.accessToken(grant, now);
    }

    private static String base64(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    protected void describe(ObjectNode answer, Grant grant) {
        answer.put("token_type", "bearer").put("scope", String.join(" ", grant.scopes()));
    }

    @Override
    protected Answer refusal(String error, String type) {
        return switch (error) {
            case "invalid_client" -> error(401, error, "The client credentials are invalid");
            case "invalid_grant" ->
                error(
                        400,
                        error,
                        type.equals(REFRESH_TOKEN)
                                ? "Invalid refresh token"
                                : "Authorization code doesn't exist or is invalid for the client");
            default -> error(400, error, "Grant type not supported");
        };
    }

    /** An error status that has nothing to do with what was asked. */
    static Answer failure(int status) {
        return error(status, status == 401 ? "invalid_client" : "temporarily_unavailable", "Status " + status);
    }

    private static Answer error(int status, String error, String description) {
        return Answer.json(
                status,
                JsonMapper.shared().createObjectNode().put("error", error).put("error_description", description));
    }
}
