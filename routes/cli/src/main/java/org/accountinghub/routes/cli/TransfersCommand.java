package org.accountinghub.routes.cli;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

/** {@code hub transfers}: list them, let one explain itself, retry or dismiss it. */
@Command(
        name = "transfers",
        description = "list transfers, show one, retry, dismiss, restore it, or say that it was done by hand")
final class TransfersCommand implements Runnable {

    static final String NOT_THERE = "also what is in doubt: you looked in the accounting system, and it is not there";

    private static final int USUAL_LIMIT = 50;

    @Mixin
    private @Nullable Hub hub;

    @Override
    public void run() {
        list(Objects.requireNonNull(hub), null, null, null, null, USUAL_LIMIT);
    }

    @Command(name = "list", description = "transfers, newest change first")
    void list(
            @Mixin Hub asked,
            @Option(names = "--connection", description = "only of this connection") @Nullable String connection,
            @Option(names = "--state", description = "only in this state, e.g. REJECTED") @Nullable String state,
            @Option(names = "--cause", description = "only with this cause of a problem") @Nullable String cause,
            @Option(names = "--number", description = "only of this order or customer") @Nullable String number,
            @Option(names = "--limit", defaultValue = "50", description = "at most so many (default 50)") int limit) {
        Map<String, @Nullable String> wanted = new LinkedHashMap<>();
        wanted.put("connection", connection);
        wanted.put("state", state == null ? null : state.toUpperCase(Locale.ROOT));
        wanted.put("cause", cause);
        wanted.put("number", number);
        wanted.put("limit", String.valueOf(limit));
        String query = wanted.entrySet().stream()
                .filter(entry -> entry.getValue() != null)
                .map(entry -> entry.getKey() + "=" + HubClient.encoded(String.valueOf(entry.getValue())))
                .collect(Collectors.joining("&"));
        asked.show(asked.client().get("/api/transfers?" + query), page -> table(page, asked.width()));
    }

    @Command(name = "show", description = "one transfer explains itself: invoiced or not, what is wrong, what happened")
    void show(
            @Mixin Hub asked,
            @Parameters(paramLabel = "ID") long id,
            @Option(
                            names = {"-v", "--verbose"},
                            description = "every event, requests and answers in full (personal numbers masked)")
                    boolean verbose) {
        asked.show(
                asked.client().get("/api/transfers/" + id),
                story -> StoryText.of(story, asked.times(), asked.width(), verbose));
    }

    @Command(
            name = "retry",
            description = "send a stopped transfer again; what may have been written before is looked for first")
    void retry(
            @Mixin Hub asked,
            @Parameters(paramLabel = "ID") long id,
            @Option(names = "--not-there", description = NOT_THERE) boolean notThere) {
        verb(asked, id, "retry", Map.of("notThere", notThere));
    }

    @Command(name = "dismiss", description = "leave a transfer unsent, with a reason")
    void dismiss(
            @Mixin Hub asked,
            @Parameters(paramLabel = "ID") long id,
            @Option(names = "--reason", required = true, description = "why; is kept") String reason) {
        verb(asked, id, "dismiss", Map.of("reason", reason));
    }

    @Command(
            name = "delivered",
            description = "a stopped document, customer or article is there: bind it to this one, once it was read and"
                    + " compared there")
    void delivered(
            @Mixin Hub asked,
            @Parameters(paramLabel = "ID") long id,
            @Option(names = "--number", required = true, description = "its number in the accounting system")
                    String number,
            @Option(names = "--reason", required = true, description = "how it came there; is kept") String reason,
            @Option(
                            names = "--accept-differences",
                            description = "what differs on a document is known; the reason says why")
                    boolean acceptDifferences) {
        verb(
                asked,
                id,
                "delivered",
                Map.of("number", number, "reason", reason, "acceptDifferences", acceptDifferences));
    }

    @Command(
            name = "complete",
            description = "the document was made and the rest is done by hand: count the remaining steps as done")
    void complete(
            @Mixin Hub asked,
            @Parameters(paramLabel = "ID") long id,
            @Option(names = "--reason", required = true, description = "how; is kept") String reason) {
        verb(asked, id, "complete", Map.of("reason", reason));
    }

    @Command(name = "restore", description = "undo a dismissal")
    void restore(@Mixin Hub asked, @Parameters(paramLabel = "ID") long id) {
        verb(asked, id, "restore", Map.of());
    }

    private static void verb(Hub asked, long id, String verb, Map<String, ?> body) {
        asked.show(
                asked.client().post("/api/transfers/" + id + "/" + verb, body),
                answer -> answer.path("message").asString(""));
    }

    private static String table(JsonNode page, int width) {
        if (page.path("transfers").isEmpty()) {
            return "No transfers.";
        }
        Table table = new Table(width, "ID", "CONNECTION", "WHAT", "PAYER", "STATE", "THERE", "PROBLEM");
        page.path("transfers")
                .forEach(transfer -> table.row(
                        transfer.path("id").asLong(),
                        transfer.path("connection").asString(""),
                        transfer.path("kind").asString("") + " "
                                + transfer.path("number").asString(""),
                        transfer.path("payer").asString(""),
                        transfer.path("state").asString(""),
                        transfer.path("partnerNumber").asString(""),
                        problem(transfer)));
        return page.path("next").asString("").isEmpty() ? table.toString() : table + "\n(more: --limit, or filter)";
    }

    private static String problem(JsonNode transfer) {
        String waitsFor = transfer.path("waitsFor").asString("");
        return transfer.path("problem")
                .path("reason")
                .asString(waitsFor.isEmpty() ? "" : "waits for transfer " + waitsFor);
    }
}
