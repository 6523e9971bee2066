package org.accountinghub.connectors.spi;

/** What makes a step safe to come back to after its answer was lost. */
public enum IdempotencyClass {
    /** The partner honours an idempotency key: repeat with the same key. */
    A,
    /** The partner enforces an id that we choose: repeat and compare. */
    B,
    /** Our reference can be searched, or the document be found by listing and comparing: settle, search, settle, search, then create. */
    C,
    /** None of these: never again without a person. */
    D
}
