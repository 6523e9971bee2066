package org.accountinghub.connectors.testkit.acceptance;

import org.accountinghub.connectors.spi.Finding;
import org.accountinghub.connectors.spi.Outcome;
import org.accountinghub.mappings.model.Customer;

/** Writes of customers, whoever numbers them. */
abstract class CustomerWriteKit extends WriteKit {

    @Override
    final Class<?> document() {
        return Customer.class;
    }

    @Override
    final String creates() {
        return trial().bench().createsCustomer();
    }

    @Override
    final Outcome bring() {
        return trial().bring(Documents.business());
    }

    @Override
    final Finding lookFor() {
        return trial().lookFor(Documents.business());
    }
}
