package org.accountinghub.routes.demo;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.accountinghub.routes.demo.data.DemoCompany;
import tools.jackson.databind.JsonNode;

/**
 * What the demo's hub is told. Its promise covers answers and commits up to 28 seconds late instead of minutes, so that one
 * can watch it look for an invoice whose answer was lost.
 */
final class DemoConnections {

    private static final String LATENESS = "28";

    private DemoConnections() {}

    static String nameOf(DemoCompany company) {
        return company.code().toLowerCase(Locale.ROOT);
    }

    static String tenantOf(DemoCompany company) {
        return company.serial() + "001";
    }

    /** The file of connections. */
    static String file(List<DemoCompany> companies, Systems systems) {
        return "connections:\n"
                + companies.stream()
                        .map(company -> connection(company, systems))
                        .collect(Collectors.joining());
    }

    private static String connection(DemoCompany company, Systems systems) {
        SimulatedSystem system = systems.of(company);
        JsonNode there = system.connection(tenantOf(company));
        Map<String, String> settings = new TreeMap<>(Map.of("commit-lateness", LATENESS));
        there.path("settings")
                .properties()
                .forEach(setting ->
                        settings.put(setting.getKey(), setting.getValue().asString("")));
        if (!systems.sendsOrders(company)) {
            settings.putAll(system.settingsForInvoices());
        }
        String secrets = there.path("secrets").properties().stream()
                .map(secret -> "      " + secret.getKey() + ": {env: " + variable(company, secret.getKey()) + "}\n")
                .collect(Collectors.joining());
        return """
                  - name: %s
                    connector: %s
                    subgroup: %s
                    time-zone: Europe/Stockholm
                    settings:
                %s    secrets:
                %s""".formatted(
                        nameOf(company),
                        system.name(),
                        company.code(),
                        settings.entrySet().stream()
                                .map(setting -> "      " + setting.getKey() + ": \"" + setting.getValue() + "\"\n")
                                .collect(Collectors.joining()),
                        secrets);
    }

    /** Each company has its own secrets, even where two have the same system. */
    private static String variable(DemoCompany company, String secret) {
        return ("DEMO_" + nameOf(company) + "_" + secret)
                .toUpperCase(Locale.ROOT)
                .replace('-', '_');
    }

    static Map<String, String> environment(Path folder, int port, List<DemoCompany> companies, Systems systems) {
        Map<String, String> environment = new HashMap<>();
        environment.put("HUB_DATA", folder.toString());
        environment.put("HUB_PORT", String.valueOf(port));
        environment.put("HUB_CONNECTIONS", folder.resolve("connections.yml").toString());
        environment.put("HUB_STEP_TIME", "PT21S");
        environment.put("HUB_LEASE", "PT25S");
        environment.put("HUB_LONGEST_PAUSE", "PT2S");
        environment.put("HUB_LATENESS", "PT" + LATENESS + "S");
        for (DemoCompany company : companies) {
            SimulatedSystem system = systems.of(company);
            system.connection(tenantOf(company))
                    .path("secrets")
                    .properties()
                    .forEach(secret -> environment.put(
                            variable(company, secret.getKey()),
                            secret.getValue().asString("")));
        }
        return environment;
    }
}
