package org.accountinghub.routes.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** An order before it is sent, as a person reads it: each document's way, rows and totals, and what stands against it. */
public final class PreviewText {

    private static final String MARGIN = "  ";
    private static final int LABEL = 14;

    private final LocalTimes times;
    private final int width;
    private final List<String> lines = new ArrayList<>();

    private PreviewText(LocalTimes times, int width) {
        this.times = times;
        this.width = width;
    }

    /**
     * As of now, at this machine.
     *
     * @param preview the answer of {@code /api/preview}
     */
    public static String of(JsonNode preview, int width) {
        return of(preview, LocalTimes.here(), width);
    }

    /** @param preview the answer of {@code /api/preview} */
    static String of(JsonNode preview, LocalTimes times, int width) {
        PreviewText text = new PreviewText(times, width);
        JsonNode documents = preview.path("documents");
        int position = 0;
        for (JsonNode document : documents) {
            position++;
            text.document(document, position, documents.size());
        }
        text.lines.add("Nothing was sent by looking.");
        return String.join("\n", text.lines);
    }

    private void document(JsonNode document, int position, int documents) {
        JsonNode content = document.path("content");
        lines.add(Lines.labelled(documents == 1 ? "" : position + ". ", heading(document), width));
        lines.add("");
        line("Sent now", sentNow(document));
        line("Goes to", destination(document));
        line("Payer", payer(document));
        if (content.isObject()) {
            content(content);
        }
        line("Steps", joined(document.path("steps"), ", then "));
        list("Rules", document.path("rules").valueStream().map(PreviewText::rule));
        list("Noted", document.path("notes").valueStream().map(JsonNode::asString));
        against("Not asked", document.path("unanswered"));
        against("Against it", document.path("problems"));
        lines.add("");
    }

    private static String heading(JsonNode document) {
        String target = document.path("content").path("target").asString("DOCUMENT");
        String subgroup = document.path("subgroup").asString("");
        int generation = document.path("generation").asInt();
        return target + " for " + document.path("kind").asString("") + " order "
                + document.path("number").asString("")
                + (subgroup.isEmpty() ? "" : ", subgroup " + subgroup)
                + (generation > 1 ? ", sent again (" + generation + ")" : "");
    }

    private String sentNow(JsonNode document) {
        JsonNode transfer = document.path("transfer");
        String notNow = document.path("notNow").asString("");
        if (document.path("sent").asBoolean()) {
            String number = transfer.path("partnerNumber").asString("");
            return "no: " + notNow + "; " + transfer.path("state").asString("") + " since "
                    + times.at(transfer.path("changed").asString(""))
                    + (number.isEmpty() ? "" : ", number " + number + " there")
                    + " (transfer " + transfer.path("id").asString("") + "). This is what was sent:";
        }
        if (!notNow.isEmpty()) {
            return "no: " + notNow;
        }
        return document.path("problems").isEmpty()
                ? "yes, by itself"
                : "it is wanted, but would stop with what stands against it";
    }

    private static String destination(JsonNode document) {
        String connection = document.path("connection").asString("");
        if (connection.isEmpty()) {
            return "nowhere";
        }
        String company = document.path("company").asString("");
        return connection + " (" + document.path("connector").asString("")
                + (company.isEmpty() ? "" : ", company " + company) + ")";
    }

    private static String payer(JsonNode document) {
        String name = document.path("content").path("payerName").asString("");
        String there = document.path("customerThere").asString("");
        String who = document.path("payer").asString("") + (name.isEmpty() ? "" : ", " + name);
        if (!there.isEmpty()) {
            return who + "; customer " + there + " there";
        }
        boolean goesSomewhere = !document.path("connection").asString("").isEmpty();
        return goesSomewhere && !document.path("sent").asBoolean() ? who + "; would be found there or created" : who;
    }

    private void content(JsonNode content) {
        line(
                "Date",
                content.path("date").asString("") + ", in "
                        + content.path("currency").asString("") + ", prices "
                        + (content.path("pricesIncludeVat").asBoolean() ? "with VAT" : "without VAT"));
        line("Your order no", content.path("yourOrderNumber").asString(""));
        line("Our reference", content.path("ourReference").asString(""));
        line("Your reference", content.path("yourReference").asString(""));
        line("Cost centre", content.path("costCentre").asString(""));
        line("Delivered to", content.path("deliveryAddress").asString(""));
        JsonNode reduction = content.path("taxReduction");
        if (reduction.isObject()) {
            line(
                    "Tax reduction",
                    reduction.path("type").asString("") + " for "
                            + Lines.counted(reduction.path("persons").asLong(), "person", "persons"));
        }
        lines.add("");
        lines.addAll(new RowTable(content, width - MARGIN.length())
                .lines().stream().map(row -> (MARGIN + row).stripTrailing()).toList());
        lines.add("");
    }

    private void against(String label, JsonNode problems) {
        list(
                label,
                problems.valueStream()
                        .map(problem -> problem.path("reason").asString("") + said(problem) + "\n-> "
                                + problem.path("remedy").asString("")));
    }

    private static String said(JsonNode problem) {
        String words = problem.path("partnerSays").asString("");
        return words.isEmpty() ? "" : " They say: " + words;
    }

    private static String rule(JsonNode rule) {
        String detail = rule.path("detail").asString("");
        return rule.path("rule").asString("") + (detail.isEmpty() ? "" : ": " + detail);
    }

    /** The label stands once, before the first. */
    private void list(String label, Stream<String> items) {
        String shown = label;
        for (String item : items.toList()) {
            for (String part : item.split("\n", -1)) {
                line(shown, part, true);
                shown = "";
            }
        }
    }

    private static String joined(JsonNode words, String separator) {
        return words.valueStream().map(JsonNode::asString).collect(Collectors.joining(separator));
    }

    private void line(String label, String text) {
        line(label, text, false);
    }

    private void line(String label, String text, boolean alsoWithoutLabel) {
        if (!text.isEmpty() && (alsoWithoutLabel || !label.isEmpty())) {
            lines.add(Lines.labelled((MARGIN + "%-" + LABEL + "s  ").formatted(label), times.in(text), width));
        }
    }
}
