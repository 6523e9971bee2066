package org.accountinghub.routes.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** Registers, runs, reports and conflicts as people read them. */
final class RegistersText {

    private static final Map<String, String> CLASSES = Map.of(
            "SAME", "the same number, confirmed",
            "LINK", "other numbers, the same registration or VAT number",
            "SUGGESTION", "alike by name",
            "CREATE_HERE", "only there: would be created here",
            "CREATE_THERE", "only here: would be created there",
            "CONFLICT", "the same number, another company",
            "DOUBLED", "twice on one side");

    private static final List<String> IN_ORDER =
            List.of("SAME", "LINK", "SUGGESTION", "CREATE_HERE", "CREATE_THERE", "CONFLICT", "DOUBLED");

    private static final List<String> WITH_ALL = List.of("SAME", "LINK", "CREATE_HERE", "CREATE_THERE");

    static final String NO_CONNECTIONS =
            "No connections: write a file of connections, name it with HUB_CONNECTIONS, start the hub again.";

    private RegistersText() {}

    /** The class as the hub calls it; refused with all that there are. */
    static String matchClass(String given) {
        String kind = given.toUpperCase(Locale.ROOT);
        if (!CLASSES.containsKey(kind)) {
            throw new HubRefusal("--class is " + given + "; possible are " + String.join(", ", IN_ORDER) + ".");
        }
        return kind;
    }

    static String overview(JsonNode registers, LocalTimes times, int width) {
        if (registers.isEmpty()) {
            return NO_CONNECTIONS;
        }
        Table table = new Table(
                width, "CONNECTION", "REGISTER", "IMPORT", "EXPORT", "LINKED", "TO DECIDE", "CONFLICTS", "LAST RUN");
        for (JsonNode register : registers) {
            JsonNode run = register.path("lastRun");
            table.row(
                    register.path("connection").asString(""),
                    lower(register.path("register")),
                    register.path("schedule").asString("on demand"),
                    register.path("export").asBoolean() ? "yes" : "no",
                    register.path("linked").asLong(),
                    register.path("match")
                            .path("open")
                            .valueStream()
                            .mapToLong(JsonNode::asLong)
                            .sum(),
                    register.path("conflicts").asLong(),
                    run.isMissingNode() || run.isNull()
                            ? "none yet"
                            : lower(run.path("kind")) + ", " + lower(run.path("state")) + " "
                                    + times.at(run.path("asked").asString("")));
        }
        return table.toString();
    }

    /** @param exported whether what is only here is made there */
    static String summary(JsonNode match, boolean exported, LocalTimes times, int width) {
        Table table = new Table(width, "CLASS", "LINES", "TO DECIDE", "MEANING");
        for (String kind : IN_ORDER) {
            long lines = match.path("counts").path(kind).asLong(0);
            if (lines > 0) {
                table.row(kind, lines, match.path("open").path(kind).asLong(0), CLASSES.getOrDefault(kind, ""));
            }
        }
        String title = "Report " + match.path("id").asLong() + " of " + lower(match.path("register")) + " at "
                + match.path("connection").asString("") + ", made "
                + times.at(match.path("made").asString("")) + "; "
                + Lines.counted(match.path("linked").asLong(), "pair was", "pairs were") + " linked before.";
        String stays = match.path("counts").path("CREATE_THERE").asLong() == 0 || exported
                ? ""
                : "\n\n"
                        + Lines.labelled(
                                "",
                                "What is only here stays only here: nothing is exported before the file of connections says"
                                        + " 'export: true' for this register.",
                                width);
        return Lines.labelled("", title, width) + "\n\n" + table + stays + whatNext(match);
    }

    /** The commands that decide what is open; nothing when nothing is. */
    private static String whatNext(JsonNode match) {
        JsonNode open = match.path("open");
        if (open.valueStream().mapToLong(JsonNode::asLong).sum() == 0) {
            return "";
        }
        String which = match.path("connection").asString("") + " " + lower(match.path("register"));
        String oneByOne = IN_ORDER.stream()
                .filter(kind -> !WITH_ALL.contains(kind) && open.path(kind).asLong() > 0)
                .findFirst()
                .orElse("");
        return "\n\nNothing is written before it is approved."
                + "\nLook at lines:     ./hub registers report " + which + " --class "
                + (oneByOne.isEmpty() ? "CLASS" : oneByOne) + ", or --csv FILE"
                + (WITH_ALL.stream().allMatch(kind -> open.path(kind).asLong() == 0)
                        ? ""
                        : "\nWhat is certain:   ./hub registers approve " + which + " --all, or --class CLASS")
                + (oneByOne.isEmpty()
                        ? ""
                        : "\nThe rest:          ./hub registers approve " + which + " --line N, or decline");
    }

    /** @param limit how many were asked for; as many, and there may be more */
    static String lines(JsonNode lines, int limit, int width) {
        if (lines.isEmpty()) {
            return "No such lines.";
        }
        Table table = new Table(width, "LINE", "CLASS", "DECISION", "HERE", "THERE", "SCORE", "WHY");
        for (JsonNode line : lines) {
            String differing = line.path("differing")
                    .valueStream()
                    .map(RegistersText::field)
                    .sorted()
                    .collect(Collectors.joining(", "));
            table.row(
                    line.path("line").asInt(),
                    line.path("kind").asString(""),
                    lower(line.path("decision")),
                    half(line.path("ours")),
                    half(line.path("theirs")),
                    line.path("score").asInt(),
                    line.path("reason").asString("") + (differing.isEmpty() ? "" : "; differs: " + differing));
        }
        return table
                + (lines.size() < limit
                        ? ""
                        : "\n(more: --after "
                                + lines.path(lines.size() - 1).path("line").asInt() + ", or all: --csv FILE)");
    }

