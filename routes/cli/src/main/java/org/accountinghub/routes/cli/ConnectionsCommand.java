package org.accountinghub.routes.cli;

import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

/** {@code hub connections}: what the hub is connected to, consent, and trying a connection. */
@Command(name = "connections", description = "list connections, consent to one, try one")
final class ConnectionsCommand implements Runnable {

    @Mixin
    private @Nullable Hub hub;

    @Override
    public void run() {
        list(Objects.requireNonNull(hub));
    }

    @Command(name = "list", description = "every connection with its state")
    void list(@Mixin Hub asked) {
        asked.show(asked.client().get("/api/overview").path("connections"), all -> table(all, asked.width()));
    }

    @Command(
            name = "authorize",
            description = "print the link where a person logs in at the accounting system and consents")
    void authorize(@Mixin Hub asked, @Parameters(paramLabel = "NAME") String name) {
        asked.show(
                asked.client().post("/api/connections/" + HubClient.encoded(name) + "/authorize", Map.of()),
                answer -> "Open this link, log in and consent; the browser comes back to the hub by itself:\n"
                        + answer.path("link").asString());
    }

    @Command(
            name = "check",
            description = "try a connection without writing anything; lists everything that is missing")
    void check(@Mixin Hub asked, @Parameters(paramLabel = "NAME") String name) {
        asked.show(
                asked.client().post("/api/connections/" + HubClient.encoded(name) + "/check", Map.of()),
                answer -> answer.path("problems").isEmpty()
                        ? name + " is well."
                        : problems(answer.path("problems"), asked.width()));
    }

    @Command(name = "fetch", description = "fetch what became of the invoices now, without waiting for the schedule")
    void fetch(@Mixin Hub asked, @Parameters(paramLabel = "NAME") String name) {
        asked.show(
                asked.client().post("/api/connections/" + HubClient.encoded(name) + "/fetch", Map.of()),
                answer -> answer.path("message").asString());
    }

    static String table(JsonNode connections, int width) {
        Table table = new Table(width, "CONNECTION", "CONNECTOR", "SUBGROUP", "COMPANY", "STATE", "PROBLEM");
        connections.forEach(connection -> table.row(
                connection.path("name").asString(),
                connection.path("connector").asString(),
                connection.path("subgroup").asString("(all)"),
                connection.path("tenant").asString("(not known yet)"),
                connection.path("state").asString(),
                connection.path("problem").path("reason").asString("")));
        return table.toString();
    }

    private static String problems(JsonNode problems, int width) {
        Table table = new Table(width, "CAUSE", "REASON AND REMEDY");
        problems.forEach(problem -> table.row(
                problem.path("cause").asString(),
                problem.path("reason").asString() + " " + problem.path("remedy").asString()));
        return table.toString();
    }
}
