package org.accountinghub.connectors.spi;

import org.accountinghub.mappings.model.BillableOrder;

/** Brings billable orders to the partner as orders, to be invoiced over there. */
public interface OrderSink extends Connector {

    Delivery<BillableOrder> orders();
}
