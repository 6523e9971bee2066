package org.accountinghub.routes.engine.port;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.accountinghub.connectors.spi.Exchange;
import org.accountinghub.mappings.model.Problem;
import org.accountinghub.routes.engine.StepProgress;
import org.accountinghub.routes.engine.Transfer;
import org.accountinghub.routes.engine.TransferState;

/** What operators see and do. Every verb is recorded with who, when and why, and is safe when pressed twice. */
public interface OperatorLedger {

    /**
     * Newest change first.
     *
     * @param after {@link Row#place()} of the last row of the page before; anything else is an {@link IllegalArgumentException}
     */
    List<Row> transfers(Filter filter, int limit, Optional<String> after);

    Optional<Story> story(long transferId);

    /** Failures grouped by cause, most urgent first. */
    List<ProblemGroup> problems(Optional<String> connection);

    /**
     * Makes a stopped transfer due again, with all its attempts. False when there was nothing to do.
     *
     * @param notThere the person looked and found nothing at the partner. Needed for a step in doubt that cannot be searched
     *     for: it is planned again and will be written. One that can be is searched for once more, and written where that
     *     finds nothing or cannot decide
     */
    boolean retry(long transferId, String who, boolean notThere);

    /** Retries every stopped transfer of this cause, those in doubt only when they are not there; returns how many. */
    int retryAll(String cause, Optional<String> connection, String who, boolean notThere);

    boolean dismiss(long transferId, String who, String reason);

    /** Undoes a dismissal. */
    boolean restore(long transferId, String who);

    /** Stops a connection: its transfers wait and spend no attempts. False when it was held already, or is unknown. */
    boolean hold(String connection, String who, String reason);

    /** Ends a hold. False when there was none, or when it is the configuration's. */
    boolean release(String connection, String who, String reason);

    /** Counts of transfers by state, for overviews and metrics. */
    List<Count> counts();

    /** Which transfers; every part that is empty is not filtered by. */
    record Filter(
            Optional<String> connection,
            Optional<TransferState> state,
            Optional<String> cause,
            Optional<String> number) {}

    /** One line of a list. */
    record Row(Transfer transfer, Optional<String> partnerNumber, Instant created, Instant changed) {

        /** Where it stood in the list when it was read. */
        public String place() {
            return changed + "/" + transfer.id();
        }
    }

    /** How many transfers of a connection are in a state, and the oldest. */
    record Count(String connection, TransferState state, long count, Instant oldest) {}

    /**
     * Transfers that need a person for the same reason.
     *
     * @param transfers how many, those that wait for them included
     * @param orderCount how many orders are concerned; one order may have several transfers
     * @param orders numbers of the orders concerned, oldest first, cut at a hundred
     * @param example the transfer to look at first; empty where none was made
     */
    record ProblemGroup(
            String connection,
            Kind kind,
            Problem sample,
            long transfers,
            long orderCount,
            List<String> orders,
            Optional<Long> example,
            Instant oldest) {

        /** What the problem means for the customer's invoice. */
        public enum Kind {
            /** Nothing of the connection moves. */
            CONNECTION,
            /** It is at the partner, and something is wrong there: doubled, different, cancelled. */
            AT_PARTNER,
            /** It may or may not be at the partner. */
            IN_DOUBT,
            /** It is not at the partner. */
            NOT_SENT,
            /** No invoice: records of the registers that differ on both sides. */
            REGISTER
        }
    }

    /**
     * Everything about one transfer.
     *
     * @param invoiced whether the customer was invoiced: {@code yes}, {@code no} or {@code unknown}, with the evidence in {@code because}
     */
    record Story(
            Row row,
            List<StepProgress> steps,
            List<AttemptLine> attempts,
            List<ActionLine> actions,
            String invoiced,
            String because) {}

    /** An event of the time line; what was said to the partner and answered is masked and bounded. */
    record AttemptLine(
            int attempt,
            Instant at,
            String what,
            Optional<String> verdict,
            Optional<String> words,
            List<Exchange> exchanges) {}

    /** A person's verb. */
    record ActionLine(Instant at, String who, String verb, String reason) {}
}
