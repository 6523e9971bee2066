package org.accountinghub.connectors.vismaeaccounting;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.accountinghub.connectors.http.Addressing;
import org.accountinghub.connectors.http.Answer;
import org.accountinghub.connectors.http.Answer.Answered;
import org.accountinghub.connectors.http.Answer.NoAnswer;
import org.accountinghub.connectors.http.Answer.NotSent;
import org.accountinghub.connectors.http.JsonClient;
import org.accountinghub.connectors.http.Reply;
import org.accountinghub.connectors.http.Reply.Absent;
import org.accountinghub.connectors.http.Reply.Failed;
import org.accountinghub.connectors.http.Reply.Said;
import org.accountinghub.connectors.http.Request;
import org.accountinghub.connectors.http.TokenTrial;
import org.accountinghub.connectors.spi.Conversation;
import org.accountinghub.connectors.spi.HubServices;
import org.accountinghub.connectors.spi.LimitReachedException;
import org.accountinghub.connectors.spi.NoConsentException;
import org.accountinghub.connectors.spi.Outcome;
import org.accountinghub.connectors.spi.RateLimit;
import org.accountinghub.connectors.spi.Secret;
import org.accountinghub.connectors.spi.TokenUnavailableException;
import org.accountinghub.mappings.json.MalformedAnswerException;
import org.accountinghub.mappings.json.WireJson;

/** Calls of eAccounting's API: a permit and a token for each, one request each, every failure an outcome. */
final class VismaClient {

    private static final Duration WINDOW = Duration.ofMinutes(1);

    /** With the longest request time limit a step that writes so late still ends within the engine's 45 s. */
    private static final Duration WRITE_WITHIN = Duration.ofSeconds(20);

    private final VismaSettings settings;
    private final HubServices hub;
    private final JsonClient http;

    private final TokenTrial trial;

    VismaClient(VismaSettings settings, HubServices hub, JsonClient http) {
        this.settings = settings;
        this.hub = hub;
        this.http = http;
        this.trial = new TokenTrial(hub.tokens());
    }

    /** Reads; once more, visibly, with a new token when the old one is refused. */
    <T> Reply<T> read(String path, Map<String, String> query, Class<T> body, Conversation conversation) {
        Request request = Request.get(uri(path, query));
        RateLimit limit = limit(path);
        try {
            Secret token = hub.tokens().current();
            Answer answer = send(request, token, limit, conversation);
            if (refusesToken(answer)) {
                answer = send(request, hub.tokens().insteadOf(token), limit, conversation);
                if (refusesToken(answer)) {
                    return new Failed<>(VismaProblems.newTokenRefused());
                }
            }
            return reply(answer, false, parsed(body));
        } catch (LimitReachedException | NoConsentException | TokenUnavailableException e) {
            return new Failed<>(notCalled(e));
        }
    }

    /** One read with a token that the hub does not keep yet, as at the end of a consent. */
    <T> Reply<T> readWith(Secret token, String path, Class<T> body) {
        try {
            Answer answer = send(Request.get(uri(path, Map.of())), token, limit(path), Conversation.UNHEARD);
            return refusesToken(answer)
                    ? new Failed<>(VismaProblems.newTokenRefused())
                    : reply(answer, false, parsed(body));
        } catch (LimitReachedException e) {
            return new Failed<>(notCalled(e));
        }
    }

    /** Posts, once. */
    <T> Reply<T> post(String path, Object content, Class<T> body, Instant begun, Conversation conversation) {
        Request request = Request.of("POST", uri(path, Map.of())).json(WireJson.write(content));
        return write(request, limit(path), parsed(body), begun, conversation);
    }

    /** Posts without content, once: eAccounting makes one of its documents of another. */
    <T> Reply<T> convert(String path, Class<T> body, Instant begun, Conversation conversation) {
        return write(Request.of("POST", uri(path, Map.of())), limit(path), parsed(body), begun, conversation);
    }

    /** Posts or puts what has no answer to read, once. */
    Reply<Boolean> act(String method, String path, Object content, Instant begun, Conversation conversation) {
        Request request = Request.of(method, uri(path, Map.of())).json(WireJson.write(content));
        return write(request, limit(path), answered -> new Said<>(true), begun, conversation);
    }

