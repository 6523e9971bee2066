package org.accountinghub.connectors.fortnox.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.Set;
import org.accountinghub.connectors.testkit.SimulatedClock;
import org.accountinghub.connectors.testkit.partner.Fault;
import org.accountinghub.connectors.testkit.partner.PartnerRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TokensTest {
    private static final String BACK = "http://localhost:1/callback";
    private static final String CREDENTIALS = "grant_type=client_credentials";

    private final SimulatedClock clock = new SimulatedClock(Instant.parse("2026-11-22T09:00:00Z"));
    private final FortnoxSimulator simulator = FortnoxSimulator.start(0, clock);

    @BeforeEach
    void addCompanies() {
        simulator.unrecorded();
        simulator.tenant("1001");
        simulator.tenant("1002").name("A < B AB");
    }

    @AfterEach
    void stop() {
        simulator.close();
    }

    private URI consent(String more) {
        return URI.create(simulator.authUri() + "?client_id=" + FortnoxSimulator.CLIENT_ID
                + "&response_type=code&state=s1" + "&redirect_uri=" + Caller.encode(BACK)
                + "&scope=customer%20invoice&access_type=offline" + more);
    }

    private Map<String, String> redirected(String more) {
        HttpResponse<String> response = Caller.open(consent(more));
        assertThat(response.statusCode()).isEqualTo(302);
        String location = response.headers().firstValue("Location").orElseThrow();
        assertThat(location).startsWith(BACK + "?");
        return PartnerRequest.decode(URI.create(location).getRawQuery());
    }

    private Caller.Answered byCode(String code) {
        return Caller.tokens(
                simulator, "grant_type=authorization_code&code=" + code + "&redirect_uri=" + Caller.encode(BACK));
    }

    private static String refreshForm(Caller.Answered tokens) {
        return "grant_type=refresh_token&refresh_token="
                + tokens.json().path("refresh_token").asString();
    }

    private int statusOf(Caller.Answered tokens) {
        return new Caller(tokens.json().path("access_token").asString(), simulator)
                .get("/customers")
                .status();
    }

    @Test
    void theConsentPageOffersTheCompaniesAndLeadsBack() {
        HttpResponse<String> page = Caller.open(consent(""));
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body())
                .contains("approve=1001")
                .contains("approve=1002")
                .contains("A &lt; B AB");

        assertThat(redirected("&approve=1002")).containsKey("code").containsEntry("state", "s1");
        assertThat(redirected("&deny=1"))
                .containsEntry("error", "access_denied")
                .containsEntry("state", "s1");
        simulator.approveAlways("1001");
        assertThat(redirected("")).containsKey("code");
        assertThat(Caller.open(URI.create(simulator.authUri() + "?client_id=stranger"))
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void aCodeWorksOnceAndNamesTheTenantInTheToken() {
        String code = redirected("&approve=1002").get("code");
        Caller.Answered tokens = byCode(code);

        assertThat(tokens.status()).isEqualTo(200);
        assertThat(tokens.json().path("expires_in").intValue()).isEqualTo(3600);
        assertThat(tokens.json().path("token_type").asString()).isEqualTo("bearer");
        String claims = tokens.json().path("access_token").asString().split("\\.")[1];
        assertThat(new String(Base64.getUrlDecoder().decode(claims), StandardCharsets.UTF_8))
                .contains("\"tenantId\":1002");
        assertThat(statusOf(tokens)).isEqualTo(200);
        assertThat(byCode(code).json().path("error").asString()).isEqualTo("invalid_grant");
    }

    @Test
    void aCodeDiesAfterTenMinutes() {
        String code = redirected("&approve=1001").get("code");
        clock.advance(Duration.ofMinutes(10));

        assertThat(byCode(code).status()).isEqualTo(400);
    }

    @Test
    void aRefreshTokenRotatesAndWorksOnce() {
        Caller.Answered first = byCode(redirected("&approve=1001").get("code"));
        Caller.Answered second = Caller.tokens(simulator, refreshForm(first));
        Caller.Answered again = Caller.tokens(simulator, refreshForm(first));

        assertThat(second.status()).isEqualTo(200);
        assertThat(again.status()).isEqualTo(400);
        assertThat(again.body())
                .isEqualTo("{\"error\":\"invalid_grant\",\"error_description\":\"Invalid refresh token\"}");
        assertThat(Caller.tokens(simulator, refreshForm(second)).status()).isEqualTo(200);
    }

    @Test
    void aRotationWhoseAnswerIsLostHasHappened() {
        Caller.Answered first = byCode(redirected("&approve=1001").get("code"));
        simulator.faults().on("POST /oauth-v1/token").next(Fault.commitAndStatus(500));

        assertThat(Caller.tokens(simulator, refreshForm(first)).status()).isEqualTo(500);
        assertThat(Caller.tokens(simulator, refreshForm(first)).status()).isEqualTo(400);
    }

    @Test
    void errorsOnDemandAreWordedAsTokenErrors() {
        simulator.faults().on("POST /oauth-v1/token").next(Fault.status(429));

        Caller.Answered answer = Caller.tokens(simulator, CREDENTIALS, "TenantId", "1001");

        assertThat(answer.status()).isEqualTo(429);
        assertThat(answer.json().has("error")).isTrue();
    }

    @Test
    void clientCredentialsNeedTheTenantAndItsConsent() {
        Caller.Answered tokens = Caller.tokens(simulator, CREDENTIALS, "tenantid", "1001");

        assertThat(tokens.status()).isEqualTo(200);
        assertThat(tokens.json().has("refresh_token")).isFalse();
        assertThat(statusOf(tokens)).isEqualTo(200);
        assertThat(Caller.tokens(simulator, CREDENTIALS).status()).isEqualTo(400);
        assertThat(Caller.tokens(simulator, CREDENTIALS, "TenantId", "4711").status())
                .isEqualTo(400);
    }

    @Test
    void anAccessTokenLivesAnHour() {
        Caller.Answered tokens = Caller.tokens(simulator, CREDENTIALS, "TenantId", "1001");
        clock.advance(Duration.ofMinutes(59));
        assertThat(statusOf(tokens)).isEqualTo(200);
        clock.advance(Duration.ofMinutes(1));
        assertThat(statusOf(tokens)).isEqualTo(401);
    }

    @Test
    void revokedConsentKillsTokensUntilItIsGivenAgain() {
        Caller.Answered tokens = Caller.tokens(simulator, CREDENTIALS, "TenantId", "1001");
        simulator.faults().on("GET /3/customers").next(Fault.revokeConsent());

        Caller.Answered refused =
                new Caller(tokens.json().path("access_token").asString(), simulator).get("/customers");
        assertThat(refused.status()).isEqualTo(401);
        assertThat(refused.body()).isEqualTo("{\"message\":\"unauthorized\"}");
        assertThat(Caller.tokens(simulator, CREDENTIALS, "TenantId", "1001")
                        .json()
                        .path("error")
                        .asString())
                .isEqualTo("invalid_grant");
        assertThat(Caller.tokens(simulator, CREDENTIALS, "TenantId", "1002").status())
                .isEqualTo(200);

        simulator.grantConsent("1001", FortnoxSimulator.SCOPES);
        assertThat(Caller.tokens(simulator, CREDENTIALS, "TenantId", "1001").status())
                .isEqualTo(200);
    }

    @Test
    void aStrangerIsNoClient() {
        simulator.client("simulated-client", "another secret");

        Caller.Answered refused = Caller.tokens(simulator, CREDENTIALS, "TenantId", "1001");

        assertThat(refused.status()).isEqualTo(401);
        assertThat(refused.json().path("error").asString()).isEqualTo("invalid_client");
    }

    @Test
    void scopesAndLicencesAreChecked() {
        simulator.grantConsent("1001", Set.of("customer"));
        simulator.tenant("1002").withoutLicences("invoice");

        assertThat(new Caller(simulator, "1001").get("/invoices").code()).isEqualTo(2000663);
        assertThat(new Caller(simulator, "1002").get("/invoices").code()).isEqualTo(2001101);
        assertThat(new Caller(simulator, "1002").get("/customers").status()).isEqualTo(200);
    }

    @Test
    void twentyFiveCallsFitIntoAnyFiveSecondsOfOneTenant() {
        Caller first = new Caller(simulator, "1001");
        Caller second = new Caller(simulator, "1002");
        for (int i = 0; i < 24; i++) {
            assertThat(first.get("/customers").status()).isEqualTo(200);
        }
        clock.advance(Duration.ofSeconds(4));
        assertThat(first.get("/customers").status()).isEqualTo(200);
        assertThat(first.get("/customers").status()).isEqualTo(429);
        assertThat(second.get("/customers").status()).isEqualTo(200);

        clock.advance(Duration.ofSeconds(1));
        for (int i = 0; i < 24; i++) {
            assertThat(first.get("/customers").status()).isEqualTo(200);
        }
        assertThat(first.get("/customers").status()).isEqualTo(429);
        simulator.windowScale(2);
        assertThat(first.get("/customers").status()).isEqualTo(200);
    }
}
