package org.accountinghub.routes.engine.port;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.accountinghub.mappings.model.BillableOrder;
import org.accountinghub.mappings.model.DocumentKey;
import org.accountinghub.mappings.model.Problem;

/** Delivered documents, to be held against the store as it stands. */
public interface ChangeLedger {

    /** How far the store's changes were looked through; empty = never. */
    Optional<Long> mark(String store);

    void mark(String store, long change);

    /**
     * Delivered documents of these orders, of whatever subgroup, payer and generation, that were not compared with this
     * version of the content yet.
     */
    List<Sent> toCompare(List<OrderVersion> changed);

    /** Delivered documents that can still be changed at the partner and were not compared for long; longest first. */
    List<Sent> notComparedSince(Instant since, int limit);

    /**
     * Records a comparison, in one commit with a note for the store if something is new. A difference that a person
     * dismissed stays dismissed until it is another one. Problems of other causes are left alone; that a document was made
     * which nobody wanted stays until a person dismisses it or the document is superseded.
     *
     * @param version of the content it was compared with; empty = it is not there any more
     * @param problem the difference; empty = it agrees, which clears an earlier one
     * @return whether the transfer's problem changed
     */
    boolean compared(Sent sent, Optional<String> version, Optional<Problem> problem);

    /** Nothing of it was changed since it was last compared: it is not due for long. */
    void unchanged(Sent sent);

    /**
     * A delivered document.
     *
     * @param comparedWith the version of the content it was last compared with
     * @param superseded whether a higher generation of its order went out or is on its way, or the partner took it back
     */
    record Sent(
            long transferId,
            DocumentKey key,
            BillableOrder content,
            Optional<String> comparedWith,
            boolean superseded) {}
}
