package org.accountinghub.connectors.spi;

import org.accountinghub.mappings.model.Problem;

/** What a search for an earlier attempt's effect found. */
public sealed interface Finding {

    /** Exactly one, and it agrees with what was meant. */
    record Found(PartnerDocument document) implements Finding {}

    /** Nothing yet. */
    record Absent() implements Finding {}

    /** Several, or one that does not agree: a person must look. */
    record Disagrees(Problem problem) implements Finding {}

    /** It could not be searched; the outcome is {@link Outcome.Retry} or {@link Outcome.Blocked}. */
    record Unreachable(Outcome outcome) implements Finding {}
}
