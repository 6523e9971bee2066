package org.accountinghub.routes.engine.delivery;

import java.util.Optional;
import org.accountinghub.connectors.spi.Delivery;
import org.accountinghub.connectors.spi.PartnerDocument;
import org.accountinghub.connectors.spi.Step;
import org.accountinghub.mappings.model.Customer;
import org.accountinghub.mappings.model.Problem;
import org.accountinghub.mappings.model.SourceKey;
import org.accountinghub.routes.engine.CustomerThere;
import org.accountinghub.routes.engine.StepState;
import org.accountinghub.routes.engine.Transfer;
import org.accountinghub.routes.engine.TransferState;
import org.accountinghub.routes.engine.port.DeliveryLedger;
import org.accountinghub.routes.engine.port.ServiceStore.Reading;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One attempt at one transfer, from reading the store to the conclusion.
 *
 * @param <D> the content
 */
final class Attempt<D> {

    private static final Logger LOG = LoggerFactory.getLogger(Attempt.class);

    private final ClaimInHand hand;
    private final Lane<D> lane;
    private final DeliveryLedger ledger;
    private final DeliverySettings settings;
    private final Endings endings;
    private final String connection;
    private Optional<Problem> whenMade = Optional.empty();

    Attempt(ClaimInHand hand, Lane<D> lane, DeliveryLedger ledger, DeliverySettings settings, Endings endings) {
        this.hand = hand;
        this.lane = lane;
        this.ledger = ledger;
        this.settings = settings;
        this.endings = endings;
        this.connection = hand.claim().transfer().connection();
    }

    void run() {
        if (hand.claim().somethingMayExist()) {
            D frozen = lane.thaw(
                    hand.claim().frozen().orElseThrow(() -> new IllegalStateException("steps without frozen content")));
            deliver(frozen, false);
            return;
        }
        Reading<D> reading = lane.read();
        if (reading instanceof Reading.Ready<D> ready) {
            deliver(ready.content(), true);
        } else if (reading instanceof Reading.Unfit<D> unfit) {
            end(Ending.stopped(TransferState.REJECTED, EngineProblems.together(unfit.problems())));
        } else if (reading instanceof Reading.Gone<D> gone) {
            end(lane.gone(gone.why())
                    .map(problem -> Ending.stopped(TransferState.REJECTED, problem))
                    .orElseGet(() -> Ending.withdrawn(gone.why())));
        }
    }

    private void deliver(D content, boolean fresh) {
        Optional<Delivery<D>> delivery = lane.delivery(content);
        if (delivery.isEmpty()) {
            end(Ending.stopped(TransferState.REJECTED, lane.unsupported(content)));
            return;
        }
        Optional<Customer> customer = lane.dependsOn(content);
        Optional<CustomerThere> there = lane.customer(content).flatMap(key -> ledger.customerBinding(connection, key));
        if (customer.isPresent() && there.isEmpty()) {
            lane.notYet(content)
                    .ifPresentOrElse(this::end, () -> waitFor(customer.get().key()));
            return;
        }
        if (fresh) {
            Optional<Problem> another = customer.flatMap(this::anotherThanBound);
            if (another.isPresent()) {
                end(Ending.stopped(TransferState.REJECTED, another.get()));
                return;
            }
            Optional<Problem> taken =
                    hand.freeze(lane.freeze(content), delivery.get().steps(content));
            if (taken.isPresent()) {
                end(Ending.stopped(TransferState.REJECTED, taken.get()));
                return;
            }
        }
        new StepsInOrder(hand, settings, endings)
                .run(
                        delivery.get(),
                        content,
                        lane.bound(there),
                        step -> step.state() == StepState.DONE,
                        (step, made) -> step.name().equals(Step.CREATE) ? remarked(content, made) : made,
                        made -> delivered(content, made));
    }

    /** A customer number that was given to somebody else must not send him another's invoices. */
    private Optional<Problem> anotherThanBound(Customer payer) {
        return ledger.customerAsSent(connection, payer.key())
                .filter(sent -> SentAndStored.anotherCustomer(sent, payer))
                .map(sent -> EngineProblems.customerNumberUsedAgain(payer.key(), sent.name(), payer.name()));
    }

    private void waitFor(SourceKey customer) {
        Transfer transfer = ledger.customerTransfer(connection, customer);
        end(
                transfer.state() == TransferState.DISMISSED
                        ? Ending.stopped(TransferState.REJECTED, EngineProblems.customerDismissed(customer))
                        : Ending.waiting(transfer.id(), "waits for customer " + customer.number()));
    }

    /** Once it is bound the store hears of it, while other steps are still to be done. */
    private PartnerDocument remarked(D content, PartnerDocument made) {
        whenMade = changedSince(content, false);
        return whenMade.map(problem -> made.noting(problem.reason())).orElse(made);
    }

    private Ending delivered(D content, PartnerDocument made) {
        boolean told = hand.claim().steps().stream()
                .anyMatch(step -> step.step().name().equals(Step.CREATE) && step.state() == StepState.DONE);
        return Ending.delivered(whenMade.or(() -> changedSince(content, told)), "delivered as " + made.number());
    }

    /** Nothing may keep the delivery from being recorded, a store that cannot be read least of all. */
    private Optional<Problem> changedSince(D content, boolean told) {
        try {
            return lane.changedSince(content, told);
        } catch (RuntimeException e) {
            LOG.warn(
                    "transfer {}: not compared with the store after it was sent: {}",
                    hand.claim().transfer().id(),
                    e.getClass().getSimpleName());
            return Optional.empty();
        }
    }

    private void end(Ending ending) {
        hand.end(ending, Optional.empty());
    }
}
