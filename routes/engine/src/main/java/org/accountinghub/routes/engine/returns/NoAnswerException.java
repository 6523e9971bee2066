package org.accountinghub.routes.engine.returns;

import org.accountinghub.connectors.spi.Answer;
import org.accountinghub.connectors.spi.Outcome;
import org.accountinghub.mappings.model.Problem;

/** The partner gives no answers just now: no use in asking on. */
final class NoAnswerException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Outcome why;
    private final transient Problem problem;

    private NoAnswerException(Outcome why, Problem problem) {
        super(problem.cause(), null, false, false);
        this.why = why;
        this.problem = problem;
    }

    static <T> T valueOf(Answer<T> answer) {
        if (answer instanceof Answer.Value<T> value) {
            return value.value();
        }
        Answer.None<T> none = (Answer.None<T>) answer;
        throw new NoAnswerException(none.why(), none.problem());
    }

    Outcome why() {
        return why;
    }

    /** Whether others may be answered all the same: neither the connection nor the partner's limit is the reason. */
    boolean isAboutOne() {
        return why instanceof Outcome.Rejected || (why instanceof Outcome.Retry retry && retry.spendsAttempt());
    }

    Problem problem() {
        return problem;
    }
}
