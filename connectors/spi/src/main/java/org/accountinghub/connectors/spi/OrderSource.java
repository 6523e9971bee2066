package org.accountinghub.connectors.spi;

import org.accountinghub.mappings.model.PlacedOrder;

/** Tells what became of orders at the partner: open, invoiced, cancelled, gone. */
public interface OrderSource extends Connector {

    Returns<PlacedOrder> ordersBack();
}
