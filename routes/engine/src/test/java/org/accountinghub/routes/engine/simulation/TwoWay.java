package org.accountinghub.routes.engine.simulation;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import org.accountinghub.connectors.spi.ConnectionSettings;
import org.accountinghub.mappings.model.Problem;
import org.accountinghub.mappings.model.register.FieldGroup;
import org.accountinghub.mappings.model.register.Register;
import org.accountinghub.mappings.model.register.RegisterField;
import org.accountinghub.mappings.model.register.RegisterRecord;
import org.accountinghub.routes.engine.Connection;
import org.accountinghub.routes.engine.RegisterPolicy;
import org.accountinghub.routes.engine.RegisterPolicy.Numbers;
import org.accountinghub.routes.engine.RegisterPolicy.Side;
import org.accountinghub.routes.engine.connection.Blockade;
import org.accountinghub.routes.engine.delivery.DeliveryProcedure;
import org.accountinghub.routes.engine.memory.Entry;
import org.accountinghub.routes.engine.memory.Luck;
import org.accountinghub.routes.engine.memory.MemoryConnections;
import org.accountinghub.routes.engine.memory.MemoryLedger;
import org.accountinghub.routes.engine.memory.MemoryMatches;
import org.accountinghub.routes.engine.memory.MemoryPartner;
import org.accountinghub.routes.engine.memory.MemoryRegisters;
import org.accountinghub.routes.engine.memory.MemoryRuns;
import org.accountinghub.routes.engine.memory.MemoryStoreRegisters;
import org.accountinghub.routes.engine.memory.TestClock;
import org.accountinghub.routes.engine.planning.Planner;
import org.accountinghub.routes.engine.planning.Sweeper;
import org.accountinghub.routes.engine.port.Alerts;
import org.accountinghub.routes.engine.port.DeliveryLedger;
import org.accountinghub.routes.engine.port.PlanningLedger;
import org.accountinghub.routes.engine.port.RegisterLedger;
import org.accountinghub.routes.engine.port.RegisterLedger.Link;
import org.accountinghub.routes.engine.port.RegisterRun;
import org.accountinghub.routes.engine.port.RegisterRuns;
import org.accountinghub.routes.engine.port.ServiceStore;
import org.accountinghub.routes.engine.port.StoreRegisters;
import org.accountinghub.routes.engine.registers.RegisterExports;
import org.accountinghub.routes.engine.registers.RegisterImports;
import org.accountinghub.routes.engine.registers.RegisterPorts;
import org.accountinghub.routes.engine.registers.RegisterSettings;

/**
 * One world out of one seed: people on both sides who change customers, and a hub of several processes that die, between
 * them. What must be true at the end is known without asking the hub: see {@link TwoWayTruth}.
 */
final class TwoWay {

    private static final String BOOKS = "books";
    private static final int CUSTOMERS = 25;
    private static final Duration BETWEEN_RUNS = Duration.ofMinutes(5);
    private static final Duration TIME_TO_COME_TO_REST = Duration.ofHours(8);

    private final int edits;
    private final TwoWayFlaw flaw;
    private final Random random;
    private final TestClock clock = new TestClock();
    private final MemoryConnections connections = new MemoryConnections();
    private final MemoryLedger transfers = new MemoryLedger(clock, name -> true);
    private final MemoryRegisters ledger = new MemoryRegisters(transfers);
    private final MemoryRuns runs = new MemoryRuns(clock, ledger);
    private final MemoryMatches matches = new MemoryMatches(runs, ledger);
    private final MemoryStoreRegisters store = new MemoryStoreRegisters();
    private final MemoryPartner partner = new MemoryPartner(clock);
    private final Baton baton;
    private final Faults faults;
    private final LossyQueue queue;
    private final TwoWayTruth truth;
    private final Map<FieldGroup, Side> masters = new EnumMap<>(FieldGroup.class);
    private final TwoWayPeople people;
    private int losses;
    private int refusals;
    private boolean calm;
    private boolean over;

    TwoWay(long seed, int edits) {
        this(seed, edits, TwoWayFlaw.NONE);
    }

    TwoWay(long seed, int edits, TwoWayFlaw flaw) {
        this.edits = edits;
        this.flaw = flaw;
        random = new Random(seed);
        baton = new Baton(clock, random);
        faults = new Faults(baton, random, Simulation.SETTINGS.longestPause(), Simulation.SETTINGS.lease());
        queue = new LossyQueue(clock, random, faults);
        for (FieldGroup group : FieldGroup.values()) {
            masters.put(group, group == FieldGroup.ACCOUNTING || random.nextBoolean() ? Side.ACCOUNTING : Side.STORE);
        }
        truth = new TwoWayTruth(masters);
        people = new TwoWayPeople(random, baton, faults, store, partner, ledger, truth, masters);
        store.hear((number, field, before, after) -> truth.hubWrote(Side.STORE, number, field, before, after));
        partner.hear((number, field, before, after) -> truth.hubWrote(Side.ACCOUNTING, number, field, before, after));
        connections.save(new Connection(
                BOOKS,
                "memory",
                Optional.empty(),
                Connection.State.ACTIVE,
                Optional.empty(),
                Optional.empty(),
                new ConnectionSettings(BOOKS, ZoneId.of("Europe/Stockholm"), Map.of(), Map.of()),
                Map.of(
                        Register.CUSTOMERS,
                        new RegisterPolicy(Optional.empty(), true, Numbers.OURS, flaw.masters(masters)))));
    }

