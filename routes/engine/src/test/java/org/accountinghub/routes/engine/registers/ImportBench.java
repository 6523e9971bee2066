package org.accountinghub.routes.engine.registers;

import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.accountinghub.connectors.spi.ConnectionSettings;
import org.accountinghub.mappings.model.Problem;
import org.accountinghub.mappings.model.register.FieldGroup;
import org.accountinghub.mappings.model.register.Register;
import org.accountinghub.mappings.model.register.RegisterField;
import org.accountinghub.routes.engine.Connection;
import org.accountinghub.routes.engine.RegisterPolicy;
import org.accountinghub.routes.engine.RegisterPolicy.Numbers;
import org.accountinghub.routes.engine.RegisterPolicy.Side;
import org.accountinghub.routes.engine.connection.Blockade;
import org.accountinghub.routes.engine.memory.MemoryConnections;
import org.accountinghub.routes.engine.memory.MemoryLedger;
import org.accountinghub.routes.engine.memory.MemoryMatches;
import org.accountinghub.routes.engine.memory.MemoryPartner;
import org.accountinghub.routes.engine.memory.MemoryRegisters;
import org.accountinghub.routes.engine.memory.MemoryRuns;
import org.accountinghub.routes.engine.memory.MemoryStoreRegisters;
import org.accountinghub.routes.engine.memory.TestClock;
import org.accountinghub.routes.engine.port.Alerts;
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
    final MemoryStoreRegisters store = new MemoryStoreRegisters();
    final MemoryPartner partner = new MemoryPartner(clock);
    final MemoryConnections connections = new MemoryConnections();
    final List<String> alerts = new ArrayList<>();
    final List<Duration> waits = new ArrayList<>();
    final RegisterPorts ports;

    ImportBench(boolean export, Numbers numbers, Map<FieldGroup, Side> masters) {
        connections.save(new Connection(
                BOOKS,
                "memory",
                Optional.empty(),
                Connection.State.ACTIVE,
                Optional.empty(),
                Optional.empty(),
                new ConnectionSettings(BOOKS, ZoneId.of("Europe/Stockholm"), Map.of(), Map.of()),
                Map.of(Register.CUSTOMERS, new RegisterPolicy(Optional.empty(), export, numbers, masters))));
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

    RegisterImports imports() {
        return imports(ports);
    }

    RegisterImports imports(RegisterPorts through) {
        Alerts told = new Alerts() {
            @Override
            public void raised(String connection, Problem problem) {
                alerts.add(problem.cause());
            }

            @Override
            public void cleared(String connection, String cause) {
                alerts.remove(cause);
            }
        };
        RegisterSettings settings = new RegisterSettings(
                Duration.ofMinutes(5),
                Duration.ofMinutes(2),
                Duration.ofSeconds(5),
                Duration.ofMinutes(1),
                Duration.ofSeconds(2),
                20);
        return new RegisterImports(
                through,
                connections,
                connection -> partner,
                new Blockade(connections, told),
                settings,
                new RegisterImports.Surroundings("bench", clock, wait -> {
                    waits.add(wait);
                    clock.advance(wait);
                }));
    }

    RegisterRun run(RegisterRun.Kind kind) {
        long id = runs.ask(BOOKS, Register.CUSTOMERS, kind, "somebody").id();
        imports().work();
        return runs.run(id).orElseThrow();
    }

    /** A pair that an approved report has linked. */
    void linked(String number, Map<RegisterField, String> ours, Map<RegisterField, String> theirs) {
        store.edit(number, ours);
        partner.put(number, theirs);
        ledger.link(BOOKS, Register.CUSTOMERS, List.of(new Link(number, number, number, Link.By.MATCH)));
        matches.approved();
    }

    static Map<RegisterField, String> named(String name) {
        return Map.of(RegisterField.NAME, name, RegisterField.PHONE, "", RegisterField.CUSTOMER_ACTIVE, "true");
    }

    static Map<RegisterField, String> phone(String phone) {
        return Map.of(RegisterField.PHONE, phone);
    }
}
