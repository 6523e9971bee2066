package org.accountinghub.connectors.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import org.accountinghub.connectors.http.Answer.Answered;
import org.accountinghub.connectors.http.Answer.Loss;
import org.accountinghub.connectors.http.Answer.NoAnswer;
import org.accountinghub.connectors.spi.Conversation;
import org.accountinghub.connectors.testkit.RawServer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The JDK's client re-sends by itself unless told not to: one call must be one request on the wire. */
class SilentResendTest {

    @ParameterizedTest
    @ValueSource(strings = {"GET", "HEAD", "POST", "PUT", "DELETE"})
    void aDroppedAnswerOnAFreshConnectionIsOneRequest(String method) throws IOException {
        try (RawServer server = new RawServer((number, out) -> false)) {
            Answer answer = client(server).send(request(server, method), Conversation.UNHEARD);

            assertThat(answer)
                    .isInstanceOfSatisfying(
                            NoAnswer.class, lost -> assertThat(lost.loss()).isEqualTo(Loss.CUT));
            assertThat(server.requests()).containsExactly(method + " /thing HTTP/1.1");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "POST", "PUT", "DELETE"})
    void aDroppedAnswerOnAReusedConnectionIsOneRequest(String method) throws IOException {
        RawServer.Script answerOnceThenDrop = (number, out) -> {
            if (number == 0) {
                RawServer.write(out, RawServer.EMPTY_OK);
            }
            return number == 0;
        };
        try (RawServer server = new RawServer(answerOnceThenDrop)) {
            JsonClient client = client(server);
            assertThat(client.send(request(server, "GET"), Conversation.UNHEARD))
                    .isInstanceOf(Answered.class);

            Answer answer = client.send(request(server, method), Conversation.UNHEARD);

            assertThat(answer).isInstanceOf(NoAnswer.class);
            assertThat(server.requests()).containsExactly("GET /thing HTTP/1.1", method + " /thing HTTP/1.1");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "POST", "PUT", "DELETE"})
    void anAnswerCutInItsHeadIsOneRequest(String method) throws IOException {
        RawServer.Script halfHead = (number, out) -> {
            RawServer.write(out, "HTTP/1.1 200 OK\r\nContent-Le");
            return false;
        };
        try (RawServer server = new RawServer(halfHead)) {
            assertThat(client(server).send(request(server, method), Conversation.UNHEARD))
                    .isInstanceOf(NoAnswer.class);
            assertThat(server.requests()).hasSize(1);
        }
    }

    private static JsonClient client(RawServer server) {
        return new JsonClient(AllowedAddresses.of(server.uri("")), Duration.ofSeconds(10), InstantSource.system());
    }

    private static Request request(RawServer server, String method) {
        Request request = Request.of(method, server.uri("/thing"));
        return method.startsWith("P") ? request.json("{\"Thing\":{}}") : request;
    }
}
