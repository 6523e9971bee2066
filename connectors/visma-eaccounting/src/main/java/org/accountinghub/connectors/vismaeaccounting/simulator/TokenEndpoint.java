package org.accountinghub.connectors.vismaeaccounting.simulator;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import org.accountinghub.connectors.testkit.partner.Answer;
import org.accountinghub.connectors.testkit.partner.Call;
import org.accountinghub.connectors.testkit.partner.PartnerRequest;
import org.accountinghub.connectors.testkit.partner.Prepared;
import org.accountinghub.connectors.vismaeaccounting.simulator.Tokens.Consent;
import tools.jackson.databind.json.JsonMapper;

/** {@code POST /connect/token}: by code and by refresh token, nothing else. */
final class TokenEndpoint {
    static final String PATH = "/connect/token";
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
            return refused("invalid_client");
        }
        Map<String, String> form = request.form();
        return switch (form.getOrDefault("grant_type", "")) {
            case "authorization_code" -> byCode(form, client.get(), request.at());
            case "refresh_token" -> byRefreshToken(form, client.get(), request.at());
            default -> refused("unsupported_grant_type");
        };
    }

    private Optional<String> client(PartnerRequest request) {
        return request.header("Authorization")
                .filter(header -> header.startsWith("Basic "))
                .map(header -> new String(
                        Base64.getDecoder().decode(header.substring("Basic ".length())), StandardCharsets.UTF_8))
                .filter(pair -> pair.indexOf(':') > 0)
                .filter(pair ->
                        pair.substring(pair.indexOf(':') + 1).equals(clients.get(pair.substring(0, pair.indexOf(':')))))
                .map(pair -> pair.substring(0, pair.indexOf(':')));
    }

    private Prepared byCode(Map<String, String> form, String client, Instant now) {
        String code = form.getOrDefault("code", "");
        return tokens.code(code, now)
                .filter(consent -> consent.clientId().equals(client)
                        && consent.redirect().equals(form.getOrDefault("redirect_uri", "")))
                .map(consent -> issued(consent, now, () -> tokens.useCode(code)))
                .orElseGet(() -> refused("invalid_grant"));
    }

    private Prepared byRefreshToken(Map<String, String> form, String client, Instant now) {
        String token = form.getOrDefault("refresh_token", "");
        return tokens.refresh(token)
                .filter(consent -> consent.clientId().equals(client))
                .map(consent -> issued(consent, now, () -> tokens.useRefresh(token)))
                .orElseGet(() -> refused("invalid_grant"));
    }

    /** New tokens take effect, and the old one dies, only when the answer's commit runs. */
    private Prepared issued(Consent consent, Instant now, Runnable use) {
        String accessToken = Tokens.random();
        String refreshToken = Tokens.random();
        Answer answer = Answer.json(
                200,
                JsonMapper.shared()
                        .createObjectNode()
                        .put("access_token", accessToken)
                        .put("expires_in", Tokens.ACCESS.toSeconds())
                        .put("token_type", "Bearer")
                        .put("refresh_token", refreshToken));
        return new Prepared(new Call(OPERATION, consent.tenant(), ""), answer, Optional.of(() -> {
            use.run();
            tokens.addAccess(accessToken, consent, now);
            tokens.addRefresh(refreshToken, consent);
        }));
    }

    static Answer failure(int status) {
        return error(status, status == 400 ? "invalid_request" : "temporarily_unavailable");
    }

    private static Prepared refused(String error) {
        return Prepared.only(new Call(OPERATION, "", ""), error(400, error));
    }

    private static Answer error(int status, String error) {
        return Answer.json(status, JsonMapper.shared().createObjectNode().put("error", error));
    }
}
