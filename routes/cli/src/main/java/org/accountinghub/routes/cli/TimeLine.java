package org.accountinghub.routes.cli;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What happened to a transfer, in order. Folded: what says nothing new is left out, and what repeats is said once. */
final class TimeLine {

    private final LocalTimes times;
    private final int width;
    private final boolean verbose;

    TimeLine(LocalTimes times, int width, boolean verbose) {
        this.times = times;
        this.width = width;
        this.verbose = verbose;
    }

    String of(JsonNode events) {
        List<JsonNode> all = events.valueStream().toList();
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            JsonNode event = all.get(i);
            if (!verbose && isPreamble(event, i + 1 < all.size() ? all.get(i + 1) : null)) {
                continue;
            }
            int last = verbose ? i : endOfRepetition(all, i);
            lines.add(line(event, all.get(last), repetitions(all, i, last)));
            i = last;
            event.path("exchanges").forEach(call -> lines.addAll(call(call)));
        }
        return String.join("\n", lines);
    }

    /** The beginning of an attempt that got further. */
    private static boolean isPreamble(JsonNode event, @Nullable JsonNode next) {
        String what = event.path("what").asString("");
        return next != null
                && next.path("attempt").asInt() == event.path("attempt").asInt()
                && event.path("exchanges").isEmpty()
                && (what.matches("attempt \\d+ started") || what.startsWith("about to write"));
    }

    private static int endOfRepetition(List<JsonNode> all, int first) {
        int last = first;
        for (int i = first + 1; i < all.size(); i++) {
            if (isPreamble(all.get(i), i + 1 < all.size() ? all.get(i + 1) : null)) {
                continue;
            }
            if (!said(all.get(i)).equals(said(all.get(first)))
                    || !all.get(i).path("exchanges").isEmpty()) {
                break;
            }
            last = i;
        }
        return last;
    }

    private static long repetitions(List<JsonNode> all, int first, int last) {
        return all.subList(first, last + 1).stream()
                .filter(event -> said(event).equals(said(all.get(first))))
                .count();
    }

    private String line(JsonNode event, JsonNode last, long repetitions) {
        String label = "  %s  %2s  "
                .formatted(
                        times.at(event.path("at").asString("")),
                        event.path("attempt").asString(""));
        String more = repetitions > 1
                ? " (" + repetitions + " times, until "
                        + times.at(last.path("at").asString("")) + ")"
                : "";
        return Lines.labelled(label, times.in(said(event)) + more, width);
    }

    /** What happened; the words add what the partner said to it. */
    private static String said(JsonNode event) {
        String what = event.path("what").asString("");
        String words = event.path("words").asString("");
        String reason = what.substring(what.indexOf(": ") + 1).strip();
        if (words.isEmpty() || what.contains(words)) {
            return what;
        }
        return words.startsWith(reason) ? what + words.substring(reason.length()) : what + ": " + words;
    }

    private List<String> call(JsonNode call) {
        int status = call.path("status").asInt();
        List<String> lines = new ArrayList<>();
        lines.add("                " + asked(call) + " -> " + (status == 0 ? "no answer" : status) + " in "
                + call.path("tookMillis").asLong() + " ms");
        if (verbose) {
            body(lines, ">", call.path("request").asString(""));
            body(lines, "<", call.path("answer").asString(""));
        } else if (status == 0 || status >= 400) {
            body(lines, "<", call.path("answer").asString(""));
        }
        return lines;
    }

    private static String asked(JsonNode call) {
        String method = call.path("operation").asString("").replaceAll(" .*", "");
        String path = call.path("uri").asString("").replaceFirst("https?://[^/]*", "");
        return method + " " + path;
    }

    private void body(List<String> lines, String mark, String body) {
        String label = "                " + mark + " ";
        if (!body.isBlank()) {
            lines.add(verbose ? label + body : Lines.labelled(label, body.replaceAll("\\s+", " "), width));
        }
    }
}
