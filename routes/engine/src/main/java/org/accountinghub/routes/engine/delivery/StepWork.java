package org.accountinghub.routes.engine.delivery;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.accountinghub.connectors.spi.Delivery;
import org.accountinghub.connectors.spi.Finding;
import org.accountinghub.connectors.spi.IdempotencyClass;
import org.accountinghub.connectors.spi.LimitReachedException;
import org.accountinghub.connectors.spi.NoConsentException;
import org.accountinghub.connectors.spi.Outcome;
import org.accountinghub.connectors.spi.TokenUnavailableException;
import org.accountinghub.connectors.spi.Work;
import org.accountinghub.mappings.model.Problem;
import org.accountinghub.routes.engine.StepProgress;
import org.accountinghub.routes.engine.StepState;
import org.accountinghub.routes.engine.TransferState;

/**
 * One step of one attempt: what an earlier attempt may have done is looked for by the step's idempotency class, and only
 * then the write is made.
 *
 * @param <D> the content
 */
final class StepWork<D> {

    private final ClaimInHand hand;
    private final Delivery<D> delivery;
    private final DeliverySettings settings;
    private final Endings endings;
    private final StepProgress before;
    private final Work<D> work;

    StepWork(
            ClaimInHand hand,
            Delivery<D> delivery,
            DeliverySettings settings,
            Endings endings,
            StepProgress before,
            Work<D> work) {
        this.hand = hand;
        this.delivery = delivery;
        this.settings = settings;
        this.endings = endings;
        this.before = before;
        this.work = work;
    }

    StepResult run() {
        if (!before.open()) {
            return perform();
        }
        return switch (before.step().idempotency()) {
            case A -> perform();
            case B, C -> look();
            case D -> over(Ending.stopped(TransferState.IN_DOUBT, EngineProblems.inDoubt(work)), before.uncertain(0));
        };
    }

    private StepResult look() {
        Finding finding = find();
        if (finding instanceof Finding.Found found) {
            return new StepResult.Made(found.document());
        }
        if (finding instanceof Finding.Disagrees disagrees && !before.saidAbsent()) {
            return stillOpen(Ending.stopped(TransferState.REJECTED, disagrees.problem()));
        }
        if (finding instanceof Finding.Unreachable unreachable) {
            return stillOpen(endings.unreachable(unreachable.outcome(), work, hand.attempts()));
        }
        return before.step().idempotency() == IdempotencyClass.B ? perform() : absent();
    }

    /**
     * Class C: only the second of two searches, each after its settle wait, allows to write again. A person who looked
     * stands for both, and for what a search cannot decide, but not for what may still arrive late.
     */
    private StepResult absent() {
        Duration settle = settings.settle(before.step());
        if (before.saidAbsent()) {
            Duration rest = Duration.between(hand.claim().at(), nothingArrivesLater());
            return rest.isNegative() || rest.isZero()
                    ? perform()
                    : stillOpen(Ending.again(
                            rest,
                            "looked for by a person, not there; sent again when nothing can arrive late any more"));
        }
        if (before.state() == StepState.INTENDED) {
            return over(Ending.again(settle, "begun earlier and not found yet; looked for again"), before.uncertain(0));
        }
        Instant settled = before.touched().orElse(hand.claim().at()).plus(settle);
        if (hand.claim().at().isBefore(settled)) {
            Duration rest = Duration.between(hand.claim().at(), settled);
            return stillOpen(Ending.again(rest, "not found yet; looked for again"));
        }
        int searches = before.searches() + 1;
        return searches < StepProgress.ENOUGH_SEARCHES
                ? over(
                        Ending.again(settle, "not found; looked for once more before it is sent again"),
                        before.uncertain(searches))
                : perform();
    }

    private StepResult perform() {
        if (hand.attempts() > settings.retry().maxAttempts()) {
            Problem exhausted = EngineProblems.exhausted(hand.attempts() - 1);
            return over(Ending.stopped(TransferState.EXHAUSTED, exhausted).spending(false), asBefore());
        }
        StepProgress intended = hand.intend(before.step());
        if (!hand.hasTimeFor(settings.stepTime())) {
            return over(Ending.again(Duration.ZERO, "too little of the lease was left to call"), asBefore());
        }
        Outcome outcome = write(intended);
        if (outcome instanceof Outcome.Delivered delivered) {
            return new StepResult.Made(delivered.document());
        }
        Ending ending = endings.of(outcome, work, hand.attempts());
        if (outcome instanceof Outcome.Uncertain) {
            return over(ending, intended.uncertain(0));
        }
        return over(ending, provenAbsent(outcome) ? intended.withdrawn() : intended.uncertain(before.searches()));
    }

    /** Whether this answer leaves nothing at the partner, the writes of earlier attempts included. */
    private boolean provenAbsent(Outcome outcome) {
        if (!before.open()) {
            return true;
        }
        boolean nothingComesAnyMore = !hand.claim().at().isBefore(nothingArrivesLater());
        return switch (before.step().idempotency()) {
            case A -> nothingComesAnyMore && outcome instanceof Outcome.Rejected;
            case B -> nothingComesAnyMore;
            case C -> true;
            case D -> false;
        };
    }

    private Instant nothingArrivesLater() {
        return before.touched()
                .orElse(hand.claim().at())
                .plus(settings.settle(before.step()).multipliedBy(2));
    }

    private Outcome write(StepProgress intended) {
        Instant firstIntent = intended.firstIntent().orElse(hand.claim().at());
        try {
            return delivery.perform(
                    new Work<>(before.step(), work.document(), work.done(), work.bound(), firstIntent), hand);
        } catch (LimitReachedException | TokenUnavailableException | NoConsentException e) {
            return new Outcome.Uncertain(
                    EngineProblems.connectorBroke(e.getClass().getSimpleName()));
        }
    }

    private Finding find() {
        try {
            return delivery.find(work, hand);
        } catch (LimitReachedException | TokenUnavailableException | NoConsentException e) {
            return new Finding.Unreachable(Endings.notCalled(e));
        }
    }

    private StepResult stillOpen(Ending ending) {
        return before.state() == StepState.INTENDED
                ? over(ending, before.uncertain(0))
                : new StepResult.Over(ending, Optional.empty());
    }

    private StepProgress asBefore() {
        return before.open() ? before.uncertain(before.searches()) : before.withdrawn();
    }

    private static StepResult over(Ending ending, StepProgress step) {
        return new StepResult.Over(ending, Optional.of(step));
    }
}
