package org.accountinghub.connectors.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.accountinghub.connectors.http.Answer.Answered;
import org.accountinghub.connectors.http.Answer.Loss;
import org.accountinghub.connectors.http.Answer.NoAnswer;
import org.accountinghub.connectors.http.Answer.NotSent;
import org.accountinghub.connectors.spi.Conversation;
import org.accountinghub.connectors.testkit.RawServer;
import org.junit.jupiter.api.Test;

class FailuresTest {

    private static final Duration SHORT = Duration.ofMillis(400);
    private static final Duration LONG = Duration.ofMinutes(1);

    @Test
    void aRefusedConnectionWasNotSent() throws IOException {
        int port;
        try (ServerSocket closedAtOnce = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = closedAtOnce.getLocalPort();
        }
        assertThat(post(URI.create("http://127.0.0.1:" + port + "/thing"))).isInstanceOf(NotSent.class);
    }

    @Test
    void anUnknownHostWasNotSent() {
        assertThat(post(URI.create("http://no-such-host.invalid/thing"))).isInstanceOf(NotSent.class);
    }

    @Test
    void anAddressThatIsNotAllowedWasNotSent() throws IOException {
        try (RawServer server = new RawServer((number, out) -> false)) {
            JsonClient client = new JsonClient(
                    AllowedAddresses.of(URI.create("https://api.example.org")), SHORT, InstantSource.system());

            assertThat(client.send(Request.get(server.uri("/thing")), Conversation.UNHEARD))
                    .isInstanceOf(NotSent.class);
            assertThat(server.requests()).isEmpty();
        }
    }

    @Test
    void silenceMayHaveWorked() throws IOException {
        try (RawServer server = new RawServer((number, out) -> true)) {
            assertThat(postImpatiently(server.uri("/thing")))
                    .isInstanceOfSatisfying(
                            NoAnswer.class, lost -> assertThat(lost.loss()).isEqualTo(Loss.TIMEOUT));
        }
    }

    @Test
    void aBodyThatNeverEndsMayHaveWorked() throws IOException {
        RawServer.Script endless = (number, out) -> {
            RawServer.write(out, "HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n{");
            return true;
        };
        try (RawServer server = new RawServer(endless)) {
            assertThat(postImpatiently(server.uri("/thing")))
                    .isInstanceOfSatisfying(
                            NoAnswer.class, lost -> assertThat(lost.loss()).isEqualTo(Loss.TIMEOUT));
        }
    }

    @Test
    void aBodyCutShortMayHaveWorked() throws IOException {
        RawServer.Script cut = (number, out) -> {
            RawServer.write(out, "HTTP/1.1 201 Created\r\nContent-Length: 1000\r\n\r\n{\"Invoice\":");
            return false;
        };
        try (RawServer server = new RawServer(cut)) {
            assertThat(post(server.uri("/thing")))
                    .isInstanceOfSatisfying(
                            NoAnswer.class, lost -> assertThat(lost.loss()).isEqualTo(Loss.CUT));
        }
    }

    @Test
    void anInterruptedCallMayHaveWorkedAndLeavesTheThreadInterrupted() throws Exception {
        CountDownLatch arrived = new CountDownLatch(1);
        RawServer.Script silent = (number, out) -> {
            arrived.countDown();
            return true;
        };
        try (RawServer server = new RawServer(silent)) {
            CompletableFuture<Answer> answer = new CompletableFuture<>();
            CompletableFuture<Boolean> interrupted = new CompletableFuture<>();
            Thread caller = new Thread(() -> {
                answer.complete(client(server.uri(""), Duration.ofSeconds(30))
                        .send(Request.of("POST", server.uri("/thing")).json("{}"), Conversation.UNHEARD));
                interrupted.complete(Thread.currentThread().isInterrupted());
            });
            caller.start();
            arrived.await();
            caller.interrupt();

            assertThat(answer.get())
                    .isInstanceOfSatisfying(
                            NoAnswer.class, lost -> assertThat(lost.loss()).isEqualTo(Loss.INTERRUPTED));
            assertThat(interrupted.get()).isTrue();
        }
    }

    @Test
    void aRedirectIsAnAnswerAndNotFollowed() throws IOException {
        try (RawServer elsewhere = new RawServer((number, out) -> false);
                RawServer server = new RawServer((number, out) -> {
                    RawServer.write(
                            out,
                            "HTTP/1.1 302 Found\r\nLocation: " + elsewhere.uri("/stolen")
                                    + "\r\nContent-Length: 0\r\n\r\n");
                    return true;
                })) {
            assertThat(post(server.uri("/thing"))).isInstanceOfSatisfying(Answered.class, answered -> {
                assertThat(answered.status()).isEqualTo(302);
                assertThat(answered.success()).isFalse();
            });
            assertThat(elsewhere.requests()).isEmpty();
        }
    }

    private static Answer post(URI uri) {
        return client(uri, LONG).send(Request.of("POST", uri).json("{}"), Conversation.UNHEARD);
    }

    private static Answer postImpatiently(URI uri) {
        return client(uri, SHORT).send(Request.of("POST", uri).json("{}"), Conversation.UNHEARD);
    }

    private static JsonClient client(URI uri, Duration timeout) {
        return new JsonClient(AllowedAddresses.of(uri), timeout, InstantSource.system());
    }
}
