package org.accountinghub.routes.flows;

import org.accountinghub.routes.engine.port.OnceAtATime;
import org.accountinghub.routes.engine.registers.CustomerTeller;
import org.accountinghub.routes.engine.registers.RegisterExports;
import org.accountinghub.routes.engine.registers.RegisterImports;
import org.apache.camel.CamelContext;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.support.LifecycleStrategySupport;

/**
 * Registers are kept alike: imports are asked for when their time has come, worked on, and what changed in the store is
 * handed over. What customers are in the books is told to the store.
 */
public final class RegisterRoutes extends RouteBuilder {

    /** Where a notice goes that customers or articles of the store changed. Those that come meanwhile are one more. */
    public static final String NOTICE = "seda:registers-changed?size=1&discardWhenFull=true";

    /** A run lasts as long as the partner's limits make it: several at a time, each taken by one worker of all processes. */
    private static final String WORK = "seda:register-work?size=1&discardWhenFull=true&concurrentConsumers=4";

    private static final long SCHEDULE_MILLIS = 15_000;
    private static final long WORK_MILLIS = 1_000;
    private static final long CHANGES_MILLIS = 60_000;
    private static final long TELL_MILLIS = 2_000;

    private final Runnable schedule;
    private final RegisterImports imports;
    private final RegisterExports exports;
    private final CustomerTeller teller;
    private final OnceAtATime once;
    private final DatabaseGate gate;

    /** @param schedule asks for the imports whose time has come */
    public RegisterRoutes(
            Runnable schedule,
            RegisterImports imports,
            RegisterExports exports,
            CustomerTeller teller,
            OnceAtATime once,
            DatabaseGate gate) {
        this.schedule = schedule;
        this.imports = imports;
        this.exports = exports;
        this.teller = teller;
        this.once = once;
        this.gate = gate;
    }

    @Override
    public void configure() {
        getContext().addLifecycleStrategy(new EndingRuns(imports));
        from("timer:register-schedule?period=" + SCHEDULE_MILLIS)
                .routeId("register-schedule")
                .routeConfigurationId(FlowErrors.NEXT_BEAT)
                .filter(gate.isOpen())
                .process(exchange -> once.tryRun("schedule of registers", schedule));
        from("timer:register-work?period=" + WORK_MILLIS)
                .routeId("register-work-due")
                .routeConfigurationId(FlowErrors.NEXT_BEAT)
                .filter(gate.isOpen())
                .to(WORK);
        from(WORK)
                .routeId("register-work")
                .routeConfigurationId(FlowErrors.NEXT_BEAT)
                .process(exchange -> imports.work());
        from("timer:register-changes?period=" + CHANGES_MILLIS)
                .routeId("register-changes-due")
                .routeConfigurationId(FlowErrors.NEXT_BEAT)
                .to(NOTICE);
        from(NOTICE)
                .routeId("register-changes")
                .routeConfigurationId(FlowErrors.NEXT_BEAT)
                .filter(gate.isOpen())
                .process(exchange -> once.tryRun("changes of registers", exports::collect));
        from("timer:customers-told?period=" + TELL_MILLIS)
                .routeId("customers-told")
                .routeConfigurationId(FlowErrors.NEXT_BEAT)
                .filter(gate.isOpen())
                .process(exchange -> once.tryRun("what the store is told of customers", teller::tell));
    }

    /** A hub that stops waits for no run that has hours to go. */
    private static final class EndingRuns extends LifecycleStrategySupport {

        private final RegisterImports imports;

        EndingRuns(RegisterImports imports) {
            this.imports = imports;
        }

        @Override
        public void onContextStopping(CamelContext context) {
            imports.stop();
        }
    }
}
