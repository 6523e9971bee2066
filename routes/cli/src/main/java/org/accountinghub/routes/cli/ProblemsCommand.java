package org.accountinghub.routes.cli;

import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code hub problems}: what needs a person, grouped by cause, each with its remedy. */
@Command(name = "problems", description = "what needs a person, by cause, with remedies; retry a whole group")
final class ProblemsCommand implements Runnable {

    @Mixin
    private @Nullable Hub hub;

    @Override
    public void run() {
        list(Objects.requireNonNull(hub), null);
    }

    @Command(name = "list", description = "what needs a person, by cause, most urgent first")
    void list(
            @Mixin Hub asked,
            @Option(names = "--connection", paramLabel = "NAME", description = "only of this connection") @Nullable String connection) {
        asked.show(
                asked.client().get("/api/problems" + query(connection)),
                groups -> ProblemsText.of(groups, asked.width()));
    }

    @Command(name = "retry", description = "retry every transfer that stopped for this cause")
    void retry(
            @Mixin Hub asked,
            @Parameters(paramLabel = "CAUSE", description = "as 'problems' shows it, e.g. store.price-missing")
                    String cause,
            @Option(names = "--connection", paramLabel = "NAME", description = "only of this connection") @Nullable String connection,
            @Option(names = "--not-there", description = TransfersCommand.NOT_THERE) boolean notThere) {
        asked.show(
                asked.client()
                        .post(
                                "/api/problems/" + HubClient.encoded(cause) + "/retry" + query(connection),
                                Map.of("notThere", notThere)),
                answer -> answer.path("message").asString(""));
    }

    private static String query(@Nullable String connection) {
        return connection == null ? "" : "?connection=" + HubClient.encoded(connection);
    }
}
