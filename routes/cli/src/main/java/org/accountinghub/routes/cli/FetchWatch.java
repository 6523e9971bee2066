package org.accountinghub.routes.cli;

import tools.jackson.databind.JsonNode;

/** Waits for a fetch that was begun, and tells how it goes. */
final class FetchWatch {

    private static final int LOOKS_TO_BEGIN = 50;

    private final Hub asked;
    private final String path;

    FetchWatch(Hub asked, String path) {
        this.asked = asked;
        this.path = path;
    }

    /** The connection when the fetch has ended; as it is when none began. */
    JsonNode await(String earlier) {
        return new Watch(asked, path, "the fetch goes on in the hub")
                .await(
                        asked.client().get(path),
                        (connection, look) -> isComing(connection, earlier, look) || isRunning(connection),
                        connection -> progress(connection.path("lastFetch")));
    }

    private static boolean isComing(JsonNode connection, String earlier, int look) {
        return look < LOOKS_TO_BEGIN
                && connection.path("lastFetch").path("began").asString("").equals(earlier);
    }

    private static boolean isRunning(JsonNode connection) {
        return connection.path("lastFetch").path("state").asString("").equals("RUNNING");
    }

    static String result(JsonNode connection) {
        JsonNode fetch = connection.path("lastFetch");
        return switch (fetch.path("state").asString("")) {
            case "DONE" -> "Fetched: " + progress(fetch) + ".";
            case "STOPPED" ->
                "Stopped: " + fetch.path("stoppedBy").path("reason").asString("") + " It is taken up again by itself; "
                        + progress(fetch) + " so far.";
            default -> "The fetch has not begun yet; './hub connections' shows when it has.";
        };
    }

    private static String progress(JsonNode fetch) {
        return Lines.counted(fetch.path("looked").asLong(), "invoice", "invoices") + " looked at, "
                + fetch.path("changed").asLong() + " changed";
    }
}
