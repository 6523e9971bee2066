package org.accountinghub.routes.engine.delivery;

import java.util.List;
import java.util.Optional;
import org.accountinghub.connectors.spi.Connector;
import org.accountinghub.connectors.spi.CustomerSink;
import org.accountinghub.connectors.spi.Delivery;
import org.accountinghub.connectors.spi.Step;
import org.accountinghub.mappings.model.Customer;
import org.accountinghub.mappings.model.Problem;
import org.accountinghub.mappings.model.SourceKey;
import org.accountinghub.routes.engine.Frozen;
import org.accountinghub.routes.engine.RegisterPolicy.Numbers;
import org.accountinghub.routes.engine.connection.CustomerDeliveries;
import org.accountinghub.routes.engine.port.ServiceStore;
import org.accountinghub.routes.engine.port.ServiceStore.Reading;

/**
 * A customer's way.
 *
 * @param begun the steps of a write that may have been made already; empty = none was
 */
record CustomerLane(
        SourceKey key, String connectorName, Connector connector, ServiceStore store, Numbers numbers, List<Step> begun)
        implements Lane<Customer> {

    @Override
    public Optional<Delivery<Customer>> delivery(Customer content) {
        return begun.isEmpty()
                ? CustomerDeliveries.of(numbers, connector)
                : CustomerDeliveries.begun(begun, content, numbers, connector);
    }

    @Override
    public Problem unsupported(Customer content) {
        return connector instanceof CustomerSink
                ? EngineProblems.numbersUnsupported(connectorName, numbers)
                : EngineProblems.unsupported(connectorName, "customers");
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
    public Optional<Problem> changedSince(Customer sent, boolean told) {
        return Optional.empty();
    }
}
