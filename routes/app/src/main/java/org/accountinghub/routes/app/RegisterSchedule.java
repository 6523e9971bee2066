package org.accountinghub.routes.app;

import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.accountinghub.mappings.model.register.Register;
import org.accountinghub.routes.engine.Connection;
import org.accountinghub.routes.engine.RegisterPolicy;
import org.accountinghub.routes.engine.port.ConnectionLedger;
import org.accountinghub.routes.engine.port.RegisterMatches;
import org.accountinghub.routes.engine.port.RegisterRun;
import org.accountinghub.routes.engine.port.RegisterRuns;
import org.springframework.scheduling.support.CronExpression;

/**
 * Asks for imports whose time has come: cron of five fields in the connection's time zone, reckoned from the last one that
 * was asked for. What fell due while no hub was running is asked for once. Nothing before a match report was approved.
 */
final class RegisterSchedule implements Runnable {

    private static final String ASKED_BY = "schedule";
    private static final int LOOKED_BACK = 20;

    private final ConnectionLedger connections;
    private final RegisterRuns runs;
    private final RegisterMatches matches;
    private final InstantSource clock;
    private final Instant started;

    RegisterSchedule(ConnectionLedger connections, RegisterRuns runs, RegisterMatches matches, InstantSource clock) {
        this.connections = connections;
        this.runs = runs;
        this.matches = matches;
        this.clock = clock;
        this.started = clock.instant();
    }

    /** @throws IllegalArgumentException when it is no cron of five fields */
    static CronExpression parsed(String fiveFields) {
        return CronExpression.parse("0 " + fiveFields);
    }

    @Override
    public void run() {
        for (Connection connection : connections.connections()) {
            for (Map.Entry<Register, RegisterPolicy> kept :
                    connection.registers().entrySet()) {
                Optional<String> schedule = kept.getValue().schedule();
                if (connection.state() == Connection.State.ACTIVE
                        && schedule.isPresent()
                        && isDue(connection, kept.getKey(), parsed(schedule.get()))
                        && matches.approved(connection.name(), kept.getKey())) {
                    runs.ask(connection.name(), kept.getKey(), RegisterRun.Kind.CHANGES, ASKED_BY);
                }
            }
        }
    }

    private boolean isDue(Connection connection, Register register, CronExpression cron) {
        List<RegisterRun> newest =
                runs.runs(Optional.of(connection.name()), Optional.of(register), LOOKED_BACK, Optional.empty());
        Instant since = newest.stream()
                .filter(run -> run.kind() != RegisterRun.Kind.MATCH)
                .map(RegisterRun::asked)
                .findFirst()
                .orElse(started);
        ZoneId zone = connection.settings().zone();
        ZonedDateTime next = cron.next(since.atZone(zone));
        return next != null && !next.toInstant().isAfter(clock.instant());
    }
}
