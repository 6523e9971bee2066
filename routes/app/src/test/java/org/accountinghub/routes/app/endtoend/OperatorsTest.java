package org.accountinghub.routes.app.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.net.http.HttpRequest;
import java.util.List;
import java.util.Map;
import org.accountinghub.routes.app.endtoend.ServiceDesk.Line;
import org.accountinghub.routes.cli.HubRefusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** What operators see and do through the API. */
class OperatorsTest {

    private static final List<Line> UNTAXED = List.of(Line.of("Konsol", "2", "10.05", "0", "7"));
    private static final List<Line> TAXED = List.of(Line.of("Konsol", "2", "10.05", "0", "25"));

    private final Stage stage = Stage.shared();
    private final Browser browser = new Browser();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/overview",
                "/api/transfers",
                "/api/transfers/1",
                "/api/problems",
                "/api/nothing",
                "/actuator/prometheus",
                "/actuator/info",
                "/actuator",
                "/"
            })
    void nothingIsShownWithoutTheKey(String path) {
        URI address = stage.address().resolve(path);
        assertThat(browser.get(address).statusCode()).isEqualTo(401);
        HttpRequest wrong = HttpRequest.newBuilder(address)
                .header("Authorization", "Bearer not-the-key")
                .build();
        assertThat(browser.send(wrong).statusCode()).isEqualTo(401);
    }

    @Test
    void healthAndMetricsAreShown() {
        assertThat(browser.get(stage.address().resolve("/actuator/health")).body())
                .contains("\"db\":{\"status\":\"UP\"}", "\"broker\":{\"status\":\"UP\"}", "\"partners\"");
        HttpRequest metrics = HttpRequest.newBuilder(stage.address().resolve("/actuator/prometheus"))
                .header("Authorization", "Bearer " + stage.administratorKey())
                .build();
        assertThat(browser.send(metrics).statusCode()).isEqualTo(200);
    }

    @Test
    void aProblemIsExplainedMendedAndRetried() {
        Company company = stage.company().withCustomer(1);
        company.order("7001", UNTAXED);
        company.awaitRest();
        JsonNode group = problems(company).get(0);
        assertThat(group.path("count").asLong()).isEqualTo(1);
        assertThat(group.path("orders").get(0).asString("")).isEqualTo("7001");
        assertThat(group.path("remedy").asString("")).isNotBlank();
        assertThat(group.path("sample").path("cause").asString(""))
                .isEqualTo(group.path("cause").asString("-"));
        await().until(() -> stage.desk().problems(company.code(), "7001").size(), told -> told == 1);
        new Agreement(company).check();

        company.mend("7001", TAXED);
        JsonNode retried = stage.api()
                .post(
                        "/api/problems/" + group.path("cause").asString("") + "/retry?connection="
                                + company.connection(),
                        Map.of());
        assertThat(retried.path("changed").asBoolean()).isTrue();
        company.awaitDelivered();
        assertThat(problems(company)).isEmpty();
        JsonNode story = company.story("7001");
        assertThat(story.path("actions").get(0).path("who").asString("")).isEqualTo("administrator");
        assertThat(story.path("actions").get(0).path("verb").asString("")).isEqualTo("RETRY");
        assertThat(story.path("attempts").size()).isGreaterThan(2);
        assertThat(story.path("steps").get(0).path("state").asString("")).isEqualTo("DONE");
    }

    @Test
    void dismissingNeedsAReasonAndCanBeUndone() {
        Company company = stage.company().withCustomer(1);
        company.order("7002", UNTAXED);
        company.awaitRest();
        String path = "/api/transfers/" + company.document("7002").path("id").asLong();
        assertThatThrownBy(() -> stage.api().post(path + "/dismiss", Map.of("reason", " ")))
                .isInstanceOf(HubRefusal.class)
                .hasMessageContaining("say why");

        assertThat(changed(path + "/dismiss", Map.of("reason", "kunden betalade kontant")))
                .isTrue();
        assertThat(changed(path + "/dismiss", Map.of("reason", "en gång till"))).isFalse();
        assertThat(company.state("7002")).isEqualTo("DISMISSED");
        assertThat(problems(company)).isEmpty();

        company.mend("7002", TAXED);
        assertThat(changed(path + "/restore", Map.of())).isTrue();
        company.awaitDelivered();
        assertThat(changed(path + "/retry", Map.of())).as("nothing to retry").isFalse();
        assertThat(company.story("7002").path("actions"))
                .extracting(action -> action.path("verb").asString("") + " "
                        + action.path("reason").asString(""))
                .contains("DISMISS kunden betalade kontant")
                .anyMatch(action -> action.startsWith("RESTORE"))
                .hasSize(2);
    }

    @Test
    void whatIsNotThereIsSaid() {
        assertThatThrownBy(() -> stage.api().get("/api/transfers/999999999")).hasMessageContaining("999999999");
        assertThatThrownBy(() -> stage.api().post("/api/connections/nobody/check", Map.of()))
                .hasMessageContaining("nobody");
        assertThatThrownBy(() -> stage.api().get("/api/transfers?limit=0")).hasMessageContaining("limit");
        assertThatThrownBy(() -> stage.api().get("/api/transfers?state=NONE")).isInstanceOf(HubRefusal.class);
    }

    private boolean changed(String path, Map<String, String> body) {
        return stage.api().post(path, body).path("changed").asBoolean();
    }

    private JsonNode problems(Company company) {
        return stage.api().get("/api/problems?connection=" + company.connection());
    }
}
