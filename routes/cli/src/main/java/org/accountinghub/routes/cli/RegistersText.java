package org.accountinghub.routes.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
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

    private RegistersText() {}

    static String overview(JsonNode registers, LocalTimes times, int width) {
        Table table = new Table(width, "CONNECTION", "REGISTER", "LINKED", "TO DECIDE", "CONFLICTS", "LAST RUN");
        for (JsonNode register : registers) {
            JsonNode run = register.path("lastRun");
            table.row(
                    register.path("connection").asString(""),
                    lower(register.path("register")),
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

    static String summary(JsonNode match, LocalTimes times, int width) {
        Table table = new Table(width, "CLASS", "LINES", "TO DECIDE", "MEANING");
        for (String kind : IN_ORDER) {
            long lines = match.path("counts").path(kind).asLong(0);
            if (lines > 0) {
                table.row(kind, lines, match.path("open").path(kind).asLong(0), CLASSES.getOrDefault(kind, ""));
            }
        }
        return "Report " + match.path("id").asLong() + " of " + lower(match.path("register")) + " at "
                + match.path("connection").asString("") + ", made "
                + times.at(match.path("made").asString("")) + "; "
                + Lines.counted(match.path("linked").asLong(), "pair was", "pairs were") + " linked before.\n\n"
                + table;
    }

    static String lines(JsonNode lines, int width) {
        if (lines.isEmpty()) {
            return "No such lines.";
        }
        Table table = new Table(width, "LINE", "CLASS", "DECISION", "HERE", "THERE", "SCORE", "WHY");
        for (JsonNode line : lines) {
            String differing = line.path("differing")
                    .valueStream()
                    .map(RegistersText::lower)
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
        return table.toString();
    }

    private static String half(JsonNode half) {
        return half.isMissingNode() || half.isNull()
                ? "-"
                : half.path("number").asString("") + " " + half.path("name").asString("");
    }

    static String runs(JsonNode runs, LocalTimes times, int width) {
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
                + List.of("created", "updated", "exported", "unchanged", "skipped", "failed", "conflicts", "calls")
                        .stream()
                        .filter(what -> counts.path(what).asLong() > 0)
                        .map(what -> ", " + counts.path(what).asLong() + " " + what)
                        .collect(Collectors.joining());
    }

    static String records(JsonNode records, int width) {
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
                    (problem.path("reason").asString("") + " "
                                    + problem.path("remedy").asString(""))
                            .strip());
        }
        return table.toString();
    }

    static String conflicts(JsonNode conflicts, LocalTimes times, int width) {
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
                    lower(conflict.path("field")).replace('_', '-'),
                    shown(conflict.path("ours")),
                    shown(conflict.path("theirs")),
                    switch (conflict.path("settled").asString("")) {
                        case "STORE_WON" -> "here's";
                        case "ACCOUNTING_WON" -> "there's";
                        case "NOT_HELD" -> "there's: it does not hold ours";
                        default -> "both";
                    },
                    conflict.path("acknowledged").path("who").asString(""),
                    times.at(conflict.path("at").asString("")));
        }
        return table.toString();
    }

    private static String shown(JsonNode value) {
        return value.asString("").isEmpty() ? "(nothing)" : value.asString("");
    }

    private static String lower(JsonNode value) {
        return value.asString("").toLowerCase(Locale.ROOT);
    }
}
