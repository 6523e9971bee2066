package org.accountinghub.routes.operations;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.accountinghub.mappings.model.Problem;
import org.accountinghub.mappings.model.Problem.Stage;
import org.accountinghub.routes.engine.Connection;
import org.accountinghub.routes.engine.TransferState;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class TransfersApiTest {

    private final Desk desk = new Desk()
            .transfer(7, TransferState.REJECTED, Optional.of(Desk.NO_PRICE))
            .transfer(8, TransferState.IN_DOUBT, Optional.of(Desk.NO_PRICE))
            .transfer(9, TransferState.DELIVERED, Optional.empty());

    @Test
    void aPageTellsWhereTheNextOneBegins() throws Exception {
        JsonNode page = Ask.get(desk.pages(), "/api/transfers?limit=2").json();
        assertThat(page.path("transfers")).hasSize(2);
        assertThat(page.path("next").asString()).isEqualTo("2026-03-02T08:00:00Z/8");
        JsonNode last = Ask.get(desk.pages(), "/api/transfers?limit=4").json();
        assertThat(last.path("next").isNull()).isTrue();
    }

    @Test
    void aTransferTellsItsStoryWithItsCalls() throws Exception {
        JsonNode story = Ask.get(desk.pages(), "/api/transfers/9").json();
        assertThat(story.path("invoiced").asString()).isEqualTo("yes");
        assertThat(story.path("transfer").path("number").asString()).isEqualTo("107_1");
        JsonNode call = story.path("attempts").path(0).path("exchanges").path(0);
        assertThat(call.path("tookMillis").asInt()).isEqualTo(7);
        assertThat(call.path("answer").asString()).isEqualTo("{\"answered\":1}");
    }

    @Test
    void whatWaitsForItsConnectionSaysSo() throws Exception {
        desk.transfer(
                10,
                TransferState.DUE,
                Optional.of(Problem.of("x.consent-gone", Stage.CONNECTION, "Gone.", "Consent.")));
        assertThat(Ask.get(desk.pages(), "/api/transfers/10")
                        .json()
                        .path("transfer")
                        .path("next")
                        .asString())
                .contains("waits for its connection");
    }

    @Test
    void wrongValuesNameTheAllowedOnes() throws Exception {
        Ask state = Ask.get(desk.pages(), "/api/transfers?state=foo");
        assertThat(state.status()).isEqualTo(400);
        assertThat(state.type()).startsWith("application/problem+json");
        assertThat(state.detail()).contains("foo", "REJECTED, EXHAUSTED, IN_DOUBT");
        assertThat(Ask.get(desk.pages(), "/api/transfers?limit=0").detail()).contains("1 to 1000");
        assertThat(Ask.get(desk.pages(), "/api/transfers/seven").detail()).contains("id is seven", "number");
        Ask unknown = Ask.get(desk.pages(), "/api/transfers/77");
        assertThat(unknown.status()).isEqualTo(404);
        assertThat(unknown.detail()).contains("no transfer 77", "transfers list --number");
    }

    @Test
    void whatHasStoppedIsRetried() throws Exception {
        Ask retried = Ask.post(desk.pages(), "/api/transfers/7/retry", "");
        assertThat(retried.json().path("changed").asBoolean()).isTrue();
        assertThat(desk.done).containsExactly("retry 7 administrator false");
    }

    @Test
    void whatIsInDoubtIsRetriedOnlyAtAPersonsWord() throws Exception {
        Ask refused = Ask.post(desk.pages(), "/api/transfers/8/retry", "{}");
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.detail()).contains("in doubt", "notThere");
        assertThat(desk.done).isEmpty();

        Ask taken = Ask.post(desk.pages(), "/api/transfers/8/retry", "{\"notThere\":true}");
        assertThat(taken.json().path("message").asString()).contains("sent again");
        assertThat(desk.done).containsExactly("retry 8 administrator true");
    }

    @Test
    void aDismissalNeedsAReason() throws Exception {
        assertThat(Ask.post(desk.pages(), "/api/transfers/7/dismiss", "{\"reason\":\" \"}")
                        .status())
                .isEqualTo(400);
        assertThat(Ask.post(desk.pages(), "/api/transfers/7/dismiss", "{\"reason\":\"by hand\"}")
                        .status())
                .isEqualTo(200);
        assertThat(desk.done).containsExactly("dismiss 7 by hand");
    }

    @Test
    void whatAPersonFoundNeedsItsNumberAndAReason() throws Exception {
        desk.connected("norr", Connection.State.ACTIVE, Optional.empty());
        String path = "/api/transfers/8/delivered";
        assertThat(Ask.post(desk.pages(), path, "{\"reason\":\"found\"}").detail())
                .contains("number");
        assertThat(Ask.post(desk.pages(), path, "{\"number\":\"32\"}").detail()).contains("reason");
        Ask refused = Ask.post(desk.pages(), path, "{\"number\":\"32\",\"reason\":\"found\"}");
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.detail()).contains("nothing can be compared");
        Ask twice = Ask.post(desk.pages(), "/api/transfers/9/delivered", "{\"number\":\"32\",\"reason\":\"found\"}");
        assertThat(twice.json().path("changed").asBoolean()).isFalse();
        assertThat(Ask.post(desk.pages(), "/api/transfers/77/delivered", "{\"number\":\"32\",\"reason\":\"found\"}")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void whatIsLeftIsCompletedByAPerson() throws Exception {
        assertThat(Ask.post(desk.pages(), "/api/transfers/8/complete", "{\"reason\":\"sent from there\"}")
                        .status())
                .isEqualTo(200);
        assertThat(desk.done).containsExactly("complete 8 sent from there");
    }

    @Test
    void aDismissalIsUndone() throws Exception {
        assertThat(Ask.post(desk.pages(), "/api/transfers/7/restore", "").status())
                .isEqualTo(200);
        assertThat(desk.done).containsExactly("restore 7");
    }
}
