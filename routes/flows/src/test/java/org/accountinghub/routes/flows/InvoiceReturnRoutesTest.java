package org.accountinghub.routes.flows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.accountinghub.routes.embedded.broker.BrokerLogin;
import org.accountinghub.routes.engine.connection.Blockade;
import org.accountinghub.routes.engine.connection.Connectors;
import org.accountinghub.routes.engine.connection.PermitKeeper;
import org.accountinghub.routes.engine.port.Alerts;
import org.accountinghub.routes.engine.port.ConnectionLedger;
import org.accountinghub.routes.engine.port.OnceAtATime;
import org.accountinghub.routes.engine.port.ReturnLedger;
import org.accountinghub.routes.engine.port.ServiceStore;
import org.accountinghub.routes.engine.returns.InvoiceReturn;
import org.accountinghub.routes.engine.returns.ReturnSettings;
import org.accountinghub.routes.engine.returns.StoreTeller;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class InvoiceReturnRoutesTest {

    private static final OnceAtATime FREE = (what, work) -> {
        work.run();
        return true;
    };

    /** Flows that need no broker. */
    private final Flows flows = Flows.on(new BrokerLogin("vm://none", "", ""));

    private final List<String> fetched = new CopyOnWriteArrayList<>();
    private final Map<String, AtomicInteger> atOnce = new ConcurrentHashMap<>();
    private final Set<String> overlapping = ConcurrentHashMap.newKeySet();
    private final CountDownLatch slow = new CountDownLatch(1);
    private final AtomicInteger tellings = new AtomicInteger();

    @AfterEach
    void stop() {
        slow.countDown();
        flows.close();
        assertThat(overlapping).isEmpty();
    }

    @Test
    void a_slow_connection_and_one_that_fails_hold_no_other_and_never_overlap_themselves() {
        try (LogLines log = new LogLines()) {
            start(List.of("slow", "broken", "north", "south"), FREE);

            await().until(() -> times("north") > 3 && times("south") > 3 && times("broken") > 3);
            assertThat(times("slow")).isEqualTo(1);
            slow.countDown();
            await().until(() -> times("slow") > 2);
            assertThat(log.ours())
                    .singleElement()
                    .satisfies(line -> assertThat(line)
                            .startsWith("ERROR invoices-of broken goes on at its next beat: IllegalStateException at"));
        }
    }

    @Test
    void more_slow_connections_than_threads_wait_for_their_turn() {
        List<String> many = IntStream.range(0, 20).mapToObj(i -> "slow-" + i).toList();
        start(Stream.concat(many.stream(), Stream.of("north")).toList(), FREE);

        await().until(() -> fetched.size() == 8);
        slow.countDown();
        await().until(() -> Set.copyOf(fetched).containsAll(many) && times("north") > 1);
    }

    @Test
    void what_another_process_fetches_is_not_fetched_here() {
        start(List.of("north", "theirs"), (what, work) -> !what.contains("theirs") && FREE.tryRun(what, work));

        await().until(() -> times("north") > 3);
        assertThat(times("theirs")).isZero();
    }

    @Test
    void one_connection_can_be_asked_for_now() {
        start(List.of(), FREE);
        flows.camel().createProducerTemplate().sendBody(InvoiceReturnRoutes.NOW, "south");

        await().until(() -> times("south") == 1);
    }

    @Test
    void the_store_is_told_meanwhile() {
        start(List.of("slow"), FREE);
        await().until(() -> times("slow") == 1);
        int before = tellings.get();

        await().until(() -> tellings.get() > before + 2);
    }

    @Test
    void two_processes_do_not_tell_the_store_at_once() {
        start(List.of("north"), (what, work) -> !what.contains("the store") && FREE.tryRun(what, work));

        await().until(() -> times("north") > 3);
        assertThat(tellings).hasValue(0);
    }

    private void start(List<String> connections, OnceAtATime once) {
        ConnectionLedger ledger = Ports.of(ConnectionLedger.class, Map.of("find", call -> fetch((String) call[0])));
        ReturnLedger returns = Ports.of(ReturnLedger.class, Map.of("untold", call -> {
            tellings.incrementAndGet();
            return List.of();
        }));
        InvoiceReturn invoices = new InvoiceReturn(
                returns,
                ledger,
                Ports.none(Connectors.class),
                new Blockade(ledger, Ports.none(Alerts.class)),
                ReturnSettings.defaults(),
                InstantSource.system(),
                Ports.none(PermitKeeper.Waiter.class));
        StoreTeller teller = new StoreTeller(returns, Ports.none(ServiceStore.class));
        flows.with(gate ->
                new InvoiceReturnRoutes(invoices, teller, () -> connections, once, gate, Flows.FAST, Duration.ZERO));
    }

    private Optional<Object> fetch(String name) {
        AtomicInteger running = atOnce.computeIfAbsent(name, first -> new AtomicInteger());
        if (running.incrementAndGet() > 1) {
            overlapping.add(name);
        }
        fetched.add(name);
        try {
            if (name.startsWith("slow")) {
                slow.await();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            running.decrementAndGet();
        }
        if (name.equals("broken")) {
            throw new IllegalStateException("a bug");
        }
        return Optional.empty();
    }

    private long times(String name) {
        return fetched.stream().filter(name::equals).count();
    }
}
