package org.accountinghub.routes.app.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.Map;
import org.accountinghub.connectors.testkit.partner.Fault;
import org.accountinghub.routes.cli.HubRefusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import tools.jackson.databind.JsonNode;

/** An order is looked at before it is sent, sent, and changed afterwards. */
@Execution(ExecutionMode.CONCURRENT)
class LookedAtThenChangedTest {

    private static final String ORDER = "8101";

    private final Stage stage = Stage.shared();
    private final Company company = stage.company().withCustomer(1);

    @Test
    void lookingOnlyReadsAndAChangeAfterwardsIsNoticed() {
        verb("/api/connections/" + company.connection() + "/hold", "look first");
        company.order(ORDER);

        JsonNode before = look();
        assertThat(before.path("sent").asBoolean()).isFalse();
        assertThat(before.path("content").path("rows").size()).isGreaterThan(2);
        assertThat(before.path("customerThere").isNull()).isTrue();
        assertThat(before.path("steps").path(0).asString("")).isEqualTo("create");
        assertThat(before.path("problems").path(0).path("reason").asString("")).contains("look first");
        assertThat(operations()).isNotEmpty().allMatch(operation -> operation.startsWith("GET "));
        assertThat(company.invoices()).isEmpty();

        verb("/api/connections/" + company.connection() + "/release", "");
        company.awaitDelivered();
        JsonNode after = look();
        assertThat(after.path("sent").asBoolean()).isTrue();
        assertThat(after.path("transfer").path("partnerNumber").asString("")).isNotBlank();
        assertThat(after.path("content").path("total"))
                .isEqualTo(before.path("content").path("total"));

        stage.desk().raisePrices(company.code(), ORDER);
        awaitCause("engine.changed-after-send");
        verb("/api/transfers/" + company.document(ORDER).path("id").asLong() + "/dismiss", "agreed by phone");
        awaitCause("");
        stage.desk().raisePrices(company.code(), ORDER);
        awaitCause("engine.changed-after-send");
        await().atMost(Company.PATIENCE)
                .until(() -> stage.desk().problems(company.code(), ORDER), told -> told.size() == 1);
        assertThat(company.invoices()).hasSize(1);
    }

    @Test
    void anotherOrdersInvoiceIsNotTakenForOneThatStopped() {
        company.order(ORDER);
        company.awaitDelivered();
        String number = company.document(ORDER).path("partnerNumber").asString("");
        company.faultAtInvoice("8102").next(Fault.status(400));
        company.order("8102");
        company.awaitRest();
        assertThat(company.state("8102")).isEqualTo("REJECTED");

        String path = "/api/transfers/" + company.document("8102").path("id").asLong() + "/delivered";
        assertThatThrownBy(() -> stage.api().post(path, Map.of("number", number, "reason", "looks alike")))
                .hasMessageContaining("mark of another order");
        assertThatThrownBy(() -> stage.api().post(path, Map.of("number", "987654", "reason", "a guess")))
                .hasMessageContaining("There is no invoice 987654");
        assertThat(company.state("8102")).isEqualTo("REJECTED");
    }

    @Test
    void anOrderThatNobodyKnowsIsSaidToBeUnknown() {
        assertThatThrownBy(() -> stage.api().get("/api/preview?order=8199"))
                .isInstanceOf(HubRefusal.class)
                .hasMessageContaining("8199");
    }

    private JsonNode look() {
        JsonNode documents = stage.api()
                .get("/api/preview?order=" + ORDER + "&subgroup=" + company.code())
                .path("documents");
        assertThat(documents).hasSize(1);
        return documents.path(0);
    }

    /** What this company's simulated Fortnox was asked for, tokens aside. */
    private List<String> operations() {
        return stage.fortnox().journal().newest().stream()
                .filter(entry -> entry.call().tenant().equals(company.tenant()))
                .map(entry -> entry.call().operation())
                .filter(operation -> !operation.contains("oauth"))
                .toList();
    }

    private void verb(String path, String reason) {
        assertThat(stage.api()
                        .post(path, Map.of("reason", reason))
                        .path("changed")
                        .asBoolean())
                .isTrue();
    }

    private void awaitCause(String cause) {
        await().atMost(Company.PATIENCE).until(() -> company.cause(ORDER), cause::equals);
    }
}
