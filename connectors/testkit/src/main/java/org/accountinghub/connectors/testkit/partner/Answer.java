package org.accountinghub.connectors.testkit.partner;

import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a partner answers. */
public record Answer(int status, Map<String, String> headers, String body) {
    private static final String CONTENT_TYPE = "Content-Type";

    public Answer {
        headers = Map.copyOf(headers);
    }

    public static Answer json(int status, JsonNode body) {
        return of(status, "application/json", body.toString());
    }

    public static Answer of(int status, String contentType, String body) {
        return new Answer(status, Map.of(CONTENT_TYPE, contentType), body);
    }

    public static Answer empty(int status) {
        return new Answer(status, Map.of(), "");
    }

    /** That it is done, to whoever steers a simulator. */
    public static Answer done(Runnable act) {
        act.run();
        return empty(204);
    }

    /** The number of what was made, to whoever steers a simulator. */
    public static Answer number(String number) {
        return json(200, JsonMapper.shared().createObjectNode().put("number", number));
    }

    public static Answer redirect(String location) {
        return new Answer(302, Map.of("Location", location), "");
    }

    public String contentType() {
        return headers.getOrDefault(CONTENT_TYPE, "");
    }

    Answer withBody(String other) {
        return new Answer(status, headers, other);
    }
}
