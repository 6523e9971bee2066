package org.accountinghub.routes.engine.port;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.accountinghub.mappings.model.BillableOrder;
import org.accountinghub.mappings.model.BillableOrder.Target;
import org.accountinghub.mappings.model.DocumentKey;
import org.accountinghub.mappings.model.Invoice;
import org.accountinghub.mappings.model.Problem;
import org.accountinghub.mappings.model.Reference;
import org.accountinghub.routes.engine.CustomerThere;
import org.accountinghub.routes.engine.Standing;
import org.accountinghub.routes.engine.TransferState;

/** What is known of delivered documents at the partner, and what the store still has to be told. */
public interface ReturnLedger {

    /**
     * The document that is this order or invoice at this connection: bound to it, or sent as order and found to have
     * become it. Its last step may be open. One of them, where an invoice was made of several orders.
     */
    Optional<DeliveredDocument> delivered(String connection, Target madeAs, String partnerId);

    Optional<DeliveredDocument> delivered(String connection, Reference reference);

    /** The transfer of the document with this reference that is bound to nothing at the partner. */
    Optional<Unbound> unbound(String connection, Reference reference);

    /** Bound documents whose story is not over (paid, cancelled, credited, gone), least recently recorded first. */
    List<DeliveredDocument> open(String connection, Target madeAs, Instant notSeenSince, int limit);

    /** Whether this order or invoice was recorded, as ours or as a stray, with this fingerprint already. */
    boolean known(String connection, Target madeAs, String partnerId, String fingerprint);

    /**
     * Records what became of a document sent as invoice, in one commit with a note for the store if that is new.
     *
     * @param fingerprint of the list it was seen in; empty keeps the one recorded last
     */
    void record(DeliveredDocument document, Became became, Optional<String> fingerprint);

    /**
     * What hangs together with a document sent as order: its orders and invoices there, and the other documents that share
     * an invoice with it.
     *
     * @param invoices ids of invoices that belong to it as well, recorded or not
     */
    OrderGroup group(DeliveredDocument document, Collection<String> invoices);

    /**
     * Records what was read of a group and what became of its documents, in one commit with notes for the store of what is
     * new.
     *
     * @param became by transfer
     */
    void record(OrderGroup group, Map<Long, Became> became);

    /** Records why a document could not be read there, with a note for the store; what was read last stays. */
    void unreadable(DeliveredDocument document, Problem problem);

    /**
     * Records an order or invoice that carries our reference and should not be there, as evidence and as a problem of its transfer.
     * A stray that is bound later is none any more.
     */
    void recordStray(Stray stray);

    /** What the store has not been told yet, oldest first. */
    List<StoreNote> untold(int limit);

    void told(StoreNote note);

    Optional<String> cursor(String connection, String name);

    void cursor(String connection, String name, String value);

    /** How far the connection's newest fetch is; replaces what was known of the one before. */
    void fetched(String connection, Fetch fetch);

    Optional<Fetch> lastFetch(String connection);

    /**
     * One fetch of what became of a connection's invoices.
     *
     * @param heard when it last got on
     * @param ended false while it runs, or when its process died
     * @param looked invoices that were looked at, in lists or by themselves
     * @param changed those of them that had changed
     * @param stopped why it ended early; it is taken up again by the next one
     */
    record Fetch(Instant began, Instant heard, boolean ended, int looked, int changed, Optional<Problem> stopped) {}

    /**
     * A document that was made at the partner.
     *
     * @param partnerId of the order or invoice, as {@code sent} says
     * @param customer the payer at the partner, as it is bound now
     */
    record DeliveredDocument(
            long transferId,
            String connection,
            DocumentKey key,
            String partnerId,
            String number,
            Optional<CustomerThere> customer,
            BillableOrder sent) {}

    /**
     * What became of a document at the partner.
     *
     * @param invoice empty for a document sent as order: its {@link OrderGroup} has them
     * @param explained what the partner added or rounded, in words
     * @param problem a difference that nothing explains, a disappearance; empty clears an earlier one
     */
    record Became(Standing standing, Optional<Invoice> invoice, List<String> explained, Optional<Problem> problem) {
        public Became {
            explained = List.copyOf(explained);
        }
    }

    /** A document of which nothing is known to exist at the partner. */
    record Unbound(long transferId, DocumentKey key, TransferState state) {}

    /**
     * An order or invoice beside the one that is bound, or of a transfer that was not delivered.
     *
     * @param problem empty when it is harmless by now: cancelled or credited over there, or bound
     */
    record Stray(
            String connection,
            long transferId,
            Target madeAs,
            String partnerId,
            String number,
            String fingerprint,
            Optional<Problem> problem) {}

    /**
     * What the store shall show on the order.
     *
     * @param version grows with each note of this document; only the newest is told
     * @param delivered whether every step of the document is done, so that it counts as sent
     * @param partnerNumber of the document as soon as it exists there, delivered or not
     * @param invoices every invoice of the document that is known: one for a document sent as invoice, any number for one
     *     sent as order
     * @param problem why it does not go on; empty = nothing wrong
     * @param documentInvoiced whether the invoices make up the whole document and are booked, paid or credited
     * @param orderInvoiced whether every wanted document of the order (its newest generation, withdrawn ones aside) is
     *     invoiced now, so that the order is
     */
    record StoreNote(
            long transferId,
            long version,
            DocumentKey key,
            boolean delivered,
            Standing standing,
            Optional<String> partnerNumber,
            List<InvoiceNote> invoices,
            Optional<Problem> problem,
            boolean documentInvoiced,
            boolean orderInvoiced) {
        public StoreNote {
            invoices = List.copyOf(invoices);
        }
    }

    /** One invoice of a document, as it stands. */
    record InvoiceNote(Invoice invoice, Standing standing) {}
}
