package org.accountinghub.routes.app.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.accountinghub.connectors.testkit.partner.Fault;
import org.accountinghub.routes.embedded.FreePort;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A hub that is killed while orders are under way to every accounting system that has a connector. */
class EveryConnectorKilledTest {

    private static final int ORDERS = 8;

    private final SimulatedSystems systems = SimulatedSystems.start();

    @TempDir
    private Path folder;

    @AfterEach
    void removePostgres() {
        systems.close();
        Stage.removeDatabase(folder.resolve("data"));
    }

    @Test
    @Timeout(value = 15, unit = TimeUnit.MINUTES)
    void eachOrderIsThereOnce() throws Exception {
        Path data = folder.resolve("data");
        ServiceDesk desk = new ServiceDesk(Stage.installStore(data));
        RemoteHub hub = new RemoteHub(Optional.empty(), desk, data, FreePort.choose());
        systems.codes().forEach(desk::openCompany);
        List<Trial> trials = systems.names().stream()
                .map(system -> Trial.of(hub, systems, system))
                .toList();
        trials.forEach(this::orders);
        Path connections =
                Files.writeString(folder.resolve("connections.yml"), "connections:\n" + systems.connections(folder));
        Map<String, String> environment = hub.environment(connections);

        try (ChildHub first = ChildHub.start(environment, folder.resolve("hub.log"))) {
            await().atMost(Duration.ofMinutes(5))
                    .ignoreExceptions()
                    .until(() -> hub.api().get("/api/overview").has("connections"));
            trials.forEach(trial -> trial.consent(systems));
            await().atMost(Duration.ofMinutes(5)).until(() -> {
                assertThat(first.process().isAlive()).as(first::output).isTrue();
                return trials.stream()
                        .allMatch(trial -> !trial.papers(trial.kind()).isEmpty());
            });
            first.kill();
        }
        assertThat(trials)
                .as("killed in the middle")
                .anyMatch(trial -> trial.papers(trial.kind()).size() < ORDERS);
        trials.forEach(trial -> trial.partner().faults().clear());
        try (ChildHub second = ChildHub.start(environment, folder.resolve("hub.log"))) {
            await().atMost(Duration.ofMinutes(5)).untilAsserted(() -> {
                assertThat(second.process().isAlive()).as(second::output).isTrue();
                assertThat(trials).allMatch(trial -> trial.papers(trial.kind()).size() >= ORDERS);
            });
            trials.forEach(trial -> trial.everyOrderIsThereOnce(trial.kind()));
        }
    }

    /** Every write of a document is answered late, so that some are on the wire when the hub dies. */
    private void orders(Trial trial) {
        trial.company().withCustomer(1);
        trial.sendAs(trial.kind());
        trial.fault(trial.kind()).every(1, Fault.slow(Duration.ofSeconds(1)));
        for (int order = 0; order < ORDERS; order++) {
            trial.company().order(String.valueOf(6701 + order));
        }
    }
}
