package org.accountinghub.routes.operations;

import java.util.List;
import org.accountinghub.routes.engine.Connection;
import org.accountinghub.routes.engine.connection.ConnectionProblems;
import org.accountinghub.routes.engine.port.ConnectionLedger;
import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.Status;

/** A partner that cannot be worked with degrades the hub, it does not take it down. */
public final class PartnerHealth extends AbstractHealthIndicator {

    /** Some connections do not move; the hub itself is well. Answered with HTTP 200. */
    public static final Status DEGRADED = new Status("DEGRADED");

    private final ConnectionLedger connections;

    public PartnerHealth(ConnectionLedger connections) {
        super("the connections cannot be read");
        this.connections = connections;
    }

    /** One that was taken out of the configuration is told as a problem while anything is left of it. */
    private static boolean isConfigured(Connection connection) {
        return connection
                .problem()
                .filter(why -> why.cause().equals(ConnectionProblems.NOT_CONFIGURED))
                .isEmpty();
    }

    @Override
    protected void doHealthCheck(Health.Builder health) {
        List<Connection> stopped = connections.connections().stream()
                .filter(connection -> connection.state() != Connection.State.ACTIVE && isConfigured(connection))
                .toList();
        health.status(stopped.isEmpty() ? Status.UP : DEGRADED);
        stopped.forEach(connection ->
                health.withDetail(connection.name(), connection.state().name()));
    }
}
