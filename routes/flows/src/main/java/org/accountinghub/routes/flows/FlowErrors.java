package org.accountinghub.routes.flows;

import java.util.Optional;
import org.apache.camel.Exchange;
import org.apache.camel.LoggingLevel;
import org.apache.camel.builder.RouteConfigurationBuilder;

/**
 * What scheduled flows do about an error: say it in one line and go on at the next beat, for their state is in the
 * ledger. Attached by name; the delivery route has none, there the broker redelivers.
 */
public final class FlowErrors extends RouteConfigurationBuilder {

    static final String NEXT_BEAT = "next-beat";

    private final DatabaseGate gate;

    public FlowErrors(DatabaseGate gate) {
        this.gate = gate;
    }

    @Override
    public void configuration() {
        routeConfiguration(NEXT_BEAT)
                .onException(Exception.class)
                .handled(true)
                .process(exchange -> Optional.ofNullable(
                                exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Throwable.class))
                        .ifPresent(gate::suspect))
                .log(
                        LoggingLevel.WARN,
                        "org.accountinghub.routes.flows",
                        "${routeId} goes on at its next beat: ${exception.class.simpleName}: ${exception.message}");
    }
}
