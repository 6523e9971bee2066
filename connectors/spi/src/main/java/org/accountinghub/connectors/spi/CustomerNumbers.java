package org.accountinghub.connectors.spi;

/** Whose number a customer gets that is created at the partner. */
public enum CustomerNumbers {
    /** Ours: whom it was given to already is refused there, or known again by a mark. */
    OURS,
    /** One that the partner gives: a creation whose answer was lost is not known by its number, so it is of class C or D. */
    THEIRS
}
