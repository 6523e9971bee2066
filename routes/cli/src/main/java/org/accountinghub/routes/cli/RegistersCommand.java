package org.accountinghub.routes.cli;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
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

/** {@code hub registers}: customers and articles on both sides; what matches, imports, conflicts. */
@Command(
        name = "registers",
        description = "customers and articles on both sides: what matches, imports, conflicts",
        footer = {
            "",
            "To connect an accounting system that holds customers already:",
            "  hub registers match CONNECTION customers      look what belongs together; writes nothing",
            "  hub registers report CONNECTION customers     read it (--class CONFLICT, --csv FILE)",
            "  hub registers approve CONNECTION customers --all",
            "  hub registers import CONNECTION customers     then by schedule, as the file of connections says"
        })
final class RegistersCommand implements Runnable {

    private static final int USUAL_LIMIT = 50;
    private static final String CLASSES = "SAME, LINK, SUGGESTION, CREATE_HERE, CREATE_THERE, CONFLICT, DOUBLED";

    @Mixin
    private @Nullable Hub hub;

    @Override
    public void run() {
        list(Objects.requireNonNull(hub), null);
    }

    @Command(name = "list", description = "each connection's registers at a glance")
    void list(
            @Mixin Hub asked,
            @Option(names = "--connection", paramLabel = "NAME", description = "only of this connection") @Nullable String connection) {
        asked.show(
                asked.client().get("/api/registers" + query(Map.of("connection", orNone(connection)))),
                all -> RegistersText.overview(all, asked.times(), asked.width()));
    }

    @Command(name = "match", description = "look which records belong together, before anything is written")
    void match(
            @Mixin Hub asked,
            @Parameters(paramLabel = "CONNECTION") String connection,
            @Parameters(paramLabel = "customers|articles") String register,
            @Option(names = "--no-wait", description = "do not wait until it has ended") boolean noWait) {
        JsonNode begun = asked.client().post(path(connection, register) + "/match", Map.of());
        if (noWait) {
            asked.show(begun, RegistersCommand::message);
            return;
        }
        JsonNode run = new RunWatch(asked).await(begun);
        if (!run.path("state").asString("").equals("DONE")) {
            asked.show(run, ended -> RegistersText.run(ended, asked.times(), asked.width()));
            return;
        }
        summary(asked, connection, register);
    }

    @Command(
            name = "report",
            description =
                    "the newest report of what matches: counts; line by line with --class or --open; or as a file")
    void report(
            @Mixin Hub asked,
            @Parameters(paramLabel = "CONNECTION") String connection,
            @Parameters(paramLabel = "customers|articles") String register,
            @Option(names = "--class", paramLabel = "CLASS", description = "only this class: " + CLASSES) @Nullable String kind,
            @Option(names = "--open", description = "only what nobody has decided about") boolean open,
            @Option(names = "--after", defaultValue = "0", description = "go on after this line") int after,
            @Option(names = "--limit", defaultValue = "50", description = "at most so many (default 50)") int limit,
            @Option(names = "--csv", paramLabel = "FILE", description = "every line into this file") @Nullable Path csv) {
        if (kind == null && !open && after == 0 && csv == null && limit == USUAL_LIMIT) {
            summary(asked, connection, register);
            return;
        }
        long id = newest(asked, connection, register);
        Map<String, String> wanted = new LinkedHashMap<>();
        wanted.put("kind", kind == null ? "" : RegistersText.matchClass(kind));
        wanted.put("decision", open ? "OPEN" : "");
        if (csv != null) {
            long bytes = asked.client().download("/api/matches/" + id + "/lines.csv" + query(wanted), csv);
            asked.say("written: " + csv + ", " + bytes + " bytes");
            return;
        }
        wanted.put("after", String.valueOf(after));
        wanted.put("limit", String.valueOf(limit));
        asked.show(
                asked.client().get("/api/matches/" + id + "/lines" + query(wanted)),
                lines -> RegistersText.lines(lines, limit, asked.width()));
    }

