package org.accountinghub.routes.flows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.accountinghub.routes.embedded.FreePort;
import org.accountinghub.routes.embedded.broker.BrokerLogin;
import org.accountinghub.routes.embedded.broker.BrokerSettings;
import org.accountinghub.routes.embedded.broker.EmbeddedBroker;
import org.accountinghub.routes.embedded.broker.Redelivery;
import org.accountinghub.routes.engine.Dispatch;
import org.accountinghub.routes.engine.planning.Planner;
import org.accountinghub.routes.engine.port.PlanningLedger;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BrokerOutageTest {

    private static final String QUEUE = "transfers.fortnox";

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @TempDir
    private Path folder;

    private final RecordingLedger ledger = new RecordingLedger();
    private final AtomicInteger beats = new AtomicInteger();

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void ends_without_anybodys_help(boolean tcp) throws Exception {
        BrokerSettings settings = new BrokerSettings(
                Redelivery.standard(), tcp ? OptionalInt.of(FreePort.choose()) : OptionalInt.empty());
        CountDownLatch partner = new CountDownLatch(1);
        ledger.onClaim = transfer -> {
            if (transfer == 2) {
                partner.await();
            }
        };
        EmbeddedBroker broker = EmbeddedBroker.start(folder, settings);
        try (Flows flows = Flows.on(login(broker)).delivering(ledger, "fortnox");
                LogLines log = new LogLines()) {
            Planner planner = new Planner(dispatching(), flows.queue(), Planner.Settings.defaults());
            flows.with(gate -> new DispatchRoutes(planner, gate, Flows.FAST));
            await().until(() -> ledger.claimed().contains(2L) && ledger.claims.size() > 3);

            broker.close();
            int before = beats.get();
            await().atMost(PATIENCE).until(() -> beats.get() > before + 2);
            partner.countDown();
            int claimsBefore = ledger.claims.size();
            broker = EmbeddedBroker.start(folder, settings);
            EmbeddedBroker again = broker;

            await().atMost(PATIENCE)
                    .until(() -> ledger.claims.size() > claimsBefore + 3
                            && ledger.claimed().stream().filter(it -> it == 2).count() >= 2);
            flows.camel().getRouteController().stopRoute("dispatch-beat");
            await().until(() -> again.messageCount(QUEUE) == 0);
            assertThat(again.messageCount(Queues.DEAD)).isZero();
            assertThat(ledger.deadLetters).isEmpty();
            assertThat(log.ours().stream().filter(line -> line.contains("dispatch goes on at its next beat")))
                    .isNotEmpty()
                    .hasSizeLessThan(4)
                    .allMatch(line -> line.startsWith("WARN"));
        } finally {
            broker.close();
        }
    }

    /** Each beat has one transfer more. */
    private PlanningLedger dispatching() {
        return Ports.of(
                PlanningLedger.class,
                Map.of("takeDue", call -> List.of(new Dispatch(beats.incrementAndGet(), 1, "fortnox", Instant.EPOCH))));
    }

    private static BrokerLogin login(EmbeddedBroker broker) {
        return broker.tcpLogin().orElse(broker.login());
    }
}
