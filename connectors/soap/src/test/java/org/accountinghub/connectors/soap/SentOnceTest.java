package org.accountinghub.connectors.soap;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.accountinghub.connectors.http.AllowedAddresses;
import org.accountinghub.connectors.http.Answer.Loss;
import org.accountinghub.connectors.http.RawClient;
import org.accountinghub.connectors.soap.SoapAnswer.NoAnswer;
import org.accountinghub.connectors.soap.SoapAnswer.NotSent;
import org.accountinghub.connectors.soap.SoapAnswer.Said;
import org.accountinghub.connectors.soap.SoapAnswer.Unusable;
import org.accountinghub.connectors.soap.Warehouse.Put;
import org.accountinghub.connectors.soap.Warehouse.PutAnswer;
import org.accountinghub.connectors.spi.Conversation;
import org.accountinghub.connectors.testkit.RawServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** CXF's usual transport sends a POST whose answer is dropped a second time; ours must not. */
class SentOnceTest {

    private static final String SHELF = Calls.answer("<Shelf>A1</Shelf><Weight>2.50</Weight>");

    @Test
    void aDroppedAnswerOnAFreshConnectionIsOneRequest() throws IOException {
        try (RawServer server = new RawServer((number, out) -> false)) {
            assertCut(Calls.put(server, "bolt"));
            assertThat(server.requests()).containsExactly("POST /warehouse.asmx HTTP/1.1");
        }
    }

    @Test
    void aDroppedAnswerOnAReusedConnectionIsOneRequest() throws IOException {
        try (RawServer server = new RawServer((number, out) -> number == 0 && Calls.write(out, 200, SHELF))) {
            assertThat(Calls.put(server, "bolt")).isInstanceOf(Said.class);
            assertCut(Calls.put(server, "nut"));
            assertThat(server.requests()).hasSize(2);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"HTTP/1.1 200 OK\r\nContent-Le", "HTTP/1.1 200 OK\r\nContent-Length: 500\r\n\r\n<?xml"})
    void anAnswerCutOnTheWayIsOneRequest(String beginning) throws IOException {
        RawServer.Script cut = (number, out) -> {
            RawServer.write(out, beginning);
            return false;
        };
        try (RawServer server = new RawServer(cut)) {
            assertCut(Calls.put(server, "bolt"));
            assertThat(server.requests()).hasSize(1);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 307, 308, 401, 407, 408, 429, 500, 502, 503, 504})
    void noStatusMakesItGoAgain(int status) throws IOException {
        RawServer.Script script = (number, out) -> {
            RawServer.write(
                    out,
                    "HTTP/1.1 " + status + " X\r\nLocation: /elsewhere\r\nRetry-After: 7\r\n"
                            + "WWW-Authenticate: Basic realm=\"x\"\r\nContent-Length: 0\r\n\r\n");
            return true;
        };
        try (RawServer server = new RawServer(script)) {
            assertThat(Calls.put(server, "bolt")).isInstanceOfSatisfying(Unusable.class, answer -> {
                assertThat(answer.status()).isEqualTo(status);
                assertThat((Object) answer.retryAfter()).isEqualTo(Optional.of(Duration.ofSeconds(7)));
            });
            assertThat(server.requests()).hasSize(1);
        }
    }

    @Test
    void silenceEndsWithTheTimeout() throws IOException {
        try (RawServer server = new RawServer((number, out) -> true)) {
            assertThat(Calls.put(server, "bolt", Duration.ofMillis(300)))
                    .isInstanceOfSatisfying(
                            NoAnswer.class, lost -> assertThat(lost.loss()).isEqualTo(Loss.TIMEOUT));
            assertThat(server.requests()).hasSize(1);
        }
    }

    @Test
    void aRefusedConnectionWasNotSent() throws IOException {
        URI closed;
        try (ServerSocket closedAtOnce = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            closed = URI.create("http://127.0.0.1:" + closedAtOnce.getLocalPort() + "/w");
        }
        assertThat(to(closed, closed)).isInstanceOf(NotSent.class);
    }

    @Test
    void anAddressThatIsNotAllowedIsNotCalled() throws IOException {
        try (RawServer server = Calls.always(200, SHELF)) {
            assertThat(to(server.uri("/w"), URI.create("https://api.example.org")))
                    .isInstanceOf(NotSent.class);
            assertThat(server.requests()).isEmpty();
        }
    }

    private static SoapAnswer<PutAnswer> to(URI address, URI allowed) {
        RawClient client = new RawClient(AllowedAddresses.of(allowed), Duration.ofSeconds(5), InstantSource.system());
        SoapCall call = new SoapCall("Warehouse Put", address, "Put", Put.of("bolt"), Map.of(), List.of());
        return Calls.SERVICE.call(client, call, PutAnswer.class, Conversation.UNHEARD);
    }

    private static void assertCut(SoapAnswer<PutAnswer> answer) {
        assertThat(answer)
                .isInstanceOfSatisfying(
                        NoAnswer.class, lost -> assertThat(lost.loss()).isEqualTo(Loss.CUT));
    }
}
