package org.accountinghub.routes.engine.port;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.accountinghub.mappings.model.BillableOrder;
import org.accountinghub.mappings.model.DocumentKey;
import org.accountinghub.mappings.model.Invoice;
import org.accountinghub.mappings.model.Problem;
import org.accountinghub.mappings.model.Reference;

/** What is known of delivered documents at the partner, and what the store still has to be told. */
public interface ReturnLedger {

    /** The document delivered to this connection under the partner's id, or with this reference. */
    Optional<DeliveredDocument> delivered(String connection, String partnerId);

    Optional<DeliveredDocument> delivered(String connection, Reference reference);

    /** Delivered documents whose story is not over (not paid, cancelled or credited), least recently looked at first. */
    List<DeliveredDocument> open(String connection, Instant notSeenSince, int limit);

    /** Whether this invoice was recorded with this fingerprint already. */
    boolean known(String connection, String partnerId, String fingerprint);

    /**
     * Records what became of a document, in one commit with a note for the store.
     *
     * @param problem a difference that nothing explains, a double, a disappearance; empty clears an earlier one
     */
    void record(DeliveredDocument document, Optional<Invoice> invoice, String fingerprint, Optional<Problem> problem);

    /** What the store has not been told yet, oldest first. */
    List<StoreNote> untold(int limit);

    void told(StoreNote note);

    Optional<String> cursor(String connection, String name);

    void cursor(String connection, String name, String value);

    /** A document that was delivered. */
    record DeliveredDocument(
            long transferId, String connection, DocumentKey key, String partnerId, String number, BillableOrder sent) {}

    /**
     * What the store shall show on the order.
     *
     * @param version grows with each note of this document; only the newest is told
     * @param invoice the invoice, when there is one at the partner
     * @param problem why it does not go on; empty = nothing wrong
     * @param orderInvoiced whether every document of the order is booked now, so that the order is invoiced
     */
    record StoreNote(
            long transferId,
            long version,
            DocumentKey key,
            String state,
            Optional<String> partnerNumber,
            Optional<Invoice> invoice,
            Optional<Problem> problem,
            boolean orderInvoiced) {}
}
