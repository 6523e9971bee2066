package org.accountinghub.routes.engine.delivery;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.accountinghub.connectors.spi.Conversation;
import org.accountinghub.connectors.spi.Exchange;
import org.accountinghub.connectors.spi.Step;
import org.accountinghub.mappings.model.Problem;
import org.accountinghub.routes.engine.Claim;
import org.accountinghub.routes.engine.Frozen;
import org.accountinghub.routes.engine.LostClaimException;
import org.accountinghub.routes.engine.StepProgress;
import org.accountinghub.routes.engine.StepState;
import org.accountinghub.routes.engine.TransferState;
import org.accountinghub.routes.engine.port.DeliveryLedger;

/** A claim while it is worked on: writes through it, knows how much of the lease is left, and hears the partner. */
final class ClaimInHand implements Conversation {

    private final DeliveryLedger ledger;
    private final LongSupplier nanos;
    private final long leaseEnds;
    private final List<Exchange> heard = new ArrayList<>();
    private Claim claim;

    /** @param asked reading of {@code nanos} from before the claim was asked for, so that the lease is never overrated */
    ClaimInHand(DeliveryLedger ledger, LongSupplier nanos, Claim claim, long asked, Duration lease) {
        this.ledger = ledger;
        this.nanos = nanos;
        this.claim = claim;
        this.leaseEnds = asked + lease.toNanos();
    }

    Claim claim() {
        return claim;
    }

    int attempts() {
        return claim.transfer().attempts();
    }

    boolean hasTimeFor(Duration work) {
        return leaseEnds - nanos.getAsLong() >= work.toNanos();
    }

    Optional<Problem> freeze(Frozen content, List<Step> steps) {
        DeliveryLedger.Freeze freeze = ledger.freeze(claim, content, steps);
        if (freeze instanceof DeliveryLedger.Freeze.RowTaken taken) {
            return Optional.of(taken.problem());
        }
        claim = ((DeliveryLedger.Freeze.Done) freeze).claim();
        return Optional.empty();
    }

    StepProgress intend(Step step) {
        claim = ledger.intend(claim, step);
        return claim.steps().stream()
                .filter(progress -> progress.step().name().equals(step.name()))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("an intended step vanished: " + step.name()));
    }

    void stepDone(StepProgress done) {
        try {
            claim = ledger.stepDone(claim, done, List.copyOf(heard));
            heard.clear();
        } catch (LostClaimException e) {
            ledger.evidence(claim, "too late: step " + done.step().name() + " was done", heard);
            throw e;
        }
    }

    void end(Ending ending, Optional<StepProgress> step) {
        List<StepProgress> steps = claim.steps().stream()
                .map(progress -> step.filter(changed ->
                                changed.step().name().equals(progress.step().name()))
                        .orElse(progress))
                .toList();
        boolean thaw = ending.state() != TransferState.DELIVERED
                && StepProgress.ofTheDocument(steps).allMatch(progress -> progress.state() == StepState.PLANNED);
        try {
            ledger.conclude(claim, ending.conclusion(step, thaw, heard));
        } catch (LostClaimException e) {
            ledger.evidence(claim, "too late: " + ending.state() + ", " + ending.what(), heard);
            throw e;
        }
    }

    /** After an exception. Its message stays out: nobody knows what it quotes. */
    void release(RuntimeException bug) {
        try {
            ledger.release(claim, "error in the hub: " + bug.getClass().getSimpleName());
        } catch (LostClaimException late) {
            bug.addSuppressed(late);
        }
    }

    @Override
    public void heard(Exchange exchange) {
        heard.add(exchange);
    }
}
