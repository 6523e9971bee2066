package org.accountinghub.routes.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class StoryTextTest {

    private static final LocalTimes TIMES =
            new LocalTimes(Instant.parse("2026-03-02T09:00:00Z"), ZoneId.of("Europe/Stockholm"));

    private static final String STORY = """
            {"transfer":{"id":24,"connection":"norr","kind":"sales","number":"3024","payer":"10001","generation":1,
              "state":"IN_DOUBT","next":"waits for you","partnerNumber":null,"requestedBy":"Maria","waitsFor":null,
              "dueAt":"2026-03-02T08:00:00Z",
              "problem":{"cause":"engine.in-doubt","reason":"No answer came.","remedy":"Look there.","partnerSays":"503"}},
             "waitsFor":null,"invoiced":"unknown","because":"step create was begun at 2026-03-02T08:00:01Z",
             "steps":[{"name":"create","state":"UNCERTAIN","made":null}],
             "attempts":[
              {"attempt":1,"at":"2026-03-02T08:00:00Z","what":"attempt 1 started","words":null,"exchanges":[]},
              {"attempt":1,"at":"2026-03-02T08:00:00Z","what":"not now: limit","words":"limit","exchanges":[]},
              {"attempt":2,"at":"2026-03-02T08:00:05Z","what":"attempt 2 started","words":null,"exchanges":[]},
              {"attempt":2,"at":"2026-03-02T08:00:06Z","what":"not now: limit","words":"limit","exchanges":[]},
              {"attempt":3,"at":"2026-03-02T08:00:10Z","what":"about to write: create","words":null,"exchanges":[]},
              {"attempt":3,"at":"2026-03-02T08:00:30Z","what":"no answer","words":"no answer (cut)","exchanges":[
                {"operation":"POST /3/invoices","uri":"http://there/3/invoices?a=b","status":0,"tookMillis":20000,
                 "request":"the request","answer":"cut"}]}],
             "actions":[{"at":"2026-03-02T08:30:00Z","who":"maria","verb":"RETRY","reason":"looked"}]}""";

    private final JsonNode story = JsonMapper.shared().readTree(STORY);

    @Test
    void whatMattersStandsFirst() {
        assertThat(StoryText.of(story, TIMES, 100, false))
                .startsWith("Transfer 24: sales order 3024 for payer 10001, over norr, wanted by Maria")
                .containsSubsequence(
                        "Invoiced  UNKNOWN, because step create was begun at 09:00:01",
                        "State     IN_DOUBT",
                        "Next      waits for you",
                        "Problem   No answer came.",
                        "They say  503",
                        "To do     Look there.",
                        "What happened",
                        "maria: retry, looked");
    }

    @Test
    void theTimeLineIsFoldedAndInLocalTime() {
        assertThat(StoryText.of(story, TIMES, 100, false).lines())
                .contains(
                        "  09:00:00   1  not now: limit (2 times, until 09:00:06)",
                        "  09:00:30   3  no answer (cut)",
                        "                POST /3/invoices?a=b -> no answer in 20000 ms")
                .noneMatch(line -> line.contains("started") || line.contains("the request"));
    }

    @Test
    void everythingIsThereWhenAsked() {
        assertThat(StoryText.of(story, TIMES, 100, true))
                .contains("attempt 1 started", "attempt 2 started", "about to write: create", "> the request", "< cut");
    }

    @Test
    void aWaitingDocumentShowsWhatStandsInItsWay() {
        JsonNode waiting = JsonMapper.shared().readTree("""
                {"transfer":{"id":9,"kind":"work","number":"912","state":"WAITING","problem":null,"next":"waits"},
                 "waitsFor":{"id":8,"kind":"customer","number":"10152",
                             "problem":{"reason":"No such country.","remedy":"Choose one.","cause":"fortnox.country-unknown"}},
                 "invoiced":"no","because":"nothing was sent","steps":[],"attempts":[],"actions":[]}""");
        assertThat(StoryText.of(waiting, TIMES, 100, false))
                .contains("customer 10152 (transfer 8) has stopped: No such country.", "To do     Choose one.");
    }
}
