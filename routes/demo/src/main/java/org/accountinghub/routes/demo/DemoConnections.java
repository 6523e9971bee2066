package org.accountinghub.routes.demo;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
        return company.equals(DemoCompany.NORTH) ? "710001" : "711001";
    }

    /** The file of connections, for a simulator at these addresses. */
    static String file(JsonNode addresses) {
        return "connections:\n"
                + Stream.of(DemoCompany.NORTH, DemoCompany.SOUTH)
                        .map(company -> connection(company, addresses))
                        .collect(Collectors.joining());
    }

    private static String connection(DemoCompany company, JsonNode addresses) {
        return """
                  - name: %s
                    connector: fortnox
                    subgroup: %s
                    time-zone: Europe/Stockholm
                    settings:
                      base-address: %s
                      token-address: %s
                      authorize-address: %s
                      client-id: simulated-client
                      tenant-id: "%s"
                      commit-lateness: "%s"
                %s
                    secrets:
                      client-secret: {env: FORTNOX_CLIENT_SECRET}
                """.formatted(
                        nameOf(company),
                        company.code(),
                        addresses.path("base").asString(),
                        addresses.path("token").asString(),
                        addresses.path("auth").asString(),
                        tenantOf(company),
                        LATENESS,
                        company.sendsOrders() ? "" : "      after-invoice: bookkeep,mark-sent");
    }

    static Map<String, String> environment(Path folder, int port) {
        Map<String, String> environment = new HashMap<>();
        environment.put("HUB_DATA", folder.toString());
        environment.put("HUB_PORT", String.valueOf(port));
        environment.put("HUB_CONNECTIONS", folder.resolve("connections.yml").toString());
        environment.put("HUB_STEP_TIME", "PT21S");
        environment.put("HUB_LEASE", "PT25S");
        environment.put("HUB_LONGEST_PAUSE", "PT2S");
        environment.put("HUB_LATENESS", "PT" + LATENESS + "S");
        environment.put("FORTNOX_CLIENT_SECRET", "simulated-secret");
        return environment;
    }
}
