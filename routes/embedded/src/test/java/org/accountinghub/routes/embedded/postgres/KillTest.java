package org.accountinghub.routes.embedded.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.accountinghub.routes.embedded.DataDirectory;
import org.accountinghub.routes.embedded.StartRefused;
import org.accountinghub.routes.embedded.broker.BrokerSettings;
import org.accountinghub.routes.embedded.broker.EmbeddedBroker;
import org.accountinghub.routes.embedded.broker.Queue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KillTest {

    @TempDir
    private Path folder;

    @Test
    void what_a_killed_process_committed_is_found_again_and_its_temporary_database_is_swept() throws Exception {
        Path home = folder.resolve("data");
        Path itsTemporaryFiles = Files.createDirectory(folder.resolve("temporary"));
        Files.createSymbolicLink(
                TemporaryFolder.rootIn(itsTemporaryFiles).resolve("cache"),
                Files.createDirectories(TemporaryFolder.cache()));
        List<String> command =
                new ArrayList<>(List.of(ProcessHandle.current().info().command().orElseThrow()));
        command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
        command.addAll(List.of(
                "-Djava.io.tmpdir=" + itsTemporaryFiles,
                "-cp",
                System.getProperty("java.class.path"),
                KilledHub.class.getName(),
                home.toString()));
        Process hub = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String temporary;
        try {
            temporary = awaitReady(hub);
            assertThatThrownBy(() -> DataDirectory.open(home))
                    .isInstanceOf(StartRefused.class)
                    .hasMessageContaining("another hub, process " + hub.pid());
        } finally {
            hub.destroyForcibly().waitFor();
        }

        try (DataDirectory data = DataDirectory.open(home);
                EmbeddedPostgres postgres = EmbeddedPostgres.start(data, TemporaryFolder.cache());
                EmbeddedBroker broker = EmbeddedBroker.start(data.broker(), BrokerSettings.standard())) {
            assertThat(postgres.attached())
                    .as("PostgreSQL outlived the process")
                    .isTrue();
            assertThat(Sql.text(postgres.hubDatabase().hub(), "SELECT what FROM hub.kept"))
                    .isEqualTo("row");
            assertThat(new Queue(broker.login(), "transfers.kept").take()).isEqualTo("message");
        }

        DatabaseLogin orphan = new DatabaseLogin(temporary, "hub", "");
        assertThatThrownBy(orphan::connect).as("still there").hasMessageContaining("password");
        TemporaryFolder.sweep(TemporaryFolder.rootIn(itsTemporaryFiles));
        assertThatThrownBy(orphan::connect).isInstanceOf(SQLException.class).hasMessageContaining("refused");
    }

    private static String awaitReady(Process hub) throws Exception {
        try (BufferedReader output = hub.inputReader()) {
            for (String line = output.readLine(); line != null; line = output.readLine()) {
                if (line.startsWith(KilledHub.READY)) {
                    return line.substring(KilledHub.READY.length());
                }
            }
        }
        throw new AssertionError("the process ended with " + hub.waitFor());
    }
}
