package org.accountinghub.connectors.fortnox.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.accountinghub.connectors.testkit.SimulatedClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AdministrationTest {
    private final FortnoxSimulator simulator =
            FortnoxSimulator.start(0, new SimulatedClock(Instant.parse("2026-11-22T09:00:00Z")));

    @AfterEach
    void stop() {
        simulator.close();
    }

    private Caller.Answered administer(String method, String path, String body) {
        return Caller.administer(simulator, method, path, body);
    }

    @Test
    void aCompanyIsMadeAndItsBookKeeperWorks() {
        simulator.unrecorded();
        assertThat(administer(
                                "POST",
                                "tenants",
                                "{\"id\":\"1001\",\"name\":\"Norr AB\",\"organisationNumber\":\"556100-0004\","
                                        + "\"administrationFee\":29,\"withoutAccounts\":[\"3999\"]}")
                        .status())
                .isEqualTo(200);
        assertThat(administer("PUT", "window", "{\"scale\":0}").status()).isEqualTo(204);
        administer("POST", "tenants/1001/customers", "{\"CustomerNumber\":\"7\",\"Name\":\"Berg\"}");
        administer("POST", "tenants/1001/articles", "{\"ArticleNumber\":\"T1\",\"Description\":\"Tid\"}");
        Caller.Answered invoice = administer(
                "POST",
                "tenants/1001/invoices",
                "{\"CustomerNumber\":\"7\",\"ExternalInvoiceReference1\":\"R\",\"InvoiceRows\":"
                        + "[{\"ArticleNumber\":\"T1\",\"DeliveredQuantity\":\"1\",\"Price\":100}]}");
        assertThat(invoice.body()).isEqualTo("{\"number\":\"1\"}");

        assertThat(administer("POST", "tenants/1001/invoices/1/pay", "").status())
                .isEqualTo(409);
        assertThat(administer("POST", "tenants/1001/invoices/1/book", "").status())
                .isEqualTo(204);
        assertThat(administer("POST", "tenants/1001/invoices/1/pay", "{\"amount\":60,\"date\":\"2026-11-23\"}")
                        .status())
                .isEqualTo(204);
        assertThat(administer("POST", "tenants/1001/invoices/1/pay", "").status())
                .isEqualTo(204);

        assertThat(administer("GET", "tenants/1001/invoices", "")
                        .json()
                        .path(0)
                        .path("Balance")
                        .intValue())
                .isZero();
        assertThat(administer("GET", "book?kind=invoice&reference=R", "").json())
                .extracting(effect -> effect.path("action").asString())
                .containsExactly("CREATED", "BOOKED", "PAID", "PAID");
        assertThat(new Caller(simulator, "1001").get("/companyinformation").body())
                .contains("Norr AB");
    }

    @Test
    void aPersonMendsWhatStoodInTheWay() {
        simulator.unrecorded();
        administer(
                "POST", "tenants", "{\"id\":\"1001\",\"lockedUntil\":\"2026-11-30\",\"withoutAccounts\":[\"3001\"]}");
        administer("POST", "tenants/1001/customers", "{\"CustomerNumber\":\"7\",\"Name\":\"Berg\",\"Active\":false}");
        String invoice = "{\"CustomerNumber\":\"7\",\"InvoiceRows\":[{\"Description\":\"x\",\"Price\":1}]}";
        assertThat(administer("POST", "tenants/1001/invoices", invoice).body()).contains("Kunden");
        assertThat(administer("PUT", "tenants/1001/customers/7", "{\"Active\":true,\"Email\":\"a@example.org\"}")
                        .status())
                .isEqualTo(204);
        assertThat(administer("POST", "tenants/1001/invoices", invoice).body()).contains("konto");
        administer("PUT", "tenants/1001", "{\"withAccounts\":[\"3001\"]}");
        assertThat(administer("POST", "tenants/1001/invoices", invoice).body()).contains("Perioden");
        administer("PUT", "tenants/1001", "{\"lockedUntil\":\"\"}");
        assertThat(administer("POST", "tenants/1001/invoices", invoice).body()).isEqualTo("{\"number\":\"1\"}");

        assertThat(administer("PUT", "tenants/1001/invoices/1", "{\"Remarks\":\"Tack\"}")
                        .status())
                .isEqualTo(204);
        administer("POST", "tenants/1001/invoices/1/book", "");
        assertThat(administer("PUT", "tenants/1001/invoices/1", "{\"Remarks\":\"\"}")
                        .status())
                .isEqualTo(409);
        assertThat(administer("PUT", "tenants/1001/orders/9", "{\"Remarks\":\"\"}")
                        .status())
                .isEqualTo(409);
    }

    @Test
    void faultsAreScriptedAndLateCommitsReleased() {
        simulator.unrecorded();
        simulator.bookKeeper("1001").addCustomer("7", "Berg", "");
        Caller caller = new Caller(simulator, "1001");
        administer(
                "POST",
                "faults",
                "{\"operation\":\"POST /3/invoices\",\"tenant\":\"1001\",\"fault\":\"COMMIT_LATE\",\"status\":500,"
                        + "\"delayMillis\":60000}");

        assertThat(caller.post("/invoices", "{\"Invoice\":{\"CustomerNumber\":\"7\"}}")
                        .status())
                .isEqualTo(500);
        assertThat(administer("GET", "late", "").body()).isEqualTo("{\"pending\":1}");
        assertThat(administer("POST", "late/release", "").body()).isEqualTo("{\"released\":1}");
        assertThat(caller.get("/invoices/1").status()).isEqualTo(200);
        assertThat(administer("GET", "counts", "")
                        .json()
                        .path("POST /3/invoices")
                        .intValue())
                .isEqualTo(1);
        assertThat(administer("GET", "duplicates", "").body()).isEqualTo("{}");
    }

    @Test
    void consentIsTakenAndGivenBack() {
        simulator.unrecorded();
        simulator.tenant("1001");
        administer("DELETE", "tenants/1001/consent", "");
        assertThat(Caller.tokens(simulator, "grant_type=client_credentials", "TenantId", "1001")
                        .status())
                .isEqualTo(400);
        administer("POST", "tenants/1001/consent", "{\"scopes\":[\"customer\"]}");
        assertThat(new Caller(simulator, "1001").get("/invoices").code()).isEqualTo(2000663);
    }

    @Test
    void whatMakesNoSenseIsRefused() {
        assertThat(administer("GET", "nothing", "").status()).isEqualTo(404);
        Caller.Answered unknown = administer("POST", "faults", "{\"fault\":\"EARTHQUAKE\"}");
        assertThat(unknown.status()).isEqualTo(400);
        assertThat(unknown.body()).contains("EARTHQUAKE", "possible are", "COMMIT_AND_CUT");
        assertThat(administer("POST", "faults", "{").status()).isEqualTo(400);
        assertThat(administer("POST", "tenants", "{\"id\":\"1001\",\"colour\":\"blue\"}")
                        .status())
                .isEqualTo(400);
    }
}
