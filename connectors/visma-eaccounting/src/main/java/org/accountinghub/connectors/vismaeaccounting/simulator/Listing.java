package org.accountinghub.connectors.vismaeaccounting.simulator;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A page of a list: {@code $page}, {@code $pagesize}, {@code $filter}, {@code $orderby} and {@code modifiedSinceUtc}. */
final class Listing {
    private static final int USUAL = 50;
    private static final int MOST = 1000;

    private Listing() {}

    static ObjectNode page(Collection<ObjectNode> records, Map<String, String> query, Instant now) {
        Optional<Instant> since =
                Optional.ofNullable(query.get("modifiedSinceUtc")).map(Listing::instant);
        String filter = query.getOrDefault("$filter", "");
        List<ObjectNode> hits = records.stream()
                .filter(record -> since.isEmpty()
                        || !instant(record.path("ModifiedUtc")
                                        .asString(record.path("CreatedUtc").asString("")))
                                .isBefore(since.get()))
                .filter(record -> filter.isEmpty() || matches(record, filter))
                .sorted(order(query.getOrDefault("$orderby", "")))
                .toList();
        int size = number(query, "$pagesize", USUAL, MOST);
        int page = number(query, "$page", 1, Integer.MAX_VALUE);
        int pages = (hits.size() + size - 1) / size;
        ObjectNode answer = JsonMapper.shared().createObjectNode();
        answer.putObject("Meta")
                .put("CurrentPage", page)
                .put("PageSize", size)
                .put("TotalNumberOfPages", pages)
                .put("TotalNumberOfResults", hits.size())
                .put("ServerTimeUtc", now.toString());
        ArrayNode data = answer.putArray("Data");
        hits.stream().skip((page - 1L) * size).limit(size).forEach(data::add);
        return answer;
    }

    /** One field, ascending unless {@code desc} stands behind it; without any, as they were made. */
    private static Comparator<ObjectNode> order(String by) {
        String[] parts = by.strip().split(" +");
        if (parts.length > 2 || !by.matches("[\\w ]*")) {
            throw Refusal.invalid("$orderby", "cannot be read");
        }
        Comparator<ObjectNode> ascending =
                Comparator.comparing(record -> record.path(parts[0]).asString(""));
        return parts.length == 2 && parts[1].equals("desc") ? ascending.reversed() : ascending;
    }

    /** Alternatives of conjunctions; no parentheses. */
    private static boolean matches(ObjectNode record, String filter) {
        for (String alternative : filter.split(" or ")) {
            boolean all = true;
            for (String condition : alternative.split(" and ")) {
                all = all && holds(record, condition.strip());
            }
            if (all) {
                return true;
            }
        }
        return false;
    }

    private static boolean holds(ObjectNode record, String condition) {
        String[] parts = condition.split(" ", 3);
        if (parts.length < 3) {
            throw Refusal.invalid("$filter", "cannot be read: " + condition);
        }
        JsonNode field = record.path(parts[0]);
        String wanted = parts[2];
        boolean quoted = wanted.length() > 1 && wanted.startsWith("'") && wanted.endsWith("'");
        String value = quoted ? wanted.substring(1, wanted.length() - 1).replace("''", "'") : wanted;
        return switch (parts[1]) {
            case "eq" -> field.asString("").equalsIgnoreCase(value);
            case "ge" -> !field.isMissingNode() && !instant(field.asString("")).isBefore(instant(value));
            case "gt" -> !field.isMissingNode() && instant(field.asString("")).isAfter(instant(value));
            default -> throw Refusal.invalid("$filter", "unknown operator " + parts[1]);
        };
    }

    private static Instant instant(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeException e) {
            throw Refusal.invalid("$filter", "no point in time: " + text);
        }
    }

    private static int number(Map<String, String> query, String name, int usual, int most) {
        String text = query.getOrDefault(name, String.valueOf(usual));
        if (!text.matches("[1-9]\\d{0,8}") || Integer.parseInt(text) > most) {
            throw Refusal.invalid(name, "must be a number from 1 to " + most);
        }
        return Integer.parseInt(text);
    }
}
