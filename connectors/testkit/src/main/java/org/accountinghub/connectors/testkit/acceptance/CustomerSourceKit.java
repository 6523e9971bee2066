package org.accountinghub.connectors.testkit.acceptance;

import org.accountinghub.connectors.spi.CustomerSource;
import org.accountinghub.mappings.model.register.Register;

/** The partner's customers, listed and read. */
@Proves(CustomerSource.class)
public abstract class CustomerSourceKit extends RegisterSourceKit {

    @Override
    final Register register() {
        return Register.CUSTOMERS;
    }
}
