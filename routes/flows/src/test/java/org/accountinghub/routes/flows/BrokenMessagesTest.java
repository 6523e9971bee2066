package org.accountinghub.routes.flows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.LongStream;
import org.accountinghub.routes.embedded.broker.BrokerLogin;
import org.accountinghub.routes.embedded.broker.BrokerSettings;
import org.accountinghub.routes.embedded.broker.EmbeddedBroker;
import org.accountinghub.routes.embedded.broker.Redelivery;
import org.apache.activemq.artemis.api.core.ActiveMQException;
import org.apache.activemq.artemis.api.core.Message;
import org.apache.activemq.artemis.api.core.client.ActiveMQClient;
import org.apache.activemq.artemis.api.core.client.ClientMessage;
import org.apache.activemq.artemis.api.core.client.ClientSession;
import org.apache.activemq.artemis.api.core.client.ClientSessionFactory;
import org.apache.activemq.artemis.api.core.client.ServerLocator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Below JMS: messages that say to be of a kind and are not. */
class BrokenMessagesTest {

    private static final String QUEUE = "transfers.fortnox";
    private static final List<Byte> KINDS = List.of(
            Message.DEFAULT_TYPE,
            Message.OBJECT_TYPE,
            Message.TEXT_TYPE,
            Message.BYTES_TYPE,
            Message.MAP_TYPE,
            Message.STREAM_TYPE,
            (byte) 77);

    @TempDir
    private Path folder;

    @Test
    void block_nothing_and_are_kept() throws Exception {
        Redelivery quick = new Redelivery(Duration.ofMillis(20), 1, Duration.ofMillis(20), 3);
        RecordingLedger ledger = new RecordingLedger();
        try (EmbeddedBroker broker =
                        EmbeddedBroker.start(folder, BrokerSettings.standard().withRedelivery(quick));
                Flows flows = Flows.on(broker.login()).delivering(ledger, "fortnox");
                LogLines log = new LogLines()) {
            await().until(() -> broker.hasQueue(QUEUE));
            send(broker.login());
            LongStream.range(0, 20).forEach(transfer -> flows.send("fortnox", transfer));

            await().until(() -> broker.messageCount(QUEUE) == 0);
            assertThat(ledger.claimed())
                    .containsExactlyInAnyOrderElementsOf(
                            LongStream.range(0, 20).boxed().toList());
            await().until(() ->
                    broker.messageCount(Queues.DEAD) + broker.messageCount(Queues.UNREADABLE) == KINDS.size());
            assertThat(log.ours()).allMatch(line -> line.startsWith("ERROR") && line.contains("message"));
        }
    }

    private static void send(BrokerLogin login) throws Exception {
        try (ServerLocator locator = ActiveMQClient.createServerLocator(login.url());
                ClientSessionFactory factory = locator.createSessionFactory();
                ClientSession session =
                        factory.createSession(login.user(), login.password(), false, true, true, false, 1)) {
            for (byte kind : KINDS) {
                send(session, kind);
            }
        }
    }

    private static void send(ClientSession session, byte kind) throws ActiveMQException {
        ClientMessage broken = session.createMessage(kind, true);
        broken.getBodyBuffer().writeBytes(new byte[] {1, 127, -1, -1, -1, 3});
        session.createProducer(QUEUE).send(broken);
    }
}
