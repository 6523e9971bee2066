package org.accountinghub.routes.app;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.accountinghub.connectors.spi.InvalidSettingsException;
import org.accountinghub.mappings.model.Problem;
import org.accountinghub.routes.embedded.StartRefused;
import org.accountinghub.routes.engine.Connection;
import org.accountinghub.routes.engine.connection.ConnectionProblems;
import org.accountinghub.routes.engine.connection.InstalledConnectors;
import org.accountinghub.routes.engine.port.Alerts;
import org.accountinghub.routes.engine.port.ConnectionLedger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Brings the connections of the file into the ledger, each checked first: a wrong setting stops the start, by name. */
final class SeededConnections {

    private static final Logger LOG = LoggerFactory.getLogger(SeededConnections.class);

    private final ConnectionLedger ledger;
    private final InstalledConnectors connectors;
    private final Alerts alerts;

    SeededConnections(ConnectionLedger ledger, InstalledConnectors connectors, Alerts alerts) {
        this.ledger = ledger;
        this.connectors = connectors;
        this.alerts = alerts;
    }

    /**
     * Reads the file that the settings name, or {@code connections.yml} of the data folder when it is there.
     *
     * @throws StartRefused naming the connection, the setting and the remedy
     */
    void seed(HubSettings settings, Map<String, String> environment) {
        Path usual = settings.data().resolve("connections.yml");
        Path file = settings.connections().orElse(usual);
        if (settings.connections().isEmpty() && !Files.exists(usual)) {
            warnOfNoFile(usual.toAbsolutePath());
            return;
        }
        seed(file, environment);
    }

    private void warnOfNoFile(Path usual) {
        List<String> active = ledger.connections().stream()
                .filter(connection -> connection.state() == Connection.State.ACTIVE)
                .map(Connection::name)
                .toList();
        if (active.isEmpty()) {
            LOG.warn(
                    "No connections are named: nothing will be sent. Write {} or name a file with HUB_CONNECTIONS",
                    usual);
        } else {
            LOG.warn(
                    "There is no file of connections: {} go on SENDING as they were named last. Write {} or name a file with"
                            + " HUB_CONNECTIONS; one that a file leaves out is held; to stop one now: ./hub connections hold NAME",
                    active,
                    usual);
        }
    }

    void seed(Path file, Map<String, String> environment) {
        List<Connection> connections = new ConnectionsFile(file, environment).read();
        connections.forEach(connection -> check(file, connection));
        connections.forEach(connection -> save(file, connection));
        List<String> named = connections.stream().map(Connection::name).toList();
        LOG.info("Connections: {}", named);
        ledger.connections().stream()
                .map(Connection::name)
                .filter(name -> !named.contains(name))
                .forEach(this::hold);
    }

    /** Nobody looks after a connection that is configured no more: what waits for it must not go on unseen. */
    private void hold(String name) {
        Problem problem = ConnectionProblems.notConfigured(name);
        if (ledger.hold(name, problem)) {
            alerts.raised(name, problem);
        }
    }

    private void save(Path file, Connection connection) {
        try {
            ledger.save(connection);
            if (ledger.release(connection.name(), ConnectionProblems.NOT_CONFIGURED)) {
                alerts.cleared(connection.name(), ConnectionProblems.NOT_CONFIGURED);
            }
        } catch (InvalidSettingsException e) {
            throw new StartRefused(
                    "the file of connections " + file.toAbsolutePath() + ": " + connection.name() + ": "
                            + e.getMessage(),
                    "Mend that line; a connection that the file no longer names keeps its subgroup");
        }
    }

    private void check(Path file, Connection connection) {
        try {
            connectors.open(connection);
        } catch (InvalidSettingsException e) {
            throw new StartRefused(
                    "the file of connections " + file.toAbsolutePath() + ": " + connection.name() + ": "
                            + e.getMessage(),
                    "Mend that line");
        }
    }
}
