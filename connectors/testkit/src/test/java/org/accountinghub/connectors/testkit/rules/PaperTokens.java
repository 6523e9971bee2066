package org.accountinghub.connectors.testkit.rules;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.accountinghub.connectors.testkit.partner.Answer;
import org.accountinghub.connectors.testkit.partner.Call;
import org.accountinghub.connectors.testkit.partner.PartnerRequest;
import org.accountinghub.connectors.testkit.partner.Prepared;

/** The token service: by password, by a code that is good once, by a refresh token that is replaced. */
final class PaperTokens {

    static final String OPERATION = "POST /token";
    static final String PASSWORD = "sesame-open";
    private static final Duration LIFE = Duration.ofHours(1);

    private final InstantSource clock;
    private final Map<String, Instant> access = new HashMap<>();
    private final Set<String> refresh = new HashSet<>();
    private final Set<String> codes = new HashSet<>();
    private int given;
    private boolean revoked;

    PaperTokens(InstantSource clock) {
        this.clock = clock;
    }

    void revoke() {
        revoked = true;
        access.clear();
        refresh.clear();
    }

    boolean isRevoked() {
        return revoked;
    }

    boolean good(String token) {
        return Optional.ofNullable(access.get(token))
                .filter(until -> clock.instant().isBefore(until))
                .isPresent();
    }

    /** Somebody consents in a browser. */
    String code() {
        String code = "code-" + ++given;
        codes.add(code);
        return code;
    }

    Prepared prepare(PartnerRequest request) {
        Call call = new Call(OPERATION, PaperPartner.TENANT, "");
        Map<String, String> form = request.form();
        String by = form.getOrDefault("by", "");
        String value = form.getOrDefault("value", "");
        boolean taken = !revoked
                && form.getOrDefault("password", "").equals(PASSWORD)
                && (by.equals("password")
                        || (by.equals("code") && codes.contains(value))
                        || (by.equals("refresh") && refresh.contains(value)));
        if (!taken) {
            return Prepared.only(call, Answer.of(400, "text/plain", "refused\nend"));
        }
        String number = Integer.toString(++given);
        String next = by.equals("password") ? "" : "refresh-" + number;
        return new Prepared(
                call, Answer.of(200, "text/plain", "access-" + number + "|" + next + "\nend"), Optional.of(() -> {
                    codes.remove(value);
                    refresh.remove(value);
                    access.put("access-" + number, clock.instant().plus(LIFE));
                    if (!next.isEmpty()) {
                        refresh.add(next);
                    }
                }));
    }
}
