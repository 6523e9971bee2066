package org.accountinghub.routes.flows;

import org.apache.camel.Exchange;
import org.apache.camel.spi.HeaderFilterStrategy;
import org.jspecify.annotations.Nullable;

/** Nothing that a message brings along becomes a header, so none can steer Camel; the due time alone goes out. */
final class BorderHeaders implements HeaderFilterStrategy {

    /** Artemis' property for scheduled delivery, milliseconds since 1970. */
    static final String DUE = "_AMQ_SCHED_DELIVERY";

    @Override
    public boolean applyFilterToCamelHeaders(String name, @Nullable Object value, Exchange exchange) {
        return !DUE.equals(name);
    }

    @Override
    public boolean applyFilterToExternalHeaders(String name, @Nullable Object value, Exchange exchange) {
        return true;
    }
}
