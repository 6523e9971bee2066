package org.accountinghub.routes.app.endtoend;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.accountinghub.connectors.fortnox.simulator.FortnoxSimulator;
import org.accountinghub.routes.cli.HubClient;

/**
 * A hub in another process, with waits of seconds.
 *
 * @param simulated the simulated Fortnox, where the trial is about that
 */
record RemoteHub(Optional<FortnoxSimulator> simulated, ServiceDesk desk, Path data, int port) implements Parts {

    @Override
    public FortnoxSimulator fortnox() {
        return simulated.orElseThrow();
    }

    @Override
    public HubClient api() {
        try {
            return new HubClient(
                    URI.create("http://localhost:" + port),
                    Files.readString(data.resolve("administrator.key")).strip());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What it is started with. */
    Map<String, String> environment(Path connections) {
        Map<String, String> environment = new HashMap<>();
        environment.put("HUB_DATA", data.toString());
        environment.put("HUB_PORT", String.valueOf(port));
        environment.put("HUB_CONNECTIONS", connections.toString());
        environment.put("HUB_LEASE", "PT6S");
        environment.put("HUB_STEP_TIME", "PT4S");
        environment.put("HUB_LONGEST_PAUSE", "PT1S");
        environment.put("HUB_LATENESS", "PT8S");
        environment.put("HUB_RETRY_FIRST", "PT1S");
        environment.put("HUB_SWEEP_EVERY", "PT1S");
        environment.put("HUB_LOST_AFTER", "PT15S");
        environment.put("HUB_IMPORT_LEASE", "PT6S");
        return environment;
    }
}
