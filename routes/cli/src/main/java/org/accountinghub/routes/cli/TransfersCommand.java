package org.accountinghub.routes.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

/** {@code hub transfers}: list them, let one explain itself, retry or dismiss it. */
@Command(name = "transfers", description = "list transfers, show one, retry, dismiss or restore it")
final class TransfersCommand {

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
        wanted.put("state", state == null ? null : state.toUpperCase(java.util.Locale.ROOT));
        wanted.put("cause", cause);
        wanted.put("number", number);
        wanted.put("limit", String.valueOf(limit));
        String query = wanted.entrySet().stream()
                .filter(entry -> entry.getValue() != null)
                .map(entry -> entry.getKey() + "=" + HubClient.encoded(String.valueOf(entry.getValue())))
                .collect(Collectors.joining("&"));
        asked.show(asked.client().get("/api/transfers?" + query), page -> table(page.path("transfers"), asked.width()));
    }

    @Command(name = "show", description = "everything about one transfer")
    void show(@Mixin Hub asked, @Parameters(paramLabel = "ID") long id) {
        asked.show(asked.client().get("/api/transfers/" + id), story -> StoryText.of(story, asked.width()));
    }

    @Command(
            name = "retry",
            description = "send a stopped transfer again; safe: it first looks for what was sent before")
    void retry(@Mixin Hub asked, @Parameters(paramLabel = "ID") long id) {
        verb(asked, id, "retry", Map.of());
    }

    @Command(name = "dismiss", description = "leave a transfer unsent, with a reason")
    void dismiss(
            @Mixin Hub asked,
            @Parameters(paramLabel = "ID") long id,
            @Option(names = "--reason", required = true, description = "why; is kept") String reason) {
        verb(asked, id, "dismiss", Map.of("reason", reason));
    }

    @Command(name = "restore", description = "undo a dismissal")
    void restore(@Mixin Hub asked, @Parameters(paramLabel = "ID") long id) {
        verb(asked, id, "restore", Map.of());
    }

    private static void verb(Hub asked, long id, String verb, Map<String, String> body) {
        asked.show(
                asked.client().post("/api/transfers/" + id + "/" + verb, body),
                answer -> answer.path("message").asString());
    }

    private static String table(JsonNode transfers, int width) {
        Table table =
                new Table(width, "ID", "CONNECTION", "KIND", "NUMBER", "PAYER", "STATE", "THERE", "TRIES", "PROBLEM");
        transfers.forEach(transfer -> table.row(
                transfer.path("id").asLong(),
                transfer.path("connection").asString(),
                transfer.path("kind").asString(),
                transfer.path("number").asString(),
                transfer.path("payer").asString(""),
                transfer.path("state").asString(),
                transfer.path("partnerNumber").asString(""),
                transfer.path("attempts").asInt(),
                transfer.path("problem").path("reason").asString("")));
        return table.toString();
    }
}
