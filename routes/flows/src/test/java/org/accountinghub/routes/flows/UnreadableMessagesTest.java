package org.accountinghub.routes.flows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Named.named;

import jakarta.jms.BytesMessage;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSException;
import jakarta.jms.MapMessage;
import jakarta.jms.Message;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.Serializable;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.accountinghub.routes.embedded.broker.BrokerSettings;
import org.accountinghub.routes.embedded.broker.EmbeddedBroker;
import org.accountinghub.routes.embedded.broker.Redelivery;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class UnreadableMessagesTest {

    private static final String QUEUE = "transfers.fortnox";
    private static final String CONTENT = "191212121212";

    @TempDir
    private static Path folder;

    private static EmbeddedBroker broker;

    private final RecordingLedger ledger = new RecordingLedger();
    private Flows flows;

    @FunctionalInterface
    interface Letter {
        Message in(JMSContext context) throws JMSException;
    }

    @BeforeAll
    static void startBroker() {
        Redelivery quick = new Redelivery(Duration.ofMillis(50), 1, Duration.ofMillis(50), 3);
        broker = EmbeddedBroker.start(folder, BrokerSettings.standard().withRedelivery(quick));
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
    void stop() {
        flows.close();
    }

    @ParameterizedTest
    @MethodSource("letters")
    void is_put_aside_once_as_it_is_and_keeps_nobody_waiting(Letter letter) throws Exception {
        try (LogLines log = new LogLines();
                JMSContext stranger = flows.stranger()) {
            Message sent = letter.in(stranger);
            stranger.createProducer().send(stranger.createQueue(QUEUE), sent);
            flows.send("fortnox", 1);

            await().until(() -> broker.messageCount(QUEUE) == 0);
            Message aside = aside(stranger);
            assertThat(aside.getJMSType()).isEqualTo(sent.getJMSType());
            assertThat(aside.getClass()).isEqualTo(sent.getClass());
            assertThat(ledger.claimed()).containsExactly(1L);
            await().until(() -> broker.messageCount(Queues.UNREADABLE) == 0);
            assertThat(broker.messageCount(Queues.DEAD)).isZero();
            assertThat(log.ours())
                    .singleElement()
                    .satisfies(line -> assertThat(line)
                            .startsWith("ERROR delivery-fortnox got a message that is not one of ours"));
            assertThat(log.all()).noneMatch(line -> line.contains(CONTENT));
        }
    }

    static Stream<Named<Letter>> letters() {
        return Stream.of(
                text("no JSON", "invoice " + CONTENT),
                text("other JSON", "{\"personalNumber\":\"" + CONTENT + "\"}"),
                text("more than ours", "{\"transferId\":1,\"dispatch\":1,\"x\":\"" + CONTENT + "\"}"),
                text("a number too large", "{\"transferId\":9999999999999999999,\"dispatch\":1}"),
                text("a negative number", "{\"transferId\":-1,\"dispatch\":1}"),
                text("empty", ""),
                text("huge", CONTENT.repeat(400_000)),
                named("without a body", JMSContext::createMessage),
                named("text without a text", JMSContext::createTextMessage),
                named("bytes", context -> {
                    BytesMessage bytes = context.createBytesMessage();
                    bytes.writeUTF(CONTENT);
                    return bytes;
                }),
                named("a map", context -> {
                    MapMessage map = context.createMapMessage();
                    map.setString("transferId", CONTENT);
                    return map;
                }),
                named("an object", context -> context.createObjectMessage(new Trap())));
    }

    private static Named<Letter> text(String name, String text) {
        return named(name, context -> context.createTextMessage(text));
    }

    @Test
    void an_object_is_never_built() {
        try (JMSContext stranger = flows.stranger()) {
            stranger.createProducer().send(stranger.createQueue(QUEUE), new Trap());
            await().until(() -> broker.messageCount(Queues.UNREADABLE) == 1);
            aside(stranger);
        }
        assertThat(Trap.SPRUNG).isFalse();
    }

    @Test
    void what_a_message_brings_along_steers_nothing_and_is_not_answered() throws Exception {
        try (JMSContext stranger = flows.stranger()) {
            for (String text : List.of("no JSON", "{\"transferId\":5,\"dispatch\":1}")) {
                Message sent = stranger.createTextMessage(text);
                sent.setJMSReplyTo(stranger.createQueue("stranger.answers"));
                for (String name :
                        List.of("CamelJmsDestinationName", "cAmElJmsDestinationName", "CAMELJMSDESTINATIONNAME")) {
                    sent.setStringProperty(name, "stranger.steers");
                }
                sent.setStringProperty("CamelRedeliveryExhausted", "true");
                stranger.createProducer().send(stranger.createQueue(QUEUE), sent);
            }

            await().until(() -> broker.messageCount(QUEUE) == 0 && ledger.claims.size() == 1);
            assertThat(aside(stranger).getBody(String.class)).isEqualTo("no JSON");
            assertThat(broker.hasQueue("stranger.steers")).isFalse();
            assertThat(broker.hasQueue("stranger.answers")).isFalse();
        }
    }

    @Test
    void among_the_dead_letters_it_is_put_aside_too() throws Exception {
        try (JMSContext stranger = flows.stranger()) {
            stranger.createProducer().send(stranger.createQueue(Queues.DEAD), "no JSON");

            await().until(() -> broker.messageCount(Queues.DEAD) == 0);
            assertThat(aside(stranger).getBody(String.class)).isEqualTo("no JSON");
        }
    }

    private static Message aside(JMSContext context) {
        Message message =
                context.createConsumer(context.createQueue(Queues.UNREADABLE)).receive(Flows.PATIENCE.toMillis());
        assertThat(message).isNotNull();
        return message;
    }

    /** Whoever reads it as an object is caught. */
    static final class Trap implements Serializable {
        static final AtomicBoolean SPRUNG = new AtomicBoolean();
        private static final long serialVersionUID = 1L;

        private void readObject(ObjectInputStream in) throws IOException, ClassNotFoundException {
            in.defaultReadObject();
            SPRUNG.set(true);
        }
    }
}
