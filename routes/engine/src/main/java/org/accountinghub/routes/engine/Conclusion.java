package org.accountinghub.routes.engine;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.accountinghub.connectors.spi.Exchange;
import org.accountinghub.connectors.spi.Verdict;
import org.accountinghub.mappings.model.Problem;

/**
 * How an attempt ended: the transfer's next state and everything that is committed with it.
 *
 * @param state {@link TransferState#DUE} with {@code after}; {@link TransferState#WAITING} with {@code waitsFor}; or an end
 * @param after from now, by the database's clock
 * @param verdict what the partner said; empty when it was not called
 * @param spendsAttempt whether this attempt counts
 * @param problem why it stands where it stands; also with DELIVERED, when a person should know what was delivered
 * @param step the step it ended at, in its new form; a step made DONE brings its document
 * @param thaw whether frozen content, steps and the hold on the rows are dropped, because nothing can exist at the partner
 * @param what one sentence for the time line: {@code attempt 3 of 10: no answer after the write; searched for in PT2M}
 */
public record Conclusion(
        TransferState state,
        Duration after,
        Optional<Long> waitsFor,
        Optional<Verdict> verdict,
        Optional<Problem> problem,
        boolean spendsAttempt,
        Optional<StepProgress> step,
        boolean thaw,
        String what,
        List<Exchange> exchanges) {

    public Conclusion {
        exchanges = List.copyOf(exchanges);
    }

    /** Whether a limit of the partner put it off, which says something of its connection. */
    public boolean byLimit() {
        return state == TransferState.DUE
                && !spendsAttempt
                && verdict.filter(Verdict.RETRY::equals).isPresent();
    }
}