    @Command(
            name = "approve",
            description = "approve what matches: all that is certain, whole classes, or single lines")
    void approve(
            @Mixin Hub asked,
            @Parameters(paramLabel = "CONNECTION") String connection,
            @Parameters(paramLabel = "customers|articles") String register,
            @Option(names = "--all", description = "what is certain: SAME, LINK, CREATE_HERE and CREATE_THERE")
                    boolean all,
            @Option(
                            names = "--class",
                            paramLabel = "CLASS",
                            description = "a whole class: SAME, LINK, SUGGESTION, CREATE_HERE, CREATE_THERE")
                    @Nullable List<String> kinds,
            @Option(names = "--line", paramLabel = "N", split = ",", description = "a line, whatever its class")
                    @Nullable List<Integer> lines) {
        if (!all && kinds == null && lines == null) {
            throw new HubRefusal("say what is approved: --all (what is certain), --class CLASS or --line N.");
        }
        Map<String, Object> choice = new LinkedHashMap<>();
        choice.put("all", all);
        choice.put(
                "classes",
                kinds == null
                        ? List.of()
                        : kinds.stream().map(RegistersText::matchClass).toList());
        choice.put("lines", lines == null ? List.of() : lines);
        asked.show(
                asked.client().post("/api/matches/" + newest(asked, connection, register) + "/approve", choice),
                answer -> message(answer)
                        + (answer.path("refused").isEmpty()
                                ? ""
                                : "\n\n"
                                        + RegistersText.lines(
                                                answer.path("refused"), Integer.MAX_VALUE, asked.width())));
    }

    @Command(name = "decline", description = "say no to lines; their records are left alone")
    void decline(
            @Mixin Hub asked,
            @Parameters(paramLabel = "CONNECTION") String connection,
            @Parameters(paramLabel = "customers|articles") String register,
            @Option(names = "--line", paramLabel = "N", split = ",", required = true, description = "a line")
                    List<Integer> lines) {
        asked.show(
                asked.client()
                        .post(
                                "/api/matches/" + newest(asked, connection, register) + "/decline",
                                Map.of("lines", lines)),
                RegistersCommand::message);
    }

    @Command(name = "import", description = "import what changed now, without waiting for the schedule")
    void begin(
            @Mixin Hub asked,
            @Parameters(paramLabel = "CONNECTION") String connection,
            @Parameters(paramLabel = "customers|articles") String register,
            @Option(names = "--whole", description = "everything, not only what changed") boolean whole,
            @Option(names = "--no-wait", description = "do not wait until it has ended") boolean noWait) {
        JsonNode begun = asked.client().post(path(connection, register) + "/import?whole=" + whole, Map.of());
        if (noWait) {
            asked.show(begun, RegistersCommand::message);
        } else {
            asked.show(new RunWatch(asked).await(begun), run -> RegistersText.run(run, asked.times(), asked.width()));
        }
    }

    @Command(name = "runs", description = "imports and looks for what matches, newest first")
    void runs(
            @Mixin Hub asked,
            @Option(names = "--connection", paramLabel = "NAME", description = "only of this connection") @Nullable String connection,
            @Option(names = "--register", description = "only of this register") @Nullable String register,
            @Option(names = "--limit", defaultValue = "20", description = "at most so many (default 20)") int limit) {
        Map<String, String> wanted = new LinkedHashMap<>();
        wanted.put("connection", orNone(connection));
        wanted.put("register", orNone(register));
        wanted.put("limit", String.valueOf(limit));
        asked.show(
                asked.client().get("/api/registers/runs" + query(wanted)),
                all -> RegistersText.runs(all, asked.times(), asked.width()));
    }

    @Command(name = "run", description = "one run: how far it is, and the records it changed, skipped or failed at")
    void run(
            @Mixin Hub asked,
            @Parameters(paramLabel = "ID") long id,
            @Option(names = "--outcome", description = "only the records with this outcome, e.g. FAILED") @Nullable String outcome,
            @Option(names = "--after", defaultValue = "0", description = "go on after this record") long after,
            @Option(names = "--limit", defaultValue = "50", description = "at most so many (default 50)") int limit,
            @Option(names = "--records", description = "the records instead of the counts") boolean records) {
        JsonNode run = asked.client().get("/api/registers/runs/" + id);
        if (!records && outcome == null && after == 0) {
            asked.show(run, one -> RegistersText.run(one, asked.times(), asked.width()));
            return;
        }
        Map<String, String> wanted = new LinkedHashMap<>();
        wanted.put("outcome", outcome == null ? "" : outcome.toUpperCase(Locale.ROOT));
        wanted.put("after", String.valueOf(after));
        wanted.put("limit", String.valueOf(limit));
        asked.show(
                asked.client().get("/api/registers/runs/" + id + "/records" + query(wanted)),
                all -> RegistersText.records(all, limit, asked.width()));
    }

