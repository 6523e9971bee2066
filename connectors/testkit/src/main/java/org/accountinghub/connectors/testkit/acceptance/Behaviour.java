package org.accountinghub.connectors.testkit.acceptance;

/** What the kit takes for granted of a partner, unless its bench says why it is otherwise; then the kit tests the other thing. */
public enum Behaviour {
    /** Calls carry a token or a session that ends and is renewed. Else a refused key blocks the connection at once. */
    TOKENS,

    /** Single rights can be missing. Else the check knows only all or nothing. */
    RIGHTS,

    /**
     * Our reference stands in the document and is shown again. Else what looks the same and was made since the first intent
     * counts as ours when it is the only one; nothing older does; and nothing ever "carries" a reference.
     */
    REFERENCE_SHOWN,

    /** All documents can be asked for by reference. Else those of the customer since the first intent are listed and compared. */
    REFERENCE_SEARCH,

    /** An invoice waits to be booked. Else it is booked from the beginning. */
    DRAFT_INVOICES,

    /** An order can be invoiced in part. Else the partner refuses that, and the order stays open. */
    PARTLY_INVOICED_ORDERS,

    /** Several orders can become one invoice. Else the partner refuses that, and each stays open. */
    JOINT_INVOICES,

    /** An order can be cancelled and stay. Else the partner refuses that, and the order stays open. */
    CANCELLED_ORDERS,

    /** An order can be deleted. Else the partner refuses that, and the order stays open. */
    DELETED_ORDERS,

    /** A customer or an article can be deleted. Else it stays and is read like any other. */
    DELETED_RECORDS,

    /** People can give a customer or an article another number; it stays the same one. Else the partner refuses that. */
    RENUMBERED_RECORDS
}