    private static String half(JsonNode half) {
        return half.isMissingNode() || half.isNull()
                ? "-"
                : half.path("number").asString("") + " " + half.path("name").asString("");
    }

    static String runs(JsonNode runs, LocalTimes times, int width) {
        if (runs.isEmpty()) {
            return "No runs yet.";
        }
        Table table = new Table(width, "RUN", "CONNECTION", "REGISTER", "KIND", "STATE", "ASKED", "BY", "DONE");
        for (JsonNode run : runs) {
            table.row(
                    run.path("id").asLong(),
                    run.path("connection").asString(""),
                    lower(run.path("register")),
                    lower(run.path("kind")),
                    run.path("state").asString(""),
                    times.at(run.path("asked").asString("")),
                    run.path("askedBy").asString(""),
                    progress(run));
        }
        return table.toString();
    }

    static String run(JsonNode run, LocalTimes times, int width) {
        List<String> lines = new ArrayList<>();
        lines.add("Run " + run.path("id").asLong() + ", " + lower(run.path("kind")) + " of "
                + lower(run.path("register")) + " at " + run.path("connection").asString("") + ": "
                + run.path("state").asString("") + ".");
        lines.add("  asked for by " + run.path("askedBy").asString("") + " "
                + times.at(run.path("asked").asString(""))
                + (run.hasNonNull("ended")
                        ? ", ended " + times.at(run.path("ended").asString(""))
                        : ""));
        lines.add(Lines.labelled("  ", progress(run), width));
        JsonNode problem = run.path("problem");
        if (problem.isObject()) {
            lines.add(Lines.labelled("  ", problem.path("reason").asString(""), width));
            lines.add(Lines.labelled("  -> ", problem.path("remedy").asString(""), width));
        }
        long toRead = run.path("counts").path("skipped").asLong()
                + run.path("counts").path("failed").asLong();
        if (toRead > 0) {
            lines.add("  './hub registers run " + run.path("id").asLong() + " --records' names them one by one.");
        }
        return String.join("\n", lines);
    }

    /** How far a run is: what is nothing is left out. */
    static String progress(JsonNode run) {
        JsonNode counts = run.path("counts");
        String seen = counts.path("seen").asLong()
                + (run.hasNonNull("total") ? " of " + run.path("total").asLong() : "") + " seen";
        return seen
                + Stream.of("created", "updated", "exported", "unchanged", "skipped", "failed", "conflicts", "calls")
                        .filter(what -> counts.path(what).asLong() > 0)
                        .map(what -> ", " + Lines.counted(counts.path(what).asLong(), what.replaceAll("s$", ""), what))
                        .collect(Collectors.joining());
    }

    /** @param limit how many were asked for; as many, and there may be more */
    static String records(JsonNode records, int limit, int width) {
        if (records.isEmpty()) {
            return "No such records.";
        }
        Table table = new Table(width, "RECORD", "OUTCOME", "HERE", "THERE", "WHY");
        for (JsonNode record : records) {
            JsonNode problem = record.path("problem");
            table.row(
                    record.path("id").asLong(),
                    record.path("outcome").asString(""),
                    record.path("number").asString(""),
                    record.path("partnerNumber").asString(""),
                    Lines.sentences(
                            problem.path("reason").asString(""),
                            problem.path("remedy").asString("")));
        }
        return table
                + (records.size() < limit
                        ? ""
                        : "\n(more: --after "
                                + records.path(records.size() - 1).path("id").asLong() + ")");
    }

    /** @param limit how many were asked for; as many, and there may be more */
    static String conflicts(JsonNode conflicts, int limit, LocalTimes times, int width) {
        if (conflicts.isEmpty()) {
            return "No conflicts.";
        }
        Table table = new Table(
                width, "ID", "CONNECTION", "RECORD", "FIELD", "HERE", "THERE", "STANDS NOW", "SEEN BY", "SINCE");
        for (JsonNode conflict : conflicts) {
            table.row(
                    conflict.path("id").asLong(),
                    conflict.path("connection").asString(""),
                    lower(conflict.path("register")).replaceAll("s$", "") + " "
                            + conflict.path("number").asString(""),
                    field(conflict.path("field")),
                    shown(conflict.path("ours")),
                    shown(conflict.path("theirs")),
                    switch (conflict.path("settled").asString("")) {
                        case "STORE_WON" -> "here";
                        case "ACCOUNTING_WON" -> "there";
                        case "NOT_HELD" -> "there, which does not hold ours";
                        default -> "both";
                    },
                    conflict.path("acknowledged").path("who").asString(""),
                    times.at(conflict.path("at").asString("")));
        }
        return table + (conflicts.size() < limit ? "" : "\n(more: --limit, --connection or --number)");
    }

    private static String shown(JsonNode value) {
        return value.asString("").isEmpty() ? "(nothing)" : value.asString("");
    }

    private static String field(JsonNode field) {
        return lower(field).replace('_', '-');
    }

    private static String lower(JsonNode value) {
        return value.asString("").toLowerCase(Locale.ROOT);
    }
}
