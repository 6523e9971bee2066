package org.accountinghub.routes.engine.port;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.accountinghub.mappings.model.register.Register;

/**
 * Keeps uploaded files, sealed, and how far each is: whatever process of the hub dies, another goes on where it was. Throws
 * only what the database's absence throws.
 */
public interface UploadLedger {

    /** The id of a new upload, {@link Upload.State#RECEIVING}. */
    long begin(Register register, String fileName, String who);

    /** Keeps the file's next part; parts count from 0. */
    void append(long id, int part, byte[] content);

    /**
     * The file is here, and is to be checked.
     *
     * @param apply a person wants it applied without being asked once it is checked
     */
    void received(long id, long bytes, boolean apply);

    Optional<Upload> find(long id);

    /** Newest first. */
    List<Upload> newest(int limit);

    /** The oldest that is checking or applying. */
    Optional<Upload> next();

    /** Counts a start of its work; a check that was begun before begins anew, and its lines are forgotten. */
    Upload start(long id);

    /** Writes the file's content. */
    void content(long id, OutputStream to) throws IOException;

    /**
     * Adds lines of the result, and remembers how far the work is.
     *
     * @param from the place that was reached before
     * @param to the last row done
     * @param lines of the result file
     * @return false when it was cancelled, or somebody else is further: then nothing was changed
     */
    boolean advance(long id, Upload.Phase phase, int from, int to, Upload.Tally tally, byte[] lines);

    /** The phase has ended well: checked, or done; what is checked goes on to apply when that was wanted. */
    void ended(long id, Upload.Phase phase, List<String> remarks);

    /** Gives up, {@code REFUSED} or {@code FAILED}; the file's content is removed. */
    void giveUp(long id, Upload.State state, Upload.Refusal why);

    /** @return false unless it is checked, or being checked */
    boolean apply(long id, String who);

    /** @return false unless it is open */
    boolean cancel(long id, String who);

    /** Writes the result's lines, header first; false when that phase has none. */
    boolean result(long id, Upload.Phase phase, OutputStream to) throws IOException;

    /** What the work writes elsewhere in the same database is committed together with what it writes here, or not at all. */
    <T> T inOneCommit(Supplier<T> work);

    /** What the work writes in the same database is undone when it has ended; a store that can is told to judge only. */
    <T> T inTrial(Supplier<T> work);

    /**
     * Removes what is old: contents that nobody wanted applied and files that never arrived in full, and results.
     *
     * @param contents how long an upload waits for a person's word
     * @param results how long an upload is remembered
     */
    void purge(Duration contents, Duration results);
}
