package org.accountinghub.connectors.http;

import java.util.Optional;
import java.util.function.Function;
import org.accountinghub.connectors.spi.Answer.None;
import org.accountinghub.connectors.spi.Answer.Value;
import org.accountinghub.connectors.spi.Outcome;
import org.accountinghub.connectors.spi.Outcome.Rejected;
import org.accountinghub.mappings.model.Translation;

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

    /** What a read gave whose record cannot be absent. */
    default org.accountinghub.connectors.spi.Answer<T> answer() {
        return this instanceof Said<T> said ? new Value<>(said.body()) : new None<>(((Failed<T>) this).outcome());
    }

    /** What a read gave, as ours; what cannot be translated ends in a rejection. */
    static <D> org.accountinghub.connectors.spi.Answer<Optional<D>> translated(Reply<Translation<D>> reply) {
        return reply.<Optional<D>>then(read -> read instanceof Translation.Done<D> done
                        ? new Said<>(Optional.of(done.value()))
                        : new Failed<>(new Rejected(((Translation.Refused<D>) read).combined())))
                .answer();
    }
}
