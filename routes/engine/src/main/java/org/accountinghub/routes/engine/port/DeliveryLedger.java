package org.accountinghub.routes.engine.port;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.accountinghub.connectors.spi.Exchange;
import org.accountinghub.connectors.spi.Step;
import org.accountinghub.mappings.model.Customer;
import org.accountinghub.mappings.model.Problem;
import org.accountinghub.mappings.model.SourceKey;
import org.accountinghub.routes.engine.Claim;
import org.accountinghub.routes.engine.Conclusion;
import org.accountinghub.routes.engine.CustomerThere;
import org.accountinghub.routes.engine.Frozen;
import org.accountinghub.routes.engine.LostClaimException;
import org.accountinghub.routes.engine.StepProgress;
import org.accountinghub.routes.engine.Transfer;

/**
 * One transfer's way through a worker. Each method is one commit. All that take a {@link Claim} throw
 * {@link LostClaimException}, having changed nothing, when the lease is no longer the worker's.
 */
public interface DeliveryLedger {

    /**
     * Claims what was dispatched and starts an attempt, which is spent until {@link #conclude} gives it back.
     *
     * @return empty when the message is stale: another dispatch number, or not {@code QUEUED}
     */
    Optional<Claim> claim(long transferId, int dispatch, String worker, Duration lease);

    /**
     * Freezes content and steps, and takes the document's rows: a row that belongs to another document is refused.
     * What was frozen before is replaced, which is legal while none of its steps was intended.
     *
     * @return the claim with frozen content, or the problem that names the other document
     */
    Freeze freeze(Claim claim, Frozen content, List<Step> steps);

    /** The write of this step is about to be made: INTENDED, first intent set if it was not. Prolongs nothing. */
    Claim intend(Claim claim, Step step);

    /** A step other than the last was done. The document of the step {@link Step#CREATE} is bound in the same commit. */
    Claim stepDone(Claim claim, StepProgress step, List<Exchange> exchanges);

    /**
     * Ends the attempt. In the same commit: binds the document of a step {@link Step#CREATE} made DONE, releases the
     * transfers that waited for a delivered one, leaves a note for the store. A transfer that would wait for one that is
     * delivered meanwhile is due at once instead. What it waits for, and nobody has tried yet, takes its place in the line.
     */
    void conclude(Claim claim, Conclusion conclusion);

    /**
     * Gives the claim back after an exception, so that the same message can be delivered again: the transfer is QUEUED
     * under the same dispatch, its steps stay as they are, the attempt stays spent.
     */
    void release(Claim claim, String what);

    /** What a worker learned after it had lost its claim; stored beside the attempt, never as state. Never refused. */
    void evidence(Claim claim, String what, List<Exchange> exchanges);

    /** The customer at the partner, when bound: by whatever subgroup of this connection, or by its register. */
    Optional<CustomerThere> customerBinding(String connection, SourceKey customer);

    /** The bound customer as it was when it was sent, by whatever subgroup. */
    Optional<Customer> customerAsSent(String connection, SourceKey customer);

    /**
     * The newest transfer that brings this customer, withdrawn and superseded ones aside; made now, due, if there is none.
     * One for all subgroups that the connection serves, whoever asks for it at the same moment.
     */
    Transfer customerTransfer(String connection, SourceKey customer);

    /**
     * A message whose handling failed too often by an exception. A step with intent is UNCERTAIN then and the transfer is
     * due again after {@code settle}; without one the transfer is EXHAUSTED with this problem. A stale dispatch, or one
     * with a live claim, changes nothing.
     */
    void deadLetter(long transferId, int dispatch, Problem problem, Duration settle);

    /** What freezing gave. */
    sealed interface Freeze {

        /** Go on with this claim. */
        record Done(Claim claim) implements Freeze {}

        /** A row was already invoiced in another document. */
        record RowTaken(Problem problem) implements Freeze {}
    }
}
