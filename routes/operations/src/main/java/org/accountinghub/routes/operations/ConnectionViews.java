package org.accountinghub.routes.operations;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.accountinghub.routes.engine.Connection;
import org.accountinghub.routes.engine.port.ConnectionLedger;
import org.accountinghub.routes.engine.port.ReturnLedger;

/** The connections as operators see them. */
public final class ConnectionViews {

    private final ConnectionLedger connections;
    private final ReturnLedger returns;
    private final InstantSource clock;

    public ConnectionViews(ConnectionLedger connections, ReturnLedger returns, InstantSource clock) {
        this.connections = connections;
        this.returns = returns;
        this.clock = clock;
    }

    List<ConnectionLine> all() {
        return connections.connections().stream().map(this::line).toList();
    }

    Optional<ConnectionLine> find(String name) {
        return connections.find(name).map(this::line);
    }

    private ConnectionLine line(Connection connection) {
        return ConnectionLine.of(connection, returns.lastFetch(connection.name()), clock.instant());
    }
}
