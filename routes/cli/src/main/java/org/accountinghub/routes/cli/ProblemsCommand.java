package org.accountinghub.routes.cli;

import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

/** {@code hub problems}: failures grouped by cause, each with its remedy. */
@Command(name = "problems", description = "failures grouped by cause, each with its remedy; retry a whole group")
public final class ProblemsCommand implements Runnable {

    private static final int NUMBERS_SHOWN = 6;

    @Mixin
    private @Nullable Hub hub;

    @Override
    public void run() {
        list(Objects.requireNonNull(hub), null);
    }

    @Command(name = "list", description = "failures grouped by cause")
    void list(@Mixin Hub asked, @Option(names = "--connection") @Nullable String connection) {
        String query = connection == null ? "" : "?connection=" + HubClient.encoded(connection);
        asked.show(asked.client().get("/api/problems" + query), groups -> table(groups, asked.width()));
    }

    @Command(name = "retry", description = "retry every transfer that stopped for this cause")
    void retry(
            @Mixin Hub asked,
            @Parameters(paramLabel = "CAUSE") String cause,
            @Option(names = "--connection") @Nullable String connection) {
        String query = connection == null ? "" : "?connection=" + HubClient.encoded(connection);
        asked.show(
                asked.client().post("/api/problems/" + HubClient.encoded(cause) + "/retry" + query, Map.of()),
                answer -> answer.path("message").asString());
    }

    /** The groups as people read them. */
    public static String table(JsonNode groups, int width) {
        if (groups.isEmpty()) {
            return "No problems.";
        }
        Table table = new Table(width, "CAUSE", "CONNECTION", "COUNT", "ORDERS", "REASON AND REMEDY");
        groups.forEach(group -> table.row(
                group.path("cause").asString(),
                group.path("connection").asString(),
                group.path("count").asLong(),
                numbers(group.path("orders")),
                group.path("reason").asString() + " -> " + group.path("remedy").asString()));
        return table.toString();
    }

    private static String numbers(JsonNode orders) {
        String shown = orders.valueStream()
                .limit(NUMBERS_SHOWN)
                .map(JsonNode::asString)
                .reduce((a, b) -> a + " " + b)
                .orElse("");
        return orders.size() > NUMBERS_SHOWN ? shown + " +" + (orders.size() - NUMBERS_SHOWN) : shown;
    }
}
