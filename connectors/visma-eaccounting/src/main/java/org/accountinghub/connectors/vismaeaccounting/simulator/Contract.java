package org.accountinghub.connectors.vismaeaccounting.simulator;

import java.math.BigDecimal;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Refuses what eAccounting's contract would refuse, by code 2000; an unknown field too, which the real one drops silently. */
final class Contract {
    private static final Pattern UUID = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");
    private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}(T.*)?");
    private static final int QUANTITY_DECIMALS = 2;
    private static final int DISCOUNT_DECIMALS = 4;

    private Contract() {}

    static void check(Kind kind, ObjectNode sent) {
        sent.properties().forEach(property -> {
            String type = kind.fields().stream()
                    .filter(field -> field.startsWith(property.getKey() + ":"))
                    .findFirst()
                    .map(field -> field.substring(field.indexOf(':') + 1).replace("!", ""))
                    .orElseThrow(() -> Refusal.invalid(property.getKey(), "is no field of " + kind.path()));
            checkType(property.getKey(), type, property.getValue());
        });
        kind.fields().stream()
                .filter(field -> field.endsWith("!"))
                .map(field -> field.substring(0, field.indexOf(':')))
                .filter(name -> sent.path(name).isMissingNode()
                        || sent.path(name).isNull()
                        || (sent.path(name).isString()
                                && sent.path(name).stringValue().isBlank()))
                .findFirst()
                .ifPresent(name -> {
                    throw Refusal.invalid(name, "The " + name + " field is required.");
                });
    }

    private static void checkType(String name, String type, JsonNode value) {
        boolean fits = switch (type) {
            case "uuid" -> value.isString() && UUID.matcher(value.stringValue()).matches();
            case "bool" -> value.isBoolean();
            case "int" -> value.isIntegralNumber();
            case "num" -> value.isNumber() && decimals(name, value);
            case "date" -> value.isString() && DAY.matcher(value.stringValue()).matches();
            case "list" -> value.isArray();
            default -> value.isString() && value.stringValue().length() <= Integer.parseInt(type);
        };
        if (!fits) {
            throw Refusal.invalid(name, "has a value that cannot be, of type " + type);
        }
    }

    private static boolean decimals(String name, JsonNode value) {
        int scale = value.decimalValue().stripTrailingZeros().scale();
        return switch (name) {
            case "Quantity", "DeliveredQuantity", "NetPrice", "GrossPrice" -> scale <= QUANTITY_DECIMALS;
            case "DiscountPercentage" ->
                scale <= DISCOUNT_DECIMALS
                        && value.decimalValue().signum() >= 0
                        && value.decimalValue().compareTo(BigDecimal.ONE) <= 0;
            default -> scale <= DISCOUNT_DECIMALS;
        };
    }
}
