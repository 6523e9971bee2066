package org.accountinghub.routes.cli;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import tools.jackson.databind.JsonNode;

/** {@code hub status}: connections, and how many transfers are where. */
@Command(name = "status", description = "connections, and how many transfers are in which state")
final class StatusCommand implements Runnable {

    @Mixin
    private @Nullable Hub hub;

    @Override
    public void run() {
        Hub asked = Objects.requireNonNull(hub);
        asked.show(asked.client().get("/api/overview"), overview -> text(overview, asked.width()));
    }

    private static String text(JsonNode overview, int width) {
        Table counts = new Table(width, "CONNECTION", "STATE", "TRANSFERS", "OLDEST");
        overview.path("transfers")
                .forEach(count -> counts.row(
                        count.path("connection").asString(),
                        count.path("state").asString(),
                        count.path("count").asLong(),
                        count.path("oldest").asString()));
        return ConnectionsCommand.table(overview.path("connections"), width) + "\n\n" + counts;
    }
}
