package org.accountinghub.connectors.testkit.oauth;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * What was granted under which code or token. A code lives 10 minutes, an access token an hour; codes and refresh tokens
 * work once. To be guarded by the simulator's lock.
 */
public final class Grants {
    public static final Duration ACCESS = Duration.ofHours(1);
    private static final Duration CODE = Duration.ofMinutes(10);

    private final Duration refreshLife;
    private final Map<String, Issued> codes = new HashMap<>();
    private final Map<String, Issued> access = new HashMap<>();
    private final Map<String, Issued> refresh = new HashMap<>();

    private record Issued(Grant grant, Instant until) {}

    /** @param refreshLife how long an unused refresh token works */
    public Grants(Duration refreshLife) {
        this.refreshLife = refreshLife;
    }

    /** Something that nobody guesses. */
    public static String random() {
        return UUID.randomUUID().toString().replace("-", "");
    }

    public void addCode(String code, Grant grant, Instant now) {
        codes.put(code, new Issued(grant, now.plus(CODE)));
    }

    public Optional<Grant> code(String code, Instant now) {
        return alive(codes, code, now);
    }

    public void useCode(String code) {
        codes.remove(code);
    }

    public void addAccess(String token, Grant grant, Instant now) {
        access.values().removeIf(old -> !now.isBefore(old.until()));
        access.put(token, new Issued(grant, now.plus(ACCESS)));
    }

    public Optional<Grant> access(String token, Instant now) {
        return alive(access, token, now);
    }

    public void addRefresh(String token, Grant grant, Instant now) {
        refresh.put(token, new Issued(grant, now.plus(refreshLife)));
    }

    public Optional<Grant> refresh(String token, Instant now) {
        return alive(refresh, token, now);
    }

    public void useRefresh(String token) {
        refresh.remove(token);
    }

    /** Everything issued for the tenant dies at once. */
    public void revoke(String tenant) {
        for (Map<String, Issued> issued : List.of(codes, access, refresh)) {
            issued.values().removeIf(one -> one.grant().tenant().equals(tenant));
        }
    }

    private static Optional<Grant> alive(Map<String, Issued> issued, String word, Instant now) {
        return Optional.ofNullable(issued.get(word))
                .filter(one -> now.isBefore(one.until()))
                .map(Issued::grant);
    }
}
