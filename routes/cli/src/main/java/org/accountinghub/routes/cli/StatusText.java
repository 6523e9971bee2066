package org.accountinghub.routes.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** The overview as a person reads it: first of all whether anybody is needed. */
final class StatusText {

    private static final Set<String> ON_THE_WAY = Set.of("DUE", "QUEUED", "SENDING");
    private static final Set<String> STOPPED = Set.of("REJECTED", "EXHAUSTED");

    private StatusText() {}

    static String of(JsonNode overview, LocalTimes times, int width) {
        return Lines.labelled("", attention(overview.path("attention")), width) + "\n\n"
                + connections(overview.path("connections"), times, width) + "\n\n"
                + transfers(overview.path("transfers"), times, width);
    }

    /** One sentence. */
    static String attention(JsonNode lines) {
        if (lines.isEmpty()) {
            return "Nobody is needed: nothing has stopped.";
        }
        return "A person is needed: "
                + lines.valueStream().map(StatusText::words).collect(Collectors.joining("; "))
                + ". './hub problems' says why and what to do.";
    }

    private static String words(JsonNode line) {
        long orders = line.path("orders").asLong();
        String counted = Lines.counted(orders, "order", "orders");
        return switch (line.path("kind").asString("")) {
            case "CONNECTION" ->
                Lines.counted(line.path("causes").asLong(), "connection stands", "connections stand") + " still"
                        + (orders == 0 ? "" : ", " + counted + (orders == 1 ? " waits" : " wait"));
            case "AT_PARTNER" -> counted + " invoiced with something wrong";
            case "IN_DOUBT" -> counted + " in doubt";
            case "REGISTER" -> line.path("transfers").asLong() + " to look at in the registers";
            default -> counted + " not sent";
        };
    }

    static String connections(JsonNode connections, LocalTimes times, int width) {
        if (connections.isEmpty()) {
            return RegistersText.NO_CONNECTIONS;
        }
        Table table = new Table(width, "CONNECTION", "CONNECTOR", "SUBGROUP", "COMPANY", "STATE", "FETCHED");
        connections.forEach(connection -> table.row(
                connection.path("name").asString(""),
                connection.path("connector").asString(""),
                connection.path("subgroup").asString("(others)"),
                connection.path("tenant").asString("(unknown)"),
                connection.path("state").asString(""),
                fetched(connection.path("lastFetch"), times)));
        return table + problems(connections, width);
    }

    private static String problems(JsonNode connections, int width) {
        String lines = connections
                .valueStream()
                .filter(connection -> connection.path("problem").isObject())
                .map(connection -> "\n"
                        + Lines.labelled(
                                "  " + connection.path("name").asString("") + ": ",
                                connection.path("problem").path("reason").asString(""),
                                width))
                .collect(Collectors.joining());
        return lines.isEmpty() ? "" : "\n" + lines;
    }

    private static String fetched(JsonNode fetch, LocalTimes times) {
        String at = times.ago(fetch.path("heard").asString(""));
        return switch (fetch.path("state").asString("")) {
            case "" -> "not yet";
            case "RUNNING" -> "now";
            case "DONE" -> at + " ago";
            case "STOPPED" -> at + " ago, in part";
            default -> at + " ago, broken off";
        };
    }

    private static String transfers(JsonNode counts, LocalTimes times, int width) {
        if (counts.isEmpty()) {
            return "No transfers yet: no order is ready for invoicing that the hub has seen.";
        }
        Map<String, long[]> sums = new LinkedHashMap<>();
        Map<String, String> oldest = new LinkedHashMap<>();
        counts.forEach(count -> {
            String connection = count.path("connection").asString("");
            String state = count.path("state").asString("");
            sums.computeIfAbsent(connection, name -> new long[6])[column(state)] +=
                    count.path("count").asLong();
            if (column(state) == 1) {
                oldest.merge(connection, count.path("oldest").asString(""), (a, b) -> a.compareTo(b) < 0 ? a : b);
            }
        });
        Table table = new Table(
                width, "TRANSFERS", "DELIVERED", "UNDER WAY", "SINCE", "WAITING", "STOPPED", "IN DOUBT", "CLOSED");
        sums.forEach((connection, sum) -> table.row(
                connection,
                some(sum[0]),
                some(sum[1]),
                oldest.containsKey(connection) ? times.ago(oldest.get(connection)) : "",
                some(sum[2]),
                some(sum[3]),
                some(sum[4]),
                some(sum[5])));
        return table.toString();
    }

    private static int column(String state) {
        if (ON_THE_WAY.contains(state)) {
            return 1;
        }
        if (STOPPED.contains(state)) {
            return 3;
        }
        return switch (state) {
            case "DELIVERED" -> 0;
            case "WAITING" -> 2;
            case "IN_DOUBT" -> 4;
            default -> 5;
        };
    }

    private static String some(long count) {
        return count == 0 ? "" : String.valueOf(count);
    }
}
