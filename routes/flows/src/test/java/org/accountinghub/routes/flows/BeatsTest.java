package org.accountinghub.routes.flows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import org.accountinghub.routes.embedded.broker.BrokerLogin;
import org.accountinghub.routes.engine.planning.Planner;
import org.accountinghub.routes.engine.planning.Sweeper;
import org.accountinghub.routes.engine.port.PlanningLedger;
import org.accountinghub.routes.engine.port.PlanningLedger.Collected;
import org.accountinghub.routes.engine.port.TransferQueue;
import org.apache.camel.ProducerTemplate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class BeatsTest {

    /** Flows that need no broker. */
    private final Flows flows = Flows.on(new BrokerLogin("vm://none", "", ""));

    private final AtomicInteger collects = new AtomicInteger();
    private final AtomicInteger dispatches = new AtomicInteger();

    @AfterEach
    void stop() {
        flows.close();
    }

    @Test
    void many_notices_during_a_collect_are_one_more_collect_and_none_is_forgotten() {
        Semaphore store = new Semaphore(0);
        Planner planner = planner(store::acquireUninterruptibly);
        flows.with(gate -> new CollectRoutes(planner, gate));
        ProducerTemplate notices = flows.camel().createProducerTemplate();

        notices.sendBody(CollectRoutes.NOTICE, "");
        await().until(() -> collects.get() == 1);
        for (int i = 0; i < 100; i++) {
            notices.sendBody(CollectRoutes.NOTICE, "");
        }
        store.release(100);
        await().until(() -> collects.get() == 2);
        await().during(Duration.ofMillis(300)).until(() -> collects.get() == 2);

        notices.sendBody(CollectRoutes.NOTICE, "");
        await().until(() -> collects.get() == 3);
    }

    @Test
    void what_was_collected_is_dispatched_at_once() {
        Planner planner = planner(() -> {});
        FlowSettings rarely = new FlowSettings(
                Duration.ofHours(1),
                Duration.ofHours(1),
                Duration.ofHours(1),
                Duration.ofHours(1),
                Duration.ofHours(1),
                1);
        flows.with(gate -> new CollectRoutes(planner, gate)).with(gate -> new DispatchRoutes(planner, gate, rarely));
        await().until(() -> dispatches.get() == 1);

        flows.camel().createProducerTemplate().sendBody(CollectRoutes.NOTICE, "");
        await().until(() -> dispatches.get() == 2);
    }

    @Test
    void a_slow_dispatch_is_not_run_beside_itself() {
        AtomicInteger atOnce = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        CountDownLatch slow = new CountDownLatch(1);
        PlanningLedger ledger = Ports.of(PlanningLedger.class, Map.of("takeDue", call -> {
            most.accumulateAndGet(atOnce.incrementAndGet(), Math::max);
            dispatches.incrementAndGet();
            try {
                slow.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            atOnce.decrementAndGet();
            return List.of();
        }));
        flows.with(gate -> new DispatchRoutes(planner(ledger), gate, Flows.FAST));
        await().until(() -> dispatches.get() == 1);
        await().during(Flows.FAST.dispatchEvery().multipliedBy(5)).until(() -> dispatches.get() == 1);
        slow.countDown();
        await().until(() -> dispatches.get() > 3);
        assertThat(most).hasValue(1);
    }

    @Test
    void a_bug_is_said_once_in_one_line_and_the_beat_goes_on() {
        AtomicInteger sweeps = new AtomicInteger();
        PlanningLedger ledger = Ports.of(PlanningLedger.class, Map.of("sweep", call -> {
            if (sweeps.incrementAndGet() < 5) {
                throw new IllegalStateException("customer 191212121212");
            }
            return 0;
        }));
        try (LogLines log = new LogLines()) {
            flows.with(gate -> new SweepRoutes(new Sweeper(ledger, Duration.ofMinutes(1)), gate, Flows.FAST));
            await().until(() -> sweeps.get() > 6);

            assertThat(log.ours())
                    .singleElement()
                    .satisfies(line -> assertThat(line)
                            .startsWith(
                                    "ERROR sweep goes on at its next beat: IllegalStateException at BeatsTest.java:")
                            .contains("Sweeper.java:"));
            assertThat(log.all()).noneMatch(line -> line.contains("191212121212"));
            assertThat(log.hasStackTraces()).isFalse();
        }
    }

    @Test
    void an_error_that_is_no_exception_does_not_end_the_beat() {
        AtomicInteger sweeps = new AtomicInteger();
        PlanningLedger ledger = Ports.of(PlanningLedger.class, Map.of("sweep", call -> {
            if (sweeps.incrementAndGet() == 1) {
                throw new NoClassDefFoundError("half an installation");
            }
            return 0;
        }));
        flows.with(gate -> new SweepRoutes(new Sweeper(ledger, Duration.ofMinutes(1)), gate, Flows.FAST));
        await().until(() -> sweeps.get() > 3);
    }

    private Planner planner(Runnable store) {
        return planner(Ports.of(
                PlanningLedger.class,
                Map.of(
                        "collect",
                        call -> {
                            collects.incrementAndGet();
                            store.run();
                            return new Collected(0, 0);
                        },
                        "takeDue",
                        call -> {
                            dispatches.incrementAndGet();
                            return List.of();
                        })));
    }

    private static Planner planner(PlanningLedger ledger) {
        return new Planner(ledger, Ports.none(TransferQueue.class), Planner.Settings.defaults());
    }
}
