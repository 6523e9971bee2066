package org.accountinghub.routes.cli;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;

/** {@code hub problems}: what needs a person, grouped by cause, each with its remedy. */
@Command(name = "problems", description = "what needs a person, by cause, with remedies; retry a whole group")
final class ProblemsCommand implements Runnable {

    private static final String IN_FULL = "each in full, however many";

    @Mixin
    private @Nullable Hub hub;

    @Option(
            names = {"-v", "--verbose"},
            description = IN_FULL)
    private boolean verbose;

    @Option(names = "--connection", paramLabel = "NAME", description = "only of this connection")
    private @Nullable String connection;

    @Override
    public void run() {
        list(Objects.requireNonNull(hub), connection, verbose);
    }

    @Command(name = "list", description = "what needs a person, by cause, most urgent first")
    void list(
            @Mixin Hub asked,
            @Option(names = "--connection", paramLabel = "NAME", description = "only of this connection") @Nullable String connection,
            @Option(
                            names = {"-v", "--verbose"},
                            description = IN_FULL)
                    boolean verbose) {
        asked.show(
                asked.client().get("/api/problems" + query(connection)),
                groups ->
                        verbose ? ProblemsText.inFull(groups, asked.width()) : ProblemsText.of(groups, asked.width()));
    }

    @Command(name = "show", description = "one cause in full: reason, orders, remedy")
    void show(@Mixin Hub asked, @Parameters(paramLabel = "CAUSE") String cause) {
        List<JsonNode> all = asked.client()
                .get("/api/problems")
                .valueStream()
                .filter(group -> group.path("cause").asString("").equals(cause))
                .toList();
        if (all.isEmpty()) {
            throw new HubRefusal("nothing has stopped for the cause " + cause + ".");
        }
        ArrayNode groups = JsonMapper.shared().createArrayNode();
        all.forEach(groups::add);
        asked.show(groups, some -> ProblemsText.inFull(some, asked.width()));
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
