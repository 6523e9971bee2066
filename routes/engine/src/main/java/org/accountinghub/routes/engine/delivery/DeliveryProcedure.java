package org.accountinghub.routes.engine.delivery;

import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.random.RandomGenerator;
import org.accountinghub.connectors.spi.Connector;
import org.accountinghub.connectors.spi.InvalidSettingsException;
import org.accountinghub.mappings.model.Problem;
import org.accountinghub.routes.engine.Claim;
import org.accountinghub.routes.engine.Connection;
import org.accountinghub.routes.engine.LostClaimException;
import org.accountinghub.routes.engine.StepProgress;
import org.accountinghub.routes.engine.Subject;
import org.accountinghub.routes.engine.TransferState;
import org.accountinghub.routes.engine.connection.Blockade;
import org.accountinghub.routes.engine.connection.ConnectionProblems;
import org.accountinghub.routes.engine.connection.Connectors;
import org.accountinghub.routes.engine.connection.CustomerDeliveries;
import org.accountinghub.routes.engine.port.ConnectionLedger;
import org.accountinghub.routes.engine.port.DeliveryLedger;
import org.accountinghub.routes.engine.port.ServiceStore;
import org.accountinghub.routes.engine.registers.RecordAlike;
import org.accountinghub.routes.engine.registers.RegisterPorts;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes one dispatched transfer as far as it goes now. Safe to call for any message, however often and from however many
 * processes. Nothing a partner or the network does is thrown; an exception is a bug or a lost database, and leaves the
 * transfer where the same message can take it up again. Safe for use by several threads.
 */
public final class DeliveryProcedure {

    private static final Logger LOG = LoggerFactory.getLogger(DeliveryProcedure.class);

    private final DeliveryLedger ledger;
    private final ConnectionLedger connections;
    private final ServiceStore store;
    private final Connectors connectors;
    private final Blockade blockade;
    private final DeliverySettings settings;
    private final Surroundings surroundings;
    private final Optional<RegisterPorts> registers;

    /** One that brings customers and documents, and keeps no registers alike. */
    public DeliveryProcedure(
            DeliveryLedger ledger,
            ConnectionLedger connections,
            ServiceStore store,
            Connectors connectors,
            Blockade blockade,
            DeliverySettings settings,
            Surroundings surroundings) {
        this(ledger, connections, store, connectors, blockade, settings, surroundings, Optional.empty());
    }

    public DeliveryProcedure(
            DeliveryLedger ledger,
            ConnectionLedger connections,
            ServiceStore store,
            Connectors connectors,
            Blockade blockade,
            DeliverySettings settings,
            Surroundings surroundings,
            Optional<RegisterPorts> registers) {
        this.ledger = ledger;
        this.connections = connections;
        this.store = store;
        this.connectors = connectors;
        this.blockade = blockade;
        this.settings = settings;
        this.surroundings = surroundings;
        this.registers = registers;
    }

    /**
     * What is outside, and different in a test.
     *
     * @param worker this process's name in leases and time lines
     * @param clock for document dates
     * @param nanos a clock that is never set, as {@link System#nanoTime}
     */
    public record Surroundings(String worker, InstantSource clock, LongSupplier nanos, RandomGenerator random) {

        public static Surroundings real(String worker) {
            return new Surroundings(worker, InstantSource.system(), System::nanoTime, RandomGenerator.getDefault());
        }
    }

    /** Delivers, unless the message is stale. */
    public void deliver(long transferId, int dispatch) {
        long asked = surroundings.nanos().getAsLong();
        Optional<Claim> claim = ledger.claim(transferId, dispatch, surroundings.worker(), settings.lease());
        if (claim.isEmpty()) {
            LOG.debug("transfer {}: dispatch {} is stale", transferId, dispatch);
            return;
        }
        ClaimInHand hand = new ClaimInHand(ledger, surroundings.nanos(), claim.get(), asked, settings.lease());
        try {
            attempt(hand);
        } catch (LostClaimException e) {
            LOG.warn("transfer {}: {}", transferId, e.getMessage());
        } catch (RuntimeException e) {
            hand.release(e);
            throw e;
        }
    }

    /** Takes note of a message whose handling failed too often by an exception; its transfer goes on, or stops visibly. */
    public void deadLetter(long transferId, int dispatch) {
        ledger.deadLetter(transferId, dispatch, EngineProblems.errorInHub(), settings.settle());
    }

    private void attempt(ClaimInHand hand) {
        String name = hand.claim().transfer().connection();
        Optional<Connection> connection = connections.find(name);
        if (connection.isEmpty()) {
            stop(hand, TransferState.REJECTED, ConnectionProblems.connectionUnknown(name));
        } else if (connection.get().state() != Connection.State.ACTIVE) {
            hand.end(Ending.again(Duration.ZERO, "the connection does not move anything now"), Optional.empty());
        } else if (hand.attempts() > 2 * settings.retry().maxAttempts()) {
            stop(hand, TransferState.EXHAUSTED, EngineProblems.exhausted(hand.attempts() - 1));
        } else {
            attempt(hand, connection.get());
        }
    }

    private void attempt(ClaimInHand hand, Connection connection) {
        Endings endings = new Endings(connection.name(), settings.retry(), blockade, surroundings.random());
        Connector connector;
        try {
            connector = connectors.open(connection);
        } catch (InvalidSettingsException e) {
            hand.end(endings.blocked(ConnectionProblems.settingsInvalid(connection.name(), e)), Optional.empty());
            return;
        }
        if (hand.claim().transfer().subject() instanceof Subject.OfRecord record) {
            record(hand, connection, connector, record, endings);
            return;
        }
        new Attempt<>(hand, lane(hand, connection, connector), ledger, settings, endings).run();
    }

    private Lane<?> lane(ClaimInHand hand, Connection connection, Connector connector) {
        Subject subject = hand.claim().transfer().subject();
        if (subject instanceof Subject.OfDocument document) {
            LocalDate today = LocalDate.ofInstant(
                    surroundings.clock().instant(), connection.settings().zone());
            return new DocumentLane(document.key(), connection.connector(), connector, store, registers, today);
        }
        if (subject instanceof Subject.OfArticle article) {
            return new ArticleLane(article.source(), connection.connector(), connector, registers);
        }
        return new CustomerLane(
                subject.source(),
                connection.connector(),
                connector,
                store,
                CustomerDeliveries.wanted(connection),
                hand.claim().somethingMayExist()
                        ? hand.claim().steps().stream().map(StepProgress::step).toList()
                        : List.of());
    }

    private void record(
            ClaimInHand hand, Connection connection, Connector connector, Subject.OfRecord record, Endings endings) {
        if (registers.isEmpty()) {
            stop(hand, TransferState.REJECTED, EngineProblems.unsupported(connection.connector(), "changes"));
            return;
        }
        RecordAlike alike = new RecordAlike(registers.get(), connection, connector, record.source());
        new RecordAttempt(hand, alike, settings, endings).run();
    }

    private static void stop(ClaimInHand hand, TransferState state, Problem problem) {
        hand.end(Ending.stopped(state, problem).spending(state != TransferState.EXHAUSTED), Optional.empty());
    }
}
