package org.accountinghub.routes.flows;

import org.accountinghub.routes.engine.changes.ChangeWatch;
import org.accountinghub.routes.engine.port.OnceAtATime;
import org.apache.camel.builder.RouteBuilder;

/** Orders that change after they were sent are noticed: at the store's notice, by polling, and the traceless ones slowly. */
public final class ChangeRoutes extends RouteBuilder {

    /** Where a notice of the store goes. Those that come while one is being acted on are one more. */
    public static final String NOTICE = "seda:orders-changed?size=1&discardWhenFull=true";

    private static final long AGAIN_MILLIS = 600_000;

    private final ChangeWatch watch;
    private final OnceAtATime once;
    private final DatabaseGate gate;

    public ChangeRoutes(ChangeWatch watch, OnceAtATime once, DatabaseGate gate) {
        this.watch = watch;
        this.once = once;
        this.gate = gate;
    }

    @Override
    public void configure() {
        from(NOTICE)
                .routeId("changed-after-send")
                .routeConfigurationId(FlowErrors.NEXT_BEAT)
                .filter(gate.isOpen())
                .process(exchange -> once.tryRun("changed after send", watch::look));
        from("timer:changes?delay=" + AGAIN_MILLIS + "&period=" + AGAIN_MILLIS)
                .routeId("changed-without-trace")
                .routeConfigurationId(FlowErrors.NEXT_BEAT)
                .filter(gate.isOpen())
                .process(exchange -> once.tryRun("changed without trace", watch::lookAgain));
    }
}
