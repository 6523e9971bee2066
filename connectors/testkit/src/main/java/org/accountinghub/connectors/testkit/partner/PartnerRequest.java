package org.accountinghub.connectors.testkit.partner;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * One HTTP request as a simulated partner sees it. The path lacks the mount point and is still
 * percent-encoded; header names compare without regard to case; of a repeated query parameter or header one counts.
 */
public record PartnerRequest(
        String id,
        Instant at,
        String method,
        String path,
        Map<String, String> query,
        Map<String, String> headers,
        String body) {

    public PartnerRequest {
        query = Map.copyOf(query);
        TreeMap<String, String> sorted = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        sorted.putAll(headers);
        headers = java.util.Collections.unmodifiableMap(sorted);
    }

    public Optional<String> parameter(String name) {
        return Optional.ofNullable(query.get(name));
    }

    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name));
    }

    /** The body of an {@code application/x-www-form-urlencoded} request. */
    public Map<String, String> form() {
        return decode(body);
    }

    /**
     * The body as JSON; an object without fields when there is none.
     *
     * @throws tools.jackson.core.JacksonException when it is something else
     */
    public JsonNode json() {
        return body.isBlank()
                ? JsonMapper.shared().createObjectNode()
                : JsonMapper.shared().readTree(body);
    }

    /** What the path consists of below {@code /_sim/}. */
    public String[] steering() {
        return path.substring(SimulatedPartner.ADMINISTRATION.length()).split("/");
    }

    /** Reads {@code a=1&b=2}. */
    public static Map<String, String> decode(String encoded) {
        Map<String, String> values = new LinkedHashMap<>();
        for (String pair : encoded.split("&")) {
            int equals = pair.indexOf('=');
            if (!pair.isEmpty()) {
                String name = equals < 0 ? pair : pair.substring(0, equals);
                String value = equals < 0 ? "" : pair.substring(equals + 1);
                values.put(
                        URLDecoder.decode(name, StandardCharsets.UTF_8),
                        URLDecoder.decode(value, StandardCharsets.UTF_8));
            }
        }
        return values;
    }
}
