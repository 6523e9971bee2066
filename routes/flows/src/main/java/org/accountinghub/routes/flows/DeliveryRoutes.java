package org.accountinghub.routes.flows;

import java.util.Collection;
import java.util.Optional;
import org.accountinghub.routes.engine.delivery.DeliveryProcedure;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;

/**
 * From the queue to the partner: one route per connector out of one template, and the way of messages whose handling
 * failed too often. No error handler of Camel: an exception rolls the message back, and the broker brings it again with
 * growing pauses, then to the dead letters.
 */
public final class DeliveryRoutes extends RouteBuilder {

    private static final String DELIVERY = "delivery-";
    private static final String UNREADABLE = "unreadable";

    private final DeliveryProcedure deliveries;
    private final DatabaseGate gate;
    private final Collection<String> connectors;
    private final FlowSettings settings;

    public DeliveryRoutes(
            DeliveryProcedure deliveries, DatabaseGate gate, Collection<String> connectors, FlowSettings settings) {
        this.deliveries = deliveries;
        this.gate = gate;
        this.connectors = connectors;
        this.settings = settings;
    }

    static boolean isDelivery(String routeId) {
        return routeId.startsWith(DELIVERY) || routeId.equals("dead-letters");
    }

    @Override
    public void configure() {
        routeTemplate("delivery")
                .templateParameter("connector")
                .templateParameter("consumers")
                .from("jms:queue:transfers.{{connector}}?transacted=true&concurrentConsumers={{consumers}}"
                        + "&maxConcurrentConsumers={{consumers}}&errorHandlerLogStackTrace=false")
                .errorHandler(noErrorHandler())
                .process(this::deliver)
                .filter(exchange -> exchange.getProperties().containsKey(UNREADABLE))
                .to("jms:queue:" + Queues.UNREADABLE);

        connectors.forEach(connector -> templatedRoute("delivery")
                .routeId(DELIVERY + connector)
                .parameter("connector", connector)
                .parameter("consumers", String.valueOf(settings.consumers())));

        from("jms:queue:" + Queues.DEAD + "?transacted=true")
                .routeId("dead-letters")
                .errorHandler(noErrorHandler())
                .process(this::bury);
    }

    private void deliver(Exchange exchange) {
        Optional<DispatchMessage> message =
                DispatchMessage.read(exchange.getMessage().getBody());
        if (message.isEmpty()) {
            log.error(
                    "A message on {} is not one of ours; it is put aside on {}. Its transfer, if it had one, goes on by"
                            + " itself.",
                    exchange.getFromEndpoint(),
                    Queues.UNREADABLE);
            exchange.setProperty(UNREADABLE, true);
            return;
        }
        try {
            deliveries.deliver(message.get().transferId(), message.get().dispatch());
        } catch (RuntimeException e) {
            gate.suspect(e);
            throw e;
        }
    }

    private void bury(Exchange exchange) {
        DispatchMessage.read(exchange.getMessage().getBody()).ifPresent(message -> {
            try {
                deliveries.deadLetter(message.transferId(), message.dispatch());
            } catch (RuntimeException e) {
                gate.suspect(e);
                throw e;
            }
        });
    }
}
