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
 * @param step the step it ended at, in its new form; a step made DONE brings its document
 * @param bindCustomer whether that step's document is the customer's binding
 * @param thaw whether the frozen content is dropped, because nothing can exist at the partner
 */
public record Conclusion(
        TransferState state,
        Duration after,
        Optional<Long> waitsFor,
        Optional<Verdict> verdict,
        Optional<Problem> problem,
        boolean spendsAttempt,
        Optional<StepProgress> step,
        boolean bindCustomer,
        boolean thaw,
        List<Exchange> exchanges) {

    public Conclusion {
        exchanges = List.copyOf(exchanges);
    }
}