    @Command(name = "cancel", description = "stop a run at its next record; what it has done stays done")
    void cancel(@Mixin Hub asked, @Parameters(paramLabel = "ID") long id) {
        asked.show(asked.client().post("/api/registers/runs/" + id + "/cancel", Map.of()), RegistersCommand::message);
    }

    @Command(name = "conflicts", description = "fields that were changed where they have no master, or on both sides")
    void conflicts(
            @Mixin Hub asked,
            @Option(names = "--connection", paramLabel = "NAME", description = "only of this connection") @Nullable String connection,
            @Option(names = "--number", description = "only of the record with this number here") @Nullable String number,
            @Option(names = "--all", description = "those that somebody acknowledged too") boolean all,
            @Option(names = "--limit", defaultValue = "50", description = "at most so many (default 50)") int limit) {
        Map<String, String> wanted = new LinkedHashMap<>();
        wanted.put("connection", orNone(connection));
        wanted.put("number", orNone(number));
        wanted.put("acknowledged", String.valueOf(all));
        wanted.put("limit", String.valueOf(limit));
        asked.show(
                asked.client().get("/api/conflicts" + query(wanted)),
                found -> RegistersText.conflicts(found, limit, asked.times(), asked.width()));
    }

    @Command(name = "acknowledge", description = "you have seen a conflict, or all of a connection")
    void acknowledge(
            @Mixin Hub asked,
            @Parameters(paramLabel = "ID", arity = "0..1", description = "one conflict") @Nullable Long id,
            @Option(names = "--connection", paramLabel = "NAME", description = "all open ones of this connection")
                    @Nullable String connection) {
        if ((id == null) == (connection == null)) {
            throw new HubRefusal("name one conflict by its ID, or all of a connection with --connection");
        }
        asked.show(
                asked.client()
                        .post(
                                id != null
                                        ? "/api/conflicts/" + id + "/acknowledge"
                                        : "/api/conflicts/acknowledge"
                                                + query(Map.of("connection", orNone(connection))),
                                Map.of()),
                RegistersCommand::message);
    }

    private static void summary(Hub asked, String connection, String register) {
        asked.show(
                asked.client().get(newestPath(connection, register)),
                match -> RegistersText.summary(
                        match, exported(asked, connection, match.path("register")), asked.times(), asked.width()));
    }

    private static boolean exported(Hub asked, String connection, JsonNode register) {
        return asked.client()
                .get("/api/registers" + query(Map.of("connection", connection)))
                .valueStream()
                .anyMatch(line -> line.path("register").equals(register)
                        && line.path("export").asBoolean());
    }

    private static long newest(Hub asked, String connection, String register) {
        return asked.client().get(newestPath(connection, register)).path("id").asLong();
    }

    private static String newestPath(String connection, String register) {
        return "/api/matches/" + HubClient.encoded(connection) + "/" + HubClient.encoded(register);
    }

    private static String path(String connection, String register) {
        return "/api/registers/" + HubClient.encoded(connection) + "/" + HubClient.encoded(register);
    }

    private static String orNone(@Nullable String value) {
        return value == null ? "" : value;
    }

    private static String message(JsonNode answer) {
        return answer.path("message").asString("");
    }

    private static String query(Map<String, String> wanted) {
        String query = wanted.entrySet().stream()
                .filter(entry -> !entry.getValue().isEmpty())
                .map(entry -> entry.getKey() + "=" + HubClient.encoded(entry.getValue()))
                .collect(Collectors.joining("&"));
        return query.isEmpty() ? "" : "?" + query;
    }
}
