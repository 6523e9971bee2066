package org.accountinghub.routes.operations;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import org.accountinghub.routes.engine.Connection;
import org.accountinghub.routes.engine.connection.ConnectionProblems;
import org.accountinghub.routes.engine.port.ReturnLedger.Fetch;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class ConnectionsApiTest {

    private final Desk desk = new Desk()
            .connected("norr", Connection.State.ACTIVE, Optional.empty())
            .connected("syd", Connection.State.BLOCKED, Optional.of(Desk.NO_PRICE));

    @Test
    void settingsAreNotShown() throws Exception {
        Ask all = Ask.get(desk.pages(), "/api/connections");
        assertThat(all.json()).hasSize(2);
        assertThat(all.text()).doesNotContain("not to be seen", "settings");
    }

    @Test
    void aFetchBeginsInTheBackground() throws Exception {
        Ask begun = Ask.post(desk.pages(), "/api/connections/norr/fetch", "");
        assertThat(begun.status()).isEqualTo(202);
        assertThat(begun.json().path("changed").asBoolean()).isTrue();
        assertThat(desk.done).containsExactly("fetch norr");
    }

    @Test
    void aSecondOneDoesNotBeginWhileItRuns() throws Exception {
        desk.fetches.put("norr", fetch(Desk.NOW.minusSeconds(30), false));
        Ask again = Ask.post(desk.pages(), "/api/connections/norr/fetch", "");
        assertThat(again.status()).isEqualTo(202);
        assertThat(again.json().path("changed").asBoolean()).isFalse();
        assertThat(again.json().path("message").asString()).contains("runs since");
        assertThat(desk.done).isEmpty();
    }

    @Test
    void oneThatWasBrokenOffDoesNotStandInTheWay() throws Exception {
        desk.fetches.put("norr", fetch(Desk.NOW.minusSeconds(3600), false));
        assertThat(lastFetch().path("state").asString()).isEqualTo("BROKEN_OFF");
        Ask.post(desk.pages(), "/api/connections/norr/fetch", "");
        assertThat(desk.done).containsExactly("fetch norr");
    }

    @Test
    void howAFetchWentIsShown() throws Exception {
        desk.fetches.put("norr", fetch(Desk.NOW.minusSeconds(30), true));
        assertThat(lastFetch().path("state").asString()).isEqualTo("DONE");
        assertThat(lastFetch().path("looked").asInt()).isEqualTo(40);
        assertThat(lastFetch().path("changed").asInt()).isEqualTo(3);
    }

    @Test
    void aBlockedConnectionSaysWhatToDoFirst() throws Exception {
        Ask refused = Ask.post(desk.pages(), "/api/connections/syd/fetch", "");
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.detail()).contains("BLOCKED", Desk.NO_PRICE.remedy());
    }

    @Test
    void aConnectionIsHeldWithAReasonAndReleased() throws Exception {
        assertThat(Ask.post(desk.pages(), "/api/connections/norr/hold", "{}").status())
                .isEqualTo(400);
        Ask held = Ask.post(desk.pages(), "/api/connections/norr/hold", "{\"reason\":\"year end\"}");
        assertThat(held.json().path("changed").asBoolean()).isTrue();
        assertThat(Ask.post(desk.pages(), "/api/connections/norr/release", "").status())
                .isEqualTo(200);
        assertThat(desk.done).containsExactly("hold norr administrator year end", "release norr administrator");
    }

    @Test
    void whatTheConfigurationHoldsIsNotReleasedByHand() throws Exception {
        desk.connected("ost", Connection.State.HELD, Optional.of(ConnectionProblems.notConfigured("ost")));
        Ask refused = Ask.post(desk.pages(), "/api/connections/ost/release", "");
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.detail()).contains("no longer in the configuration", "Put the connection back");
    }

    @Test
    void aBlockedConnectionIsNotReleasedButTried() throws Exception {
        assertThat(Ask.post(desk.pages(), "/api/connections/syd/release", "")
                        .json()
                        .path("message")
                        .asString())
                .contains("syd is BLOCKED, not held", "'./hub connections check syd'");
    }

    @Test
    void anUnknownConnectionIsNamed() throws Exception {
        for (String verb : new String[] {"fetch", "check", "authorize", "release"}) {
            Ask refused = Ask.post(desk.pages(), "/api/connections/west/" + verb, "");
            assertThat(refused.status()).isEqualTo(404);
            assertThat(refused.detail()).contains("west");
        }
        assertThat(Ask.get(desk.pages(), "/api/connections/west").status()).isEqualTo(404);
    }

    private JsonNode lastFetch() throws Exception {
        return Ask.get(desk.pages(), "/api/connections/norr").json().path("lastFetch");
    }

    private static Fetch fetch(Instant heard, boolean ended) {
        return new Fetch(heard.minusSeconds(5), heard, ended, 40, 3, Optional.empty());
    }
}
