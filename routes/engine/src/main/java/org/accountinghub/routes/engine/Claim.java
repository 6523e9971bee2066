package org.accountinghub.routes.engine;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A worker's right to work on a transfer until its lease ends, by the database's clock.
 *
 * @param lease token that fences every later write of this worker
 * @param at when it was claimed, by the database's clock
 * @param attempt number of this attempt in the transfer's history, unspent ones included
 * @param steps empty until the content was frozen
 */
public record Claim(
        Transfer transfer,
        String lease,
        Instant at,
        Instant leaseEnds,
        int attempt,
        List<StepProgress> steps,
        Optional<Frozen> frozen) {

    public Claim {
        steps = List.copyOf(steps);
    }

    /** Whether an earlier attempt may have left the document at the partner, or a part of it. */
    public boolean somethingMayExist() {
        return StepProgress.ofTheDocument(steps).anyMatch(step -> step.state() != StepState.PLANNED);
    }
}
