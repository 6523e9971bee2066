package org.accountinghub.connectors.http;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import org.accountinghub.connectors.http.Answer.Answered;
import org.accountinghub.connectors.http.Answer.NoAnswer;
import org.accountinghub.connectors.http.Answer.NotSent;
import org.accountinghub.connectors.http.Reply.Absent;
import org.accountinghub.connectors.http.Reply.Failed;
import org.accountinghub.connectors.http.Reply.Said;
import org.accountinghub.connectors.spi.Conversation;
import org.accountinghub.connectors.spi.HubServices;
import org.accountinghub.connectors.spi.LimitReachedException;
import org.accountinghub.connectors.spi.NoConsentException;
import org.accountinghub.connectors.spi.Outcome;
import org.accountinghub.connectors.spi.RateLimit;
import org.accountinghub.connectors.spi.Secret;
import org.accountinghub.connectors.spi.TokenUnavailableException;
import org.accountinghub.mappings.json.MalformedAnswerException;

/**
 * Calls of a JSON API that wants a bearer token: a permit and a token for each, one request each, every failure an outcome.
 * Safe for use by several threads.
 */
public final class ApiClient {

    /** With the longest request time limit a step that writes so late still ends within the engine's 45 s. */
    public static final Duration WRITE_WITHIN = Duration.ofSeconds(20);

    /** What differs between partners. */
    public interface Partner {

        PartnerProblems problems();

        /** What a request counts against. */
        RateLimit limit(Request request, Secret token);

        /** How long nobody calls after a 429. */
        Duration pause(Answered limited);

        /** Whether the partner itself says that there is no such thing; a 404 of whatever stands before it does not count. */
        boolean saysAbsent(Answered answer);

        /** An answer that is neither a success nor about the token. */
        Outcome refused(Answered answer, boolean write);
    }

    private final Partner partner;
    private final PartnerProblems problems;
    private final JsonClient http;
    private final HubServices hub;
    private final TokenTrial trial;

    public ApiClient(Partner partner, JsonClient http, HubServices hub) {
        this.partner = partner;
        this.problems = partner.problems();
        this.http = http;
        this.hub = hub;
        this.trial = new TokenTrial(hub.tokens());
    }

    /**
     * Reads; once more, visibly, with a new token when the old one is refused.
     *
     * @param body reads a success's text; may throw {@link MalformedAnswerException}
     */
    public <T> Reply<T> read(Request request, Function<String, T> body, Conversation conversation) {
        try {
            Secret token = hub.tokens().current();
            Answer answer = send(request, token, conversation);
            if (refusesToken(answer)) {
                answer = send(request, hub.tokens().insteadOf(token), conversation);
            }
            return read(answer, body);
        } catch (LimitReachedException | NoConsentException | TokenUnavailableException e) {
            return new Failed<>(problems.notCalled(e));
        }
    }

    /** One read with a token that the hub does not keep yet, as at the end of a consent. */
    public <T> Reply<T> readWith(Secret token, Request request, Function<String, T> body) {
        try {
            return read(send(request, token, Conversation.UNHEARD), body);
        } catch (LimitReachedException e) {
            return new Failed<>(problems.notCalled(e));
        }
    }

    /**
     * One write, one request, whatever its method. A refused token is renewed and the write left to another attempt.
     *
     * @param body reads a success's text; may throw {@link MalformedAnswerException}
     * @param begun when the step began: after {@link #WRITE_WITHIN} nothing is written, since the hub may have given the
     *     step up by then
     */
    public <T> Reply<T> write(Request request, Function<String, T> body, Instant begun, Conversation conversation) {
        try {
            Secret token = hub.tokens().current();
            RateLimit limit = permit(request, token);
            if (hub.clock().instant().isAfter(begun.plus(WRITE_WITHIN))) {
                return new Failed<>(problems.tooSlow());
            }
            Answer answer = exchange(request, token, limit, conversation);
            return switch (trial.wrote(token, refusesToken(answer))) {
                case GOOD -> reply(answer, body, true);
                case REPLACED -> new Failed<>(problems.tokenExpired());
                case REFUSED_AGAIN -> new Failed<>(problems.newTokenRefused());
            };
        } catch (LimitReachedException | NoConsentException | TokenUnavailableException e) {
            return new Failed<>(problems.notCalled(e));
        }
    }

    private <T> Reply<T> read(Answer answer, Function<String, T> body) {
        return refusesToken(answer) ? new Failed<>(problems.newTokenRefused()) : reply(answer, body, false);
    }

    private Answer send(Request request, Secret token, Conversation conversation) {
        return exchange(request, token, permit(request, token), conversation);
    }

    private RateLimit permit(Request request, Secret token) {
        RateLimit limit = partner.limit(request, token);
        hub.permits().acquire(limit);
        return limit;
    }

    private Answer exchange(Request request, Secret token, RateLimit limit, Conversation conversation) {
        Answer answer = http.send(request.bearer(token), conversation);
        if (answer instanceof Answered answered && answered.status() == 429) {
            hub.permits().exhausted(limit, partner.pause(answered));
        }
        return answer;
    }

    private static boolean refusesToken(Answer answer) {
        return answer instanceof Answered answered && answered.status() == 401;
    }

    private <T> Reply<T> reply(Answer answer, Function<String, T> body, boolean write) {
        if (answer instanceof NotSent notSent) {
            return new Failed<>(problems.notSent(notSent.why()));
        }
        if (answer instanceof NoAnswer noAnswer) {
            return new Failed<>(problems.noAnswer(noAnswer.why(), write));
        }
        Answered answered = (Answered) answer;
        if (!answered.success()) {
            return !write && partner.saysAbsent(answered)
                    ? new Absent<>()
                    : new Failed<>(partner.refused(answered, write));
        }
        Optional<String> defect = answered.defect();
        if (defect.isPresent()) {
            return new Failed<>(problems.unreadable(defect.get(), write));
        }
        try {
            return new Said<>(body.apply(answered.text()));
        } catch (MalformedAnswerException e) {
            return new Failed<>(problems.unreadable(String.valueOf(e.getMessage()), write));
        }
    }
}
