package org.accountinghub.connectors.spi;

import org.accountinghub.mappings.model.BillableOrder;

/** Brings billable orders to the partner as invoices. */
public interface InvoiceSink extends Connector {

    Delivery<BillableOrder> invoices();
}
