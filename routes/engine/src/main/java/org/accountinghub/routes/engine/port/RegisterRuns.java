package org.accountinghub.routes.engine.port;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.accountinghub.mappings.model.Problem;
import org.accountinghub.mappings.model.register.Register;
import org.accountinghub.routes.engine.LostClaimException;

/**
 * Runs over a partner's register. At most one of each connection and register is open; whoever claims it goes on where the
 * last worker stopped. Each method is one commit. All that take a {@link Claim} throw {@link LostClaimException}, having
 * changed nothing, when its lease is no longer the worker's; leases are by the database's clock.
 */
public interface RegisterRuns {

    /** The open run of this connection and register, or a new one of this kind, {@code DUE}. */
    RegisterRun ask(String connection, Register register, RegisterRun.Kind kind, String who);

    /** Takes an open run that nobody has a live lease on, which is {@code RUNNING} then. The one asked for first. */
    Optional<Claim> claim(Collection<String> connections, String worker, Duration lease);

    /**
     * Where the listing begins, fixed when the run is first begun; a run of changes with nothing to begin at becomes whole.
     * A run of kind {@code MATCH} is begun by each worker, and counts from nothing again.
     */
    Claim begin(Claim claim, RegisterRun.Kind kind, Optional<Instant> since, Instant listedFrom);

    /**
     * What was done since the last time, all in one commit, and the lease prolonged.
     *
     * @return whether somebody cancelled the run, so that it must end
     */
    boolean advance(Claim claim, Portion portion);

    /** Ends the run. */
    void end(Claim claim, RegisterRun.State state, Optional<Problem> problem);

    /** Gives it back: the run stays open, and nobody takes it before {@code after} is over. Why = what operators read. */
    void pause(Claim claim, Duration after, Problem why);

    /**
     * Where the next listing of changes begins: where that of the last run of changes began that ended well. A whole run
     * counts only while there was none, and then the first: later ones read only what their lists show to have changed,
     * and lists do not show everything.
     */
    Optional<Instant> watermark(String connection, Register register);

    /** Linked records, not known to be gone, that this whole listing did not show; by partner id, after {@code after}. */
    List<RegisterLedger.Link> unseen(Claim claim, Optional<String> after, int limit);

    /** Asks an open run to stop; false when it is over. */
    boolean cancel(long runId, String who);

    Optional<RegisterRun> run(long runId);

    /** Newest first. */
    List<RegisterRun> runs(Optional<String> connection, Optional<Register> register, int limit, Optional<Long> before);

    /** What of a run a person should know, in the order it happened; of each partner's number once, the last that was said. */
    List<RunRecord> records(long runId, Optional<RunRecord.Outcome> outcome, int limit, Optional<Long> after);

    /** A worker's right to a run. */
    record Claim(RegisterRun run, String lease) {}

    /**
     * A portion of a run.
     *
     * @param page token of the page to go on with; empty = the first
     * @param listed whether the listing is over
     * @param counts to be added
     * @param seen partner ids of linked records that were seen, whether or not anything had changed
     * @param total as the partner says it
     */
    record Portion(
            Optional<String> page,
            boolean listed,
            RunCounts counts,
            List<String> seen,
            List<RunRecord> records,
            Optional<Long> total) {

        public Portion {
            seen = List.copyOf(seen);
            records = List.copyOf(records);
        }
    }
}
