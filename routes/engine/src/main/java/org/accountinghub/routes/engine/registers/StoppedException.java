package org.accountinghub.routes.engine.registers;

import java.time.Duration;
import org.accountinghub.connectors.spi.Outcome;
import org.accountinghub.mappings.model.Problem;

/** The partner answers no more for now: the run waits. */
final class StoppedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Outcome why;
    private final transient Problem problem;
    private final Duration after;

    StoppedException(Outcome why, Problem problem, Duration after) {
        super(problem.cause(), null, false, false);
        this.why = why;
        this.problem = problem;
        this.after = after;
    }

    Outcome why() {
        return why;
    }

    Problem problem() {
        return problem;
    }

    Duration after() {
        return after;
    }
}
