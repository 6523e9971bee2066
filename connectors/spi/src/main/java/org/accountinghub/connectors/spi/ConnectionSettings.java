package org.accountinghub.connectors.spi;

import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;

/**
 * One connection: a company's books in one accounting system.
 *
 * @param connection its name, unique in the hub
 * @param zone where document dates are local
 * @param values by setting name, defaults filled in, secrets kept apart in {@code secrets}
 */
public record ConnectionSettings(
        String connection, ZoneId zone, Map<String, String> values, Map<String, Secret> secrets) {

    public ConnectionSettings {
        values = Map.copyOf(values);
        secrets = Map.copyOf(secrets);
    }

    public Optional<String> find(String name) {
        return Optional.ofNullable(values.get(name)).filter(value -> !value.isBlank());
    }

    public String get(String name) {
        return find(name).orElseThrow(() -> new InvalidSettingsException(name, "is missing; give it a value"));
    }

    public Secret secret(String name) {
        return Optional.ofNullable(secrets.get(name))
                .orElseThrow(() -> new InvalidSettingsException(
                        name, "is missing; name an environment variable or a file that holds it"));
    }
}
