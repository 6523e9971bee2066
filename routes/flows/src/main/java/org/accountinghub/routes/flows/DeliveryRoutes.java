package org.accountinghub.routes.flows;

import java.util.Collection;
import java.util.Optional;
import java.util.function.Consumer;
import org.accountinghub.routes.engine.delivery.DeliveryProcedure;
import org.apache.camel.Exchange;
import org.apache.camel.LoggingLevel;
import org.apache.camel.Predicate;
import org.apache.camel.Processor;
import org.apache.camel.builder.RouteBuilder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * From the queue to the partner: one route per connector out of one template, and the way of messages whose handling
 * failed too often. No error handler of Camel: an exception rolls the message back, and the broker brings it again with
 * growing pauses, then to the dead letters.
 */
public final class DeliveryRoutes extends RouteBuilder {

    private static final Logger LOG = LoggerFactory.getLogger(DeliveryRoutes.class);
    private static final String ASIDE = "jms:queue:" + Queues.UNREADABLE + "?forceSendOriginalMessage=true";
    private static final String PUT_ASIDE = "${routeId} got a message that is not one of ours and puts it aside on "
            + Queues.UNREADABLE + ". Its transfer, if it had one, goes on by itself.";

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

    @Override
    public void configure() {
        routeTemplate("delivery")
                .templateParameter("connector")
                .templateParameter("consumers")
                .from("jms:queue:transfers.{{connector}}?concurrentConsumers={{consumers}}")
                .errorHandler(noErrorHandler())
                .filter(isUnreadable())
                .log(LoggingLevel.ERROR, LOG, PUT_ASIDE)
                .to(ASIDE)
                .stop()
                .end()
                .process(with(message -> deliveries.deliver(message.transferId(), message.dispatch())));

        connectors.forEach(connector -> templatedRoute("delivery")
                .routeId("delivery-" + connector)
                .parameter("connector", connector)
                .parameter("consumers", String.valueOf(settings.consumers())));

        from("jms:queue:" + Queues.DEAD)
                .routeId("dead-letters")
                .errorHandler(noErrorHandler())
                .filter(isUnreadable())
                .log(LoggingLevel.ERROR, LOG, PUT_ASIDE)
                .to(ASIDE)
                .stop()
                .end()
                .process(with(message -> deliveries.deadLetter(message.transferId(), message.dispatch())));
    }

    private static Predicate isUnreadable() {
        return exchange -> messageOf(exchange).isEmpty();
    }

    private Processor with(Consumer<DispatchMessage> work) {
        return exchange -> {
            DispatchMessage message = messageOf(exchange).orElseThrow();
            try {
                gate.pass(() -> work.accept(message));
            } catch (RuntimeException | Error e) {
                LOG.error("{} is rolled back, and the queue brings it again: {}", message, FailureLine.of(e));
                throw new RolledBackException(message.toString());
            }
        };
    }

    private static Optional<DispatchMessage> messageOf(Exchange exchange) {
        return DispatchMessage.read(exchange.getMessage().getBody());
    }
}
