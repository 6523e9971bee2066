package org.accountinghub.routes.demo;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.accountinghub.routes.demo.data.DemoCompany;
import tools.jackson.databind.JsonNode;

/**
 * The worst that happens between two systems, played twice: an order or an invoice is made and the answer gets lost.
 * Whoever sends it again invoices a customer twice.
 */
final class LostAnswers {

    private static final String NO_ANSWER = ".no-answer";

    private final Progress progress;
    private final Set<Long> doubted = new LinkedHashSet<>();
    private final Set<Long> found = new LinkedHashSet<>();

    LostAnswers(Progress progress) {
        this.progress = progress;
    }

    /** @param kinds what each company sends: orders or invoices */
    void prepare(Map<DemoCompany, String> kinds, Function<DemoCompany, SimulatedSystem> systems) {
        kinds.forEach((company, kind) -> systems.apply(company).loseAnswer(DemoConnections.tenantOf(company), kind));
        progress.step("  one document of each company will be made without an answer ever");
    }

    /** Tells of those that were met since the last look, and of those that are certain again. */
    void watch(List<JsonNode> documents) {
        for (JsonNode document : documents) {
            long id = document.path("id").asLong();
            boolean unanswered =
                    document.path("problem").path("cause").asString("").endsWith(NO_ANSWER);
            if (unanswered && doubted.add(id)) {
                progress.step("  no answer for " + Documents.order(document)
                        + ": it may be invoiced or not. The hub waits, then looks, before it sends anything");
            }
            if (doubted.contains(id) && Documents.state(document).equals("DELIVERED") && found.add(id)) {
                progress.step("  found " + Documents.order(document) + " there as number " + Documents.number(document)
                        + ": not sent again");
            }
        }
    }

    /** How many of them the hub met and found again. */
    int found() {
        return found.size();
    }
}
