package org.accountinghub.routes.flows;

import java.util.List;
import java.util.function.Supplier;
import org.accountinghub.routes.engine.returns.InvoiceReturn;
import org.accountinghub.routes.engine.returns.StoreTeller;
import org.apache.camel.builder.RouteBuilder;

/** What became of the invoices comes back: each connection is asked on a schedule, then the store is told. */
public final class InvoiceReturnRoutes extends RouteBuilder {

    private final InvoiceReturn invoices;
    private final StoreTeller teller;
    private final Supplier<List<String>> connections;
    private final DatabaseGate gate;
    private final FlowSettings settings;

    public InvoiceReturnRoutes(
            InvoiceReturn invoices,
            StoreTeller teller,
            Supplier<List<String>> connections,
            DatabaseGate gate,
            FlowSettings settings) {
        this.invoices = invoices;
        this.teller = teller;
        this.connections = connections;
        this.gate = gate;
        this.settings = settings;
    }

    @Override
    public void configure() {
        from("timer:invoices?delay=5000&period=" + settings.returnEvery().toMillis())
                .routeId("invoices-back")
                .routeConfigurationId(FlowErrors.NEXT_BEAT)
                .filter(exchange -> !gate.isClosed())
                .setBody(exchange -> connections.get())
                .split(body())
                .parallelProcessing()
                .to("direct:invoices-of-connection");

        from("direct:invoices-of-connection")
                .routeId("invoices-of-connection")
                .routeConfigurationId(FlowErrors.NEXT_BEAT)
                .process(exchange -> invoices.fetch(exchange.getMessage().getMandatoryBody(String.class)));

        from("timer:tell-store?period=" + settings.tellEvery().toMillis())
                .routeId("tell-store")
                .routeConfigurationId(FlowErrors.NEXT_BEAT)
                .filter(exchange -> !gate.isClosed())
                .process(exchange -> teller.tell());
    }
}
