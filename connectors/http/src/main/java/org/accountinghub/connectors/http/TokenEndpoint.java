package org.accountinghub.connectors.http;

import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import org.accountinghub.connectors.http.Answer.Answered;
import org.accountinghub.connectors.http.Answer.NoAnswer;
import org.accountinghub.connectors.http.Answer.NotSent;
import org.accountinghub.connectors.spi.Conversation;
import org.accountinghub.connectors.spi.Grant;
import org.accountinghub.connectors.spi.NoConsentException;
import org.accountinghub.connectors.spi.Secret;
import org.accountinghub.connectors.spi.TokenUnavailableException;
import org.accountinghub.mappings.model.Problem;

/** An OAuth 2 token service (RFC 6749) with the client's id and secret as basic authentication. */
public final class TokenEndpoint {

    private static final String GRANT_TYPE = "grant_type";
    private static final Duration USUAL_LIFE = Duration.ofHours(1);
    private static final Duration LONGEST_LIFE = Duration.ofDays(1);

    private final String room;
    private final JsonClient client;
    private final URI address;
    private final String clientId;
    private final Secret clientSecret;
    private final InstantSource clock;

    /** @param room the connector's name, which the causes of problems begin with */
    public TokenEndpoint(
            String room, JsonClient client, URI address, String clientId, Secret clientSecret, InstantSource clock) {
        this.room = room;
        this.client = client;
        this.address = address;
        this.clientId = clientId;
        this.clientSecret = clientSecret;
        this.clock = clock;
    }

    /** With the code of a consent, as {@link #ask} does. */
    public Grant byCode(String code, URI redirect) {
        return ask(
                Map.of(GRANT_TYPE, "authorization_code", "redirect_uri", redirect.toString()),
                Map.of("code", new Secret(code)),
                Map.of());
    }

    /** With a refresh token, as {@link #ask} does. */
    public Grant byRefreshToken(Secret token) {
        return ask(Map.of(GRANT_TYPE, "refresh_token"), Map.of("refresh_token", token), Map.of());
    }

    /** From the client's credentials alone, as {@link #ask} does. */
    public Grant byCredentials(Map<String, String> headers) {
        return ask(Map.of(GRANT_TYPE, "client_credentials"), Map.of(), headers);
    }

    /**
     * Asks once. The grant's tenant is empty: what names it differs between partners.
     *
     * @throws NoConsentException when the service refuses for good
     * @throws TokenUnavailableException when it did not answer, or not usably
     */
    public Grant ask(Map<String, String> fields, Map<String, Secret> secretFields, Map<String, String> headers) {
        Request request = Request.form(address, fields, secretFields).basic(clientId, clientSecret);
        for (Map.Entry<String, String> header : headers.entrySet()) {
            request = request.header(header.getKey(), header.getValue());
        }
        Answer answer = client.send(request, Conversation.UNHEARD);
        if (answer instanceof Answered answered) {
            return granted(answered, request);
        }
        throw unavailable(answer instanceof NotSent notSent ? notSent.why() : ((NoAnswer) answer).why());
    }

    private Grant granted(Answered answer, Request request) {
        String accessToken = answer.json().path("access_token").asString("");
        if (answer.success() && !accessToken.isBlank()) {
            long seconds = answer.json().path("expires_in").asLong(USUAL_LIFE.toSeconds());
            long bounded = Math.max(0, Math.min(seconds, LONGEST_LIFE.toSeconds()));
            return new Grant(
                    new Secret(accessToken),
                    clock.instant().plusSeconds(bounded),
                    Optional.of(answer.json().path("refresh_token").asString(""))
                            .filter(token -> !token.isBlank())
                            .map(Secret::new),
                    Optional.empty());
        }
        boolean refused = answer.status() >= 400 && answer.status() < 500;
        if (refused && answer.status() != 408 && answer.status() != 429) {
            throw refused(answer, request);
        }
        throw unavailable("it answered with status " + answer.status());
    }

    private NoConsentException refused(Answered answer, Request request) {
        String error = answer.json().path("error").asString("");
        String description = answer.json().path("error_description").asString("");
        String words = (answer.status() + " " + error + " " + description).strip();
        Problem problem = switch (error) {
            case "invalid_grant" ->
                problem(
                        "consent-gone",
                        "The consent for this connection is gone: it was revoked, has expired, or its token was used elsewhere.",
                        "Consent again: ./hub connections authorize NAME.");
            case "invalid_client", "unauthorized_client" ->
                problem(
                        "client-refused",
                        "The token service does not accept the client id and secret.",
                        "Check the connection's client id and secret with the partner's developer portal.");
            default ->
                problem(
                        "token-refused",
                        "The token service refuses to give a token.",
                        "Check the connection's token address, tenant and scopes, then consent again.");
        };
        return new NoConsentException(problem.inWordsOfPartner(Masking.shown(words, request.secrets())));
    }

    private TokenUnavailableException unavailable(String why) {
        return new TokenUnavailableException(problem(
                "token-service-silent",
                "No token could be had from the token service: " + why + ".",
                "Wait: the hub asks again by itself. If it lasts, look at the partner's status page and the network."));
    }

    private Problem problem(String cause, String reason, String remedy) {
        return Problem.of(room + "." + cause, Problem.Stage.CONNECTION, reason, remedy);
    }
}
