package org.accountinghub.connectors.spi;

/** What the partner said; the engine knows what follows from each. */
public enum Verdict {
    DELIVERED,
    REJECTED,
    RETRY,
    UNCERTAIN,
    BLOCKED
}
