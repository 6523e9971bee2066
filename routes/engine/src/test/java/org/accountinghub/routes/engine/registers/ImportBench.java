package org.accountinghub.routes.engine.registers;

import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.accountinghub.connectors.spi.ConnectionSettings;
import org.accountinghub.connectors.spi.Connector;
import org.accountinghub.mappings.model.Problem;
import org.accountinghub.mappings.model.register.FieldGroup;
import org.accountinghub.mappings.model.register.Register;
import org.accountinghub.mappings.model.register.RegisterField;
import org.accountinghub.routes.engine.Connection;
import org.accountinghub.routes.engine.Dispatch;
import org.accountinghub.routes.engine.RegisterPolicy;
import org.accountinghub.routes.engine.RegisterPolicy.Numbers;
import org.accountinghub.routes.engine.RegisterPolicy.Side;
import org.accountinghub.routes.engine.connection.Blockade;
import org.accountinghub.routes.engine.delivery.DeliveryProcedure;
import org.accountinghub.routes.engine.delivery.DeliverySettings;
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
import org.accountinghub.routes.engine.port.RegisterLedger.Link;
import org.accountinghub.routes.engine.port.RegisterRun;

/** A store, a partner and the hub between them, whose registers are imported. */
final class ImportBench {

    static final String BOOKS = "books";

    final TestClock clock = new TestClock();
    final MemoryLedger transfers = new MemoryLedger(clock, connection -> true);
    final MemoryRegisters ledger = new MemoryRegisters(transfers);
    final MemoryRuns runs = new MemoryRuns(clock, ledger);
    final MemoryMatches matches = new MemoryMatches(runs, ledger);
    final Register register;
    final MemoryStoreRegisters store;
    final MemoryPartner partner;
    final MemoryConnections connections = new MemoryConnections();
    final List<String> alerts = new ArrayList<>();
    final List<Duration> waits = new ArrayList<>();
    final RegisterPorts ports;

    ImportBench(boolean export, Numbers numbers, Map<FieldGroup, Side> masters) {
        this(Register.CUSTOMERS, export, numbers, masters);
    }

    private ImportBench(Register register, boolean export, Numbers numbers, Map<FieldGroup, Side> masters) {
        this.register = register;
        this.store = new MemoryStoreRegisters(register);
        this.partner = new MemoryPartner(clock, register);
        connections.save(new Connection(
                BOOKS,
                "memory",
                Optional.empty(),
                Connection.State.ACTIVE,
                Optional.empty(),
                Optional.empty(),
                new ConnectionSettings(BOOKS, ZoneId.of("Europe/Stockholm"), Map.of(), Map.of()),
                Map.of(register, new RegisterPolicy(Optional.empty(), export, numbers, masters))));
        ports = new RegisterPorts(
                runs, ledger, matches, store, (connection, id, field, value) -> id + field + "=" + value);
    }

    static ImportBench masteredByAccounting() {
        Map<FieldGroup, Side> all = new EnumMap<>(FieldGroup.class);
        for (FieldGroup group : FieldGroup.values()) {
            all.put(group, Side.ACCOUNTING);
        }
        return new ImportBench(true, Numbers.OURS, all);
    }

    static ImportBench masteredByStore() {
        return new ImportBench(true, Numbers.OURS, Map.of());
    }

    static ImportBench ofArticles(Map<FieldGroup, Side> masters) {
        return new ImportBench(Register.ARTICLES, true, Numbers.OURS, masters);
    }

    RegisterImports imports() {
        return imports(ports);
    }

    RegisterImports imports(RegisterPorts through) {
        RegisterSettings settings = new RegisterSettings(
                Duration.ofMinutes(5),
                Duration.ofMinutes(2),
                Duration.ofSeconds(5),
                Duration.ofMinutes(1),
                Duration.ofSeconds(2),
                20,
                3);
        return imports(through, partner, settings, new RegisterImports.Surroundings("bench", clock, wait -> {
            waits.add(wait);
            clock.advance(wait);
        }));
    }

    RegisterImports imports(
            RegisterPorts through,
            Connector connector,
            RegisterSettings settings,
            RegisterImports.Surroundings surroundings) {
        return new RegisterImports(
                through,
                connections,
                connection -> connector,
                new Blockade(connections, new Told()),
                settings,
                surroundings);
    }

    RegisterRun run(RegisterRun.Kind kind) {
        long id = runs.ask(BOOKS, register, kind, "somebody").id();
        imports().work();
        return runs.run(id).orElseThrow();
    }

    /** A pair that an approved report has linked. */
    void linked(String number, Map<RegisterField, String> ours, Map<RegisterField, String> theirs) {
        store.edit(number, ours);
        partner.put(number, theirs);
        ledger.link(BOOKS, register, List.of(new Link(number, number, number, Link.By.MATCH)));
        matches.approved();
    }

    static Map<RegisterField, String> named(String name) {
        return Map.of(RegisterField.NAME, name, RegisterField.PHONE, "", RegisterField.CUSTOMER_ACTIVE, "true");
    }

    static Map<RegisterField, String> phone(String phone) {
        return Map.of(RegisterField.PHONE, phone);
    }

    /** Hands over to the partner what is due, one after the other. */
    void deliver() {
        deliver(partner, ports, transfers);
    }

    void deliver(Connector connector, RegisterPorts through, DeliveryLedger deliveries) {
        new Sweeper(transfers, Duration.ofMinutes(2)).sweep();
        List<Dispatch> due = new ArrayList<>();
        new Planner(transfers, due::addAll, new Planner.Settings(Duration.ofSeconds(10), 20, 20)).dispatch();
        DeliveryProcedure procedure = new DeliveryProcedure(
                deliveries,
                connections,
                store,
                connection -> connector,
                new Blockade(connections, new Told()),
                DeliverySettings.defaults(),
                new DeliveryProcedure.Surroundings("worker", clock, clock::nanos, new Random(1)),
                Optional.of(through));
        due.forEach(one -> procedure.deliver(one.transferId(), one.dispatch()));
    }

    private final class Told implements Alerts {

        @Override
        public void raised(String connection, Problem problem) {
            alerts.add(problem.cause());
        }

        @Override
        public void cleared(String connection, String cause) {
            alerts.remove(cause);
        }
    }
}
