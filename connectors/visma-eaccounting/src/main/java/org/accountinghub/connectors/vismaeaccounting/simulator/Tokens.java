package org.accountinghub.connectors.vismaeaccounting.simulator;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Codes, access and refresh tokens. A code is good once, a refresh token too. */
final class Tokens {
    static final Duration ACCESS = Duration.ofHours(1);
    private static final Duration CODE = Duration.ofMinutes(10);

    /** What somebody consented to. */
    record Consent(String clientId, String tenant, Set<String> scopes, String redirect) {}

    private record Given(Consent consent, Instant until) {}

    private final Map<String, Given> codes = new HashMap<>();
    private final Map<String, Given> access = new HashMap<>();
    private final Map<String, Consent> refresh = new HashMap<>();
    private final Set<String> revoked = new HashSet<>();
    private final Map<String, Set<String>> limits = new HashMap<>();

    static String random() {
        return UUID.randomUUID().toString().replace("-", "")
                + UUID.randomUUID().toString().replace("-", "");
    }

    void addCode(String code, Consent consent, Instant now) {
        codes.put(code, new Given(consent, now.plus(CODE)));
        revoked.remove(consent.tenant());
    }

    Optional<Consent> code(String code, Instant now) {
        return good(codes.get(code), now);
    }

    void useCode(String code) {
        codes.remove(code);
    }

    void addAccess(String token, Consent consent, Instant now) {
        access.put(token, new Given(consent, now.plus(ACCESS)));
    }

    Optional<Consent> access(String token, Instant now) {
        return good(access.get(token), now);
    }

    void addRefresh(String token, Consent consent) {
        refresh.put(token, consent);
    }

    Optional<Consent> refresh(String token) {
        return Optional.ofNullable(refresh.get(token)).filter(consent -> !revoked.contains(consent.tenant()));
    }

    void useRefresh(String token) {
        refresh.remove(token);
    }

    /** The person takes the consent back, or changes the password. */
    void revoke(String tenant) {
        revoked.add(tenant);
        refresh.values().removeIf(consent -> consent.tenant().equals(tenant));
        access.values().removeIf(given -> given.consent().tenant().equals(tenant));
    }

    /** What the person may do from now on, whatever was consented to. */
    void limit(String tenant, Set<String> scopes) {
        limits.put(tenant, Set.copyOf(scopes));
    }

    boolean has(Consent consent, String scope) {
        return consent.scopes().contains(scope)
                && Optional.ofNullable(limits.get(consent.tenant()))
                        .map(scopes -> scopes.contains(scope))
                        .orElse(true);
    }

    private Optional<Consent> good(@Nullable Given given, Instant now) {
        return Optional.ofNullable(given)
                .filter(one -> now.isBefore(one.until())
                        && !revoked.contains(one.consent().tenant()))
                .map(Given::consent);
    }
}
