package org.accountinghub.routes.engine.simulation;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.accountinghub.connectors.spi.ConnectionSettings;
import org.accountinghub.mappings.model.DocumentKey;
import org.accountinghub.mappings.model.Problem;
import org.accountinghub.routes.engine.Connection;
import org.accountinghub.routes.engine.Subject;
import org.accountinghub.routes.engine.TransferState;
import org.accountinghub.routes.engine.connection.Blockade;
import org.accountinghub.routes.engine.connection.ConnectionCheck;
import org.accountinghub.routes.engine.connection.Connectors;
import org.accountinghub.routes.engine.delivery.DeliveryProcedure;
import org.accountinghub.routes.engine.delivery.DeliverySettings;
import org.accountinghub.routes.engine.delivery.RetryPolicy;
import org.accountinghub.routes.engine.memory.Entry;
import org.accountinghub.routes.engine.memory.MemoryConnections;
import org.accountinghub.routes.engine.memory.MemoryLedger;
import org.accountinghub.routes.engine.memory.Orders;
import org.accountinghub.routes.engine.memory.TestClock;
import org.accountinghub.routes.engine.planning.Planner;
import org.accountinghub.routes.engine.planning.Sweeper;
import org.accountinghub.routes.engine.port.Alerts;
import org.accountinghub.routes.engine.port.DeliveryLedger;
import org.accountinghub.routes.engine.port.PlanningLedger;
import org.accountinghub.routes.engine.port.ServiceStore;

/** One world out of one seed: two workers, a planner and restless users, until everything has come to rest. */
final class Simulation {

    static final DeliverySettings SETTINGS = new DeliverySettings(
            Duration.ofSeconds(20),
            Duration.ofSeconds(6),
            Duration.ofSeconds(10),
            Duration.ofSeconds(40),
            new RetryPolicy(Duration.ofSeconds(2), Duration.ofSeconds(30), 4, Duration.ofDays(1)));

    private static final int ORDERS = 10;
    private static final int DELIVERIES_BEFORE_DEATH = 4;
    private static final Duration TIME_TO_COME_TO_REST = Duration.ofHours(6);

    private final Random random;
    private final TestClock clock = new TestClock();
    private final MemoryConnections connections = new MemoryConnections();
    private final MemoryLedger ledger =
            new MemoryLedger(clock, name -> connections.find(name).orElseThrow().state() == Connection.State.ACTIVE);
    private final ScriptedStore store = new ScriptedStore();
    private final List<DocumentKey> orders = new ArrayList<>();
    private final List<String> alerts = new ArrayList<>();
    private final Baton baton;
    private final Faults faults;
    private final ScriptedPartner partner;
    private final LossyQueue queue;
    private final Blockade blockade;
    private final Connectors connectors;
    private final Invariants invariants;
    private boolean calm;
    private boolean over;
    private int personsRounds;

    Simulation(long seed) {
        random = new Random(seed);
        baton = new Baton(clock, random);
        faults = new Faults(baton, random, SETTINGS.longestPause(), SETTINGS.lease());
        partner = new ScriptedPartner(clock, baton, faults, SETTINGS);
        queue = new LossyQueue(clock, random, faults);
        invariants = new Invariants(ledger, store, partner, SETTINGS);
        connections.save(new Connection(
                "books",
                "simulated",
                Optional.empty(),
                Connection.State.ACTIVE,
                Optional.empty(),
                Optional.empty(),
                new ConnectionSettings("books", ZoneId.of("Europe/Stockholm"), Map.of(), Map.of())));
        connectors = connection -> partner;
        blockade = new Blockade(connections, new Alerts() {
            @Override
            public void raised(String connection, Problem problem) {
                alerts.add("raised");
            }

            @Override
            public void cleared(String connection, String cause) {
                alerts.add("cleared");
            }
        });
    }

    void run() {
        for (int number = 0; number < ORDERS; number++) {
            DocumentKey key = Orders.key(String.valueOf(random.nextInt(1000) * 10 + number), "C" + number % 3);
            orders.add(key);
            store.put(key, random.nextInt(10) == 0 ? ScriptedStore.Condition.UNFIT : ScriptedStore.Condition.READY);
            if (random.nextInt(10) == 0) {
                partner.refuse(key.order().toString());
            }
            ledger.ready(new Subject.OfDocument(key));
        }
        baton.add(() -> work("one"));
        baton.add(() -> work("two"));
        baton.add(this::plan);
        baton.add(this::meddle);
        baton.conduct();
        invariants.atTheEnd();
        invariants.alternate(alerts);
    }

