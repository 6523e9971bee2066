package org.accountinghub.connectors.testkit.oauth;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.accountinghub.connectors.testkit.partner.Answer;
import org.accountinghub.connectors.testkit.partner.Call;
import org.accountinghub.connectors.testkit.partner.PartnerRequest;
import org.accountinghub.connectors.testkit.partner.Prepared;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Gives tokens for a code and for a refresh token, which dies with its use. A subclass has the words of its system, and what
 * other grants it knows. New tokens take effect, and the old one dies, only when the answer's commit runs.
 */
public abstract class TokenEndpoint {
    protected static final String REFRESH_TOKEN = "refresh_token";
    private static final String CODE = "authorization_code";

    private final String operation;
    private final Clients clients;
    private final Grants grants;

    /** @param operation as the journal and faults name it */
    protected TokenEndpoint(String operation, Clients clients, Grants grants) {
        this.operation = operation;
        this.clients = clients;
        this.grants = grants;
    }

    /**
     * How the system refuses.
     *
     * @param error in the words of RFC 6749, section 5.2
     * @param type the type of grant that was asked for; empty for a client that nobody knows
     */
    protected abstract Answer refusal(String error, String type);

    /** A new access token; opaque unless the system says something with it. */
    protected String accessToken(Grant grant, Instant now) {
        return Grants.random();
    }

    /** What else this system tells beside the tokens, and how it spells {@code token_type}. */
    protected abstract void describe(ObjectNode answer, Grant grant);

    /** Grants that are not by code or refresh token; empty = there is no such type. */
    protected Optional<Prepared> otherwise(String type, String client, PartnerRequest request) {
        return Optional.empty();
    }

    public final Prepared prepare(PartnerRequest request) {
        Optional<String> client = clients.calling(request);
        if (client.isEmpty()) {
            return refused("", refusal("invalid_client", ""));
        }
        Map<String, String> form = request.form();
        String type = form.getOrDefault("grant_type", "");
        return switch (type) {
            case CODE -> byCode(form, client.get(), request.at());
            case REFRESH_TOKEN -> byRefreshToken(form, client.get(), request.at());
            default ->
                otherwise(type, client.get(), request)
                        .orElseGet(() -> refused("", refusal("unsupported_grant_type", type)));
        };
    }

    private Prepared byCode(Map<String, String> form, String client, Instant now) {
        String code = form.getOrDefault("code", "");
        return grants.code(code, now)
                .filter(found -> found.clientId().equals(client))
                .filter(found -> found.redirectUri().equals(form.getOrDefault("redirect_uri", "")))
                .map(found -> refreshable(found, now, () -> grants.useCode(code)))
                .orElseGet(() -> refused("", refusal("invalid_grant", CODE)));
    }

    private Prepared byRefreshToken(Map<String, String> form, String client, Instant now) {
        String token = form.getOrDefault(REFRESH_TOKEN, "");
        return grants.refresh(token, now)
                .filter(found -> found.clientId().equals(client))
                .map(found -> refreshable(found, now, () -> grants.useRefresh(token)))
                .orElseGet(() -> refused("", refusal("invalid_grant", REFRESH_TOKEN)));
    }

    private Prepared refreshable(Grant grant, Instant now, Runnable use) {
        String refreshToken = Grants.random();
        return issued(grant, now, Optional.of(refreshToken), () -> {
            use.run();
            grants.addRefresh(refreshToken, grant, now);
        });
    }

    /** An access token alone. */
    protected final Prepared issued(Grant grant, Instant now) {
        return issued(grant, now, Optional.empty(), () -> {});
    }

    private Prepared issued(Grant grant, Instant now, Optional<String> refreshToken, Runnable commit) {
        String accessToken = accessToken(grant, now);
        ObjectNode answer = JsonMapper.shared()
                .createObjectNode()
                .put("access_token", accessToken)
                .put("expires_in", Grants.ACCESS.toSeconds());
        describe(answer, grant);
        refreshToken.ifPresent(token -> answer.put(REFRESH_TOKEN, token));
        return new Prepared(new Call(operation, grant.tenant(), ""), Answer.json(200, answer), Optional.of(() -> {
            commit.run();
            grants.addAccess(accessToken, grant, now);
        }));
    }

    /** Nothing is given. */
    protected final Prepared refused(String tenant, Answer refusal) {
        return Prepared.only(new Call(operation, tenant, ""), refusal);
    }
}
