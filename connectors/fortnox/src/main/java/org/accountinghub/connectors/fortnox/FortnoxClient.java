package org.accountinghub.connectors.fortnox;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
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

/** Calls of Fortnox's API: a permit and a token for each, one request each, every failure an outcome. */
final class FortnoxClient {

    private static final Duration WINDOW = Duration.ofSeconds(5);

    /** With the longest request time limit a step that writes so late still ends within the engine's 45 s. */
    private static final Duration WRITE_WITHIN = Duration.ofSeconds(20);

    private final FortnoxSettings settings;
    private final HubServices hub;
    private final JsonClient http;

    private final TokenTrial trial;

    FortnoxClient(FortnoxSettings settings, HubServices hub, JsonClient http) {
        this.settings = settings;
        this.hub = hub;
        this.http = http;
        this.trial = new TokenTrial(hub.tokens());
    }

    /** Reads; once more, visibly, with a new token when the old one is refused. */
    <T> Reply<T> read(String path, Map<String, String> query, Class<T> body, Conversation conversation) {
        Request request = Request.get(uri(path, query));
        try {
            Secret token = hub.tokens().current();
            Answer answer = send(request, token, conversation);
            if (refusesToken(answer)) {
                Secret other = hub.tokens().insteadOf(token);
                answer = send(request, other, conversation);
                if (refusesToken(answer)) {
                    return new Failed<>(FortnoxProblems.newTokenRefused());
                }
            }
            return reply(answer, body, false);
        } catch (LimitReachedException | NoConsentException | TokenUnavailableException e) {
            return new Failed<>(notCalled(e));
        }
    }

    /** Posts, once. */
    <T> Reply<T> post(String path, Object content, Class<T> body, Instant begun, Conversation conversation) {
        return write(Request.of("POST", uri(path, Map.of())).json(WireJson.write(content)), body, begun, conversation);
    }

    /** Changes something by a PUT, once. */
    <T> Reply<T> put(String path, Object content, Class<T> body, Instant begun, Conversation conversation) {
        return write(Request.of("PUT", uri(path, Map.of())).json(WireJson.write(content)), body, begun, conversation);
    }

    /** Does something to a document by a PUT without content, once. Fortnox wants the type of content all the same. */
    <T> Reply<T> put(String path, Class<T> body, Instant begun, Conversation conversation) {
        Request request = Request.of("PUT", uri(path, Map.of())).header("Content-Type", "application/json");
        return write(request, body, begun, conversation);
    }

    /** Makes Fortnox do something by a GET, once. It is a write: never repeated as a read would be. */
    <T> Reply<T> trigger(String path, Class<T> body, Instant begun, Conversation conversation) {
        return write(Request.get(uri(path, Map.of())), body, begun, conversation);
    }

    /**
     * One write, one request. A refused token is renewed and the write left to another attempt.
     *
     * @param begun when the step began: after {@link #WRITE_WITHIN} nothing is written, since the hub may have given the
     *     step up by then
     */
    private <T> Reply<T> write(Request request, Class<T> body, Instant begun, Conversation conversation) {
        try {
            Secret token = hub.tokens().current();
            RateLimit limit = permit(token);
            if (hub.clock().instant().isAfter(begun.plus(WRITE_WITHIN))) {
                return new Failed<>(FortnoxProblems.tooSlow());
            }
            Answer answer = exchange(request, token, limit, conversation);
            return switch (trial.wrote(token, refusesToken(answer))) {
                case GOOD -> reply(answer, body, true);
                case REPLACED -> new Failed<>(FortnoxProblems.tokenExpired());
                case REFUSED_AGAIN -> new Failed<>(FortnoxProblems.newTokenRefused());
            };
        } catch (LimitReachedException | NoConsentException | TokenUnavailableException e) {
            return new Failed<>(notCalled(e));
        }
    }

    /** One read with a token that the hub does not keep yet, as at the end of a consent. */
    <T> Reply<T> readWith(Secret token, String path, Class<T> body) {
        try {
            Answer answer = send(Request.get(uri(path, Map.of())), token, Conversation.UNHEARD);
            return refusesToken(answer) ? new Failed<>(FortnoxProblems.newTokenRefused()) : reply(answer, body, false);
        } catch (LimitReachedException e) {
            return new Failed<>(notCalled(e));
        }
    }

    /** A path segment that holds someone's number. */
    static String segment(String number) {
        return Addressing.encoded(number);
    }

    private Answer send(Request request, Secret token, Conversation conversation) {
        return exchange(request, token, permit(token), conversation);
    }

    private RateLimit permit(Secret token) {
        RateLimit limit = limit(token);
        hub.permits().acquire(limit);
        return limit;
    }

    private Answer exchange(Request request, Secret token, RateLimit limit, Conversation conversation) {
        Answer answer = http.send(request.bearer(token), conversation);
        if (answer instanceof Answered answered && answered.status() == 429) {
            hub.permits().exhausted(limit, answered.retryAfter().orElse(FortnoxProblems.LIMIT_WAIT));
        }
        return answer;
    }

    /** Fortnox counts by client and company. */
    private RateLimit limit(Secret token) {
        String tenant = settings.tenant().or(() -> TokenTenant.of(token)).orElse(settings.connection());
        return new RateLimit("fortnox/" + settings.clientId() + "/" + tenant, settings.callsAllowed(), WINDOW);
    }

    private URI uri(String path, Map<String, String> query) {
        return Addressing.of(settings.base(), path, query);
    }

    private static boolean refusesToken(Answer answer) {
        return answer instanceof Answered answered && answered.status() == 401;
    }

    private static <T> Reply<T> reply(Answer answer, Class<T> body, boolean write) {
        if (answer instanceof NotSent notSent) {
            return new Failed<>(FortnoxProblems.notSent(notSent));
        }
        if (answer instanceof NoAnswer noAnswer) {
            return new Failed<>(FortnoxProblems.noAnswer(noAnswer, write));
        }
        Answered answered = (Answered) answer;
        if (!answered.success()) {
            return !write && FortnoxProblems.saysAbsent(answered)
                    ? new Absent<>()
                    : new Failed<>(FortnoxProblems.refused(answered, write));
        }
        Optional<String> defect = answered.defect();
        if (defect.isPresent()) {
            return new Failed<>(FortnoxProblems.unreadable(defect.get(), write));
        }
        try {
            return new Said<>(WireJson.read(answered.text(), body));
        } catch (MalformedAnswerException e) {
            return new Failed<>(FortnoxProblems.unreadable(String.valueOf(e.getMessage()), write));
        }
    }

    private static Outcome notCalled(RuntimeException reason) {
        if (reason instanceof LimitReachedException limit) {
            return FortnoxProblems.noPermit(limit);
        }
        if (reason instanceof NoConsentException noConsent) {
            return new Outcome.Blocked(noConsent.problem());
        }
        return FortnoxProblems.tokenUnavailable(((TokenUnavailableException) reason).problem());
    }
}
