package org.accountinghub.connectors.twentyfoursevenoffice.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.accountinghub.connectors.testkit.SimulatedClock;
import org.accountinghub.connectors.testkit.partner.PartnerRequest;
import org.accountinghub.mappings.twentyfoursevenoffice.Contract;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SessionsTest {
    private final SimulatedClock clock = new SimulatedClock(Instant.parse("2026-11-22T09:10:00Z"));
    private final OfficeSimulator simulator = OfficeSimulator.start(0, clock);

    @BeforeEach
    void company() {
        simulator.unrecorded();
        simulator.tenant("1001").name("Nord AS");
    }

    @AfterEach
    void stop() {
        simulator.close();
    }

    private static boolean hasSession(Caller caller) {
        return Boolean.parseBoolean(
                caller.call(Contract.AUTHENTICATE, "HasSession", "").text("HasSessionResult"));
    }

    @Test
    void wrongCredentialsAreAnsweredWithAnEmptySession() {
        Caller.Answered answer = Caller.login(simulator, "1001", "wrong");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body()).contains("LoginResult").doesNotContain("sim0");
        assertThat(answer.text("LoginResult")).isEmpty();
    }

    @Test
    void aSessionTellsWhoseBooksItIsIn() {
        Caller caller = Caller.loggedIn(simulator, "1001");

        assertThat(hasSession(caller)).isTrue();
        Caller.Answered identity = caller.call(Contract.AUTHENTICATE, "GetIdentity", "");
        assertThat(identity.body())
                .contains("<Name>Nord AS</Name>", simulator.tenant("1001").identity());
    }

    @Test
    void aSessionEndsWhenItIsNotUsed() {
        Caller caller = Caller.loggedIn(simulator, "1001");
        clock.advance(Duration.ofMinutes(19));
        assertThat(hasSession(caller)).isTrue();
        clock.advance(Duration.ofMinutes(19));
        assertThat(hasSession(caller)).as("used, so it lives on").isTrue();
        clock.advance(Duration.ofMinutes(21));

        assertThat(hasSession(caller)).isFalse();
        Caller.Answered fault = caller.call(Contract.COMPANY, "GetCompanies", "<searchParams/>");
        assertThat(fault.status()).isEqualTo(500);
        assertThat(fault.text("faultstring")).endsWith("Not authenticated");
    }

    @Test
    void whoLosesTheIdentityLosesSessionsAndLogin() {
        Caller caller = Caller.loggedIn(simulator, "1001");
        simulator.revokeConsent("1001");

        assertThat(hasSession(caller)).isFalse();
        assertThat(Caller.login(simulator, "1001", OfficeSimulator.PASSWORD).text("LoginResult"))
                .isEmpty();
        simulator.grantConsent("1001");
        assertThat(hasSession(Caller.loggedIn(simulator, "1001"))).isTrue();
    }

    @Test
    void anUnknownIdentityIsAFault() {
        Caller.Answered answer = Caller.withoutSession(simulator)
                .call(
                        Contract.AUTHENTICATE,
                        "Login",
                        "<credential><ApplicationId>" + OfficeSimulator.APPLICATION_ID + "</ApplicationId>"
                                + "<IdentityId>10000000-0000-4000-8000-000000000009</IdentityId><Password>"
                                + OfficeSimulator.PASSWORD + "</Password><Username>" + OfficeSimulator.USERNAME
                                + "</Username></credential>");

        assertThat(answer.status()).isEqualTo(500);
        assertThat(answer.text("faultstring")).contains("Provided IdentityId is blocked");
    }

    @Test
    void afterSevenThousandTwoHundredCallsTheHourIsQuarantine() {
        Caller caller = Caller.loggedIn(simulator, "1001");
        for (int made = 1; made < 7200; made++) {
            simulator.play(new PartnerRequest(
                    "r" + made,
                    clock.instant(),
                    "POST",
                    "/api" + Contract.AUTHENTICATE.path(),
                    Map.of(),
                    Map.of(
                            "SOAPAction",
                            Contract.soapAction("HasSession"),
                            "Cookie",
                            "ASP.NET_SessionId=sim000000000000000000001"),
                    "<s:Envelope xmlns:s=\"" + Soap.ENVELOPE + "\"><s:Body><HasSession xmlns=\"" + Contract.NAMESPACE
                            + "\"/></s:Body></s:Envelope>"));
        }
        Caller.Answered blocked = caller.call(Contract.COMPANY, "GetCompanies", "<searchParams/>");

        assertThat(blocked.status()).isEqualTo(500);
        assertThat(blocked.text("faultstring"))
                .endsWith("Limit exceeded by 1. Request is blocked. Quarantine ends at 2026-11-22 10:00:00");
        clock.advance(Duration.ofMinutes(50));
        assertThat(Caller.login(simulator, "1001", OfficeSimulator.PASSWORD).text("LoginResult"))
                .isNotEmpty();
    }

    @Test
    void whatTheContractDoesNotKnowIsNotRead() {
        Caller caller = Caller.loggedIn(simulator, "1001");

        assertThat(caller.call(Contract.COMPANY, "GetCompanies", "<searchParams><Nummer>1</Nummer></searchParams>")
                        .text("faultstring"))
                .contains("error in XML document", "Nummer");
        assertThat(caller.raw(Contract.COMPANY, "SaveCompanies", envelope("GetCompanies"))
                        .text("faultstring"))
                .contains("SOAPAction");
        assertThat(caller.raw(Contract.COMPANY, "GetCompanies", "<!DOCTYPE x>" + envelope("GetCompanies"))
                        .status())
                .isEqualTo(500);
        assertThat(caller.raw(Contract.COMPANY, "GetCompanies", "{}").status()).isEqualTo(500);
    }

    private static String envelope(String operation) {
        return "<s:Envelope xmlns:s=\"" + Soap.ENVELOPE + "\"><s:Body><" + operation + " xmlns=\"" + Contract.NAMESPACE
                + "\"/></s:Body></s:Envelope>";
    }
}
