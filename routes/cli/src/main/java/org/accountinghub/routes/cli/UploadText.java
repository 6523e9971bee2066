package org.accountinghub.routes.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Uploaded registers as a person reads them. */
final class UploadText {

    private static final List<String> OUTCOMES = List.of("created", "updated", "unchanged", "refused", "ignored");
    private static final Set<String> TO_READ = Set.of("refused", "ignored");
    private static final int SHOWN = 20;

    private UploadText() {}

    /**
     * What became of an upload, or would.
     *
     * @param lines the result file, when rows were refused or ignored; the first of those are shown
     */
    static String of(JsonNode upload, String lines, int width) {
        boolean applied = upload.path("result").isObject();
        List<String> text = new ArrayList<>();
        text.add(Lines.labelled("", heading(upload, applied), width));
        Table counts = new Table(width, applied ? "ROWS" : "ROWS WOULD BE", "");
        long all = 0;
        for (String outcome : OUTCOMES) {
            long rows = lastRows(upload).path(outcome).asLong();
            if (rows > 0) {
                counts.row(outcome, rows);
            }
            all += rows;
        }
        text.add("");
        text.add(all > 0 ? counts.toString() : "There are no rows below the headers.");
        upload.path("remarks").forEach(remark -> text.add("\n" + Lines.labelled("", remark.asString(""), width)));
        if (!lines.isEmpty()) {
            text.add("");
            text.add(toRead(upload, lines, width));
        }
        if (upload.path("state").asString("").equals("CHECKED") && all > 0) {
            text.add("\nNothing was written. To write it: ./hub import apply "
                    + upload.path("id").asLong());
        }
        return String.join("\n", text);
    }

    static String table(JsonNode uploads, LocalTimes times, int width) {
        if (uploads.isEmpty()) {
            return "No uploads.";
        }
        Table table = new Table(width, "ID", "RECEIVED", "REGISTER", "STATE", "ROWS", "REFUSED", "FILE");
        uploads.forEach(upload -> table.row(
                upload.path("id").asLong(),
                times.at(upload.path("received").asString("")),
                register(upload),
                upload.path("state").asString(""),
                lastRows(upload).path("rows").asString(""),
                lastRows(upload).path("refused").asString(""),
                upload.path("fileName").asString("")));
        return table.toString();
    }

    static String progress(JsonNode upload) {
        long rows = lastRows(upload).path("rows").asLong();
        long all = upload.path("check").path("ended").isString()
                ? upload.path("check").path("rows").asLong()
                : 0;
        return upload.path("state").asString("").toLowerCase(Locale.ROOT) + ": " + rows
                + (upload.path("state").asString("").equals("APPLYING") && all > 0
                        ? " of " + all + " rows, " + 100 * rows / all + " %"
                        : " rows");
    }

    /** Of what is written, else of the check. */
    static JsonNode lastRows(JsonNode upload) {
        return upload.path("result").isObject() ? upload.path("result") : upload.path("check");
    }

    private static String heading(JsonNode upload, boolean applied) {
        String state = upload.path("state").asString("");
        return register(upload) + " from " + upload.path("fileName").asString("a file") + " (upload "
                + upload.path("id").asLong() + "): "
                + switch (state) {
                    case "DONE" -> "done.";
                    case "CHECKED" -> "checked.";
                    case "CANCELLED" -> applied ? "cancelled on its way; what was written stays." : "cancelled.";
                    default -> progress(upload) + ".";
                };
    }

    /** The rows of which a person should know, and why. */
    private static String toRead(JsonNode upload, String lines, int width) {
        Table table = new Table(width, "ROW", "NUMBER", "OUTCOME", "WHY");
        lines.lines()
                .map(UploadText::cells)
                .filter(cells -> cells.size() == 4 && TO_READ.contains(cells.get(2)))
                .limit(SHOWN)
                .forEach(cells -> table.row(cells.toArray()));
        long all = rowsToRead(upload);
        return table
                + (all > SHOWN
                        ? "\n(and " + (all - SHOWN) + " more: ./hub import result "
                                + upload.path("id").asLong() + " --to FILE)"
                        : "");
    }

    static long rowsToRead(JsonNode upload) {
        return TO_READ.stream()
                .mapToLong(outcome -> lastRows(upload).path(outcome).asLong())
                .sum();
    }

    /** Columns divided by semicolons, quoted where needed. */
    private static List<String> cells(String line) {
        List<String> cells = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < line.length(); i++) {
            char next = line.charAt(i);
            if (next == '"' && quoted && i + 1 < line.length() && line.charAt(i + 1) == '"') {
                cell.append(next);
                i++;
            } else if (next == '"') {
                quoted = !quoted;
            } else if (next == ';' && !quoted) {
                cells.add(cell.toString());
                cell.setLength(0);
            } else {
                cell.append(next);
            }
        }
        cells.add(cell.toString());
        return cells;
    }

    private static String register(JsonNode upload) {
        return upload.path("register").asString("").toLowerCase(Locale.ROOT);
    }
}
