package org.accountinghub.routes.engine.registers;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.accountinghub.connectors.spi.Connector;
import org.accountinghub.connectors.spi.InvalidSettingsException;
import org.accountinghub.connectors.spi.Outcome;
import org.accountinghub.connectors.spi.RegisterSource;
import org.accountinghub.routes.engine.Connection;
import org.accountinghub.routes.engine.LostClaimException;
import org.accountinghub.routes.engine.RegisterPolicy;
import org.accountinghub.routes.engine.connection.Blockade;
import org.accountinghub.routes.engine.connection.ConnectionProblems;
import org.accountinghub.routes.engine.connection.Connectors;
import org.accountinghub.routes.engine.connection.PermitKeeper.Waiter;
import org.accountinghub.routes.engine.port.ConnectionLedger;
import org.accountinghub.routes.engine.port.RegisterRun;
import org.accountinghub.routes.engine.port.RegisterRun.Kind;
import org.accountinghub.routes.engine.port.RegisterRun.State;
import org.accountinghub.routes.engine.port.RegisterRuns.Claim;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Works on runs over partners' registers. Safe to call at any time and from several processes: a run is one worker's, and
 * one that died is taken up where it stopped. Nothing a partner does is thrown.
 */
public final class RegisterImports {

    private static final Logger LOG = LoggerFactory.getLogger(RegisterImports.class);

    private final RegisterPorts ports;
    private final ConnectionLedger connections;
    private final Connectors connectors;
    private final Blockade blockade;
    private final RegisterSettings settings;
    private final Surroundings surroundings;
    private volatile boolean stopping;

    public RegisterImports(
            RegisterPorts ports,
            ConnectionLedger connections,
            Connectors connectors,
            Blockade blockade,
            RegisterSettings settings,
            Surroundings surroundings) {
        this.ports = ports;
        this.connections = connections;
        this.connectors = connectors;
        this.blockade = blockade;
        this.settings = settings;
        this.surroundings = surroundings;
    }

    /**
     * What is outside, and different in a test.
     *
     * @param worker this process's name
     */
    public record Surroundings(String worker, InstantSource clock, Waiter waiter) {}

    /** Runs end at their next record, having kept what they did; others take them up at once. None is begun any more. */
    public void stop() {
        stopping = true;
    }

    /** Takes one open run of an active connection as far as it goes now. False when there is none. */
    public boolean work() {
        if (stopping) {
            return false;
        }
        List<String> active = connections.connections().stream()
                .filter(connection -> connection.state() == Connection.State.ACTIVE)
                .map(Connection::name)
                .toList();
        Optional<Claim> claim = ports.runs().claim(active, surroundings.worker(), settings.lease());
        claim.ifPresent(this::work);
        return claim.isPresent();
    }

    private void work(Claim claim) {
        RegisterRun run = claim.run();
        try {
            Connection connection = connections.find(run.connection()).orElseThrow();
            begin(claim, connection, connectors.open(connection));
        } catch (StoppedException e) {
            if (e.why() instanceof Outcome.Blocked blocked) {
                blockade.raise(run.connection(), blocked.problem());
            }
            LOG.info(
                    "run {} of {}: waits: {}",
                    run.id(),
                    run.connection(),
                    e.problem().cause());
            pause(claim, e);
        } catch (LostClaimException e) {
            LOG.warn("run {} of {}: another worker has it", run.id(), run.connection());
        } catch (InvalidSettingsException e) {
            ports.runs().end(claim, State.FAILED, Optional.of(ConnectionProblems.settingsInvalid(run.connection(), e)));
        }
    }

    private void pause(Claim claim, StoppedException e) {
        try {
            ports.runs().pause(claim, e.after(), e.problem());
        } catch (LostClaimException late) {
            LOG.warn("run {}: another worker has it", claim.run().id());
        }
    }

    private void begin(Claim claim, Connection connection, Connector connector) {
        RegisterRun run = claim.run();
        Optional<RegisterSource> source = RegisterConnector.source(connector, run.register());
        if (source.isEmpty()) {
            ports.runs()
                    .end(
                            claim,
                            State.FAILED,
                            Optional.of(RegisterProblems.notRead(connection.connector(), run.register())));
            return;
        }
        if (run.kind() != Kind.MATCH && !ports.matches().approved(run.connection(), run.register())) {
            ports.runs().end(claim, State.FAILED, Optional.of(RegisterProblems.notMatched(run.register())));
            return;
        }
        Questions questions = new Questions(source.get(), surroundings.waiter(), settings, () -> stopping);
        Claim begun = begun(claim, source.get());
        try (ReadAhead reads = new ReadAhead(questions, settings.reads(), surroundings.clock())) {
            if (begun.run().kind() == Kind.MATCH) {
                new MatchRun(ports, begun, questions, reads).toTheEnd();
            } else {
                importing(begun, connection, connector, questions, reads);
            }
        }
    }

    private void importing(
            Claim claim, Connection connection, Connector connector, Questions questions, ReadAhead reads) {
        RegisterRun run = claim.run();
        RegisterPolicy policy = connection.registers().getOrDefault(run.register(), RegisterPolicy.defaults());
        PortionWork work = new PortionWork(
                ports,
                run.connection(),
                run.register(),
                policy,
                RegisterConnector.merge(connector, run.register(), policy));
        new ImportRun(ports, claim, questions, reads, work, settings, surroundings.clock()).toTheEnd();
    }

    private Claim begun(Claim claim, RegisterSource source) {
        RegisterRun run = claim.run();
        if (run.listedFrom().isPresent() && run.kind() != Kind.MATCH) {
            return claim;
        }
        Instant now = surroundings.clock().instant();
        if (run.kind() != Kind.CHANGES) {
            return ports.runs().begin(claim, run.kind(), Optional.empty(), now);
        }
        Optional<Instant> since =
                ports.runs().watermark(run.connection(), run.register()).map(last -> last.minus(source.overlap()));
        return ports.runs().begin(claim, since.isPresent() ? Kind.CHANGES : Kind.WHOLE, since, now);
    }
}
