package org.accountinghub.routes.flows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.accountinghub.connectors.spi.Answer;
import org.accountinghub.connectors.spi.ConnectionSettings;
import org.accountinghub.connectors.spi.Conversation;
import org.accountinghub.connectors.spi.CustomerSource;
import org.accountinghub.connectors.spi.Outcome;
import org.accountinghub.connectors.spi.RegisterSource;
import org.accountinghub.mappings.model.Problem;
import org.accountinghub.mappings.model.register.Register;
import org.accountinghub.mappings.model.register.RegisterField;
import org.accountinghub.routes.embedded.broker.BrokerLogin;
import org.accountinghub.routes.engine.Connection;
import org.accountinghub.routes.engine.connection.Blockade;
import org.accountinghub.routes.engine.connection.PermitKeeper;
import org.accountinghub.routes.engine.port.Alerts;
import org.accountinghub.routes.engine.port.ConnectionLedger;
import org.accountinghub.routes.engine.port.CustomerFacts;
import org.accountinghub.routes.engine.port.Fingerprints;
import org.accountinghub.routes.engine.port.OnceAtATime;
import org.accountinghub.routes.engine.port.RegisterLedger;
import org.accountinghub.routes.engine.port.RegisterMatches;
import org.accountinghub.routes.engine.port.RegisterRun;
import org.accountinghub.routes.engine.port.RegisterRuns;
import org.accountinghub.routes.engine.port.RegisterRuns.Claim;
import org.accountinghub.routes.engine.port.RunCounts;
import org.accountinghub.routes.engine.port.StoreRegisters;
import org.accountinghub.routes.engine.registers.CustomerTeller;
import org.accountinghub.routes.engine.registers.RegisterExports;
import org.accountinghub.routes.engine.registers.RegisterImports;
import org.accountinghub.routes.engine.registers.RegisterPorts;
import org.accountinghub.routes.engine.registers.RegisterSettings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RegisterRoutesTest {

    private static final Problem BUSY = Problem.of("partner.busy", Problem.Stage.PARTNER, "not now", "Wait");

    /** Flows that need no broker. */
    private final Flows flows = Flows.on(new BrokerLogin("vm://none", "", ""));

    private final AtomicInteger schedules = new AtomicInteger();
    private final AtomicInteger claims = new AtomicInteger();
    private final AtomicInteger looks = new AtomicInteger();
    private final AtomicInteger tellings = new AtomicInteger();
    private final Set<String> held = ConcurrentHashMap.newKeySet();
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final List<String> given = new CopyOnWriteArrayList<>();
    private volatile int open;

    @AfterEach
    void stop() {
        flows.close();
    }

    @Test
    void schedules_runs_and_changes_have_their_beats_and_a_notice_brings_changes_at_once() {
        start((what, work) -> {
            asked.add(what);
            work.run();
            return true;
        });

        await().until(() -> schedules.get() > 0 && claims.get() > 1 && looks.get() > 0 && tellings.get() > 0);
        assertThat(asked).contains("schedule of registers", "changes of registers");
        int before = looks.get();
        flows.camel().createProducerTemplate().sendBody(RegisterRoutes.NOTICE, "");
        await().until(() -> looks.get() > before);
    }

    @Test
    void what_another_process_is_at_is_left_to_it() {
        start((what, work) -> {
            asked.add(what);
            return false;
        });

        await().until(() -> asked.contains("schedule of registers") && asked.contains("changes of registers"));
        await().until(() -> claims.get() > 1);
        assertThat(schedules).hasValue(0);
        assertThat(looks).hasValue(0);
    }

    @Test
    void several_runs_go_on_beside_each_other_and_a_hub_that_stops_waits_for_none() {
        open = 6;
        start((what, work) -> true);
        await().until(() -> held.size() == 4);
        assertThat(given).isEmpty();

        Instant begun = Instant.now();
        flows.close();

        assertThat(Duration.between(begun, Instant.now())).isLessThan(Flows.PATIENCE.dividedBy(2));
        assertThat(given).hasSize(4).containsOnly("register.hub-stopped");
    }

    private void start(OnceAtATime once) {
        ConnectionLedger connections = Ports.of(
                ConnectionLedger.class,
                Map.of("connections", call -> List.of(connection()), "find", call -> Optional.of(connection())));
        RegisterRuns runs = Ports.of(
                RegisterRuns.class,
                Map.of(
                        "claim",
                        call -> claim(claims.incrementAndGet()),
                        "begin",
                        call -> call[0],
                        "pause",
                        call -> given.add(((Problem) call[2]).cause()),
                        "advance",
                        call -> false));
        StoreRegisters store =
                Ports.of(StoreRegisters.class, Map.of("each", call -> Optional.empty(), "renumbered", call -> {
                    looks.incrementAndGet();
                    return new StoreRegisters.Renumberings(List.of(), 0);
                }));
        RegisterLedger ledger = Ports.of(
                RegisterLedger.class,
                Map.of("mark", call -> call.length == 2 ? Optional.empty() : Map.of(), "ofStore", call -> Map.of()));
        RegisterPorts ports = new RegisterPorts(
                runs, ledger, Ports.none(RegisterMatches.class), store, Ports.none(Fingerprints.class));
        RegisterImports imports = new RegisterImports(
                ports,
                connections,
                connection -> new BusyPartner(),
                new Blockade(connections, Ports.none(Alerts.class)),
                RegisterSettings.defaults(),
                new RegisterImports.Surroundings("test", InstantSource.system(), PermitKeeper.Waiter.real()));
        RegisterExports exports = new RegisterExports(ports, connections);
        CustomerTeller teller = new CustomerTeller(
                Ports.of(CustomerFacts.class, Map.of("untold", call -> {
                    tellings.incrementAndGet();
                    return List.of();
                })),
                store,
                connections,
                connection -> new BusyPartner());
        flows.with(gate -> new RegisterRoutes(schedules::incrementAndGet, imports, exports, teller, once, gate));
    }

    private Optional<Claim> claim(int number) {
        if (number > open) {
            return Optional.empty();
        }
        held.add("run " + number);
        return Optional.of(new Claim(
                new RegisterRun(
                        number,
                        "books",
                        Register.CUSTOMERS,
                        RegisterRun.Kind.MATCH,
                        RegisterRun.State.RUNNING,
                        "somebody",
                        Instant.EPOCH,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        false,
                        RunCounts.NONE,
                        Optional.empty(),
                        Optional.empty()),
                "lease"));
    }

    private static Connection connection() {
        return new Connection(
                "books",
                "busy",
                Optional.empty(),
                Connection.State.ACTIVE,
                Optional.empty(),
                Optional.empty(),
                new ConnectionSettings("books", ZoneId.of("Europe/Stockholm"), Map.of(), Map.of()),
                Map.of());
    }

    /** Its limit is reached, and will be for more than a minute. */
    private static final class BusyPartner implements CustomerSource, RegisterSource {

        @Override
        public RegisterSource customersThere() {
            return this;
        }

        @Override
        public Set<RegisterField> fields() {
            return Set.of();
        }

        @Override
        public Duration overlap() {
            return Duration.ZERO;
        }

        @Override
        public Answer<Page> list(Optional<Instant> since, Optional<String> page, Conversation conversation) {
            return new Answer.None<>(new Outcome.Retry(BUSY, Optional.of(Duration.ofSeconds(90)), false));
        }

        @Override
        public Answer<Optional<There>> read(String id, Conversation conversation) {
            return new Answer.None<>(new Outcome.Retry(BUSY, Optional.of(Duration.ofSeconds(90)), false));
        }

        @Override
        public List<Problem> check(Conversation conversation) {
            return List.of();
        }

        @Override
        public void close() {
            throw new AssertionError("nobody closes it");
        }
    }
}
