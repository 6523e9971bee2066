package org.accountinghub.routes.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/**
 * One transfer as a person reads it: was the customer invoiced, what is wrong, what to do, and then what happened.
 */
final class StoryText {

    private final LocalTimes times;
    private final int width;
    private final List<String> lines = new ArrayList<>();

    private StoryText(LocalTimes times, int width) {
        this.times = times;
        this.width = width;
    }

    /** @param verbose with every event, and requests and answers in full */
    static String of(JsonNode story, LocalTimes times, int width, boolean verbose) {
        StoryText text = new StoryText(times, width);
        text.heading(story.path("transfer"));
        if (!story.path("transfer").path("kind").asString("").equals("customer")) {
            text.line(
                    "Invoiced",
                    story.path("invoiced").asString("").toUpperCase(Locale.ROOT) + ", because "
                            + story.path("because").asString(""));
        }
        text.standing(story.path("transfer"));
        text.problem(story);
        text.notes(story.path("steps"));
        text.history(story, verbose);
        return String.join("\n", text.lines);
    }

    private void heading(JsonNode transfer) {
        String by = transfer.path("requestedBy").asString("");
        lines.add(Lines.labelled(
                "Transfer " + transfer.path("id").asString("") + ": ",
                what(transfer) + ", over " + transfer.path("connection").asString("")
                        + (by.isEmpty() ? "" : ", wanted by " + by),
                width));
        lines.add("");
    }

    private void standing(JsonNode transfer) {
        String state = transfer.path("state").asString("");
        String number = transfer.path("partnerNumber").asString("");
        String due = transfer.path("dueAt").asString("");
        line("State", state + (number.isEmpty() ? "" : ", number " + number + " there"));
        line("Next", transfer.path("next").asString("") + (state.equals("DUE") ? ", at " + due : ""));
    }

    /** Its own problem, or that of the one it waits for. */
    private void problem(JsonNode story) {
        JsonNode before = story.path("waitsFor");
        JsonNode own = story.path("transfer").path("problem");
        JsonNode problem = own.isObject() ? own : before.path("problem");
        if (!problem.isObject()) {
            return;
        }
        String whose = own.isObject()
                ? ""
                : what(before) + " (transfer " + before.path("id").asString("") + ") has stopped: ";
        line("Problem", whose + problem.path("reason").asString(""));
        String said = problem.path("partnerSays").asString("");
        if (!said.isEmpty()) {
            line("They say", said);
        }
        line("To do", problem.path("remedy").asString(""));
        line("Cause", problem.path("cause").asString(""));
    }

    private void notes(JsonNode steps) {
        String notes = steps.valueStream()
                .flatMap(step -> step.path("made").path("notes").valueStream())
                .map(JsonNode::asString)
                .collect(Collectors.joining("; "));
        if (!notes.isEmpty()) {
            line("Noted", notes);
        }
        steps.valueStream()
                .filter(step -> !step.path("state").asString("").equals("DONE"))
                .forEach(step -> line(
                        "Step",
                        step.path("name").asString("") + " is "
                                + step.path("state").asString("").toLowerCase(Locale.ROOT)));
    }

    private void history(JsonNode story, boolean verbose) {
        lines.add("");
        lines.add("What happened (time, attempt; " + times.zone() + ")");
        lines.add(new TimeLine(times, width, verbose).of(story.path("attempts")));
        if (!story.path("actions").isEmpty()) {
            lines.add("");
            lines.add("What people did");
            story.path("actions")
                    .forEach(action -> lines.add(Lines.labelled(
                            "  " + times.at(action.path("at").asString("")) + "  ",
                            action.path("who").asString("") + ": "
                                    + action.path("verb").asString("").toLowerCase(Locale.ROOT)
                                    + reason(action.path("reason").asString("")),
                            width)));
        }
        if (!verbose && hasCalls(story)) {
            lines.add("");
            lines.add("Requests and answers in full: add --verbose");
        }
    }

    private static boolean hasCalls(JsonNode story) {
        return story.path("attempts")
                .valueStream()
                .anyMatch(event -> !event.path("exchanges").isEmpty());
    }

    private static String reason(String reason) {
        return reason.isEmpty() ? "" : ", " + reason;
    }

    private static String what(JsonNode transfer) {
        String kind = transfer.path("kind").asString("");
        String payer = transfer.path("payer").asString("");
        int generation = transfer.path("generation").asInt();
        return kind
                + (kind.equals("customer") ? " " : " order ")
                + transfer.path("number").asString("")
                + (payer.isEmpty() ? "" : " for payer " + payer)
                + (generation > 1 ? ", sent again (" + generation + ")" : "");
    }

    private void line(String label, String text) {
        lines.add(Lines.labelled("%-9s ".formatted(label), times.in(text), width));
    }
}
