package org.accountinghub.routes.engine.delivery;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;
import org.accountinghub.connectors.spi.Connector;
import org.accountinghub.connectors.spi.Delivery;
import org.accountinghub.mappings.model.BillableOrder;
import org.accountinghub.mappings.model.Customer;
import org.accountinghub.mappings.model.DocumentKey;
import org.accountinghub.mappings.model.Problem;
import org.accountinghub.mappings.model.SourceKey;
import org.accountinghub.routes.engine.Frozen;
import org.accountinghub.routes.engine.changes.AfterSend;
import org.accountinghub.routes.engine.connection.DocumentDeliveries;
import org.accountinghub.routes.engine.port.ServiceStore;
import org.accountinghub.routes.engine.port.ServiceStore.Reading;
import org.accountinghub.routes.engine.registers.RegisterExports;
import org.accountinghub.routes.engine.registers.RegisterPorts;

/**
 * The way of one payer's part of an order.
 *
 * @param today in the connection's time zone: the document's date if it is first intended now
 */
record DocumentLane(
        DocumentKey key,
        String connectorName,
        Connector connector,
        ServiceStore store,
        Optional<RegisterPorts> registers,
        LocalDate today)
        implements Lane<BillableOrder> {

    private static final Duration SOON = Duration.ofSeconds(30);

    @Override
    public Optional<Delivery<BillableOrder>> delivery(BillableOrder content) {
        return DocumentDeliveries.of(content.target(), connector);
    }

    @Override
    public Problem unsupported(BillableOrder content) {
        return EngineProblems.unsupported(connectorName, content.target());
    }

    @Override
    public Reading<BillableOrder> read() {
        return store.document(key, today);
    }

    @Override
    public Frozen freeze(BillableOrder content) {
        return new Frozen.Document(content);
    }

    @Override
    public BillableOrder thaw(Frozen frozen) {
        if (frozen instanceof Frozen.Document stored) {
            return stored.order();
        }
        throw new IllegalStateException("not a document was frozen for " + key);
    }

    @Override
    public Optional<Customer> dependsOn(BillableOrder content) {
        return Optional.of(content.payer());
    }

    @Override
    public Optional<SourceKey> customer(BillableOrder content) {
        return Optional.of(content.payer().key());
    }

    /** Under its former number the customer may be bound. */
    @Override
    public Optional<Ending> notYet(BillableOrder content) {
        String number = content.payer().number();
        return registers
                .filter(ports -> RegisterExports.isBeingRenumbered(ports, number))
                .map(ports -> Ending.again(SOON, "customer " + number + " was given this number a moment ago"));
    }

    @Override
    public Optional<Problem> gone(String why) {
        return Optional.empty();
    }

    /** Of what the store was told it is watched from then on whether it stays wanted. */
    @Override
    public Optional<Problem> changedSince(BillableOrder sent, boolean told) {
        Reading<BillableOrder> now = store.document(key, sent.documentDate());
        return told && now instanceof Reading.Gone ? Optional.empty() : AfterSend.problem(sent, now);
    }
}
