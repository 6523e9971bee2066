package org.accountinghub.connectors.example;

import java.time.Duration;
import java.util.Optional;
import org.accountinghub.connectors.http.Answer;
import org.accountinghub.connectors.http.Answer.Answered;
import org.accountinghub.connectors.http.Answer.NoAnswer;
import org.accountinghub.connectors.http.Answer.NotSent;
import org.accountinghub.connectors.spi.LimitReachedException;
import org.accountinghub.connectors.spi.Outcome;
import org.accountinghub.mappings.model.Problem;

/** Every failure as an outcome, in words for whoever can mend it. */
final class ExampleProblems {

    private static final String BY_ITSELF = "Wait: the hub comes back to it by itself.";

    private ExampleProblems() {}

    static Outcome outcome(Answer answer, boolean write) {
        if (answer instanceof NotSent notSent) {
            return retry("not-reached", "Example Books could not be reached: " + notSent.why() + ".");
        }
        if (answer instanceof NoAnswer noAnswer) {
            return silent(noAnswer.why(), write);
        }
        Answered answered = (Answered) answer;
        String words = words(answered);
        return switch (answered.status()) {
            case 401 ->
                new Outcome.Blocked(connection(
                                "key-refused",
                                "Example Books does not accept the API key.",
                                "Give the connection the key that the company has now.")
                        .inWordsOfPartner(words));
            case 429 ->
                new Outcome.Retry(
                        connection("limit-reached", "Too many calls in a minute.", BY_ITSELF)
                                .inWordsOfPartner(words),
                        Optional.of(answered.retryAfter().orElse(Duration.ofMinutes(1))),
                        false);
            case 400, 404, 409 ->
                new Outcome.Rejected(partner("refused", "Example Books refuses it.", "Correct what its words name.")
                        .inWordsOfPartner(words));
            default -> silent("status " + answered.status(), write);
        };
    }

    /** No usable answer: what was written may be there. */
    static Outcome silent(String why, boolean write) {
        return write
                ? new Outcome.Uncertain(partner("no-answer", "No usable answer to a write: " + why + ".", BY_ITSELF))
                : retry("no-answer", "No usable answer: " + why + ".");
    }

    static Outcome noPermit(LimitReachedException limit) {
        return new Outcome.Retry(
                connection("limit-near", "The limit of calls is used up for now.", BY_ITSELF),
                Optional.of(limit.retryAfter()),
                false);
    }

    static Problem connection(String cause, String reason, String remedy) {
        return Problem.of("example." + cause, Problem.Stage.CONNECTION, reason, remedy);
    }

    static Problem partner(String cause, String reason, String remedy) {
        return Problem.of("example." + cause, Problem.Stage.PARTNER, reason, remedy);
    }

    private static Outcome retry(String cause, String reason) {
        return new Outcome.Retry(connection(cause, reason, BY_ITSELF), Optional.empty(), true);
    }

    private static String words(Answered answered) {
        return answered.status() + " " + answered.json().path("message").asString("");
    }
}
