package org.accountinghub.mappings.fortnox.wire;

import java.util.Locale;
import java.util.Optional;
import org.accountinghub.mappings.json.WireJson;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * What Fortnox says when it refuses. Four bodies are known: {@code ErrorInformation} with capitalised keys or with lower
 * case ones, {@code {"message":…}} (401), and OAuth's {@code {"error":…,"error_description":…}}. Anything else is kept as
 * its first words.
 *
 * @param code Fortnox's number, such as 2000433
 * @param error OAuth's short term, such as {@code invalid_grant}
 * @param message Fortnox's own words, possibly empty
 */
public record FortnoxFault(Optional<Integer> code, Optional<String> error, String message) {

    private static final int KEPT = 300;

    /** Reads a refusal's body; never throws. */
    public static FortnoxFault of(@Nullable String body) {
        if (body == null || body.isBlank()) {
            return new FortnoxFault(Optional.empty(), Optional.empty(), "");
        }
        try {
            JsonNode root = WireJson.mapper().readTree(body);
            JsonNode inner = child(root, "errorinformation");
            if (inner != null) {
                return new FortnoxFault(
                        text(inner, "code").flatMap(FortnoxFault::number),
                        Optional.empty(),
                        text(inner, "message").orElse(""));
            }
            Optional<String> error = text(root, "error");
            Optional<String> words = text(root, "error_description").or(() -> text(root, "message"));
            if (error.isPresent() || words.isPresent()) {
                return new FortnoxFault(Optional.empty(), error, words.orElse(""));
            }
        } catch (JacksonException e) {
            return firstWords(body);
        }
        return firstWords(body);
    }

    public boolean is(int number) {
        return code.isPresent() && code.get() == number;
    }

    /** Code and message as a person would quote them. */
    public String words() {
        String name = code.map(String::valueOf).or(() -> error).orElse("");
        return name.isEmpty() || message.isEmpty() ? name + message : name + ": " + message;
    }

    private static FortnoxFault firstWords(String body) {
        String line = body.strip().replaceAll("\\s+", " ");
        return new FortnoxFault(
                Optional.empty(), Optional.empty(), line.length() > KEPT ? line.substring(0, KEPT) + " …" : line);
    }

    private static @Nullable JsonNode child(JsonNode object, String lowerCaseName) {
        for (var property : object.properties()) {
            if (property.getKey().toLowerCase(Locale.ROOT).equals(lowerCaseName)) {
                return property.getValue();
            }
        }
        return null;
    }

    private static Optional<String> text(JsonNode object, String lowerCaseName) {
        JsonNode value = child(object, lowerCaseName);
        return value == null || !value.isValueNode() || value.isNull()
                ? Optional.empty()
                : Optional.of(value.asString()).filter(text -> !text.isBlank());
    }

    private static Optional<Integer> number(String text) {
        return text.matches("\\d{1,9}") ? Optional.of(Integer.valueOf(text)) : Optional.empty();
    }
}
