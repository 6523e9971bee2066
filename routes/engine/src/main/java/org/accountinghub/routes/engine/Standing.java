package org.accountinghub.routes.engine;

import org.accountinghub.mappings.model.Invoice;

/** How far a document has come at the partner. */
public enum Standing {
    /** Nothing is known to exist there. */
    ABSENT,
    /** Wholly there as invoice, not all of it booked: it can still be changed. */
    MADE,
    /** There as an order that waits to be invoiced over there. */
    ORDERED,
    /** An order of which a part was invoiced. */
    PARTLY,
    /** An invoice, in the books. */
    BOOKED,
    PAID,
    /** A credit note took it back. */
    CREDITED,
    CANCELLED,
    /** It was there and is no more. */
    GONE;

    /** How far an invoice has come. */
    public static Standing of(Invoice invoice) {
        if (invoice.cancelled()) {
            return CANCELLED;
        }
        if (invoice.creditNote().isPresent()) {
            return CREDITED;
        }
        if (invoice.paid()) {
            return PAID;
        }
        return invoice.booked() ? BOOKED : MADE;
    }

    /** Whether it has been invoiced wholly; a credit note afterwards takes nothing of that back. */
    public boolean invoiced() {
        return this == BOOKED || this == PAID || this == CREDITED;
    }

    /** Whether nothing more is expected of it. */
    public boolean over() {
        return this == PAID || this == CREDITED || this == CANCELLED || this == GONE;
    }
}