    /** What happened in a world that ended as it must. */
    record Reckoning(int edits, int deaths, int losses, int refusals, int writes, int reads, int lists, int conflicts) {

        static final Reckoning NOTHING = new Reckoning(0, 0, 0, 0, 0, 0, 0, 0);

        Reckoning plus(Reckoning other) {
            return new Reckoning(
                    edits + other.edits,
                    deaths + other.deaths,
                    losses + other.losses,
                    refusals + other.refusals,
                    writes + other.writes,
                    reads + other.reads,
                    lists + other.lists,
                    conflicts + other.conflicts);
        }
    }

    Reckoning run() {
        for (int number = 1; number <= CUSTOMERS; number++) {
            Map<RegisterField, String> both = people.newcomer("Customer");
            store.edit("" + number, both);
            partner.put("" + number, both);
            truth.alike("" + number, both);
            ledger.link(
                    BOOKS, Register.CUSTOMERS, List.of(new Link("" + number, "" + number, "" + number, Link.By.MATCH)));
            people.knows("" + number);
        }
        matches.approved();
        settleFirst();
        partner.luck(luck());
        baton.add(() -> deliver("one"));
        baton.add(() -> deliver("two"));
        baton.add(() -> importing("one"));
        baton.add(() -> importing("two"));
        baton.add(this::plan);
        baton.add(() -> {
            people.live(edits);
            calm = true;
        });
        baton.conduct();
        return end();
    }

    private void settleFirst() {
        faults.end();
        runs.ask(BOOKS, Register.CUSTOMERS, RegisterRun.Kind.WHOLE, "simulation");
        imports("first").work();
        exports().collect();
        partner.forgetCalls();
        faults.begin();
    }

    private Luck luck() {
        return new Luck() {
            @Override
            public boolean refused() {
                boolean strikes = faults.strike(0.03);
                refusals += strikes ? 1 : 0;
                return strikes;
            }

            @Override
            public boolean lost() {
                boolean strikes = faults.strike(0.05);
                losses += strikes ? 1 : 0;
                return strikes;
            }

            @Override
            public boolean carriedOut() {
                return random.nextBoolean();
            }
        };
    }

    private RegisterPorts ports() {
        return new RegisterPorts(
                faults.around(RegisterRuns.class, runs),
                faults.around(RegisterLedger.class, flaw.ledger(ledger)),
                matches,
                faults.around(StoreRegisters.class, flaw.store(store)),
                flaw.fingerprints((connection, id, field, value) -> id + field + "=" + value));
    }

    private Blockade blockade() {
        return new Blockade(connections, new Alerts() {
            @Override
            public void raised(String connection, Problem problem) {
                throw new AssertionError("nothing blocks this connection: " + problem);
            }

            @Override
            public void cleared(String connection, String cause) {
                throw new AssertionError("nothing blocks this connection: " + cause);
            }
        });
    }

    private DeliveryProcedure delivery(String worker) {
        return new DeliveryProcedure(
                faults.around(DeliveryLedger.class, transfers),
                connections,
                faults.around(ServiceStore.class, store),
                connection -> partner,
                blockade(),
                Simulation.SETTINGS,
                new DeliveryProcedure.Surroundings(worker, clock, clock::nanos, random),
                Optional.of(ports()));
    }

    private RegisterImports imports(String worker) {
        RegisterSettings settings = new RegisterSettings(
                Duration.ofMinutes(1),
                Duration.ofSeconds(30),
                Duration.ofSeconds(2),
                Duration.ofSeconds(10),
                Duration.ofSeconds(2),
                7,
                1);
        return new RegisterImports(
                ports(),
                connections,
                connection -> partner,
                blockade(),
                settings,
                new RegisterImports.Surroundings(worker, clock, baton::sleep));
    }

    private RegisterExports exports() {
        return new RegisterExports(ports(), connections);
    }

