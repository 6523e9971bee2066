package org.accountinghub.connectors.example;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.accountinghub.connectors.http.Addressing;
import org.accountinghub.connectors.http.AllowedAddresses;
import org.accountinghub.connectors.http.Answer;
import org.accountinghub.connectors.http.Answer.Answered;
import org.accountinghub.connectors.http.JsonClient;
import org.accountinghub.connectors.http.Reply;
import org.accountinghub.connectors.http.Reply.Absent;
import org.accountinghub.connectors.http.Reply.Failed;
import org.accountinghub.connectors.http.Reply.Said;
import org.accountinghub.connectors.http.Request;
import org.accountinghub.connectors.spi.Conversation;
import org.accountinghub.connectors.spi.HubServices;
import org.accountinghub.connectors.spi.LimitReachedException;
import org.accountinghub.connectors.spi.RateLimit;
import org.accountinghub.mappings.example.ExampleJson;
import tools.jackson.databind.JsonNode;

/** Calls of the API: a permit for each, one request each, every failure an outcome. */
final class ExampleClient {

    private static final int CALLS = 300;
    private static final Duration WINDOW = Duration.ofMinutes(1);

    private final ExampleSettings settings;
    private final HubServices hub;
    private final JsonClient http;
    private final RateLimit limit;

    ExampleClient(ExampleSettings settings, HubServices hub) {
        this.settings = settings;
        this.hub = hub;
        this.http = new JsonClient(AllowedAddresses.of(settings.base()), settings.timeout(), hub.clock());
        this.limit = new RateLimit("example/" + settings.company(), CALLS, WINDOW);
    }

    /** @param path below the company; empty = the company itself */
    Reply<JsonNode> read(String path, Map<String, String> query, Conversation conversation) {
        return send(Request.get(uri(path, query)), false, conversation);
    }

    Reply<JsonNode> write(String path, Object body, Conversation conversation) {
        return send(Request.of("POST", uri(path, Map.of())).json(ExampleJson.write(body)), true, conversation);
    }

    private Reply<JsonNode> send(Request request, boolean write, Conversation conversation) {
        try {
            hub.permits().acquire(limit);
        } catch (LimitReachedException e) {
            return new Failed<>(ExampleProblems.COMMON.notCalled(e));
        }
        Answer answer = http.send(request.bearer(settings.key()), conversation);
        if (answer instanceof Answered answered
                && answered.success()
                && answered.defect().isEmpty()) {
            return new Said<>(answered.json());
        }
        if (answer instanceof Answered answered && answered.status() == 404 && !write) {
            return new Absent<>();
        }
        if (answer instanceof Answered answered && answered.status() == 429) {
            hub.permits().exhausted(limit, answered.retryAfter().orElse(WINDOW));
        }
        return new Failed<>(ExampleProblems.outcome(answer, write));
    }

    private URI uri(String path, Map<String, String> query) {
        return Addressing.of(settings.base(), "/" + settings.company() + path, query);
    }
}
