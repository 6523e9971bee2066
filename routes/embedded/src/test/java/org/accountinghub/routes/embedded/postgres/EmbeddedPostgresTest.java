package org.accountinghub.routes.embedded.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.accountinghub.routes.embedded.DataDirectory;
import org.accountinghub.routes.embedded.FreePort;
import org.accountinghub.routes.embedded.StartRefused;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedPostgresTest {

    private static final Duration PATIENCE = Duration.ofMinutes(1);

    @TempDir
    private static Path folder;

    private static DataDirectory data;
    private static EmbeddedPostgres postgres;

    @BeforeAll
    static void start() throws IOException {
        data = DataDirectory.open(folder);
        postgres = EmbeddedPostgres.start(data, TemporaryFolder.cache());
    }

    @AfterAll
    static void stop() {
        postgres.close();
        data.close();
    }

    @Test
    void it_is_durable_small_and_reachable_from_this_machine_only() throws SQLException {
        Map<String, String> expected = Map.of(
                "fsync", "on",
                "full_page_writes", "on",
                "synchronous_commit", "on",
                "listen_addresses", "127.0.0.1",
                "unix_socket_directories", "",
                "jit", "off",
                "log_timezone", "UTC",
                "max_connections", "100",
                "data_checksums", "on",
                "data_directory_mode", "0700");
        for (Map.Entry<String, String> setting : expected.entrySet()) {
            assertThat(Sql.text(postgres.superuser(), "SELECT current_setting('" + setting.getKey() + "')"))
                    .as(setting.getKey())
                    .isEqualTo(setting.getValue());
        }
        String timezone = "SELECT setting FROM pg_file_settings WHERE lower(name) = 'timezone' AND applied";
        assertThat(Sql.text(postgres.superuser(), timezone))
                .as("for clients that bring none")
                .isEqualTo("UTC");
    }

    @Test
    void passwords_stand_in_files_that_only_the_owner_may_read() throws IOException {
        postgres.hubDatabase();

        for (String role : List.of("postgres", "service_owner", "hub")) {
            Path file = data.postgresql().resolve(role + ".password");
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                    .as(role)
                    .isEqualTo("rw-------");
        }
    }

    @Test
    void a_wrong_password_is_refused() {
        DatabaseLogin guess = new DatabaseLogin(postgres.superuser().jdbcUrl(), "postgres", "guessed");

        assertThatThrownBy(guess::connect).hasMessageContaining("password authentication failed");
    }

    @Test
    void making_the_hubs_database_again_keeps_what_is_in_it() throws SQLException {
        Sql.execute(postgres.hubDatabase().hub(), "CREATE TABLE hub.kept (id int)");

        assertThat(Sql.text(postgres.hubDatabase().hub(), "SELECT count(*) FROM hub.kept"))
                .isEqualTo("0");
    }

    @Test
    void the_log_never_quotes_rows() {
        DatabaseLogin hub = postgres.hubDatabase().hub();
        Sql.execute(hub, "CREATE TABLE hub.person (number text PRIMARY KEY)");
        Sql.execute(hub, "INSERT INTO hub.person VALUES ('191212121212')");

        assertThatThrownBy(() -> Sql.execute(hub, "INSERT INTO hub.person VALUES ('191212121212')"))
                .hasMessageContaining("duplicate key");

        await().atMost(PATIENCE)
                .untilAsserted(
                        () -> assertThat(log()).as("another process writes it").contains("duplicate key"));
        assertThat(log()).doesNotContain("191212121212");
    }

    @Test
    void a_second_start_attaches_to_the_running_server() throws IOException {
        EmbeddedPostgres second = EmbeddedPostgres.start(data, TemporaryFolder.cache());

        assertThat(second.attached()).isTrue();
        assertThat(second.port()).isEqualTo(postgres.port());
        assertThat(postgres.attached()).isFalse();
    }

    @Test
    void after_a_stop_it_keeps_its_port_and_its_rows_and_moves_only_when_the_port_is_taken(@TempDir Path home)
            throws Exception {
        try (DataDirectory own = DataDirectory.open(home)) {
            int first;
            try (EmbeddedPostgres server = EmbeddedPostgres.start(own, TemporaryFolder.cache())) {
                first = server.port();
                Sql.execute(server.hubDatabase().hub(), "CREATE TABLE hub.kept (id int)");
            }
            try (EmbeddedPostgres server = EmbeddedPostgres.start(own, TemporaryFolder.cache())) {
                assertThat(server.port()).isEqualTo(first);
            }
            Files.writeString(
                    own.postgresql().resolve("data/postmaster.pid"),
                    ProcessHandle.current().pid() + "\n" + own.postgresql() + "/data\n1\n" + first + "\n\n127.0.0.1\n");
            try (ServerSocket taken = new ServerSocket(first, 1, InetAddress.getLoopbackAddress());
                    EmbeddedPostgres server = EmbeddedPostgres.start(own, TemporaryFolder.cache())) {
                assertThat(server.attached())
                        .as("the file names another process")
                        .isFalse();
                assertThat(server.port()).isNotEqualTo(taken.getLocalPort());
                assertThat(Sql.text(server.hubDatabase().hub(), "SELECT count(*) FROM hub.kept"))
                        .isEqualTo("0");
            }
            refusesUnsafeSettings(own);
            refusesBrokenSettings(own);
            refusesFilesOfAnotherVersion(own);
        }
    }

    private static void refusesUnsafeSettings(DataDirectory own) throws IOException {
        Files.writeString(own.postgresql().resolve("data/yours.conf"), "fsync = off\n");
        assertThatThrownBy(() -> EmbeddedPostgres.start(own, TemporaryFolder.cache()))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("fsync = off")
                .hasMessageContaining("Set fsync = on");
        assertThat(own.postgresql().resolve("data/postmaster.pid")).doesNotExist();
    }

    private static void refusesBrokenSettings(DataDirectory own) throws IOException {
        Files.writeString(own.postgresql().resolve("data/yours.conf"), "shared_buffers = 'plenty'\n");
        assertThatThrownBy(() -> EmbeddedPostgres.start(own, TemporaryFolder.cache()))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("PostgreSQL did not start")
                .hasMessageContaining("plenty");
    }

    private static void refusesFilesOfAnotherVersion(DataDirectory own) throws IOException {
        Files.writeString(own.postgresql().resolve("data/PG_VERSION"), "16\n");
        assertThatThrownBy(() -> EmbeddedPostgres.start(own, TemporaryFolder.cache()))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("PostgreSQL 16");
    }

    @Test
    void a_free_port_is_free() {
        assertThat(FreePort.isFree(FreePort.choose())).isTrue();
        assertThat(FreePort.isFree(postgres.port())).isFalse();
    }

    private static String log() {
        try (Stream<Path> logs = Files.list(data.postgresql().resolve("data/log"))) {
            StringBuilder all = new StringBuilder();
            for (Path log : logs.toList()) {
                all.append(Files.readString(log));
            }
            return all.toString();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
