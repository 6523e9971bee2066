package org.accountinghub.routes.engine.port;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.accountinghub.mappings.model.register.Register;

/** Match reports: what belongs together, and what a person decided. Each method is one commit. */
public interface RegisterMatches {

    /**
     * Ends a run of kind {@code MATCH} with its report, which takes the place of earlier ones of the connection and
     * register. What was decided of the same pair stays decided.
     *
     * @param linked how many records were linked before and stand in no line
     */
    void save(RegisterRuns.Claim claim, List<MatchLine> lines, long linked);

    /** Whether anything may be written: a report was approved, wholly or in part. */
    boolean approved(String connection, Register register);

    Optional<Match> newest(String connection, Register register);

    Optional<Match> match(long matchId);

    /** Every line in order, streamed. */
    void lines(long matchId, Filter filter, Consumer<MatchLine> taker);

    /** A page of lines, after line {@code after} (0 = from the first). */
    List<MatchLine> lines(long matchId, Filter filter, int after, int limit);

    /**
     * Approves open lines of these classes and links their pairs. Approving what is approved changes nothing. A pair one
     * side of which is linked otherwise meanwhile stays open and is told.
     *
     * @throws IllegalArgumentException for a class that is approved line by line only
     */
    Approval approve(long matchId, Collection<MatchLine.Kind> kinds, String who);

    /** Approves single lines of any class. */
    Approval approveLines(long matchId, Collection<Integer> lines, String who);

    /** Says no to lines that are open: their records are left alone by register runs. Returns how many. */
    int decline(long matchId, Collection<Integer> lines, String who);

    /** Which lines; empty = all. */
    record Filter(Optional<MatchLine.Kind> kind, Optional<MatchLine.Decision> decision) {}

    /**
     * A report.
     *
     * @param linked pairs that were linked when it was made
     * @param counts lines by class
     * @param open lines without a decision by class
     * @param replaced whether there is a newer one, so that it decides nothing any more
     */
    record Match(
            long id,
            long runId,
            String connection,
            Register register,
            Instant made,
            long linked,
            Map<MatchLine.Kind, Long> counts,
            Map<MatchLine.Kind, Long> open,
            boolean replaced) {}

    /** What approving did: lines approved by it, links made by it, lines that could not be linked. */
    record Approval(int approved, int linked, List<MatchLine> refused) {}
}
