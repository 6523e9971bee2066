package org.accountinghub.connectors.fortnox.simulator;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Consents and what was issued under them. A code lives 10 minutes, an access token an hour, a refresh
 * token 45 days; codes and refresh tokens work once.
 */
final class Tokens {
    static final Duration ACCESS = Duration.ofHours(1);
    private static final Duration CODE = Duration.ofMinutes(10);
    private static final Duration REFRESH = Duration.ofDays(45);

    private final Map<String, Set<String>> serviceConsents = new HashMap<>();
    private final Map<String, Grant> codes = new HashMap<>();
    private final Map<String, Grant> access = new HashMap<>();
    private final Map<String, Grant> refresh = new HashMap<>();

    /** Lets client credentials have tokens for a tenant. */
    void consent(String tenant, Set<String> scopes) {
        serviceConsents.put(tenant, Set.copyOf(scopes));
    }

    Optional<Set<String>> consented(String tenant) {
        return Optional.ofNullable(serviceConsents.get(tenant));
    }

    /** Everything issued for the tenant dies at once. */
    void revoke(String tenant) {
        serviceConsents.remove(tenant);
        for (Map<String, Grant> issued : List.of(codes, access, refresh)) {
            issued.values().removeIf(grant -> grant.tenant().equals(tenant));
        }
    }

    void addCode(String code, Grant grant, Instant now) {
        codes.put(code, grant.until(now.plus(CODE)));
    }

    Optional<Grant> code(String code, Instant now) {
        return Optional.ofNullable(codes.get(code)).filter(grant -> grant.isAliveAt(now));
    }

    void useCode(String code) {
        codes.remove(code);
    }

    Optional<Grant> refresh(String token, Instant now) {
        return Optional.ofNullable(refresh.get(token)).filter(grant -> grant.isAliveAt(now));
    }

    void useRefresh(String token) {
        refresh.remove(token);
    }

    Optional<Grant> access(String token, Instant now) {
        return Optional.ofNullable(access.get(token)).filter(grant -> grant.isAliveAt(now));
    }

    void addAccess(String token, Grant grant, Instant now) {
        access.values().removeIf(old -> !old.isAliveAt(now));
        access.put(token, grant.until(now.plus(ACCESS)));
    }

    void addRefresh(String token, Grant grant, Instant now) {
        refresh.put(token, grant.until(now.plus(REFRESH)));
    }

    static String random() {
        return UUID.randomUUID().toString().replace("-", "");
    }

    /** A token in the form of a JWT that names its tenant; nobody can check its signature. */
    static String jwt(Grant grant, Instant now) {
        ObjectNode claims = JsonMapper.shared()
                .createObjectNode()
                .put("iss", "simulated-fortnox")
                .put("sub", grant.clientId())
                .put("tenantId", Long.parseLong(grant.tenant()))
                .put("iat", now.getEpochSecond())
                .put("exp", now.plus(ACCESS).getEpochSecond());
        return base64("{\"alg\":\"HS256\",\"typ\":\"JWT\"}") + "." + base64(claims.toString()) + "." + random();
    }

    private static String base64(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
