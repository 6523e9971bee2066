package org.accountinghub.connectors.http;

import java.util.function.Function;
import org.accountinghub.connectors.spi.Outcome;

/**
 * What one call gave, once its connector has understood it: a body, nothing there, or an outcome that ends the work.
 *
 * @param <T> the body
 */
public sealed interface Reply<T> {

    /** A success, and what it said. */
    record Said<T>(T body) implements Reply<T> {}

    /** A read of one record that does not exist. */
    record Absent<T>() implements Reply<T> {}

    /** Retry, Rejected, Blocked or, after a write, Uncertain. */
    record Failed<T>(Outcome outcome) implements Reply<T> {}

    /** The same answer, what it said seen as something else. */
    default <R> Reply<R> map(Function<T, R> as) {
        return then(body -> new Said<>(as.apply(body)));
    }

    /** What follows from what it said. */
    default <R> Reply<R> then(Function<T, Reply<R>> next) {
        if (this instanceof Said<T> said) {
            return next.apply(said.body());
        }
        return this instanceof Failed<T> failed ? new Failed<>(failed.outcome()) : new Absent<>();
    }
}
