package org.accountinghub.routes.engine.port;

import java.util.Optional;
import org.accountinghub.mappings.model.Problem;

/**
 * A record of which a run has something to say; what was unchanged leaves none.
 *
 * @param id its place in the run; 0 until the ledger has it
 * @param number ours, when it has one
 * @param partnerNumber theirs
 * @param problem why it was skipped or failed, or what a person should know of it though it was done
 */
public record RunRecord(
        long id, Outcome outcome, Optional<String> number, String partnerNumber, Optional<Problem> problem) {

    /** What became of it. */
    public enum Outcome {
        CREATED,
        UPDATED,
        DEACTIVATED,
        SKIPPED,
        FAILED
    }
}
