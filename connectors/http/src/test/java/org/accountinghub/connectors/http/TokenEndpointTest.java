package org.accountinghub.connectors.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import org.accountinghub.connectors.spi.Grant;
import org.accountinghub.connectors.spi.NoConsentException;
import org.accountinghub.connectors.spi.Secret;
import org.accountinghub.connectors.spi.TokenUnavailableException;
import org.accountinghub.connectors.testkit.RawServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TokenEndpointTest {

    private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");

    @Test
    void aGrantIsRead() throws IOException {
        try (RawServer server =
                answering(200, "{\"access_token\":\"a\",\"refresh_token\":\"b\",\"expires_in\":3600}")) {
            Grant grant = ask(server);

            assertThat(grant.accessToken()).isEqualTo(new Secret("a"));
            assertThat(grant.refreshToken()).contains(new Secret("b"));
            assertThat(grant.accessExpires()).isEqualTo(NOW.plusSeconds(3600));
            assertThat(grant.toString()).doesNotContain("=a", "[b");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "400, invalid_grant, fortnox.consent-gone",
        "401, invalid_client, fortnox.client-refused",
        "400, invalid_request, fortnox.token-refused",
        "403, '', fortnox.token-refused"
    })
    void aRefusalIsForGood(int status, String error, String cause) throws IOException {
        String body = "{\"error\":\"" + error + "\",\"error_description\":\"Invalid refresh token old-one\"}";
        try (RawServer server = answering(status, body)) {
            assertThatThrownBy(() -> ask(server)).isInstanceOfSatisfying(NoConsentException.class, refused -> {
                assertThat(refused.problem().cause()).isEqualTo(cause);
                assertThat(refused.problem().toString()).doesNotContain("old-one", "s3cret");
            });
            assertThat(server.requests()).hasSize(1);
        }
    }

    @ParameterizedTest
    @CsvSource({"500, {}", "503, <html>", "429, {}", "200, {}", "200, <html>", "302, {}"})
    void anythingElseMayWorkLater(int status, String body) throws IOException {
        try (RawServer server = answering(status, body)) {
            assertThatThrownBy(() -> ask(server)).isInstanceOf(TokenUnavailableException.class);
            assertThat(server.requests()).hasSize(1);
        }
    }

    @Test
    void aDroppedAnswerIsAskedForOnce() throws IOException {
        try (RawServer server = new RawServer((number, out) -> false)) {
            assertThatThrownBy(() -> ask(server)).isInstanceOf(TokenUnavailableException.class);
            assertThat(server.requests()).hasSize(1);
        }
    }

    private static Grant ask(RawServer server) {
        URI address = server.uri("/oauth-v1/token");
        InstantSource clock = InstantSource.fixed(NOW);
        JsonClient client = new JsonClient(AllowedAddresses.of(address), Duration.ofSeconds(10), clock);
        return new TokenEndpoint("fortnox", client, address, "client", new Secret("s3cret"), clock)
                .ask(
                        Map.of("grant_type", "refresh_token"),
                        Map.of("refresh_token", new Secret("old-one")),
                        Map.of("TenantId", "1"));
    }

    private static RawServer answering(int status, String body) throws IOException {
        return new RawServer((number, out) -> {
            RawServer.write(out, "HTTP/1.1 " + status + " X\r\nContent-Length: " + body.length() + "\r\n\r\n" + body);
            return true;
        });
    }
}
