package org.accountinghub.routes.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

class ProblemsTextTest {

    private static final String REMEDY =
            "Open the order in the service system, enter what is missing, and set it ready for invoicing again.";

    private final ArrayNode groups = JsonMapper.shared().createArrayNode();

    private void group(String kind, String cause, int orders) {
        var group = groups.addObject();
        group.put("kind", kind).put("cause", cause).put("connection", "norr").put("orderCount", orders);
        group.put("reason", "Something is not as it must be.").put("remedy", REMEDY);
        var numbers = group.putArray("orders");
        for (int i = 0; i < orders; i++) {
            numbers.add("42" + i);
        }
    }

    @Test
    void manyCausesAreOnePage() {
        group("CONNECTION", "fortnox.consent-gone", 4);
        group("IN_DOUBT", "engine.in-doubt", 1);
        for (int i = 0; i < 14; i++) {
            group("NOT_SENT", "store.something-missing-" + i, i + 1);
        }

        String page = ProblemsText.of(groups, 100);

        assertThat(page.lines())
                .hasSizeLessThan(60)
                .allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(100));
        assertThat(page)
                .containsSubsequence(
                        "STANDS STILL",
                        "CAUSE",
                        "ORDERS",
                        "WHAT TO DO",
                        "fortnox.consent-gone",
                        "4 orders",
                        "IN DOUBT",
                        "engine.in-doubt",
                        "order 420",
                        "NOT SENT",
                        "./hub problems show CAUSE",
                        "./hub problems retry CAUSE",
                        "./hub connections check NAME")
                .doesNotContain("Something is not as it must be.", "CONNECTION");
    }

    @Test
    void whatIsInDoubtSaysHowItIsEnded() {
        group("NOT_SENT", "store.price-missing", 1);
        assertThat(ProblemsText.of(groups, 100)).doesNotContain("--not-there");
        group("IN_DOUBT", "fortnox.customer-in-doubt", 0);
        ((ObjectNode) groups.get(1)).put("count", 1);
        assertThat(ProblemsText.of(groups, 100))
                .contains(
                        "1 customer or article",
                        "./hub transfers delivered ID --number N | retry ID --not-there | dismiss ID");
    }

    @Test
    void whatStandsStillIsTriedAndNotRetried() {
        group("CONNECTION", "fortnox.consent-gone", 0);
        assertThat(ProblemsText.of(groups, 100))
                .contains("./hub connections check NAME")
                .doesNotContain("problems retry");
    }

    @Test
    void whatIsWrongWithRegistersIsNoOrderThatIsNotSent() {
        group("REGISTER", "register.conflicts", 0);
        ((ObjectNode) groups.get(0)).put("count", 25);
        assertThat(ProblemsText.of(groups, 100))
                .contains("REGISTERS", "norr, 25 to look at")
                .doesNotContain("NOT SENT", "0 orders", "problems retry");
    }

    @Test
    void fewCausesAreShownInFull() {
        group("NOT_SENT", "store.price-missing", 1);
        assertThat(ProblemsText.of(groups, 100)).contains("Something is not as it must be.", "-> Open the order");
    }
}
