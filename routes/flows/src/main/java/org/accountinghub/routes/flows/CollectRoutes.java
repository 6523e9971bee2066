package org.accountinghub.routes.flows;

import org.accountinghub.routes.engine.planning.Planner;
import org.apache.camel.builder.RouteBuilder;

/** What the store has ready becomes transfers: at the store's notice, and by polling should notices be lost. */
public final class CollectRoutes extends RouteBuilder {

    /** Where a notice of the store goes. Those that come while one is being acted on are one more. */
    public static final String NOTICE = "seda:store-changed?size=1&discardWhenFull=true";

    private final Planner planner;
    private final DatabaseGate gate;

    public CollectRoutes(Planner planner, DatabaseGate gate) {
        this.planner = planner;
        this.gate = gate;
    }

    @Override
    public void configure() {
        from(NOTICE)
                .routeId("collect")
                .routeConfigurationId(FlowErrors.NEXT_BEAT)
                .filter(gate.isOpen())
                .process(exchange -> planner.collect())
                .to(DispatchRoutes.NOW);
    }
}
