package org.accountinghub.mappings.json;

import com.fasterxml.jackson.annotation.JsonInclude;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;

/**
 * JSON whose properties have names like {@code CustomerNumber}. Written: what is absent is left out, never null, since the
 * contracts allow no null. Read: unknown properties, nulls, empty texts and numbers in quotes are all met in real answers.
 */
public final class WireJson {

    private static final int MAX_DEPTH = 50;
    private static final int MAX_TEXT = 1_000_000;

    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(MAX_DEPTH)
                            .maxStringLength(MAX_TEXT)
                            .build())
                    .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
                    .build())
            .propertyNamingStrategy(PropertyNamingStrategies.UPPER_CAMEL_CASE)
            .changeDefaultPropertyInclusion(inclusion -> inclusion
                    .withValueInclusion(JsonInclude.Include.NON_ABSENT)
                    .withContentInclusion(JsonInclude.Include.NON_ABSENT))
            .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
            .addModule(new SimpleModule().addDeserializer(String.class, new AnyScalarAsText()))
            .build();

    private WireJson() {}

    /** For clients that stream by themselves. */
    public static JsonMapper mapper() {
        return MAPPER;
    }

    public static String write(Object body) {
        return MAPPER.writeValueAsString(body);
    }

    /**
     * Reads one body.
     *
     * @throws MalformedAnswerException when it is no such body; the message holds nothing of the content
     */
    public static <T> T read(String json, Class<T> type) {
        try {
            T value = MAPPER.readValue(json, type);
            if (value == null) {
                throw new MalformedAnswerException("an empty answer where " + type.getSimpleName() + " belongs");
            }
            return value;
        } catch (JacksonException e) {
            throw new MalformedAnswerException("no readable " + type.getSimpleName() + " (" + where(e) + ")");
        }
    }

    private static String where(JacksonException e) {
        return e.getLocation() == null
                ? e.getClass().getSimpleName()
                : e.getClass().getSimpleName() + " at line " + e.getLocation().getLineNr() + ", column "
                        + e.getLocation().getColumnNr();
    }
}
