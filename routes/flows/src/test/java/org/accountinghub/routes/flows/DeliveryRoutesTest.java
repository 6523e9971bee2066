package org.accountinghub.routes.flows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.accountinghub.routes.embedded.broker.BrokerSettings;
import org.accountinghub.routes.embedded.broker.EmbeddedBroker;
import org.accountinghub.routes.embedded.broker.Redelivery;
import org.accountinghub.routes.flows.RecordingLedger.Call;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeliveryRoutesTest {

    private static final Duration FIRST = Duration.ofMillis(100);
    private static final int ATTEMPTS = 4;
    private static final String QUEUE = "transfers.fortnox";

    @TempDir
    private static Path folder;

    private static EmbeddedBroker broker;

    private final RecordingLedger ledger = new RecordingLedger();
    private Flows flows;

    @BeforeAll
    static void startBroker() {
        broker = EmbeddedBroker.start(
                folder,
                BrokerSettings.standard().withRedelivery(new Redelivery(FIRST, 2, Duration.ofSeconds(1), ATTEMPTS)));
    }

    @AfterAll
    static void stopBroker() {
        broker.close();
    }

    @BeforeEach
    void start() {
        flows = Flows.on(broker.login()).delivering(ledger, "fortnox");
    }

    @AfterEach
    void nothingIsLeft() {
        flows.close();
        await().untilAsserted(() -> assertThat(List.of(
                        broker.messageCount(QUEUE),
                        broker.messageCount(Queues.DEAD),
                        broker.messageCount(Queues.UNREADABLE)))
                .containsOnly(0L));
    }

    @Test
    void a_message_is_delivered_once() {
        LongStream.range(0, 50).forEach(transfer -> flows.send("fortnox", transfer));

        await().until(() -> broker.messageCount(QUEUE) == 0);
        assertThat(ledger.claimed())
                .containsExactlyInAnyOrderElementsOf(
                        LongStream.range(0, 50).boxed().toList());
        assertThat(ledger.claims).allMatch(claim -> claim.dispatch() == 1);
    }

    @Test
    void it_is_on_the_queue_until_it_is_delivered() throws Exception {
        CountDownLatch partner = new CountDownLatch(1);
        ledger.onClaim = transfer -> partner.await();
        flows.send("fortnox", 7);

        await().until(() -> !ledger.claims.isEmpty());
        assertThat(broker.messageCount(QUEUE)).isEqualTo(1);
        partner.countDown();
        await().until(() -> broker.messageCount(QUEUE) == 0);
    }

    @Test
    void an_exception_rolls_it_back_and_the_broker_brings_it_again_later_and_later() {
        AtomicInteger failures = new AtomicInteger(3);
        ledger.onClaim = transfer -> {
            if (failures.getAndDecrement() > 0) {
                assertThat(broker.messageCount(QUEUE)).isEqualTo(1);
                throw new IllegalStateException("a bug");
            }
        };
        flows.send("fortnox", 7);

        await().until(() -> ledger.claims.size() >= 4 && broker.messageCount(QUEUE) == 0);
        assertThat(ledger.claimed()).containsExactly(7L, 7L, 7L, 7L);
        List<Duration> pauses = IntStream.range(1, 4)
                .mapToObj(i -> Duration.ofNanos(
                        ledger.claims.get(i).nanos() - ledger.claims.get(i - 1).nanos()))
                .toList();
        assertThat(pauses.get(0)).isGreaterThanOrEqualTo(FIRST);
        assertThat(pauses.get(1)).isGreaterThanOrEqualTo(FIRST.multipliedBy(2));
        assertThat(pauses.get(2)).isGreaterThanOrEqualTo(FIRST.multipliedBy(4));
        assertThat(ledger.deadLetters).isEmpty();
    }

    @Test
    void what_fails_too_often_is_told_to_the_ledger_once() {
        ledger.onClaim = transfer -> {
            throw new IllegalStateException("a bug");
        };
        flows.send("fortnox", 8);

        await().until(() -> !ledger.deadLetters.isEmpty() && broker.messageCount(Queues.DEAD) == 0);
        assertThat(ledger.claims).hasSize(ATTEMPTS);
        assertThat(ledger.deadLetters).hasSize(1).allMatch(call -> call.transferId() == 8 && call.dispatch() == 1);
    }

    @Test
    void an_error_that_is_no_exception_loses_nothing_either() {
        AtomicInteger failures = new AtomicInteger(1);
        ledger.onClaim = transfer -> {
            if (failures.getAndDecrement() > 0) {
                throw new NoClassDefFoundError("half an installation");
            }
        };
        flows.send("fortnox", 9);

        await().until(() -> ledger.claims.size() == 2 && broker.messageCount(QUEUE) == 0);
    }

    @Test
    void a_slow_delivery_keeps_no_other_waiting() {
        CountDownLatch partner = new CountDownLatch(1);
        ledger.onClaim = transfer -> {
            if (transfer == 0) {
                partner.await();
            }
        };
        LongStream.range(0, 40).forEach(transfer -> flows.send("fortnox", transfer));

        await().until(() -> ledger.claims.size() == 40 && broker.messageCount(QUEUE) == 1);
        partner.countDown();
        await().until(() -> broker.messageCount(QUEUE) == 0);
    }

    @Test
    void so_many_are_delivered_at_a_time_as_the_settings_say() {
        CountDownLatch partner = new CountDownLatch(1);
        AtomicInteger atOnce = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        ledger.onClaim = transfer -> {
            most.accumulateAndGet(atOnce.incrementAndGet(), Math::max);
            partner.await();
            atOnce.decrementAndGet();
        };
        LongStream.range(0, 12).forEach(transfer -> flows.send("fortnox", transfer));

        await().until(() -> atOnce.get() == Flows.FAST.consumers());
        partner.countDown();
        await().until(() -> broker.messageCount(QUEUE) == 0);
        assertThat(most).hasValue(Flows.FAST.consumers());
    }

    @Test
    void a_bug_is_logged_with_its_place_and_without_its_words() {
        try (LogLines log = new LogLines()) {
            AtomicInteger failures = new AtomicInteger(1);
            ledger.onClaim = transfer -> {
                if (failures.getAndDecrement() > 0) {
                    throw new IllegalStateException("customer 191212121212");
                }
            };
            flows.send("fortnox", 10);
            await().until(() -> ledger.claims.size() == 2 && broker.messageCount(QUEUE) == 0);

            assertThat(log.ours())
                    .singleElement()
                    .satisfies(line -> assertThat(line)
                            .startsWith("ERROR transfer 10, dispatch 1 is rolled back")
                            .contains("IllegalStateException at DeliveryRoutesTest.java:", "DeliveryProcedure.java:"));
            assertThat(log.all()).noneMatch(line -> line.contains("191212121212"));
            assertThat(log.hasStackTraces()).isFalse();
        }
    }

    @Test
    void what_was_being_delivered_when_the_hub_stopped_is_there_for_the_next() {
        CountDownLatch never = new CountDownLatch(1);
        ledger.onClaim = transfer -> never.await();
        flows.camel().getShutdownStrategy().setTimeout(1);
        flows.send("fortnox", 11);
        await().until(() -> !ledger.claims.isEmpty());
        flows.close();
        await().until(() -> broker.messageCount(QUEUE) == 1);

        RecordingLedger next = new RecordingLedger();
        flows = Flows.on(broker.login()).delivering(next, "fortnox");
        await().until(() -> broker.messageCount(QUEUE) == 0);
        assertThat(next.claims).extracting(Call::transferId).containsExactly(11L);
    }
}
