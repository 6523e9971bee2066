package org.accountinghub.routes.flows;

import org.accountinghub.routes.engine.connection.ConnectionCheck;
import org.accountinghub.routes.engine.port.OnceAtATime;
import org.apache.camel.builder.RouteBuilder;

/** Blocked connections are tried now and then, so that one that is well again goes on without anybody's help. */
public final class ConnectionRoutes extends RouteBuilder {

    private static final long EVERY_MILLIS = 60_000;

    private final ConnectionCheck check;
    private final OnceAtATime once;
    private final DatabaseGate gate;

    public ConnectionRoutes(ConnectionCheck check, OnceAtATime once, DatabaseGate gate) {
        this.check = check;
        this.once = once;
        this.gate = gate;
    }

    @Override
    public void configure() {
        from("timer:connections?period=" + EVERY_MILLIS)
                .routeId("blocked-connections")
                .routeConfigurationId(FlowErrors.NEXT_BEAT)
                .filter(gate.isOpen())
                .process(exchange -> once.tryRun("blocked connections", check::retryBlocked));
    }
}
