package org.accountinghub.connectors.fortnox.simulator;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/**
 * One field of a Fortnox resource.
 *
 * @param least the least length of a text or value of an integer
 * @param most the greatest length of a text or value of an integer
 * @param allowed the values of an enumeration
 * @param inner the fields of an object or of a list's elements
 * @param unset what is answered when nothing was ever sent
 */
record Field(
        String name,
        Type type,
        long least,
        long most,
        List<String> allowed,
        Optional<Fields> inner,
        Access access,
        JsonNode unset) {

    /** What a value looks like. */
    enum Type {
        TEXT,
        QUANTITY,
        NUMBER,
        INT,
        BOOL,
        DATE,
        ENUM,
        OBJECT,
        LIST
    }

    /** What a request may do with it. */
    enum Access {
        WRITABLE,
        REQUIRED,
        IGNORED,
        ANSWERED
    }

    private static final Pattern REFUSED = Pattern.compile("[·…\t]");
    private static final List<String> ADDRESSES = List.of("WWW", "EmailBody");

    /** Refuses a value that Fortnox would refuse; an empty or missing value means "leave it". */
    void check(JsonNode value) {
        if (isEmpty(value)) {
            return;
        }
        switch (type) {
            case TEXT -> checkText(value);
            case QUANTITY -> require(value.isNumber() || isDecimal(value), "Värdet måste vara numeriskt", 2000106);
            case NUMBER -> require(value.isNumber(), "Värdet måste vara numeriskt", 2000106);
            case INT -> {
                require(value.isIntegralNumber(), "Värdet måste vara ett heltal", 2000106);
                require(
                        value.longValue() >= least && value.longValue() <= most,
                        "Värdet är utanför tillåtet intervall",
                        2000108);
            }
            case BOOL -> require(value.isBoolean(), "Värdet måste vara sant eller falskt", 1000030);
            case DATE -> require(isDate(value), "Värdet måste vara ett datum", 1000031);
            case ENUM ->
                require(value.isString() && allowed.contains(value.stringValue()), "Värdet är inte tillåtet", 2000134);
            case OBJECT -> require(value.isObject(), "Värdet måste vara ett objekt", 1000031);
            case LIST -> require(value.isArray(), "Värdet måste vara en lista", 1000031);
        }
    }

    static boolean isEmpty(JsonNode value) {
        return value.isNull()
                || value.isMissingNode()
                || (value.isString() && value.stringValue().isEmpty());
    }

    private void checkText(JsonNode value) {
        require(value.isString(), "Värdet måste vara en text", 1000031);
        String text = value.stringValue();
        require(text.length() >= least && text.length() <= most, "Värdet har fel längd", 2000108);
        boolean refused = REFUSED.matcher(text).find() || (text.contains("://") && !ADDRESSES.contains(name));
        require(!refused, "Värdet innehåller ogiltiga tecken", 2000359);
    }

    private void require(boolean holds, String message, int code) {
        if (!holds) {
            throw Refusal.of(message + " (" + name + ")", code);
        }
    }

    private static boolean isDecimal(JsonNode value) {
        try {
            return value.isString() && new BigDecimal(value.stringValue()).scale() >= 0;
        } catch (NumberFormatException e) {
            return false;
        }
    }

    private static boolean isDate(JsonNode value) {
        try {
            return value.isString() && LocalDate.parse(value.stringValue()).getYear() > 0;
        } catch (DateTimeParseException e) {
            return false;
        }
    }
}