    private void deliver(String name) {
        int lives = 0;
        while (!over) {
            Optional<LossyQueue.Message> message = queue.take();
            if (message.isEmpty()) {
                baton.sleep(Duration.ofSeconds(2));
                continue;
            }
            String number = transfers
                    .entry(message.get().transferId())
                    .transfer()
                    .subject()
                    .source()
                    .number();
            try {
                delivery(name + lives)
                        .deliver(message.get().transferId(), message.get().dispatch());
            } catch (Killed e) {
                lives++;
                queue.bringAgain(message.get(), Duration.ZERO);
                baton.sleep(faults.upTo(Duration.ofSeconds(5)));
            }
            partner.nobodyChanges(number);
        }
    }

    private void importing(String name) {
        int lives = 0;
        while (!over) {
            boolean worked = false;
            try {
                worked = imports(name + lives).work();
            } catch (Killed e) {
                lives++;
            }
            baton.sleep(worked ? Duration.ofSeconds(1) : Duration.ofSeconds(5));
        }
    }

    private void plan() {
        PlanningLedger faulty = faults.around(PlanningLedger.class, transfers);
        Planner planner = new Planner(faulty, queue, new Planner.Settings(Duration.ofSeconds(10), 20, 20));
        Sweeper sweeper = new Sweeper(faulty, Duration.ofMinutes(2));
        Instant deadline = clock.instant().plus(TIME_TO_COME_TO_REST);
        Instant nextRun = clock.instant();
        int quietRounds = 0;
        while (!over) {
            try {
                exports().collect();
                planner.dispatch();
                sweeper.sweep();
            } catch (Killed e) {
                // the next beat is another process's
            }
            if (!clock.instant().isBefore(nextRun)) {
                quietRounds = calm && runs.idle() && !ledger.moving() && !personRetries() ? quietRounds + 1 : 0;
                over = quietRounds > 2;
                nextRun = clock.instant().plus(BETWEEN_RUNS);
                RegisterRun.Kind kind = random.nextInt(6) == 0 ? RegisterRun.Kind.WHOLE : RegisterRun.Kind.CHANGES;
                runs.ask(BOOKS, Register.CUSTOMERS, kind, "simulation");
            }
            baton.sleep(Duration.ofSeconds(3));
            if (clock.instant().isAfter(deadline)) {
                throw new AssertionError("it does not come to rest: " + restless());
            }
        }
    }

    /** A person retries what was given up. True when there was something. */
    private boolean personRetries() {
        List<Entry> retried = transfers.entries().stream()
                .filter(entry -> transfers.retry(entry.transfer().id(), false))
                .toList();
        return !retried.isEmpty();
    }

    private String restless() {
        return "calm " + calm + "\n  "
                + runs.runs(Optional.empty(), Optional.empty(), 1, Optional.empty()) + "\n  "
                + transfers.entries().stream()
                        .filter(entry -> !entry.transfer().state().name().equals("DELIVERED"))
                        .map(entry -> entry.transfer() + " " + entry.steps() + " " + entry.history())
                        .collect(Collectors.joining("\n  "));
    }

    private Reckoning end() {
        truth.atTheEnd(store.all(), partner.all(), people.bornHere());
        for (RegisterRecord record : partner.all()) {
            if (!people.bornHere().contains(record.number())
                    && record.value(RegisterField.BALANCE).isPresent()) {
                truth.require(
                        store.noted(record.number())
                                .get(RegisterField.BALANCE)
                                .equals(record.value(RegisterField.BALANCE).get()),
                        "balance of " + record.number());
            }
        }
        truth.everyConflictIsListed(ledger.conflicts(), faults.kills + losses + refusals + store.overtaken());
        int writes = partner.written().size() + partner.creations;
        truth.require(
                writes <= edits + faults.kills + losses + people.bornHere().size(),
                writes + " writes for " + edits + " edits");
        truth.require(
                partner.reads().size() <= 3 * (edits + faults.kills + losses + refusals),
                partner.reads().size() + " readings for " + edits + " edits");
        Reckoning reckoning = new Reckoning(
                edits,
                faults.kills,
                losses,
                refusals,
                writes,
                partner.reads().size(),
                partner.lists,
                ledger.conflicts().size());
        nothingMovesAnyMore();
        return reckoning;
    }

    private void nothingMovesAnyMore() {
        clock.advance(Duration.ofHours(1));
        drain();
        clock.advance(Duration.ofHours(1));
        runs.ask(BOOKS, Register.CUSTOMERS, RegisterRun.Kind.CHANGES, "simulation");
        drain();
        partner.forgetCalls();
        int before = transfers.entries().size();
        RegisterRun last = runs.ask(BOOKS, Register.CUSTOMERS, RegisterRun.Kind.WHOLE, "simulation");
        drain();
        truth.require(transfers.entries().size() == before, "something is exported again");
        truth.require(partner.calls() == partner.lists, "something is read or written again: " + partner.reads());
        truth.require(
                runs.run(last.id()).orElseThrow().counts().unchanged()
                        == partner.all().size(),
                "not all is unchanged");
    }

    private void drain() {
        while (imports("last").work()) {
            exports().collect();
        }
        exports().collect();
    }
}
