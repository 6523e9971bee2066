package org.accountinghub.routes.engine.connection;

import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.accountinghub.connectors.spi.ConnectionSettings;
import org.accountinghub.connectors.spi.InvalidSettingsException;
import org.accountinghub.connectors.spi.Secret;
import org.accountinghub.connectors.spi.Setting;

/** Holds a connection's settings against those its connector knows. */
final class ConnectorSettings {

    private ConnectorSettings() {}

    /**
     * The settings with the connector's defaults filled in.
     *
     * @throws InvalidSettingsException naming every setting that is unknown, missing, or secret but given openly
     */
    static ConnectionSettings complete(
            List<Setting> known,
            String connection,
            ZoneId zone,
            Map<String, String> values,
            Map<String, Secret> secrets) {
        Set<String> names = known.stream().map(Setting::name).collect(Collectors.toSet());
        Set<String> unknown = new TreeSet<>(values.keySet());
        unknown.addAll(secrets.keySet());
        unknown.removeAll(names);
        refuse(unknown.stream(), "is not known; known are " + String.join(", ", new TreeSet<>(names)));
        refuse(
                known.stream().filter(Setting::secret).map(Setting::name).filter(values::containsKey),
                "is a secret; name an environment variable or a file that holds it");
        refuse(
                known.stream()
                        .filter(setting -> !setting.secret())
                        .map(Setting::name)
                        .filter(secrets::containsKey),
                "is no secret; give its value openly");
        Map<String, String> filled = new HashMap<>(values);
        known.forEach(setting -> setting.fallback()
                .ifPresent(fallback -> filled.merge(setting.name(), fallback, ConnectorSettings::given)));
        refuse(
                known.stream()
                        .filter(Setting::required)
                        .map(Setting::name)
                        .filter(name -> filled.getOrDefault(name, "").isBlank() && !secrets.containsKey(name)),
                "is missing and must be given");
        return new ConnectionSettings(connection, zone, filled, secrets);
    }

    private static String given(String value, String fallback) {
        return value.isBlank() ? fallback : value;
    }

    private static void refuse(Stream<String> wrong, String why) {
        String names = wrong.sorted().collect(Collectors.joining(", "));
        if (!names.isEmpty()) {
            throw new InvalidSettingsException(names, why);
        }
    }
}
