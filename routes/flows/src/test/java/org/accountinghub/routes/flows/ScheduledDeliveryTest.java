package org.accountinghub.routes.flows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.jms.DeliveryMode;
import jakarta.jms.JMSContext;
import jakarta.jms.Message;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Enumeration;
import org.accountinghub.routes.embedded.broker.BrokerSettings;
import org.accountinghub.routes.embedded.broker.EmbeddedBroker;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScheduledDeliveryTest {

    private static final Duration WAIT = Duration.ofMillis(800);

    @TempDir
    private Path folder;

    @Test
    void the_broker_holds_back_what_is_not_due_yet() {
        RecordingLedger ledger = new RecordingLedger();
        try (EmbeddedBroker broker = EmbeddedBroker.start(folder, BrokerSettings.standard());
                Flows flows = Flows.on(broker.login()).delivering(ledger, "fortnox")) {
            Instant due = Instant.now().plus(WAIT);
            long sent = System.nanoTime();
            flows.send("fortnox", 1, due);
            flows.send("fortnox", 2, Instant.now().minusSeconds(60));

            await().until(() -> broker.messageCount("transfers.fortnox") == 0);
            assertThat(ledger.claimed()).containsExactly(2L, 1L);
            assertThat(Duration.ofNanos(ledger.claims.get(1).nanos() - sent))
                    .isBetween(WAIT.minusMillis(50), WAIT.plusSeconds(30));
        }
    }

    @Test
    void what_waits_is_kept_on_the_disk_and_says_nothing_but_which_transfer() throws Exception {
        try (EmbeddedBroker broker = EmbeddedBroker.start(folder, BrokerSettings.standard());
                Flows flows = Flows.on(broker.login())) {
            flows.camel().start();
            flows.send("fortnox", 3, Instant.now().plusMillis(300));
        }
        try (EmbeddedBroker broker = EmbeddedBroker.start(folder, BrokerSettings.standard());
                Flows flows = Flows.on(broker.login());
                JMSContext context = flows.stranger()) {
            Message message = context.createConsumer(context.createQueue("transfers.fortnox"))
                    .receive(10_000);
            assertThat(message.getJMSDeliveryMode()).isEqualTo(DeliveryMode.PERSISTENT);
            assertThat(message.getBody(String.class)).isEqualTo("{\"transferId\":3,\"dispatch\":1}");
            Enumeration<?> names = message.getPropertyNames();
            while (names.hasMoreElements()) {
                assertThat(names.nextElement()).isIn("_AMQ_SCHED_DELIVERY", "JMSXDeliveryCount");
            }
        }
    }
}
