package org.accountinghub.routes.app.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.accountinghub.connectors.fortnox.simulator.FortnoxSimulator;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Consent is given, refused, revoked and given again. */
class ConsentTest {

    private final Stage stage = Stage.shared();
    private final Browser browser = new Browser();

    @Test
    void revokedConsentStopsTheConnectionAndNothingElse() {
        Company company = stage.company().withCustomer(1);
        company.order("3001");
        company.awaitDelivered();

        stage.fortnox().revokeConsent(company.tenant());
        company.order("3002");
        company.order("3003");
        await().atMost(Company.PATIENCE)
                .until(() -> company.connectionLine().path("state").asString(""), "BLOCKED"::equals);
        assertThat(browser.get(stage.address().resolve("/actuator/health")))
                .satisfies(health -> assertThat(health.statusCode()).isEqualTo(200))
                .satisfies(health -> assertThat(health.body()).contains("\"status\":\"DEGRADED\""));
        JsonNode missing = check(company);
        assertThat(missing).hasSize(1);
        assertThat(company.connectionLine().path("state").asString("")).isEqualTo("BLOCKED");

        stage.fortnox().grantConsent(company.tenant(), FortnoxSimulator.SCOPES);
        assertThat(check(company)).isEmpty();
        company.awaitDelivered();
        assertThat(company.documents())
                .extracting(document -> document.path("attempts").asInt())
                .allMatch(attempts -> attempts <= 1);
        assertThat(Capture.lines())
                .filteredOn(line -> line.contains("ALERT " + company.connection() + ":"))
                .hasSize(1);
        assertThat(Capture.lines())
                .filteredOn(line -> line.contains("CLEARED " + company.connection() + ":"))
                .hasSize(1);
    }

    @Test
    void aConsentInTheBrowserConnectsTheCompanyAndNoOther() {
        Company company = stage.companyWithoutConsent().withCustomer(1);
        Company other = stage.company();
        company.order("3101");
        await().atMost(Company.PATIENCE)
                .until(() -> company.connectionLine().path("state").asString(""), "BLOCKED"::equals);
        assertThat(company.connectionLine().path("problem").path("remedy").asString(""))
                .contains("connections authorize " + company.connection());

        HttpResponse<String> denied = browser.get(browser.redirect(link(company, "deny=1")));
        assertThat(denied.statusCode()).isEqualTo(400);
        assertThat(denied.body()).contains("No consent was given");

        URI callback = browser.redirect(link(company, "approve=" + company.tenant()));
        HttpResponse<String> connected = browser.get(callback);
        assertThat(connected.statusCode()).as(connected.body()).isEqualTo(200);
        assertThat(connected.body()).contains("The hub is connected");
        assertThat(browser.get(callback).statusCode()).as("a link works once").isEqualTo(409);
        company.awaitDelivered();
        assertThat(company.connectionLine().path("tenant").asString("")).isEqualTo(company.tenant());

        HttpResponse<String> refused = browser.get(browser.redirect(link(company, "approve=" + other.tenant())));
        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.body()).contains("another company");
        company.order("3102");
        company.awaitDelivered();
        assertThat(other.invoices()).isEmpty();
        List<String> secrets = List.of(callback.getQuery().replaceAll(".*code=([^&]+).*", "$1"));
        assertThat(Capture.lines()).noneMatch(line -> secrets.stream().anyMatch(line::contains));
    }

    private URI link(Company company, String choice) {
        String link = stage.api()
                .post("/api/connections/" + company.connection() + "/authorize", Map.of())
                .path("link")
                .asString("");
        return URI.create(link + "&" + choice);
    }

    private JsonNode check(Company company) {
        return stage.api()
                .post("/api/connections/" + company.connection() + "/check", Map.of())
                .path("problems");
    }
}
