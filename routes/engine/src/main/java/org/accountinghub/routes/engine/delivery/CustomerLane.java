package org.accountinghub.routes.engine.delivery;

import java.util.Optional;
import org.accountinghub.connectors.spi.Connector;
import org.accountinghub.connectors.spi.CustomerSink;
import org.accountinghub.connectors.spi.Delivery;
import org.accountinghub.mappings.model.Customer;
import org.accountinghub.mappings.model.Problem;
import org.accountinghub.mappings.model.SourceKey;
import org.accountinghub.routes.engine.Frozen;
import org.accountinghub.routes.engine.port.ServiceStore;
import org.accountinghub.routes.engine.port.ServiceStore.Reading;

/** A customer's way. */
record CustomerLane(SourceKey key, String connectorName, Connector connector, ServiceStore store)
        implements Lane<Customer> {

    @Override
    public Optional<Delivery<Customer>> delivery(Customer content) {
        return connector instanceof CustomerSink sink ? Optional.of(sink.customers()) : Optional.empty();
    }

    @Override
    public Problem unsupported(Customer content) {
        return EngineProblems.unsupported(connectorName, "customers");
    }

    @Override
    public Reading<Customer> read() {
        return store.customer(key);
    }

    @Override
    public Frozen freeze(Customer content) {
        return new Frozen.CustomerRecord(content);
    }

    @Override
    public Customer thaw(Frozen frozen) {
        if (frozen instanceof Frozen.CustomerRecord stored) {
            return stored.customer();
        }
        throw new IllegalStateException("not a customer was frozen for " + key);
    }

    @Override
    public Optional<Customer> dependsOn(Customer content) {
        return Optional.empty();
    }

    @Override
    public Optional<SourceKey> customer(Customer content) {
        return Optional.of(key);
    }

    @Override
    public Optional<Problem> gone(String why) {
        return Optional.of(EngineProblems.customerGone(key, why));
    }

    @Override
    public Optional<Problem> changedSince(Customer sent) {
        return Optional.empty();
    }
}
