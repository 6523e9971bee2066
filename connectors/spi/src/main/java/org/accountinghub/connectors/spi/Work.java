package org.accountinghub.connectors.spi;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * One step to do or to look for.
 *
 * @param document the frozen content
 * @param done what the earlier steps of this delivery made, by step name
 * @param bound the partner's own id ({@link PartnerDocument#id}, {@code RegisterSource.There.id}), never the number, of a record that
 *     this document is about or depends on, by its kind: {@code customer} = the payer
 * @param firstIntent when this step was first intended; a search needs look no further back
 */
public record Work<D>(
        Step step, D document, Map<String, PartnerDocument> done, Map<String, String> bound, Instant firstIntent) {

    public Work {
        done = Map.copyOf(done);
        bound = Map.copyOf(bound);
    }

    public Optional<PartnerDocument> done(String stepName) {
        return Optional.ofNullable(done.get(stepName));
    }

    /** The document itself, for the steps that come after its creation. */
    public PartnerDocument created() {
        return done(Step.CREATE)
                .orElseThrow(
                        () -> new IllegalArgumentException(step.name() + " comes after the creation of its document"));
    }
}
