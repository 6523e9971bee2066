package org.accountinghub.routes.engine.port;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.accountinghub.connectors.spi.Exchange;
import org.accountinghub.connectors.spi.PartnerDocument;
import org.accountinghub.connectors.spi.Step;
import org.accountinghub.mappings.model.SourceKey;
import org.accountinghub.routes.engine.CustomerThere;
import org.accountinghub.routes.engine.Frozen;
import org.accountinghub.routes.engine.Transfer;
import org.accountinghub.routes.engine.TransferState;

/** Counts as done what people did at the partner. Every verb is recorded, is one commit, and is safe when pressed twice. */
public interface ByHandLedger {

    /** States in which a person may say that it was done. */
    Set<TransferState> STOPPED = EnumSet.of(TransferState.REJECTED, TransferState.EXHAUSTED, TransferState.IN_DOUBT);

    Optional<Transfer> transfer(long transferId);

    /** What a transfer was first intended with; empty while nothing is frozen. */
    Optional<Frozen> frozen(long transferId);

    /** The customer at the partner, when bound. */
    Optional<CustomerThere> customerThere(String connection, SourceKey customer);

    /**
     * Binds a stopped document, customer or article to one that is at the partner: its steps up to {@link Step#CREATE} are
     * done, and what waited for it goes on. Later steps that may have been done there by hand are looked for before they
     * are done, those that cannot be looked for are in doubt.
     */
    Binding bind(long transferId, Bound bound, String who, String reason);

    /** Counts the remaining steps of a stopped document as done by a person, once it was made. False when there is nothing to. */
    boolean complete(long transferId, String who, String reason);

    /**
     * What was found.
     *
     * @param content what the hub would have sent; frozen with {@code steps} where nothing was
     * @param ours whether it carries the hub's mark, so that no person made it
     * @param differences what differs, accepted by the person
     */
    record Bound(
            Frozen content,
            List<Step> steps,
            PartnerDocument document,
            boolean ours,
            List<String> differences,
            List<Exchange> exchanges) {}

    /** What binding did. */
    enum Binding {
        DELIVERED,
        /** It is bound, and its later steps are due. */
        GOES_ON,
        /** It is no longer stopped. */
        CHANGED_MEANWHILE,
        /** Another transfer is bound to that document; or another record to that one, or this record to another one. */
        BOUND_ELSEWHERE,
        /** A row was sent in another document. */
        ROWS_ELSEWHERE
    }
}
