package org.accountinghub.routes.flows;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.accountinghub.routes.engine.port.OnceAtATime;
import org.accountinghub.routes.engine.returns.InvoiceReturn;
import org.accountinghub.routes.engine.returns.StoreTeller;
import org.apache.camel.Exchange;
import org.apache.camel.Predicate;
import org.apache.camel.builder.RouteBuilder;

/**
 * What became of the invoices comes back: each connection is asked on a schedule, several at a time and none twice at
 * once, then the store is told.
 */
public final class InvoiceReturnRoutes extends RouteBuilder {

    /** Where the name of a connection goes whose invoices are wanted now. */
    public static final String NOW = "seda:invoices-of-connection?concurrentConsumers=8";

    /** Time for the hub to come up first. */
    private static final Duration FIRST_AFTER = Duration.ofSeconds(5);

    private final InvoiceReturn invoices;
    private final StoreTeller teller;
    private final Supplier<List<String>> connections;
    private final OnceAtATime once;
    private final DatabaseGate gate;
    private final FlowSettings settings;
    private final Duration firstAfter;
    private final Set<String> asked = ConcurrentHashMap.newKeySet();

    public InvoiceReturnRoutes(
            InvoiceReturn invoices,
            StoreTeller teller,
            Supplier<List<String>> connections,
            OnceAtATime once,
            DatabaseGate gate,
            FlowSettings settings) {
        this(invoices, teller, connections, once, gate, settings, FIRST_AFTER);
    }

    /** @param firstAfter how long after the start the first beat comes */
    InvoiceReturnRoutes(
            InvoiceReturn invoices,
            StoreTeller teller,
            Supplier<List<String>> connections,
            OnceAtATime once,
            DatabaseGate gate,
            FlowSettings settings,
            Duration firstAfter) {
        this.invoices = invoices;
        this.teller = teller;
        this.connections = connections;
        this.once = once;
        this.gate = gate;
        this.settings = settings;
        this.firstAfter = firstAfter;
    }

    @Override
    public void configure() {
        from("timer:invoices?delay=" + firstAfter.toMillis() + "&period="
                        + settings.returnEvery().toMillis())
                .routeId("invoices-back")
                .routeConfigurationId(FlowErrors.NEXT_BEAT)
                .filter(gate.isOpen())
                .setBody(exchange -> connections.get())
                .split(body())
                .filter(isNotAskedAlready())
                .to(NOW);

        from(NOW)
                .routeId("invoices-of")
                .routeConfigurationId(FlowErrors.NEXT_BEAT)
                .setHeader(FlowErrors.OF, body())
                .process(this::fetch);

        from("timer:tell-store?period=" + settings.tellEvery().toMillis())
                .routeId("tell-store")
                .routeConfigurationId(FlowErrors.NEXT_BEAT)
                .filter(gate.isOpen())
                .process(exchange -> once.tryRun("what the store is told", teller::tell));
    }

    /** A slow one is left out by the beats that come meanwhile; the others are not. */
    private Predicate isNotAskedAlready() {
        return exchange -> asked.add(nameIn(exchange));
    }

    private void fetch(Exchange exchange) {
        String name = nameIn(exchange);
        try {
            once.tryRun("invoices of " + name, () -> invoices.fetch(name));
        } finally {
            asked.remove(name);
        }
    }

    private static String nameIn(Exchange exchange) {
        return String.valueOf(exchange.getMessage().getBody());
    }
}
