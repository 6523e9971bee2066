package org.accountinghub.routes.engine.memory;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.accountinghub.connectors.spi.Grant;
import org.accountinghub.mappings.model.Problem;
import org.accountinghub.routes.engine.Connection;
import org.accountinghub.routes.engine.port.ConnectionLedger;

/** Connections in memory. */
public final class MemoryConnections implements ConnectionLedger {

    private final Map<String, Connection> connections = new TreeMap<>();
    private final Map<String, Grant> grants = new HashMap<>();
    private final Map<String, String> consents = new HashMap<>();

    @Override
    public List<Connection> connections() {
        return List.copyOf(connections.values());
    }

    @Override
    public Optional<Connection> find(String name) {
        return Optional.ofNullable(connections.get(name));
    }

    @Override
    public void save(Connection connection) {
        Connection before = connections.getOrDefault(connection.name(), connection);
        connections.put(connection.name(), with(connection, before.state(), before.tenant(), before.problem()));
    }

    private static Connection with(
            Connection connection, Connection.State state, Optional<String> tenant, Optional<Problem> problem) {
        return new Connection(
                connection.name(),
                connection.connector(),
                connection.subgroup(),
                state,
                tenant,
                problem,
                connection.settings(),
                connection.registers());
    }

    @Override
    public boolean block(String name, Problem problem) {
        Connection connection = find(name).orElseThrow();
        if (connection.state() != Connection.State.ACTIVE) {
            return false;
        }
        connections.put(name, with(connection, Connection.State.BLOCKED, connection.tenant(), Optional.of(problem)));
        return true;
    }

    @Override
    public Optional<Problem> activate(String name) {
        Connection connection = find(name).orElseThrow();
        if (connection.state() != Connection.State.BLOCKED) {
            return Optional.empty();
        }
        connections.put(name, with(connection, Connection.State.ACTIVE, connection.tenant(), Optional.empty()));
        return connection.problem();
    }

    /** An operator's stop. */
    public void hold(String name) {
        Connection connection = find(name).orElseThrow();
        connections.put(name, with(connection, Connection.State.HELD, connection.tenant(), Optional.empty()));
    }

    @Override
    public boolean hold(String name, Problem problem) {
        Connection connection = find(name).orElseThrow();
        if (connection.state() == Connection.State.HELD) {
            return false;
        }
        connections.put(name, with(connection, Connection.State.HELD, connection.tenant(), Optional.of(problem)));
        return true;
    }

    @Override
    public boolean release(String name, String cause) {
        Connection connection = find(name).orElseThrow();
        if (connection.problem().filter(why -> why.cause().equals(cause)).isEmpty()) {
            return false;
        }
        connections.put(name, with(connection, Connection.State.ACTIVE, connection.tenant(), Optional.empty()));
        return true;
    }

    @Override
    public Optional<Grant> grant(String name) {
        return Optional.ofNullable(grants.get(name));
    }

    @Override
    public Grant changeGrant(String name, UnaryOperator<Optional<Grant>> change) {
        Grant grant = change.apply(grant(name)).orElseThrow();
        grants.put(name, grant);
        return grant;
    }

    @Override
    public boolean pinTenant(String name, String tenant) {
        Connection connection = find(name).orElseThrow();
        if (connection.tenant().isEmpty()) {
            connections.put(name, with(connection, connection.state(), Optional.of(tenant), connection.problem()));
        }
        return connection.tenant().orElse(tenant).equals(tenant);
    }

    @Override
    public void startConsent(String name, String state) {
        consents.put(state, name);
    }

    @Override
    public Optional<String> finishConsent(String state) {
        return Optional.ofNullable(consents.remove(state));
    }
}
