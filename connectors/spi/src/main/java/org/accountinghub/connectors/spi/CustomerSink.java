package org.accountinghub.connectors.spi;

import org.accountinghub.mappings.model.Customer;

/** Brings customers to the partner: bound to one that is there and confirmed, or created. */
public interface CustomerSink extends Connector {

    Delivery<Customer> customers();
}
