package org.accountinghub.mappings.example;

import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Writes and reads the system's JSON: unknown properties are passed over, missing ones are not. */
public final class ExampleJson {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private ExampleJson() {}

    public static String write(Object body) {
        return MAPPER.writeValueAsString(body);
    }

    /** The body; empty when it is no such thing. */
    public static <T> Optional<T> read(JsonNode json, Class<T> type) {
        try {
            return Optional.ofNullable(MAPPER.treeToValue(json, type));
        } catch (JacksonException e) {
            return Optional.empty();
        }
    }
}
