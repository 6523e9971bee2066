package org.accountinghub.routes.cli;

import tools.jackson.databind.JsonNode;

/** One transfer as a person reads it: what it is, whether the customer was invoiced, what is wrong, what happened. */
final class StoryText {

    private StoryText() {}

    static String of(JsonNode story, int width) {
        JsonNode transfer = story.path("transfer");
        StringBuilder text = new StringBuilder();
        line(
                text,
                "Transfer",
                transfer.path("id").asString() + " over "
                        + transfer.path("connection").asString());
        line(text, "What", what(transfer));
        line(
                text,
                "State",
                transfer.path("state").asString() + ": " + transfer.path("next").asString());
        line(
                text,
                "Invoiced",
                story.path("invoiced").asString() + ": " + story.path("because").asString());
        JsonNode problem = transfer.path("problem");
        if (problem.isObject()) {
            line(text, "Problem", problem.path("reason").asString());
            line(text, "Remedy", problem.path("remedy").asString());
            String said = problem.path("partnerSays").asString("");
            if (!said.isEmpty()) {
                line(text, "They say", said);
            }
        }
        Table steps = new Table(width, "STEP", "STATE", "NUMBER THERE", "NOTES");
        story.path("steps")
                .forEach(step -> steps.row(
                        step.path("step").path("name").asString(),
                        step.path("state").asString(),
                        step.path("made").path("number").asString(""),
                        step.path("made").path("notes").isMissingNode()
                                ? ""
                                : step.path("made").path("notes").toString()));
        Table attempts = new Table(width, "TRY", "WHEN", "WHAT", "VERDICT", "WORDS");
        story.path("attempts").forEach(attempt -> {
            attempts.row(
                    attempt.path("attempt").asInt(),
                    attempt.path("at").asString(),
                    attempt.path("what").asString(),
                    attempt.path("verdict").asString(""),
                    attempt.path("words").asString(""));
            attempt.path("exchanges").forEach(exchange -> attempts.row("", "", "", "", exchange.asString()));
        });
        Table actions = new Table(width, "WHEN", "WHO", "DID", "REASON");
        story.path("actions")
                .forEach(action -> actions.row(
                        action.path("at").asString(),
                        action.path("who").asString(),
                        action.path("verb").asString(),
                        action.path("reason").asString()));
        text.append('\n').append(steps).append("\n\n").append(attempts);
        return story.path("actions").isEmpty()
                ? text.toString()
                : text.append("\n\n").append(actions).toString();
    }

    private static String what(JsonNode transfer) {
        String payer = transfer.path("payer").asString("");
        return transfer.path("kind").asString() + " " + transfer.path("number").asString()
                + (payer.isEmpty() ? "" : " for payer " + payer)
                + (transfer.path("generation").asInt() > 1
                        ? ", sent again (" + transfer.path("generation").asInt() + ")"
                        : "");
    }

    private static void line(StringBuilder text, String label, String value) {
        text.append(String.format("%-9s %s%n", label, value));
    }
}
