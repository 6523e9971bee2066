package org.accountinghub.routes.flows;

import org.accountinghub.routes.engine.planning.Planner;
import org.apache.camel.builder.RouteBuilder;

/** What is due goes to the queue, in small portions so that no connection blocks another. */
public final class DispatchRoutes extends RouteBuilder {

    static final String NOW = "seda:dispatch?size=1&discardWhenFull=true";

    private final Planner planner;
    private final DatabaseGate gate;
    private final FlowSettings settings;

    public DispatchRoutes(Planner planner, DatabaseGate gate, FlowSettings settings) {
        this.planner = planner;
        this.gate = gate;
        this.settings = settings;
    }

    @Override
    public void configure() {
        from("timer:dispatch?period=" + settings.dispatchEvery().toMillis())
                .routeId("dispatch-beat")
                .to(NOW);

        from(NOW)
                .routeId("dispatch")
                .routeConfigurationId(FlowErrors.NEXT_BEAT)
                .filter(gate.isOpen())
                .process(exchange -> planner.dispatch());
    }
}
