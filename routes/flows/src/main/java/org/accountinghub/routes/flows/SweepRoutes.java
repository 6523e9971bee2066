package org.accountinghub.routes.flows;

import org.accountinghub.routes.engine.planning.Sweeper;
import org.apache.camel.builder.RouteBuilder;

/** What got stuck moves again: messages lost with a broker, work of dead processes, a database that came back. */
public final class SweepRoutes extends RouteBuilder {

    private final Sweeper sweeper;
    private final DatabaseGate gate;
    private final FlowSettings settings;

    public SweepRoutes(Sweeper sweeper, DatabaseGate gate, FlowSettings settings) {
        this.sweeper = sweeper;
        this.gate = gate;
        this.settings = settings;
    }

    @Override
    public void configure() {
        from("timer:sweep?delay=1000&period=" + settings.sweepEvery().toMillis())
                .routeId("sweep")
                .routeConfigurationId(FlowErrors.NEXT_BEAT)
                .filter(gate.isOpen())
                .process(exchange -> sweeper.sweep());
    }
}
