package org.accountinghub.routes.embedded.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import jakarta.jms.JMSRuntimeException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import org.accountinghub.routes.embedded.StartRefused;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedBrokerTest {

    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final Duration FIRST = Duration.ofMillis(100);

    @TempDir
    private static Path folder;

    private static EmbeddedBroker broker;

    @BeforeAll
    static void start() {
        BrokerSettings settings = BrokerSettings.standard()
                .withRedelivery(new Redelivery(FIRST, 2, Duration.ofSeconds(1), 4))
                .withTcpPort(0);
        broker = EmbeddedBroker.start(folder, settings);
    }

    @AfterAll
    static void stop() {
        broker.close();
    }

    @Test
    void a_message_that_keeps_failing_waits_longer_each_time_and_ends_as_a_dead_letter() throws Exception {
        Queue queue = new Queue(broker.login(), "transfers.fortnox");
        queue.send("fails");

        long began = System.nanoTime();
        for (int attempt = 0; attempt < 4; attempt++) {
            queue.failOnce();
        }

        Duration taken = Duration.ofNanos(System.nanoTime() - began);
        assertThat(taken)
                .as("100 + 200 + 400 ms between four deliveries")
                .isGreaterThanOrEqualTo(FIRST.multipliedBy(7));
        assertThat(new Queue(broker.login(), "transfers.dead").take()).isEqualTo("fails");
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(broker.messageCount("transfers.fortnox"))
                        .as("it is counted here until it lies there")
                        .isZero());
    }

    @Test
    void a_dead_letter_that_cannot_be_handled_stays_one() throws Exception {
        try (EmbeddedBroker other = EmbeddedBroker.start(
                folder.resolve("other"),
                BrokerSettings.standard().withRedelivery(new Redelivery(Duration.ZERO, 1, Duration.ZERO, 1)))) {
            new Queue(other.login(), "transfers.x").send("dead");
            new Queue(other.login(), "transfers.x").failOnce();
            new Queue(other.login(), "transfers.dead").failOnce();

            await().atMost(PATIENCE)
                    .untilAsserted(() ->
                            assertThat(other.messageCount("transfers.dead")).isEqualTo(1));
        }
    }

    @Test
    void the_dead_letter_queue_is_there_from_the_start() {
        assertThat(broker.hasQueue("transfers.dead")).isTrue();
        assertThat(broker.hasQueue("transfers.nobody")).isFalse();
    }

    @Test
    void a_scheduled_message_arrives_when_it_is_due() throws Exception {
        Queue queue = new Queue(broker.login(), "transfers.later");
        long sent = System.nanoTime();
        queue.send("later", Duration.ofMillis(700));

        assertThat(queue.take()).isEqualTo("later");
        assertThat(Duration.ofNanos(System.nanoTime() - sent)).isGreaterThanOrEqualTo(Duration.ofMillis(700));
    }

    @Test
    void other_processes_of_this_machine_need_the_password() throws Exception {
        BrokerLogin tcp = broker.tcpLogin().orElseThrow();
        new Queue(tcp, "transfers.tcp").send("from outside");
        assertThat(new Queue(broker.login(), "transfers.tcp").take()).isEqualTo("from outside");

        Queue stranger = new Queue(new BrokerLogin(tcp.url(), "hub", "guessed"), "transfers.tcp");
        assertThatThrownBy(() -> stranger.send("let me in")).isInstanceOf(JMSRuntimeException.class);
        assertThat(tcp.toString()).doesNotContain(tcp.password());
    }

    @Test
    void a_journal_that_cannot_be_locked_refuses_to_start() throws IOException {
        Path journal = Files.createDirectories(folder.resolve("held/journal"));
        Files.createDirectories(journal.resolve("server.lock"));

        assertThatThrownBy(() -> EmbeddedBroker.start(folder.resolve("held"), BrokerSettings.standard()))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("the embedded broker did not start in")
                .hasMessageContaining("server.lock");
    }

    @Test
    void a_stopped_broker_says_so() {
        EmbeddedBroker stopped = EmbeddedBroker.start(folder.resolve("stopped"), BrokerSettings.standard());
        assertThat(stopped.trouble()).isEmpty();

        stopped.close();

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(stopped.trouble())
                        .hasValueSatisfying(it -> assertThat(it).contains("stopped")));
    }

    @Test
    void its_folder_is_closed_to_others() throws IOException {
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder)))
                .isEqualTo("rwx------");
    }

    @Test
    void messages_are_kept_over_a_stop_and_clients_find_the_broker_at_the_same_address() throws Exception {
        Path home = folder.resolve("kept");
        BrokerLogin login;
        try (EmbeddedBroker first = EmbeddedBroker.start(home, BrokerSettings.standard())) {
            login = first.login();
            new Queue(login, "transfers.kept").send("kept");
        }
        try (EmbeddedBroker second = EmbeddedBroker.start(home, BrokerSettings.standard())) {
            assertThat(second.login()).isEqualTo(login);
            assertThat(new Queue(login, "transfers.kept").take()).isEqualTo("kept");
        }
    }
}
