package org.accountinghub.connectors.example;

import java.time.Duration;
import org.accountinghub.connectors.http.Answer;
import org.accountinghub.connectors.http.Answer.Answered;
import org.accountinghub.connectors.http.Answer.NoAnswer;
import org.accountinghub.connectors.http.Answer.NotSent;
import org.accountinghub.connectors.http.PartnerProblems;
import org.accountinghub.connectors.spi.Outcome;
import org.accountinghub.mappings.model.Problem;

/** Every failure as an outcome, in words for whoever can mend it. */
final class ExampleProblems {

    static final PartnerProblems COMMON = new PartnerProblems("example", "Example Books");

    private static final Duration WINDOW = Duration.ofMinutes(1);

    private ExampleProblems() {}

    /** An answer that is no success that can be read. */
    static Outcome outcome(Answer answer, boolean write) {
        if (answer instanceof NotSent notSent) {
            return COMMON.notSent(notSent.why());
        }
        if (answer instanceof NoAnswer noAnswer) {
            return COMMON.noAnswer(noAnswer.why(), write);
        }
        Answered answered = (Answered) answer;
        if (answered.success()) {
            return unreadable(answered.defect().orElse("it is empty"), write);
        }
        String words = answered.status() + " " + answered.json().path("message").asString("");
        return switch (answered.status()) {
            case 401 ->
                new Outcome.Blocked(COMMON.connection(
                                "key-refused",
                                "Example Books does not accept the API key.",
                                "Give the connection the key that the company has now.")
                        .inWordsOfPartner(words));
            case 429 -> COMMON.limited("this company", answered.retryAfter().orElse(WINDOW), words);
            case 400, 404, 409 ->
                new Outcome.Rejected(partner("refused", "Example Books refuses it.", "Correct what its words name.")
                        .inWordsOfPartner(words));
            default -> COMMON.outOfOrder(words, write);
        };
    }

    /** A success that holds something else: what was written may be there. */
    static Outcome unreadable(String defect, boolean write) {
        return COMMON.unreadable(defect, write);
    }

    static Problem partner(String cause, String reason, String remedy) {
        return COMMON.partner(cause, reason, remedy);
    }
}
