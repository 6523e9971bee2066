package org.accountinghub.routes.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Many causes on one page: a table for each thing they mean, a line or two for each cause. */
final class ProblemsGlance {

    private ProblemsGlance() {}

    static String of(JsonNode groups, int width) {
        boolean several = groups.valueStream()
                        .map(group -> group.path("connection").asString(""))
                        .distinct()
                        .count()
                > 1;
        Map<String, Table> byKind = new LinkedHashMap<>();
        for (JsonNode group : groups) {
            byKind.computeIfAbsent(
                            group.path("kind").asString(""),
                            kind -> new Table(width, "CAUSE", "CONNECTION", "ORDERS", "WHAT TO DO"))
                    .row(
                            group.path("cause").asString(""),
                            several ? group.path("connection").asString("") : "",
                            orders(group),
                            group.path("remedy").asString(""));
        }
        List<String> parts = new ArrayList<>();
        byKind.forEach((kind, table) -> parts.add(ProblemsText.heading(kind) + "\n\n" + table));
        parts.add("One cause in full:     ./hub problems show CAUSE\n" + ProblemsText.whatNext(groups));
        return String.join("\n\n", parts);
    }

    /** One order by its number. */
    private static String orders(JsonNode group) {
        JsonNode numbers = group.path("orders");
        return numbers.size() == 1 ? "order " + numbers.path(0).asString("") : ProblemsText.counted(group);
    }
}
