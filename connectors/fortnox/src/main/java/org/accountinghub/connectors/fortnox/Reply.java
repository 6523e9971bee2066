package org.accountinghub.connectors.fortnox;

import java.util.function.Function;
import org.accountinghub.connectors.spi.Outcome;

/** What one call gave: a body, nothing there, or an outcome that ends the work. */
sealed interface Reply<T> {

    /** A success, and what it said. */
    record Said<T>(T body) implements Reply<T> {}

    /** A read of one resource that does not exist. */
    record Absent<T>() implements Reply<T> {}

    /** Retry, Rejected, Blocked or, after a write, Uncertain. */
    record Failed<T>(Outcome outcome) implements Reply<T> {}

    /** The same answer, what it said seen as something else. */
    default <R> Reply<R> map(Function<T, R> as) {
        if (this instanceof Said<T> said) {
            return new Said<>(as.apply(said.body()));
        }
        return this instanceof Failed<T> failed ? new Failed<>(failed.outcome()) : new Absent<>();
    }
}
