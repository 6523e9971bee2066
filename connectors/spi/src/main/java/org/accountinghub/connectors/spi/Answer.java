package org.accountinghub.connectors.spi;

import org.accountinghub.mappings.model.Problem;

/** What a read gave: a value, or why there is none now ({@link Outcome.Retry}, {@link Outcome.Blocked} or {@link Outcome.Rejected}). */
public sealed interface Answer<T> {

    /** The partner answered. */
    record Value<T>(T value) implements Answer<T> {}

    /** No answer to use. */
    record None<T>(Outcome why) implements Answer<T> {

        public Problem problem() {
            return why.problem();
        }
    }
}
