package org.accountinghub.connectors.fortnox;

import org.accountinghub.connectors.spi.Outcome;

/** What one call gave: a body, nothing there, or an outcome that ends the work. */
sealed interface Reply<T> {

    /** A success, and what it said. */
    record Said<T>(T body) implements Reply<T> {}

    /** A read of one resource that does not exist. */
    record Absent<T>() implements Reply<T> {}

    /** Retry, Rejected, Blocked or, after a write, Uncertain. */
    record Failed<T>(Outcome outcome) implements Reply<T> {}
}
