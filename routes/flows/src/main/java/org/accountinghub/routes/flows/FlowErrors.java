package org.accountinghub.routes.flows;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteConfigurationBuilder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What scheduled flows do about an error: say it in one line, the same one not more than once a minute, and go on at the
 * next beat, for their state is in the ledger. Attached by name; the delivery route has none, there the broker redelivers.
 */
public final class FlowErrors extends RouteConfigurationBuilder {

    static final String NEXT_BEAT = "next-beat";

    /** Header by which a flow says which of many things it was working on. */
    static final String OF = "of";

    private static final Logger LOG = LoggerFactory.getLogger(FlowErrors.class);
    private static final long SILENCE_NANOS = Duration.ofMinutes(1).toNanos();

    private final DatabaseGate gate;
    private final Map<String, Long> said = new ConcurrentHashMap<>();

    public FlowErrors(DatabaseGate gate) {
        this.gate = gate;
    }

    @Override
    public void configuration() {
        routeConfiguration(NEXT_BEAT).onException(Throwable.class).handled(true).process(this::say);
    }

    private void say(Exchange exchange) {
        Throwable failure = exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Throwable.class);
        if (failure == null || gate.closesAfterFailure()) {
            return;
        }
        String flow = exchange.getProperty(Exchange.FAILURE_ROUTE_ID, String.class);
        String of = exchange.getMessage().getHeader(OF, "", String.class);
        String line = (flow + " " + of).strip() + " goes on at its next beat: " + FailureLine.of(failure);
        if (saidLately(line)) {
            LOG.debug(line);
        } else if (FailureLine.isOutage(failure)) {
            LOG.warn(line);
        } else {
            LOG.error(line);
        }
    }

    private boolean saidLately(String line) {
        long now = System.nanoTime();
        said.values().removeIf(at -> now - at >= SILENCE_NANOS);
        return said.putIfAbsent(line, now) != null;
    }
}
