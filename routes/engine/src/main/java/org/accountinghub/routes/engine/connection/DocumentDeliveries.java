package org.accountinghub.routes.engine.connection;

import java.util.Optional;
import org.accountinghub.connectors.spi.Connector;
import org.accountinghub.connectors.spi.Delivery;
import org.accountinghub.connectors.spi.InvoiceSink;
import org.accountinghub.connectors.spi.OrderSink;
import org.accountinghub.mappings.model.BillableOrder;

/** How a connector takes a document, by what the document shall become there. */
public final class DocumentDeliveries {

    private DocumentDeliveries() {}

    /** Empty when the connector does not take such documents. */
    public static Optional<Delivery<BillableOrder>> of(BillableOrder.Target target, Connector connector) {
        return switch (target) {
            case INVOICE -> connector instanceof InvoiceSink sink ? Optional.of(sink.invoices()) : Optional.empty();
            case ORDER -> connector instanceof OrderSink sink ? Optional.of(sink.orders()) : Optional.empty();
        };
    }
}
