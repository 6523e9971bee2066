package org.accountinghub.connectors.spi;

import java.util.Optional;

/**
 * One setting of a connector.
 *
 * @param name kebab case
 * @param meaning one sentence, with unit and allowed values
 * @param fallback the value that is right for most; empty = it must be given, or has no value, by {@code required}
 * @param secret stored encrypted, never shown again
 */
public record Setting(String name, String meaning, boolean required, Optional<String> fallback, boolean secret) {

    public static Setting required(String name, String meaning) {
        return new Setting(name, meaning, true, Optional.empty(), false);
    }

    public static Setting optional(String name, String meaning) {
        return new Setting(name, meaning, false, Optional.empty(), false);
    }

    public static Setting withDefault(String name, String fallback, String meaning) {
        return new Setting(name, meaning, false, Optional.of(fallback), false);
    }

    public static Setting secret(String name, String meaning) {
        return new Setting(name, meaning, true, Optional.empty(), true);
    }
}
