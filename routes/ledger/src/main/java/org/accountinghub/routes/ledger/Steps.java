package org.accountinghub.routes.ledger;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.accountinghub.connectors.spi.IdempotencyClass;
import org.accountinghub.connectors.spi.PartnerDocument;
import org.accountinghub.connectors.spi.Step;
import org.accountinghub.routes.engine.StepProgress;
import org.accountinghub.routes.engine.StepState;
import org.jspecify.annotations.Nullable;

/** Steps of a transfer, read together with it as one JSON array. */
final class Steps {

    /** The steps of the transfer {@code t}, or null when it has none. */
    static final String OF_TRANSFER = """
            (SELECT json_agg(json_build_object(
                        'name', s.name, 'idempotency', s.idempotency,
                        'lateMicros', CAST(extract(epoch FROM s.lateness) * 1000000 AS bigint), 'state', s.state, 'firstIntent', s.first_intent,
                        'touched', s.touched_at, 'searches', s.searches, 'madeId', s.made_id, 'madeNumber', s.made_number,
                        'madeNotes', s.made_notes) ORDER BY s.position)
             FROM hub.transfer_step s WHERE s.transfer_id = t.id)""";

    private Steps() {}

    static List<StepProgress> read(@Nullable String json) {
        if (json == null) {
            return List.of();
        }
        List<StepProgress> steps = new ArrayList<>();
        for (Stored stored : CanonicalJson.read(json, Stored[].class)) {
            steps.add(stored.progress());
        }
        return steps;
    }

    /** The steps with the one of the same name replaced. */
    static List<StepProgress> with(List<StepProgress> steps, StepProgress changed) {
        return steps.stream()
                .map(step -> step.step().name().equals(changed.step().name()) ? changed : step)
                .toList();
    }

    private record Stored(
            String name,
            IdempotencyClass idempotency,
            long lateMicros,
            StepState state,
            Optional<Instant> firstIntent,
            Optional<Instant> touched,
            int searches,
            Optional<String> madeId,
            Optional<String> madeNumber,
            @Nullable List<String> madeNotes) {

        StepProgress progress() {
            return new StepProgress(
                    new Step(name, idempotency, Duration.of(lateMicros, ChronoUnit.MICROS)),
                    state,
                    firstIntent,
                    touched,
                    searches,
                    madeId.map(id ->
                            new PartnerDocument(id, madeNumber.orElse(id), madeNotes == null ? List.of() : madeNotes)));
        }
    }
}
