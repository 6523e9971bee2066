package org.accountinghub.connectors.twentyfoursevenoffice;

import java.util.function.Function;
import org.accountinghub.connectors.spi.Outcome;

/** What one call gave: what was said, or an outcome that ends the work. */
sealed interface Reply<T> {

    /** The operation's answer; failures of single items may be inside. */
    record Said<T>(T body) implements Reply<T> {}

    /** Retry, Rejected, Blocked or, after a write, Uncertain. */
    record Failed<T>(Outcome outcome) implements Reply<T> {}

    /** The same answer, what it said seen as something else. */
    default <R> Reply<R> map(Function<T, R> as) {
        return this instanceof Said<T> said
                ? new Said<>(as.apply(said.body()))
                : new Failed<>(((Failed<T>) this).outcome());
    }

    /** The same, unless what it said makes it a failure. */
    default <R> Reply<R> then(Function<T, Reply<R>> next) {
        return this instanceof Said<T> said ? next.apply(said.body()) : new Failed<>(((Failed<T>) this).outcome());
    }
}
