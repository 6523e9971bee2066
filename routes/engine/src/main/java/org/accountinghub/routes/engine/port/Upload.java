package org.accountinghub.routes.engine.port;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.accountinghub.mappings.model.register.Register;

/**
 * A register that somebody uploaded as a file.
 *
 * @param fileName as it was given, personal numbers masked
 * @param starts how often its work was begun since it last got on
 * @param refusal why the file, or its work, was given up
 * @param remarks about the file, such as headers that mean nothing
 * @param check what would become of its rows
 * @param apply what became of them
 */
public record Upload(
        long id,
        Register register,
        String fileName,
        String who,
        State state,
        Instant received,
        Instant heard,
        long bytes,
        int starts,
        Optional<Refusal> refusal,
        List<String> remarks,
        Optional<Pass> check,
        Optional<Pass> apply) {

    public Upload {
        remarks = List.copyOf(remarks);
    }

    /** How far it is. */
    public enum State {
        RECEIVING,
        /** It is read, and every row tried; nothing is written. */
        CHECKING,
        /** What it would do is known; it waits for a person's word. */
        CHECKED,
        APPLYING,
        DONE,
        /** The file cannot be taken; nothing was written. */
        REFUSED,
        /** A person ended it; what was applied before stays. */
        CANCELLED,
        /** The hub could not finish it. */
        FAILED;

        public boolean isOpen() {
            return this == RECEIVING || this == CHECKING || this == CHECKED || this == APPLYING;
        }
    }

    /** Reading all rows of a file once. */
    public enum Phase {
        CHECK,
        APPLY;

        public State state() {
            return this == CHECK ? State.CHECKING : State.APPLYING;
        }
    }

    /** Why, and what to do. */
    public record Refusal(String reason, String remedy) {}

    /**
     * One reading.
     *
     * @param place the last row that is done, as a spreadsheet counts
     */
    public record Pass(int place, Tally tally, Instant began, Instant heard, Optional<Instant> ended) {}

    /**
     * Rows by what became of them, or would.
     *
     * @param ignored without a number
     */
    public record Tally(int created, int updated, int unchanged, int refused, int ignored) {

        public static final Tally NONE = new Tally(0, 0, 0, 0, 0);

        public int rows() {
            return created + updated + unchanged + refused + ignored;
        }

        public Tally plus(Tally other) {
            return new Tally(
                    created + other.created,
                    updated + other.updated,
                    unchanged + other.unchanged,
                    refused + other.refused,
                    ignored + other.ignored);
        }
    }
}
