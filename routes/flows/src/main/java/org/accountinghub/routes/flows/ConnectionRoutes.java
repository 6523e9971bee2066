package org.accountinghub.routes.flows;

import org.accountinghub.routes.engine.connection.ConnectionCheck;
import org.apache.camel.builder.RouteBuilder;

/** Blocked connections are tried now and then, so that one that is well again goes on without anybody's help. */
public final class ConnectionRoutes extends RouteBuilder {

    private static final long EVERY_MILLIS = 60_000;

    private final ConnectionCheck check;
    private final DatabaseGate gate;

    public ConnectionRoutes(ConnectionCheck check, DatabaseGate gate) {
        this.check = check;
        this.gate = gate;
    }

    @Override
    public void configure() {
        from("timer:connections?period=" + EVERY_MILLIS)
                .routeId("blocked-connections")
                .routeConfigurationId(FlowErrors.NEXT_BEAT)
                .filter(exchange -> !gate.isClosed())
                .process(exchange -> check.retryBlocked());
    }
}
