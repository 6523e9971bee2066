package org.accountinghub.connectors.fortnox;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.function.Function;
import org.accountinghub.connectors.http.Addressing;
import org.accountinghub.connectors.http.Answer.Answered;
import org.accountinghub.connectors.http.ApiClient;
import org.accountinghub.connectors.http.JsonClient;
import org.accountinghub.connectors.http.PartnerProblems;
import org.accountinghub.connectors.http.Reply;
import org.accountinghub.connectors.http.Request;
import org.accountinghub.connectors.spi.Conversation;
import org.accountinghub.connectors.spi.HubServices;
import org.accountinghub.connectors.spi.Outcome;
import org.accountinghub.connectors.spi.RateLimit;
import org.accountinghub.connectors.spi.Secret;
import org.accountinghub.mappings.json.WireJson;

/** Calls of Fortnox's API: one request each, every failure an outcome. */
final class FortnoxClient {

    private static final Duration WINDOW = Duration.ofSeconds(5);

    private final FortnoxSettings settings;
    private final ApiClient api;

    FortnoxClient(FortnoxSettings settings, HubServices hub, JsonClient http) {
        this.settings = settings;
        this.api = new ApiClient(new Fortnox(settings), http, hub);
    }

    /** Reads; once more, visibly, with a new token when the old one is refused. */
    <T> Reply<T> read(String path, Map<String, String> query, Class<T> body, Conversation conversation) {
        return api.read(Request.get(uri(path, query)), as(body), conversation);
    }

    /** One read with a token that the hub does not keep yet, as at the end of a consent. */
    <T> Reply<T> readWith(Secret token, String path, Class<T> body) {
        return api.readWith(token, Request.get(uri(path, Map.of())), as(body));
    }

    /** Posts, once. */
    <T> Reply<T> post(String path, Object content, Class<T> body, Instant begun, Conversation conversation) {
        return api.write(request("POST", path).json(WireJson.write(content)), as(body), begun, conversation);
    }

    /** Changes something by a PUT, once. */
    <T> Reply<T> put(String path, Object content, Class<T> body, Instant begun, Conversation conversation) {
        return api.write(request("PUT", path).json(WireJson.write(content)), as(body), begun, conversation);
    }

    /** Does something to a document by a PUT without content, once. Fortnox wants the type of content all the same. */
    <T> Reply<T> put(String path, Class<T> body, Instant begun, Conversation conversation) {
        return api.write(
                request("PUT", path).header("Content-Type", "application/json"), as(body), begun, conversation);
    }

    /** Makes Fortnox do something by a GET, once. It is a write: never repeated as a read would be. */
    <T> Reply<T> trigger(String path, Class<T> body, Instant begun, Conversation conversation) {
        return api.write(request("GET", path), as(body), begun, conversation);
    }

    /** A path segment that holds someone's number. */
    static String segment(String number) {
        return Addressing.encoded(number);
    }

    private Request request(String method, String path) {
        return Request.of(method, uri(path, Map.of()));
    }

    private URI uri(String path, Map<String, String> query) {
        return Addressing.of(settings.base(), path, query);
    }

    private static <T> Function<String, T> as(Class<T> body) {
        return text -> WireJson.read(text, body);
    }

    private record Fortnox(FortnoxSettings settings) implements ApiClient.Partner {

        @Override
        public PartnerProblems problems() {
            return FortnoxProblems.COMMON;
        }

        /** Fortnox counts by client and company. */
        @Override
        public RateLimit limit(Request request, Secret token) {
            String tenant = settings.tenant().or(() -> TokenTenant.of(token)).orElse(settings.connection());
            return new RateLimit("fortnox/" + settings.clientId() + "/" + tenant, settings.callsAllowed(), WINDOW);
        }

        @Override
        public Duration pause(Answered limited) {
            return FortnoxProblems.pause(limited);
        }

        @Override
        public boolean saysAbsent(Answered answer) {
            return FortnoxProblems.saysAbsent(answer);
        }

        @Override
        public Outcome refused(Answered answer, boolean write) {
            return FortnoxProblems.refused(answer, write);
        }
    }
}
