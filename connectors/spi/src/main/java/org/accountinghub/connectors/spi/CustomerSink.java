package org.accountinghub.connectors.spi;

import java.util.Set;
import org.accountinghub.mappings.model.Customer;

/** Brings customers to the partner: bound to one that is there and confirmed, or created. */
public interface CustomerSink extends Connector {

    /** With numbers as is usual there. */
    Delivery<Customer> customers();

    /** Whose numbers new customers can have there. */
    default Set<CustomerNumbers> numbers() {
        return Set.of(CustomerNumbers.OURS);
    }

    /** @param numbers one of {@link #numbers()} */
    default Delivery<Customer> customers(CustomerNumbers numbers) {
        return customers();
    }
}
