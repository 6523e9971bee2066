package org.accountinghub.routes.flows;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.accountinghub.routes.engine.connection.Blockade;
import org.accountinghub.routes.engine.connection.Connectors;
import org.accountinghub.routes.engine.delivery.DeliveryProcedure;
import org.accountinghub.routes.engine.delivery.DeliverySettings;
import org.accountinghub.routes.engine.port.Alerts;
import org.accountinghub.routes.engine.port.ConnectionLedger;
import org.accountinghub.routes.engine.port.DeliveryLedger;
import org.accountinghub.routes.engine.port.ServiceStore;

/** What the real delivery procedure asks of the ledger first: a test says what happens then. Every message is stale to it. */
final class RecordingLedger {

    /** A call, and when it came by {@link System#nanoTime}. */
    record Call(long transferId, int dispatch, long nanos) {}

    @FunctionalInterface
    interface Event {
        void happens(long transferId) throws Exception;
    }

    final List<Call> claims = new CopyOnWriteArrayList<>();
    final List<Call> deadLetters = new CopyOnWriteArrayList<>();
    volatile Event onClaim = transferId -> {};
    volatile Event onDeadLetter = transferId -> {};

    List<Long> claimed() {
        return claims.stream().map(Call::transferId).toList();
    }

    DeliveryProcedure deliveries() {
        DeliveryLedger ledger = Ports.of(
                DeliveryLedger.class,
                Map.of(
                        "claim", call -> record(claims, call, onClaim),
                        "deadLetter", call -> record(deadLetters, call, onDeadLetter)));
        ConnectionLedger connections = Ports.none(ConnectionLedger.class);
        return new DeliveryProcedure(
                ledger,
                connections,
                Ports.none(ServiceStore.class),
                Ports.none(Connectors.class),
                new Blockade(connections, Ports.none(Alerts.class)),
                DeliverySettings.defaults(),
                DeliveryProcedure.Surroundings.real("test"));
    }

    private static Object record(List<Call> calls, Object[] call, Event event) {
        calls.add(new Call((long) call[0], (int) call[1], System.nanoTime()));
        try {
            event.happens((long) call[0]);
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
        return call.length == 4 && call[2] instanceof String ? Optional.empty() : null;
    }
}
