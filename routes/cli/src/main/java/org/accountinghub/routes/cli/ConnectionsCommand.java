package org.accountinghub.routes.cli;

import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

/** {@code hub connections}: what the hub is connected to, consent, and trying a connection. */
@Command(name = "connections", description = "list connections, consent to one, try, hold or release it")
final class ConnectionsCommand implements Runnable {

    @Mixin
    private @Nullable Hub hub;

    @Override
    public void run() {
        list(Objects.requireNonNull(hub));
    }

    @Command(name = "list", description = "every connection with its state")
    void list(@Mixin Hub asked) {
        asked.show(
                asked.client().get("/api/connections"),
                all -> StatusText.connections(all, asked.times(), asked.width()));
    }

    @Command(
            name = "authorize",
            description = "print the link where a person logs in at the accounting system and consents")
    void authorize(@Mixin Hub asked, @Parameters(paramLabel = "NAME") String name) {
        asked.show(
                asked.client().post("/api/connections/" + HubClient.encoded(name) + "/authorize", Map.of()),
                answer -> "Open this link, log in and consent; the browser comes back to the hub by itself:\n"
                        + answer.path("link").asString(""));
    }

    @Command(
            name = "check",
            description =
                    "try a connection without writing anything; lists everything that is missing, and lets a blocked one"
                            + " go on when nothing is; exit code 1 when something is")
    int check(@Mixin Hub asked, @Parameters(paramLabel = "NAME") String name) {
        JsonNode checked = asked.client().post("/api/connections/" + HubClient.encoded(name) + "/check", Map.of());
        asked.show(
                checked,
                answer -> answer.path("problems").isEmpty()
                        ? name + " is well."
                        : problems(answer.path("problems"), asked.width()));
        return checked.path("problems").isEmpty() ? CommandLine.ExitCode.OK : CommandLine.ExitCode.SOFTWARE;
    }

    @Command(name = "fetch", description = "fetch what became of the invoices now, without waiting for the schedule")
    void fetch(
            @Mixin Hub asked,
            @Parameters(paramLabel = "NAME") String name,
            @Option(names = "--no-wait", description = "do not wait until it has ended") boolean noWait) {
        String path = "/api/connections/" + HubClient.encoded(name);
        JsonNode before = asked.client().get(path);
        JsonNode begun = asked.client().post(path + "/fetch", Map.of());
        if (noWait) {
            asked.show(begun, answer -> asked.times().in(answer.path("message").asString("")));
            return;
        }
        String earlier = begun.path("changed").asBoolean()
                ? before.path("lastFetch").path("began").asString("")
                : "the one that runs";
        asked.show(new FetchWatch(asked, path).await(earlier), FetchWatch::result);
    }

    @Command(name = "hold", description = "stop a connection; its transfers wait and spend no attempts")
    void hold(
            @Mixin Hub asked,
            @Parameters(paramLabel = "NAME") String name,
            @Option(names = "--reason", required = true, description = "why; is kept and shown") String reason) {
        verb(asked, name, "hold", reason);
    }

    @Command(name = "release", description = "end a hold; what waits goes out")
    void release(
            @Mixin Hub asked,
            @Parameters(paramLabel = "NAME") String name,
            @Option(names = "--reason", defaultValue = "", description = "why; is kept") String reason) {
        verb(asked, name, "release", reason);
    }

    private static void verb(Hub asked, String name, String verb, String reason) {
        asked.show(
                asked.client()
                        .post("/api/connections/" + HubClient.encoded(name) + "/" + verb, Map.of("reason", reason)),
                answer -> answer.path("message").asString(""));
    }

    private static String said(String words, int width) {
        return words.isEmpty() ? "" : Lines.labelled("   They say: ", words, width) + "\n";
    }

    private static String problems(JsonNode problems, int width) {
        return problems.valueStream()
                .map(problem -> Lines.labelled("", problem.path("reason").asString(""), width) + "\n"
                        + said(problem.path("partnerSays").asString(""), width)
                        + Lines.labelled("   -> ", problem.path("remedy").asString(""), width))
                .collect(Collectors.joining("\n\n"));
    }
}
