package org.accountinghub.routes.engine.port;

import java.time.Instant;
import java.util.Optional;
import org.accountinghub.mappings.model.Problem;
import org.accountinghub.mappings.model.register.Register;

/**
 * One import of a register, or one look for what matches.
 *
 * @param askedBy who asked for it; {@code schedule} when nobody did
 * @param since where the listing of changes begins
 * @param listedFrom when the listing began, by the hub's clock; empty until then
 * @param page token of the page it goes on with
 * @param listed whether the listing is over
 * @param total how many records there are, where the partner says so
 * @param problem why it waits, failed or is suspicious
 */
public record RegisterRun(
        long id,
        String connection,
        Register register,
        Kind kind,
        State state,
        String askedBy,
        Instant asked,
        Optional<Instant> changed,
        Optional<Instant> ended,
        Optional<Instant> since,
        Optional<Instant> listedFrom,
        Optional<String> page,
        boolean listed,
        RunCounts counts,
        Optional<Long> total,
        Optional<Problem> problem) {

    /** What is listed, and what for. */
    public enum Kind {
        /** The whole register. */
        WHOLE,
        /** What changed since the last run. */
        CHANGES,
        /** Both sides, for a report; nothing is written. */
        MATCH
    }

    /** Where it stands. */
    public enum State {
        /** Asked for. */
        DUE,
        /** Begun; it may wait between two workers. */
        RUNNING,
        DONE,
        CANCELLED,
        /** The listing cannot be right; nothing was deactivated. */
        SUSPICIOUS,
        FAILED;

        public boolean open() {
            return this == DUE || this == RUNNING;
        }
    }
}
