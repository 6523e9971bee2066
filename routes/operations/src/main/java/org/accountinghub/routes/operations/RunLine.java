package org.accountinghub.routes.operations;

import java.time.Instant;
import java.util.Optional;
import org.accountinghub.mappings.model.Problem;
import org.accountinghub.mappings.model.register.Register;
import org.accountinghub.routes.engine.port.RegisterRun;
import org.accountinghub.routes.engine.port.RunCounts;

/**
 * A run over a register as lists show it.
 *
 * @param since changes since then were listed; empty = the whole register
 * @param total records there are to list, where the accounting system says so
 * @param problem why it waits, failed or is suspicious
 */
public record RunLine(
        long id,
        String connection,
        Register register,
        RegisterRun.Kind kind,
        RegisterRun.State state,
        String askedBy,
        Instant asked,
        Optional<Instant> changed,
        Optional<Instant> ended,
        Optional<Instant> since,
        RunCounts counts,
        Optional<Long> total,
        Optional<Problem> problem) {

    static RunLine of(RegisterRun run) {
        return new RunLine(
                run.id(),
                run.connection(),
                run.register(),
                run.kind(),
                run.state(),
                run.askedBy(),
                run.asked(),
                run.changed(),
                run.ended(),
                run.since(),
                run.counts(),
                run.total(),
                run.problem());
    }
}
