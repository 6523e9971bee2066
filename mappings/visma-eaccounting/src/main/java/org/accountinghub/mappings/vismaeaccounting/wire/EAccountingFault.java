package org.accountinghub.mappings.vismaeaccounting.wire;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.accountinghub.mappings.json.WireJson;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * What eAccounting says when it refuses: {@code {"ErrorCode":…,"DeveloperErrorMessage":…,"ErrorId":…}}, newer answers with
 * {@code Errors} of single fields besides. Anything else is kept as its first words.
 *
 * @param code eAccounting's number, such as 2000
 * @param message its own words, possibly empty
 * @param fields what is wrong with single fields
 */
public record EAccountingFault(Optional<Integer> code, String message, List<FieldFault> fields) {

    private static final int KEPT = 300;
    private static final Pattern WAIT = Pattern.compile("(?i)try again in (\\d{1,6}) seconds?");

    /** One field and what is wrong with it. */
    public record FieldFault(String field, String message) {}

    public EAccountingFault {
        fields = List.copyOf(fields);
    }

    /** Reads a refusal's body; never throws. */
    public static EAccountingFault of(@Nullable String body) {
        if (body == null || body.isBlank()) {
            return new EAccountingFault(Optional.empty(), "", List.of());
        }
        try {
            JsonNode root = WireJson.mapper().readTree(body);
            String message = root.path("DeveloperErrorMessage")
                    .asString(root.path("Message").asString(""));
            if (root.path("ErrorCode").isIntegralNumber() || !message.isEmpty()) {
                return new EAccountingFault(
                        root.path("ErrorCode").isIntegralNumber()
                                ? Optional.of(root.path("ErrorCode").intValue())
                                : Optional.empty(),
                        message,
                        fields(root.path("Errors")));
            }
        } catch (JacksonException e) {
            return firstWords(body);
        }
        return firstWords(body);
    }

    public boolean is(int number) {
        return code.isPresent() && code.get() == number;
    }

    /** Seconds to wait, where the words say so: {@code Try again in 55 seconds.} */
    public Optional<Integer> secondsToWait() {
        Matcher wait = WAIT.matcher(message);
        return wait.find() ? Optional.of(Integer.valueOf(wait.group(1))) : Optional.empty();
    }

    /** Code, message and fields as a person would quote them. */
    public String words() {
        StringBuilder words = new StringBuilder(code.map(String::valueOf).orElse(""));
        if (!message.isEmpty()) {
            words.append(words.isEmpty() ? "" : ": ").append(message);
        }
        fields.forEach(field -> words.append(" [")
                .append(field.field())
                .append(": ")
                .append(field.message())
                .append(']'));
        return words.toString();
    }

    private static List<FieldFault> fields(JsonNode errors) {
        List<FieldFault> fields = new ArrayList<>();
        for (JsonNode error : errors) {
            fields.add(new FieldFault(
                    error.path("Field").asString(error.path("Key").asString("")),
                    error.path("Message").asString("")));
        }
        return fields;
    }

    private static EAccountingFault firstWords(String body) {
        String line = body.strip().replaceAll("\\s+", " ");
        return new EAccountingFault(
                Optional.empty(), line.length() > KEPT ? line.substring(0, KEPT) + " …" : line, List.of());
    }
}
