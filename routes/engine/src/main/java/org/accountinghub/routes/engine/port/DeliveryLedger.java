package org.accountinghub.routes.engine.port;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.accountinghub.connectors.spi.Exchange;
import org.accountinghub.connectors.spi.Step;
import org.accountinghub.mappings.model.Problem;
import org.accountinghub.mappings.model.SourceKey;
import org.accountinghub.routes.engine.Claim;
import org.accountinghub.routes.engine.Conclusion;
import org.accountinghub.routes.engine.Dispatch;
import org.accountinghub.routes.engine.Frozen;
import org.accountinghub.routes.engine.LostClaimException;

/**
 * One transfer's way through a worker. Each method is one commit. All that take a {@link Claim} throw
 * {@link LostClaimException}, having changed nothing, when the lease is no longer the worker's.
 */
public interface DeliveryLedger {

    /** Claims what was dispatched; empty when the message is stale or the transfer is no longer to be sent. Starts an attempt. */
    Optional<Claim> claim(long transferId, int dispatch, String worker, Duration lease);

    /**
     * Freezes content and steps, and takes the document's rows: a row that belongs to another document is refused.
     *
     * @return the claim with frozen content, or the problem that names the other document
     */
    Freeze freeze(Claim claim, Frozen content, List<Step> steps);

    /** The write of this step is about to be made. Prolongs nothing. */
    Claim intend(Claim claim, Step step);

    /** A step other than the last was done. */
    Claim stepDone(Claim claim, org.accountinghub.routes.engine.StepProgress step, List<Exchange> exchanges);

    /** Ends the attempt. Releases the transfers that waited for a delivered one in the same commit. */
    void conclude(Claim claim, Conclusion conclusion);

    /** What a worker learned after it had lost its claim; stored beside the attempt, never as state. */
    void evidence(Claim claim, String what, List<Exchange> exchanges);

    /** The customer's number at the partner, when bound. */
    Optional<String> customerBinding(String connection, SourceKey customer);

    /** The transfer that brings this customer, made now if there is none. */
    long customerTransfer(String connection, SourceKey customer);

    /** A message whose handling failed too often by an exception. A step with intent becomes UNCERTAIN, else the transfer EXHAUSTED. */
    void deadLetter(Dispatch dispatch, Problem problem);

    /** What freezing gave. */
    sealed interface Freeze {

        /** Go on with this claim. */
        record Done(Claim claim) implements Freeze {}

        /** A row was already invoiced in another document. */
        record RowTaken(Problem problem) implements Freeze {}
    }
}
