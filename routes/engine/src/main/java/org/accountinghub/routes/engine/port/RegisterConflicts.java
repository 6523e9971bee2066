package org.accountinghub.routes.engine.port;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.accountinghub.mappings.model.register.Register;
import org.accountinghub.mappings.model.register.RegisterField;

/** Conflicts as operators see them: shown until somebody has acknowledged them. */
public interface RegisterConflicts {

    /**
     * Newest first.
     *
     * @param before id of the last one of the page before
     */
    List<Conflict> conflicts(Filter filter, int limit, Optional<Long> before);

    /** How many are open. */
    long open(Optional<String> connection, Optional<Register> register);

    /** False when there is no such open one. Recorded with who and when. */
    boolean acknowledge(long id, String who);

    /** All open ones that the filter names; returns how many. */
    int acknowledgeAll(Filter filter, String who);

    /** Which; every part that is empty is not filtered by. */
    record Filter(
            Optional<String> connection,
            Optional<Register> register,
            Optional<String> number,
            boolean acknowledgedToo) {}

    /**
     * A conflict.
     *
     * @param number ours
     * @param partnerNumber theirs
     * @param ours the store's value, a person's registration number masked
     * @param theirs the accounting system's value, likewise
     */
    record Conflict(
            long id,
            String connection,
            Register register,
            String number,
            String partnerNumber,
            RegisterField field,
            String ours,
            String theirs,
            Settled settled,
            Instant at,
            Optional<Acknowledged> acknowledged) {}

    /** Who has seen it. */
    record Acknowledged(String who, Instant at) {}

    /** What became of it. */
    enum Settled {
        /** The store is master: its value was written over theirs. */
        STORE_WON,
        /** The accounting system is master: its value was written over ours. */
        ACCOUNTING_WON,
        /** Both stay as they are: nothing is sent there. */
        LEFT,
        /** It was sent, and the accounting system holds something else all the same. */
        NOT_HELD
    }
}
