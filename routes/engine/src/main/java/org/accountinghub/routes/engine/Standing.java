package org.accountinghub.routes.engine;

/** How far a document has come at the partner. */
public enum Standing {
    /** Nothing is known to exist there. */
    ABSENT,
    /** It is there and can still be changed. */
    MADE,
    /** An invoice, in the books. */
    BOOKED,
    PAID,
    /** A credit note took it back. */
    CREDITED,
    CANCELLED,
    /** It was there and is no more. */
    GONE;

    /** Whether nothing more is expected of it. */
    public boolean over() {
        return this == PAID || this == CREDITED || this == CANCELLED || this == GONE;
    }
}
