package org.accountinghub.routes.engine.delivery;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;
import org.accountinghub.connectors.spi.Delivery;
import org.accountinghub.connectors.spi.PartnerDocument;
import org.accountinghub.connectors.spi.Step;
import org.accountinghub.connectors.spi.Work;
import org.accountinghub.routes.engine.StepProgress;

/**
 * The steps of a delivery, one after the other, until one does not end well.
 *
 * @param hand the claim, which is ended by the last step
 */
record StepsInOrder(ClaimInHand hand, DeliverySettings settings, Endings endings) {

    /**
     * @param bound what {@link Work#bound} holds
     * @param isLeftOut of steps that an earlier attempt has done
     * @param remarked what a step before the last made, with what is to be said of it
     * @param delivered how it ends when the last step made this
     */
    <D> void run(
            Delivery<D> delivery,
            D content,
            Map<String, String> bound,
            Predicate<StepProgress> isLeftOut,
            BiFunction<Step, PartnerDocument, PartnerDocument> remarked,
            Function<PartnerDocument, Ending> delivered) {
        List<StepProgress> steps = hand.claim().steps();
        Map<String, PartnerDocument> done = new HashMap<>();
        for (int position = 0; position < steps.size(); position++) {
            StepProgress step = steps.get(position);
            if (isLeftOut.test(step)) {
                step.made().ifPresent(made -> done.put(step.step().name(), made));
                continue;
            }
            Instant since = step.firstIntent().orElse(hand.claim().at());
            Work<D> work = new Work<>(step.step(), content, done, bound, since);
            StepResult result = new StepWork<>(hand, delivery, settings, endings, step, work).run();
            if (result instanceof StepResult.Over over) {
                hand.end(over.ending(), over.step());
                return;
            }
            PartnerDocument made = ((StepResult.Made) result).document();
            done.put(step.step().name(), made);
            if (position < steps.size() - 1) {
                hand.stepDone(step.done(remarked.apply(step.step(), made)));
            } else {
                hand.end(delivered.apply(made), Optional.of(step.done(made)));
            }
        }
    }
}
