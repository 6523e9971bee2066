package org.accountinghub.routes.ledger;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.accountinghub.connectors.spi.PartnerDocument;
import org.accountinghub.connectors.spi.Verdict;
import org.accountinghub.routes.engine.Claim;
import org.accountinghub.routes.engine.Conclusion;
import org.accountinghub.routes.engine.StepProgress;
import org.accountinghub.routes.engine.StepState;
import org.accountinghub.routes.engine.TransferState;

/** Ways in which an attempt ends. */
final class Ends {

    private Ends() {}

    static Conclusion deliveredWith(StepProgress step, String cause) {
        Conclusion clean = delivered(step, "7");
        return new Conclusion(
                clean.state(),
                clean.after(),
                clean.waitsFor(),
                clean.verdict(),
                Optional.of(LedgerFixture.problem(cause)),
                true,
                clean.step(),
                false,
                clean.what(),
                List.of());
    }

    static Conclusion delivered(StepProgress step, String partnerId) {
        return new Conclusion(
                TransferState.DELIVERED,
                Duration.ZERO,
                Optional.empty(),
                Optional.of(Verdict.DELIVERED),
                Optional.empty(),
                true,
                Optional.of(step.done(new PartnerDocument(partnerId, "no-" + partnerId, List.of("a text was cut")))),
                false,
                "delivered",
                List.of());
    }

    static Conclusion stopped(TransferState state, String cause, boolean thaw) {
        return new Conclusion(
                state,
                Duration.ZERO,
                Optional.empty(),
                Optional.of(Verdict.REJECTED),
                Optional.of(LedgerFixture.problem(cause)),
                true,
                Optional.empty(),
                thaw,
                "stopped",
                List.of());
    }

    static Conclusion later(Claim claim, Duration after, StepState step) {
        return new Conclusion(
                TransferState.DUE,
                after,
                Optional.empty(),
                Optional.of(Verdict.UNCERTAIN),
                Optional.of(LedgerFixture.problem("fortnox.no-answer")),
                true,
                claim.steps().stream()
                        .findFirst()
                        .map(progress -> step == StepState.PLANNED ? progress.withdrawn() : progress.uncertain(0)),
                step == StepState.PLANNED,
                "again later",
                List.of());
    }

    static Conclusion withdrawn() {
        return new Conclusion(
                TransferState.WITHDRAWN,
                Duration.ZERO,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                true,
                Optional.empty(),
                true,
                "not wanted any more",
                List.of());
    }

    static Conclusion waiting(long waitsFor) {
        return new Conclusion(
                TransferState.WAITING,
                Duration.ZERO,
                Optional.of(waitsFor),
                Optional.empty(),
                Optional.empty(),
                false,
                Optional.empty(),
                true,
                "waits",
                List.of());
    }
}
