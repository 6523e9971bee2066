package org.accountinghub.routes.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** The groups of problems as a person reads them: one block each, under what they mean for the customers' invoices. */
public final class ProblemsText {

    private static final int NUMBERS_SHOWN = 12;

    /** As many blocks as fit a page. */
    private static final int FEW = 6;

    private static final Map<String, String> HEADINGS = Map.of(
            "CONNECTION", "STANDS STILL: nothing of this moves until it is mended",
            "AT_PARTNER", "INVOICED, WITH SOMETHING WRONG: it is in the accounting system; mend it there",
            "IN_DOUBT", "IN DOUBT: may or may not be in the accounting system; look there",
            "NOT_SENT", "NOT SENT: the customer is not invoiced",
            "REGISTER", "REGISTERS: no invoice is concerned");

    private ProblemsText() {}

    /**
     * Few in full; many as a table of causes and what to do.
     *
     * @param groups of {@code /api/problems}; their order is kept
     */
    public static String of(JsonNode groups, int width) {
        return groups.size() > FEW ? ProblemsGlance.of(groups, width) : inFull(groups, width);
    }

    /** One block each. */
    static String inFull(JsonNode groups, int width) {
        if (groups.isEmpty()) {
            return "No problems.";
        }
        Map<String, List<JsonNode>> byKind = new LinkedHashMap<>();
        groups.forEach(group -> byKind.computeIfAbsent(group.path("kind").asString(""), kind -> new ArrayList<>())
                .add(group));
        List<String> lines = new ArrayList<>();
        byKind.forEach((kind, all) -> {
            lines.add(heading(kind));
            lines.add("");
            all.forEach(group -> lines.addAll(block(group, width)));
        });
        lines.add(whatNext(groups));
        return String.join("\n", lines);
    }

    /** The commands that go on from here. */
    static String whatNext(JsonNode groups) {
        List<String> lines = new ArrayList<>();
        boolean transfers = groups.valueStream().anyMatch(ProblemsText::isOfOrders);
        if (transfers) {
            lines.add("One explains itself:   ./hub transfers show ID");
            lines.add("When it is mended:     ./hub problems retry CAUSE");
        }
        if (groups.valueStream()
                .anyMatch(group -> group.path("kind").asString("").equals("IN_DOUBT"))) {
            lines.add(
                    "When you have looked:  ./hub transfers delivered ID --number N | retry ID --not-there | dismiss ID");
        }
        if (groups.valueStream().anyMatch(ProblemsText::isConnection)) {
            lines.add(
                    "What stands still:     ./hub connections check NAME     tries it; it goes on when nothing is missing");
        }
        return String.join("\n", lines);
    }

    private static boolean isOfOrders(JsonNode group) {
        return !isConnection(group) && !isRegister(group);
    }

    private static boolean isRegister(JsonNode group) {
        return group.path("kind").asString("").equals("REGISTER");
    }

    private static boolean isConnection(JsonNode group) {
        return group.path("kind").asString("").equals("CONNECTION");
    }

    static String heading(String kind) {
        return HEADINGS.getOrDefault(kind, kind);
    }

    private static List<String> block(JsonNode group, int width) {
        List<String> lines = new ArrayList<>();
        lines.add(Lines.labelled("  " + group.path("cause").asString("") + "  ", concerned(group), width));
        lines.add(Lines.labelled("      ", group.path("reason").asString(""), width));
        String said = group.path("sample").path("partnerSays").asString("");
        if (!said.isEmpty()) {
            lines.add(Lines.labelled("      They say: ", said, width));
        }
        lines.add(Lines.labelled("   -> ", group.path("remedy").asString(""), width));
        lines.add("");
        return lines;
    }

    private static String concerned(JsonNode group) {
        String connection = group.path("connection").asString("");
        String orders = counted(group);
        String numbers = numbers(group.path("orders"));
        String example = group.path("example").asString("");
        return (connection.isEmpty() ? "" : connection + ", ")
                + orders
                + (numbers.isEmpty() ? "" : ": " + numbers)
                + (example.isEmpty() ? "" : " (transfer " + example + ")");
    }

    /** How many orders are concerned, or how much there is to look at in registers. */
    static String counted(JsonNode group) {
        long orders = group.path("orderCount").asLong();
        long transfers = group.path("count").asLong();
        if (isRegister(group)) {
            return transfers + " to look at";
        }
        return orders == 0 && transfers > 0 && !isConnection(group)
                ? Lines.counted(transfers, "customer or article", "customers or articles")
                : Lines.counted(orders, "order", "orders");
    }

    private static String numbers(JsonNode orders) {
        List<String> distinct =
                orders.valueStream().map(JsonNode::asString).distinct().toList();
        String shown = distinct.stream().limit(NUMBERS_SHOWN).collect(Collectors.joining(" "));
        return distinct.size() > NUMBERS_SHOWN ? shown + " and " + (distinct.size() - NUMBERS_SHOWN) + " more" : shown;
    }
}
