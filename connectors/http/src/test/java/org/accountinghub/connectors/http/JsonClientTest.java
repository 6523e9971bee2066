package org.accountinghub.connectors.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.accountinghub.connectors.http.Answer.Answered;
import org.accountinghub.connectors.spi.Conversation;
import org.accountinghub.connectors.spi.Exchange;
import org.accountinghub.connectors.spi.Secret;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class JsonClientTest {

    private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");

    private HttpServer server;
    private volatile int status = 200;
    private volatile byte[] body = new byte[0];
    private volatile String seenBody = "";
    private volatile String seenAuthorization = "";
    private volatile Optional<String> retryAfter = Optional.empty();

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            seenBody = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
            seenAuthorization = String.valueOf(exchange.getRequestHeaders().getFirst("Authorization"));
            retryAfter.ifPresent(value -> exchange.getResponseHeaders().add("Retry-After", value));
            exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void amountsAreExact() {
        body = "{\"Total\":12345678901234567.89}".getBytes(UTF_8);

        assertThat(get().json().path("Total").decimalValue()).isEqualByComparingTo("12345678901234567.89");
        assertThat(get().json().path("Total").decimalValue()).isInstanceOf(BigDecimal.class);
    }

    @Test
    void anEmptyBodyIsMissingAndNoDefect() {
        status = 204;

        assertThat(get().json().isMissingNode()).isTrue();
        assertThat(get().defect()).isEmpty();
    }

    @Test
    void whatIsNotJsonIsADefectWithItsStatus() {
        status = 502;
        body = "<html>Bad gateway</html>".getBytes(UTF_8);

        assertThat(get().status()).isEqualTo(502);
        assertThat(get().defect()).isPresent();
    }

    @Test
    void halfADocumentIsADefect() {
        body = "{\"Invoice\":{\"Total\":1".getBytes(UTF_8);

        assertThat(get().defect()).isPresent();
    }

    @Test
    void whatIsTooDeepIsADefect() {
        body = "[".repeat(100_000).getBytes(UTF_8);

        assertThat(get().defect()).isPresent();
    }

    @Test
    void whatIsTooLargeIsADefectAndNotKept() {
        body = (" ".repeat(11 * 1024 * 1024) + "{}").getBytes(UTF_8);

        assertThat(get().defect())
                .hasValueSatisfying(defect -> assertThat(defect).contains("larger"));
        assertThat(get().status()).isEqualTo(200);
    }

    @Test
    void retryAfterIsRead() {
        status = 429;
        retryAfter = Optional.of("Sun, 01 Mar 2026 10:00:07 GMT");

        assertThat(get().retryAfter()).contains(Duration.ofSeconds(7));
    }

    @Test
    void theConversationHearsTheExchangeWithoutSecretsAndPersonalNumbers() {
        body = "{\"access_token\":\"opaque-token\",\"echo\":\"s3cret\",\"OrganisationNumber\":\"19121212-1212\"}"
                .getBytes(UTF_8);
        List<Exchange> heard = new ArrayList<>();
        Request request = Request.form(
                        uri("/token?organisationnumber=191212121212"),
                        Map.of("grant_type", "refresh_token"),
                        Map.of("refresh_token", new Secret("r/f+sh")))
                .basic("client", new Secret("s3cret"));

        client().send(request, heard::add);

        assertThat(seenBody).contains("refresh_token=r%2Ff%2Bsh");
        assertThat(seenAuthorization).startsWith("Basic ");
        assertThat(heard).singleElement().satisfies(exchange -> {
            assertThat(exchange.operation()).isEqualTo("POST /token");
            assertThat(exchange.at()).isEqualTo(NOW);
            assertThat(exchange.status()).isEqualTo(200);
            assertThat(exchange.toString())
                    .contains("grant_type=refresh_token")
                    .doesNotContain("s3cret", "r/f+sh", "r%2Ff%2Bsh", "opaque-token", "12121212");
        });
        assertThat(request.toString()).doesNotContain("s3cret", "Basic", "191212121212");
    }

    @Test
    void aLongAnswerIsCutAfterMasking() {
        body = ("{\"x\":\"" + "a".repeat(7_985) + " 191212121212 " + "b".repeat(9_000) + "\"}").getBytes(UTF_8);
        List<Exchange> heard = new ArrayList<>();

        client().send(Request.get(uri("/thing")), heard::add);

        assertThat(heard.get(0).answer()).hasSizeLessThan(8_100).doesNotContain("1912", "1212");
    }

    @Test
    void aRequestThatWasNotSentIsHeardToo() {
        List<Exchange> heard = new ArrayList<>();

        client().send(Request.get(URI.create("https://elsewhere.example.org/thing")), heard::add);

        assertThat(heard).singleElement().satisfies(exchange -> {
            assertThat(exchange.status()).isZero();
            assertThat(exchange.answer()).startsWith("not sent");
        });
    }

    private Answered get() {
        return (Answered) client().send(Request.get(uri("/thing")), Conversation.UNHEARD);
    }

    private JsonClient client() {
        return new JsonClient(AllowedAddresses.of(uri("")), Duration.ofSeconds(20), InstantSource.fixed(NOW));
    }

    private URI uri(String path) {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
    }
}
