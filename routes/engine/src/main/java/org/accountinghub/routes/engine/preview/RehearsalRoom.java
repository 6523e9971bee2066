package org.accountinghub.routes.engine.preview;

import java.util.Map;
import java.util.Optional;
import org.accountinghub.connectors.spi.Connector;
import org.accountinghub.connectors.spi.Conversation;
import org.accountinghub.connectors.spi.CustomerSink;
import org.accountinghub.connectors.spi.Delivery;
import org.accountinghub.connectors.spi.InvalidSettingsException;
import org.accountinghub.connectors.spi.LimitReachedException;
import org.accountinghub.connectors.spi.NoConsentException;
import org.accountinghub.connectors.spi.TokenUnavailableException;
import org.accountinghub.mappings.model.BillableOrder;
import org.accountinghub.mappings.model.Customer;
import org.accountinghub.mappings.model.Row;
import org.accountinghub.mappings.model.SourceKey;
import org.accountinghub.routes.engine.Connection;
import org.accountinghub.routes.engine.CustomerThere;
import org.accountinghub.routes.engine.RegisterPolicy.Numbers;
import org.accountinghub.routes.engine.Transfer;
import org.accountinghub.routes.engine.TransferState;
import org.accountinghub.routes.engine.connection.ConnectionProblems;
import org.accountinghub.routes.engine.connection.Connectors;
import org.accountinghub.routes.engine.connection.CustomerDeliveries;
import org.accountinghub.routes.engine.connection.DocumentDeliveries;
import org.accountinghub.routes.engine.delivery.EngineProblems;
import org.accountinghub.routes.engine.delivery.SentAndStored;
import org.accountinghub.routes.engine.port.PreviewLedger;

/** Goes through a delivery with everything but the writing. */
final class RehearsalRoom {

    private final PreviewLedger ledger;
    private final Connectors connectors;

    RehearsalRoom(PreviewLedger ledger, Connectors connectors) {
        this.ledger = ledger;
        this.connectors = connectors;
    }

    /** What a delivery of this document over this connection would do and be refused for. */
    Rehearsed of(BillableOrder order, Connection connection) {
        Rehearsed rehearsed = new Rehearsed();
        if (connection.state() != Connection.State.ACTIVE) {
            rehearsed.standsAgainst(
                    connection.problem().orElseGet(() -> ConnectionProblems.standsStill(connection.name())));
        }
        ledger.heldElsewhere(order.key(), order.rows().stream().map(Row::rowId).toList())
                .ifPresent(rehearsed::standsAgainst);
        customerInTheLedger(order.payer(), connection, rehearsed);
        try {
            atThePartner(order, connection, connectors.open(connection), rehearsed);
        } catch (InvalidSettingsException e) {
            rehearsed.standsAgainst(ConnectionProblems.settingsInvalid(connection.name(), e));
        } catch (NoConsentException e) {
            rehearsed.standsAgainst(e.problem());
        } catch (TokenUnavailableException e) {
            rehearsed.notAsked(e.problem());
        } catch (LimitReachedException e) {
            rehearsed.notAsked(ConnectionProblems.limitReached());
        }
        return rehearsed;
    }

    private void customerInTheLedger(Customer payer, Connection connection, Rehearsed rehearsed) {
        String name = connection.name();
        Optional<CustomerThere> there = ledger.customerThere(name, payer.key());
        if (there.isPresent()) {
            rehearsed.boundTo(there.get());
            ledger.customerAsSent(name, payer.key())
                    .filter(sent -> SentAndStored.anotherCustomer(sent, payer))
                    .map(sent -> EngineProblems.customerNumberUsedAgain(payer.key(), sent.name(), payer.name()))
                    .ifPresent(rehearsed::standsAgainst);
            return;
        }
        ledger.customerTransfer(name, payer.key()).ifPresent(transfer -> stopped(transfer, payer, rehearsed));
    }

    private static void stopped(Transfer transfer, Customer payer, Rehearsed rehearsed) {
        if (transfer.state() == TransferState.DISMISSED) {
            rehearsed.standsAgainst(EngineProblems.customerDismissed(payer.key()));
        } else {
            transfer.problem().ifPresent(rehearsed::standsAgainst);
        }
    }

    private static void atThePartner(
            BillableOrder order, Connection connection, Connector connector, Rehearsed rehearsed) {
        Optional<Delivery<BillableOrder>> delivery = DocumentDeliveries.of(order.target(), connector);
        if (delivery.isEmpty()) {
            rehearsed.standsAgainst(EngineProblems.unsupported(connection.connector(), order.target()));
            return;
        }
        rehearsed.took(delivery.get().steps(order));
        Map<String, String> bound = rehearsed
                .customerThere()
                .map(there -> Map.of(SourceKey.CUSTOMER, there.id()))
                .orElse(Map.of());
        if (bound.isEmpty() && connector instanceof CustomerSink) {
            Numbers numbers = CustomerDeliveries.wanted(connection);
            CustomerDeliveries.of(numbers, connector)
                    .ifPresentOrElse(
                            customers -> rehearsed.took(customers.rehearse(order.payer(), bound, Conversation.UNHEARD)),
                            () -> rehearsed.standsAgainst(
                                    EngineProblems.numbersUnsupported(connection.connector(), numbers)));
        }
        rehearsed.took(delivery.get().rehearse(order, bound, Conversation.UNHEARD));
    }
}
