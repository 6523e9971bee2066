package org.accountinghub.routes.engine;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.accountinghub.connectors.spi.IdempotencyClass;
import org.accountinghub.connectors.spi.PartnerDocument;
import org.accountinghub.connectors.spi.Step;

/**
 * A step of one transfer.
 *
 * @param firstIntent when the write was first about to be made since the content was frozen
 * @param touched when it was last written, by the database's clock; set by the ledger, whatever is passed to it
 * @param searches how often it was searched for and not found, a settle wait before each, since its last write;
 *     {@link #ENOUGH_SEARCHES} also when a person looked and said that it is not there
 */
public record StepProgress(
        Step step,
        StepState state,
        Optional<Instant> firstIntent,
        Optional<Instant> touched,
        int searches,
        Optional<PartnerDocument> made) {

    /** After so many in vain a step of class C is written again. */
    public static final int ENOUGH_SEARCHES = 2;

    /**
     * The steps that make the document or are made on it. What only prepares it (articles: before {@link Step#CREATE},
     * under a number of our own) may exist without it, and is met again by whatever is sent next.
     */
    public static Stream<StepProgress> ofTheDocument(List<StepProgress> steps) {
        int create = IntStream.range(0, steps.size())
                .filter(position -> steps.get(position).step().name().equals(Step.CREATE))
                .findFirst()
                .orElse(0);
        return IntStream.range(0, steps.size())
                .filter(position -> position >= create || !steps.get(position).repeatable())
                .mapToObj(steps::get);
    }

    /** A step as it is frozen. */
    public static StepProgress planned(Step step) {
        return new StepProgress(step, StepState.PLANNED, Optional.empty(), Optional.empty(), 0, Optional.empty());
    }

    private boolean repeatable() {
        return step.idempotency() == IdempotencyClass.A || step.idempotency() == IdempotencyClass.B;
    }

    /** Whether its write may have been made without our knowing. */
    public boolean open() {
        return state == StepState.INTENDED || state == StepState.UNCERTAIN;
    }

    /** Whether a person said that nothing of it is there: no search counts so many and leaves it open. */
    public boolean saidAbsent() {
        return open() && searches >= ENOUGH_SEARCHES;
    }

    /** Nothing of it can exist at the partner: as if it had not been intended yet. */
    public StepProgress withdrawn() {
        return new StepProgress(step, StepState.PLANNED, firstIntent, touched, 0, Optional.empty());
    }

    public StepProgress uncertain(int searchedInVain) {
        return new StepProgress(step, StepState.UNCERTAIN, firstIntent, touched, searchedInVain, Optional.empty());
    }

    public StepProgress done(PartnerDocument document) {
        return new StepProgress(step, StepState.DONE, firstIntent, touched, searches, Optional.of(document));
    }
}
