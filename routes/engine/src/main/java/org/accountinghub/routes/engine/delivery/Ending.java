package org.accountinghub.routes.engine.delivery;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.accountinghub.connectors.spi.Exchange;
import org.accountinghub.connectors.spi.Verdict;
import org.accountinghub.mappings.model.Problem;
import org.accountinghub.routes.engine.Conclusion;
import org.accountinghub.routes.engine.StepProgress;
import org.accountinghub.routes.engine.TransferState;

/** How an attempt ends, before it is known what that means for the steps. */
record Ending(
        TransferState state,
        Duration after,
        Optional<Long> waitsFor,
        Optional<Verdict> verdict,
        Optional<Problem> problem,
        boolean spendsAttempt,
        String what) {

    static Ending again(Duration after, String what) {
        return new Ending(TransferState.DUE, after, Optional.empty(), Optional.empty(), Optional.empty(), false, what);
    }

    static Ending waiting(long transferId, String what) {
        return new Ending(
                TransferState.WAITING,
                Duration.ZERO,
                Optional.of(transferId),
                Optional.empty(),
                Optional.empty(),
                false,
                what);
    }

    static Ending withdrawn(String why) {
        return end(TransferState.WITHDRAWN, Optional.empty(), "not wanted any more: " + why);
    }

    static Ending stopped(TransferState state, Problem problem) {
        return end(state, Optional.of(problem), problem.reason());
    }

    static Ending delivered(Optional<Problem> remark, String what) {
        return end(TransferState.DELIVERED, remark, what).by(Verdict.DELIVERED);
    }

    private static Ending end(TransferState state, Optional<Problem> problem, String what) {
        return new Ending(state, Duration.ZERO, Optional.empty(), Optional.empty(), problem, true, what);
    }

    Ending by(Verdict said) {
        return new Ending(state, after, waitsFor, Optional.of(said), problem, spendsAttempt, what);
    }

    Ending because(Problem reason) {
        return new Ending(state, after, waitsFor, verdict, Optional.of(reason), spendsAttempt, what);
    }

    Ending spending(boolean spends) {
        return new Ending(state, after, waitsFor, verdict, problem, spends, what);
    }

    Conclusion conclusion(Optional<StepProgress> step, boolean thaw, List<Exchange> exchanges) {
        return new Conclusion(state, after, waitsFor, verdict, problem, spendsAttempt, step, thaw, what, exchanges);
    }
}