    /** A text in a filter. */
    static String quoted(String text) {
        return "'" + text.replace("'", "''") + "'";
    }

    /** A path segment that holds an id. */
    static String segment(String id) {
        return Addressing.encoded(id);
    }

    /**
     * One write, one request. A refused token is renewed and the write left to another attempt.
     *
     * @param begun when the step began: after {@link #WRITE_WITHIN} nothing is written, since the hub may have given the
     *     step up by then
     */
    private <T> Reply<T> write(
            Request request,
            RateLimit limit,
            Function<Answered, Reply<T>> body,
            Instant begun,
            Conversation conversation) {
        try {
            Secret token = hub.tokens().current();
            hub.permits().acquire(limit);
            if (hub.clock().instant().isAfter(begun.plus(WRITE_WITHIN))) {
                return new Failed<>(VismaProblems.tooSlow());
            }
            Answer answer = exchange(request, token, limit, conversation);
            return switch (trial.wrote(token, refusesToken(answer))) {
                case GOOD -> reply(answer, true, body);
                case REPLACED -> new Failed<>(VismaProblems.tokenExpired());
                case REFUSED_AGAIN -> new Failed<>(VismaProblems.newTokenRefused());
            };
        } catch (LimitReachedException | NoConsentException | TokenUnavailableException e) {
            return new Failed<>(notCalled(e));
        }
    }

    private Answer send(Request request, Secret token, RateLimit limit, Conversation conversation) {
        hub.permits().acquire(limit);
        return exchange(request, token, limit, conversation);
    }

    private Answer exchange(Request request, Secret token, RateLimit limit, Conversation conversation) {
        Answer answer = http.send(request.bearer(token), conversation);
        if (answer instanceof Answered answered && answered.status() == 429) {
            hub.permits().exhausted(limit, VismaProblems.wait(answered));
        }
        return answer;
    }

    /** Visma counts by client and endpoint, over all connections of the client. */
    private RateLimit limit(String path) {
        String endpoint = path.substring(1).split("/", 2)[0];
        return new RateLimit(
                VismaConnectorFactory.NAME + "/" + settings.clientId() + "/" + endpoint,
                settings.callsPerMinute(),
                WINDOW);
    }

    private URI uri(String path, Map<String, String> query) {
        return Addressing.of(settings.base(), path, query);
    }

    private static boolean refusesToken(Answer answer) {
        return answer instanceof Answered answered && answered.status() == 401;
    }

    private static <T> Function<Answered, Reply<T>> parsed(Class<T> body) {
        return answered -> new Said<>(WireJson.read(answered.text(), body));
    }

    private static <T> Reply<T> reply(Answer answer, boolean write, Function<Answered, Reply<T>> body) {
        if (answer instanceof NotSent notSent) {
            return new Failed<>(VismaProblems.notSent(notSent));
        }
        if (answer instanceof NoAnswer noAnswer) {
            return new Failed<>(VismaProblems.noAnswer(noAnswer, write));
        }
        Answered answered = (Answered) answer;
        if (!answered.success()) {
            return !write && VismaProblems.saysAbsent(answered)
                    ? new Absent<>()
                    : new Failed<>(VismaProblems.refused(answered, write));
        }
        Optional<String> defect = answered.defect();
        if (defect.isPresent()) {
            return new Failed<>(VismaProblems.unreadable(defect.get(), write));
        }
        try {
            return body.apply(answered);
        } catch (MalformedAnswerException e) {
            return new Failed<>(VismaProblems.unreadable(String.valueOf(e.getMessage()), write));
        }
    }

    private static Outcome notCalled(RuntimeException reason) {
        if (reason instanceof LimitReachedException limit) {
            return VismaProblems.noPermit(limit);
        }
        if (reason instanceof NoConsentException noConsent) {
            return new Outcome.Blocked(noConsent.problem());
        }
        return VismaProblems.tokenUnavailable(((TokenUnavailableException) reason).problem());
    }
}
