package org.accountinghub.routes.operations;

import static org.accountinghub.routes.operations.Desk.NO_PRICE;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.accountinghub.routes.engine.Connection;
import org.accountinghub.routes.engine.port.OperatorLedger.ProblemGroup.Kind;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class ProblemsApiTest {

    private final Desk desk = new Desk().group(Kind.NOT_SENT, NO_PRICE, 3);

    @Test
    void aGroupTellsWhatItMeansAndHowManyOrdersItConcerns() throws Exception {
        JsonNode group = Ask.get(desk.pages(), "/api/problems").json().path(0);
        assertThat(group.path("kind").asString()).isEqualTo("NOT_SENT");
        assertThat(group.path("orderCount").asInt()).isEqualTo(3);
        assertThat(group.path("count").asInt()).isEqualTo(4);
        assertThat(group.path("example").asLong()).isEqualTo(7);
    }

    @Test
    void aGroupIsRetried() throws Exception {
        Ask retried = Ask.post(desk.pages(), "/api/problems/store.price-missing/retry", "");
        assertThat(retried.json().path("message").asString()).contains("2 transfers are due again");
        assertThat(desk.done).containsExactly("retryAll store.price-missing Optional.empty false");
    }

    @Test
    void aCauseThatNothingStoppedForIsNotThere() throws Exception {
        Ask refused = Ask.post(desk.pages(), "/api/problems/store.vat-unknown/retry", "");
        assertThat(refused.status()).isEqualTo(404);
        assertThat(refused.detail()).contains("store.vat-unknown");
        assertThat(desk.done).isEmpty();
    }

    @Test
    void theOverviewSaysWhetherAPersonIsNeeded() throws Exception {
        desk.group(Kind.AT_PARTNER, NO_PRICE, 1).group(Kind.NOT_SENT, NO_PRICE, 2);
        desk.connected("norr", Connection.State.ACTIVE, Optional.empty());
        JsonNode overview = Ask.get(desk.pages(), "/api/overview").json();
        assertThat(overview.path("attention"))
                .extracting(
                        line -> line.path("kind").asString() + " " + line.path("causes") + " " + line.path("orders"))
                .containsExactly("AT_PARTNER 1 1", "NOT_SENT 2 5");
        assertThat(overview.path("connections")).hasSize(1);
        assertThat(overview.path("transfers").path(0).path("state").asString()).isEqualTo("DELIVERED");
    }
}
