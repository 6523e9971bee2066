package org.accountinghub.connectors.vismaeaccounting;

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

/** Calls of eAccounting's API: one request each, every failure an outcome. */
final class VismaClient {

    private static final Duration WINDOW = Duration.ofMinutes(1);

    private final VismaSettings settings;
    private final ApiClient api;

    VismaClient(VismaSettings settings, HubServices hub, JsonClient http) {
        this.settings = settings;
        this.api = new ApiClient(new Visma(settings), http, hub);
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

    /** Puts, once. */
    <T> Reply<T> put(String path, Object content, Class<T> body, Instant begun, Conversation conversation) {
        return api.write(request("PUT", path).json(WireJson.write(content)), as(body), begun, conversation);
    }

    /** Posts without content, once: eAccounting makes one of its documents of another. */
    <T> Reply<T> convert(String path, Class<T> body, Instant begun, Conversation conversation) {
        return api.write(request("POST", path), as(body), begun, conversation);
    }

    /** Posts or puts what has no answer to read, once. */
    Reply<Boolean> act(String method, String path, Object content, Instant begun, Conversation conversation) {
        return api.write(request(method, path).json(WireJson.write(content)), text -> true, begun, conversation);
    }

    /** A text in a filter. */
    static String quoted(String text) {
        return "'" + text.replace("'", "''") + "'";
    }

    /** A path segment that holds an id. */
    static String segment(String id) {
        return Addressing.encoded(id);
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

    private record Visma(VismaSettings settings) implements ApiClient.Partner {

        @Override
        public PartnerProblems problems() {
            return VismaProblems.COMMON;
        }

        /** Visma counts by client and endpoint, over all connections of the client. */
        @Override
        public RateLimit limit(Request request, Secret token) {
            String endpoint = request.uri()
                    .getPath()
                    .substring(settings.base().getPath().length() + 1)
                    .split("/", 2)[0];
            return new RateLimit(
                    VismaConnectorFactory.NAME + "/" + settings.clientId() + "/" + endpoint,
                    settings.callsPerMinute(),
                    WINDOW);
        }

        @Override
        public Duration pause(Answered limited) {
            return VismaProblems.pause(limited);
        }

        @Override
        public boolean saysAbsent(Answered answer) {
            return VismaProblems.saysAbsent(answer);
        }

        @Override
        public Outcome refused(Answered answer, boolean write) {
            return VismaProblems.refused(answer, write);
        }
    }
}
