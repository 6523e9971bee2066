package org.accountinghub.routes.engine.delivery;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.accountinghub.connectors.spi.IdempotencyClass;
import org.accountinghub.connectors.spi.PartnerDocument;
import org.accountinghub.connectors.spi.Step;
import org.accountinghub.mappings.model.Problem;
import org.accountinghub.routes.engine.Frozen;
import org.accountinghub.routes.engine.StepProgress;
import org.accountinghub.routes.engine.TransferState;
import org.accountinghub.routes.engine.registers.RecordAlike;
import org.accountinghub.routes.engine.registers.RecordAlike.Looked;

/**
 * One attempt at making a record alike on both sides. What is sent is a state, not a document: each attempt reads both
 * sides anew and sends what differs then, so that an answer that was lost is made good by looking.
 */
final class RecordAttempt {

    private final ClaimInHand hand;
    private final RecordAlike alike;
    private final DeliverySettings settings;
    private final Endings endings;

    RecordAttempt(ClaimInHand hand, RecordAlike alike, DeliverySettings settings, Endings endings) {
        this.hand = hand;
        this.alike = alike;
        this.settings = settings;
        this.endings = endings;
    }

    void run() {
        Looked looked = alike.look(hand);
        if (looked instanceof Looked.Unread unread) {
            hand.end(endings.notRead(unread.why(), hand.attempts()), Optional.empty());
        } else if (looked instanceof Looked.Stopped stopped) {
            hand.end(Ending.stopped(TransferState.REJECTED, stopped.problem()), Optional.empty());
        } else if (looked instanceof Looked.Overtaken) {
            hand.end(Ending.again(Duration.ofSeconds(10), "somebody changed it meanwhile"), Optional.empty());
        } else if (looked instanceof Looked.Unwanted unwanted) {
            unwanted(unwanted);
        } else if (looked instanceof Looked.Alike both) {
            delivered(both.remark(), "both sides are alike", new PartnerDocument(both.id(), both.number(), List.of()));
        } else if (looked instanceof Looked.Differs differs) {
            send(differs);
        }
    }

    private void unwanted(Looked.Unwanted unwanted) {
        if (hand.claim().somethingMayExist()) {
            hand.end(Ending.stopped(TransferState.REJECTED, unwanted.problem()), Optional.empty());
        } else {
            hand.end(Ending.withdrawn(unwanted.problem().reason()), Optional.empty());
        }
    }

    private void send(Looked.Differs differs) {
        if (!alike.intended(differs)) {
            hand.end(Ending.again(Duration.ofSeconds(10), "somebody changed it meanwhile"), Optional.empty());
            return;
        }
        if (!hand.claim().somethingMayExist()) {
            List<Step> steps = alike.edits().steps(differs.edit()).stream()
                    .map(RecordAttempt::repeated)
                    .toList();
            hand.freeze(new Frozen.Edit(differs.edit()), steps);
        }
        new StepsInOrder(hand, settings, endings)
                .run(
                        alike.edits(),
                        differs.edit(),
                        Map.of(differs.edit().register().kind(), differs.link().partnerId()),
                        step -> false,
                        (step, made) -> made,
                        made -> Ending.delivered(alike.sent(differs, hand), "changed " + made.number()));
    }

    /** What class B asks for, to repeat and compare, is done by looking at both sides before every attempt. */
    private static Step repeated(Step step) {
        return step.idempotency() == IdempotencyClass.B
                ? new Step(step.name(), IdempotencyClass.A, step.lateness())
                : step;
    }

    private void delivered(Optional<Problem> remark, String what, PartnerDocument there) {
        Optional<StepProgress> open =
                hand.claim().steps().stream().filter(StepProgress::open).findFirst();
        hand.end(Ending.delivered(remark, what), open.map(step -> step.done(there)));
    }
}
