package org.accountinghub.routes.flows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import org.accountinghub.routes.embedded.broker.BrokerSettings;
import org.accountinghub.routes.embedded.broker.EmbeddedBroker;
import org.accountinghub.routes.embedded.broker.Redelivery;
import org.accountinghub.routes.engine.planning.Sweeper;
import org.accountinghub.routes.engine.port.PlanningLedger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.dao.DataAccessResourceFailureException;

class DatabaseOutageTest {

    private static final String QUEUE = "transfers.fortnox";

    /** All attempts take 60 ms: an outage of a second is long. */
    private static final Redelivery QUICK = new Redelivery(Duration.ofMillis(20), 1, Duration.ofMillis(20), 4);

    private static final Duration LONG = Duration.ofSeconds(1);

    @TempDir
    private Path folder;

    private final AtomicBoolean away = new AtomicBoolean();
    private final AtomicInteger probing = new AtomicInteger();
    private final AtomicInteger probesAtOnce = new AtomicInteger();
    private final RecordingLedger ledger = new RecordingLedger();
    private EmbeddedBroker broker;
    private Flows flows;

    @BeforeEach
    void start() {
        ledger.onClaim = transfer -> failWhenAway();
        broker = EmbeddedBroker.start(folder, BrokerSettings.standard().withRedelivery(QUICK));
        flows = new Flows(broker.login(), this::answers).delivering(ledger, "fortnox");
    }

    @AfterEach
    void stop() {
        flows.close();
        broker.close();
        assertThat(probesAtOnce).hasValueLessThanOrEqualTo(1);
    }

    @Test
    void however_long_spends_no_delivery_and_loses_nothing() {
        try (LogLines log = new LogLines()) {
            away.set(true);
            LongStream.range(0, 20).forEach(transfer -> flows.send("fortnox", transfer));
            await().until(flows.gate::isClosed);
            await().during(LONG).until(() -> true);

            await().until(() -> broker.messageCount(QUEUE) == 20);
            assertThat(ledger.claims).hasSizeLessThanOrEqualTo(Flows.FAST.consumers());

            away.set(false);
            await().until(() -> broker.messageCount(QUEUE) == 0);
            assertThat(flows.gate.isClosed()).isFalse();
            assertThat(ledger.claimed())
                    .containsAll(LongStream.range(0, 20).boxed().toList());
            assertThat(ledger.deadLetters).isEmpty();
            assertThat(broker.messageCount(Queues.DEAD)).isZero();
            assertThat(log.ours())
                    .containsExactly(
                            "ERROR The database does not answer: nothing is taken from the queue until it does",
                            "INFO The database answers again: deliveries go on");
            assertThat(log.hasStackTraces()).isFalse();
        }
    }

    @Test
    void that_comes_again_and_again_spends_no_delivery_either() {
        for (int outage = 0; outage < QUICK.attempts() + 2; outage++) {
            away.set(true);
            long transfer = outage;
            flows.send("fortnox", transfer);
            await().until(() -> ledger.claimed().contains(transfer) && flows.gate.isClosed());
            away.set(false);
            await().until(() -> !flows.gate.isClosed());
        }
        await().until(() -> broker.messageCount(QUEUE) == 0);
        assertThat(ledger.deadLetters).isEmpty();
    }

    @Test
    void keeps_dead_letters_too() {
        ledger.onClaim = transfer -> {
            throw new IllegalStateException("a bug");
        };
        ledger.onDeadLetter = transfer -> {
            away.set(ledger.deadLetters.size() == 1);
            failWhenAway();
        };
        flows.send("fortnox", 1);

        await().until(flows.gate::isClosed);
        await().until(() -> broker.messageCount(Queues.DEAD) == 1);
        away.set(false);
        await().until(() -> broker.messageCount(Queues.DEAD) == 0);
        assertThat(ledger.deadLetters).hasSize(2);
    }

    @Test
    void that_is_none_rolls_back_as_any_failure() {
        AtomicInteger failures = new AtomicInteger(1);
        ledger.onClaim = transfer -> {
            if (failures.getAndDecrement() > 0) {
                throw new DataAccessResourceFailureException("one connection was cut");
            }
        };
        flows.send("fortnox", 1);

        await().until(() -> ledger.claims.size() >= 2 && broker.messageCount(QUEUE) == 0);
        assertThat(ledger.claims).hasSize(2);
        assertThat(flows.gate.isClosed()).isFalse();
    }

    @Test
    void does_not_keep_the_hub_from_stopping() {
        away.set(true);
        LongStream.range(0, 10).forEach(transfer -> flows.send("fortnox", transfer));
        await().until(flows.gate::isClosed);

        long asked = System.nanoTime();
        flows.close();

        assertThat(Duration.ofNanos(System.nanoTime() - asked)).isLessThan(Flows.PATIENCE.dividedBy(2));
        await().until(() -> broker.messageCount(QUEUE) == 10);
        assertThat(broker.messageCount(Queues.DEAD)).isZero();
    }

    @Test
    void leaves_out_beats_until_it_is_over() {
        AtomicInteger sweeps = new AtomicInteger();
        PlanningLedger planning = Ports.of(PlanningLedger.class, Map.of("sweep", call -> {
            sweeps.incrementAndGet();
            failWhenAway();
            return 0;
        }));
        flows.with(gate -> new SweepRoutes(new Sweeper(planning, Duration.ofMinutes(1)), gate, Flows.FAST));
        await().until(() -> sweeps.get() > 1);

        try (LogLines log = new LogLines()) {
            away.set(true);
            await().until(flows.gate::isClosed);
            int before = sweeps.get();
            await().during(LONG.dividedBy(2)).until(() -> sweeps.get() == before);
            away.set(false);
            await().until(() -> sweeps.get() > before);
            assertThat(log.ours()).hasSize(2);
        }
    }

    private void failWhenAway() {
        if (away.get()) {
            throw new DataAccessResourceFailureException("the database is away");
        }
    }

    private boolean answers() {
        probesAtOnce.accumulateAndGet(probing.incrementAndGet(), Math::max);
        try {
            failWhenAway();
            return true;
        } finally {
            probing.decrementAndGet();
        }
    }
}