    private DeliveryProcedure procedure(String worker) {
        return new DeliveryProcedure(
                faults.around(DeliveryLedger.class, ledger),
                connections,
                faults.around(ServiceStore.class, store),
                connectors,
                blockade,
                SETTINGS,
                new DeliveryProcedure.Surroundings(worker, clock, clock::nanos, random));
    }

    private void work(String name) {
        int lives = 0;
        while (!over) {
            Optional<LossyQueue.Message> message = queue.take();
            if (message.isEmpty()) {
                baton.sleep(Duration.ofSeconds(2));
                continue;
            }
            try {
                handle(procedure(name + lives), message.get());
            } catch (Killed e) {
                lives++;
                queue.bringAgain(message.get(), Duration.ZERO);
                baton.sleep(faults.upTo(Duration.ofSeconds(5)));
            }
        }
    }

    private void handle(DeliveryProcedure procedure, LossyQueue.Message message) {
        try {
            procedure.deliver(message.transferId(), message.dispatch());
        } catch (IllegalStateException bug) {
            if (message.deliveries() >= DELIVERIES_BEFORE_DEATH) {
                procedure.deadLetter(message.transferId(), message.dispatch());
            } else {
                queue.bringAgain(message, Duration.ofSeconds(1L << message.deliveries()));
            }
        }
    }

    private void plan() {
        PlanningLedger faulty = faults.around(PlanningLedger.class, ledger);
        Planner planner = new Planner(faulty, queue, new Planner.Settings(Duration.ofSeconds(10), 6, 6));
        Sweeper sweeper = new Sweeper(faulty, Duration.ofSeconds(15));
        ConnectionCheck check = new ConnectionCheck(connections, connectors, blockade);
        Instant deadline = clock.instant().plus(TIME_TO_COME_TO_REST);
        while (!over) {
            try {
                planner.collect();
                planner.dispatch();
                sweeper.sweep();
                check.retryBlocked();
            } catch (Killed e) {
                // the next beat is another process's
            }
            baton.sleep(Duration.ofSeconds(3));
            if (calm && invariants.atRest()) {
                invariants.nothingIsSilent();
                over = !personMends();
            }
            if (clock.instant().isAfter(deadline)) {
                throw new AssertionError("it does not come to rest: " + invariants.restless());
            }
        }
    }

    /** A person who mends what is wrong and retries; in doubt, after looking at the partner's. True = something moves again. */
    private boolean personMends() {
        partner.mend();
        orders.stream()
                .filter(key -> store.condition(key) == ScriptedStore.Condition.UNFIT)
                .forEach(key -> store.put(key, ScriptedStore.Condition.READY));
        boolean moves = false;
        for (Entry entry : ledger.entries()) {
            if (ledger.retry(entry.transfer().id(), !invariants.openStepExists(entry))) {
                moves = true;
            }
        }
        if (moves && ++personsRounds > 5) {
            throw new AssertionError("a person has to retry for ever");
        }
        return moves;
    }

    private void meddle() {
        int events = 10 + random.nextInt(20);
        for (int event = 0; event < events; event++) {
            baton.sleep(faults.upTo(Duration.ofSeconds(12)));
            DocumentKey key = orders.get(random.nextInt(orders.size()));
            switch (random.nextInt(8)) {
                case 0, 1, 2 -> store.raisePrice(key);
                case 3 -> partner.block(true);
                case 4, 5 -> partner.block(false);
                case 6 -> cancelSeldom(key);
                default -> retrySomething();
            }
        }
        partner.block(false);
        faults.end();
        calm = true;
    }

    private void cancelSeldom(DocumentKey key) {
        if (random.nextInt(3) == 0) {
            store.put(key, ScriptedStore.Condition.CANCELLED);
            ledger.unwanted(new Subject.OfDocument(key));
        }
    }

    /** An impatient person, who leaves alone what only a person can look for, and says of the rest what is there just now. */
    private void retrySomething() {
        List<Entry> entries = ledger.entries().stream()
                .filter(entry -> entry.transfer().state() == TransferState.REJECTED
                        || entry.transfer().state() == TransferState.EXHAUSTED)
                .toList();
        if (!entries.isEmpty()) {
            Entry entry = entries.get(random.nextInt(entries.size()));
            ledger.retry(entry.transfer().id(), random.nextBoolean() && !invariants.openStepExists(entry));
        }
    }
}
