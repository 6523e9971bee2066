package org.accountinghub.connectors.spi;

import java.util.Optional;
import org.accountinghub.mappings.model.Problem;

/** What a search for an earlier attempt's effect found. */
public sealed interface Finding {

    /** What a step comes to that finds this before it writes; empty = it writes. */
    default Optional<Outcome> settled() {
        if (this instanceof Found found) {
            return Optional.of(new Outcome.Delivered(found.document()));
        }
        if (this instanceof Disagrees disagrees) {
            return Optional.of(new Outcome.Rejected(disagrees.problem()));
        }
        return this instanceof Unreachable unreachable ? Optional.of(unreachable.outcome()) : Optional.empty();
    }

    /** Exactly one, and it agrees with what was meant. */
    record Found(PartnerDocument document) implements Finding {}

    /** Nothing yet. */
    record Absent() implements Finding {}

    /** Several, or one that does not agree: a person must look. */
    record Disagrees(Problem problem) implements Finding {}

    /** It could not be searched; the outcome is {@link Outcome.Retry} or {@link Outcome.Blocked}. */
    record Unreachable(Outcome outcome) implements Finding {}
}
