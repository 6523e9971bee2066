package org.accountinghub.routes.engine.connection;

import java.time.InstantSource;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.TreeMap;
import org.accountinghub.connectors.spi.Authorization;
import org.accountinghub.connectors.spi.ConnectionSettings;
import org.accountinghub.connectors.spi.Connector;
import org.accountinghub.connectors.spi.ConnectorFactory;
import org.accountinghub.connectors.spi.HubServices;
import org.accountinghub.connectors.spi.InvalidSettingsException;
import org.accountinghub.connectors.spi.Permits;
import org.accountinghub.connectors.spi.Secret;
import org.accountinghub.connectors.spi.Tokens;
import org.accountinghub.routes.engine.Connection;
import org.accountinghub.routes.engine.port.ConnectionLedger;

/** The connectors that are installed, and those that are open: one for each connection. */
public final class InstalledConnectors implements Connectors, AutoCloseable {

    private final Map<String, ConnectorFactory> factories = new TreeMap<>();
    private final Map<String, Opened> opened = new HashMap<>();
    private final ConnectionLedger ledger;
    private final Permits permits;
    private final InstantSource clock;

    /** @param installed the factories; two of the same name are refused */
    public InstalledConnectors(
            Iterable<ConnectorFactory> installed, ConnectionLedger ledger, Permits permits, InstantSource clock) {
        for (ConnectorFactory factory : installed) {
            if (factories.put(factory.name(), factory) != null) {
                throw new IllegalStateException("two connectors are named " + factory.name());
            }
        }
        this.ledger = ledger;
        this.permits = permits;
        this.clock = clock;
    }

    private record Opened(String connector, ConnectionSettings settings, Connector instance) {}

    private record Services(Permits permits, Tokens tokens, InstantSource clock) implements HubServices {}

    /** All that are found on the class path. */
    public static Iterable<ConnectorFactory> onClassPath() {
        return ServiceLoader.load(ConnectorFactory.class);
    }

    public Set<String> names() {
        return Set.copyOf(factories.keySet());
    }

    /**
     * A connection's settings, checked and with defaults.
     *
     * @throws InvalidSettingsException naming every setting that is unknown or missing
     */
    public ConnectionSettings settings(
            String connector, String connection, ZoneId zone, Map<String, String> values, Map<String, Secret> secrets) {
        return ConnectorSettings.complete(factory(connector).settings(), connection, zone, values, secrets);
    }

    @Override
    public synchronized Connector open(Connection connection) {
        Opened present = opened.get(connection.name());
        if (present != null
                && present.connector().equals(connection.connector())
                && present.settings().equals(connection.settings())) {
            return present.instance();
        }
        Connector instance = start(connection);
        opened.put(connection.name(), new Opened(connection.connector(), connection.settings(), instance));
        Optional.ofNullable(present).ifPresent(old -> old.instance().close());
        return instance;
    }

    private Connector start(Connection connection) {
        ConnectionSettings given = connection.settings();
        ConnectionSettings complete =
                settings(connection.connector(), connection.name(), given.zone(), given.values(), given.secrets());
        TokenKeeper tokens = new TokenKeeper(connection.name(), ledger, clock);
        Connector instance = factory(connection.connector()).open(complete, new Services(permits, tokens, clock));
        if (instance instanceof Authorization authorization) {
            tokens.getThemBy(authorization);
        }
        return instance;
    }

    private ConnectorFactory factory(String name) {
        ConnectorFactory factory = factories.get(name);
        if (factory == null) {
            throw new InvalidSettingsException(
                    "connector", name + " is not installed; installed are " + String.join(", ", factories.keySet()));
        }
        return factory;
    }

    @Override
    public synchronized void close() {
        opened.values().forEach(each -> each.instance().close());
        opened.clear();
    }
}
