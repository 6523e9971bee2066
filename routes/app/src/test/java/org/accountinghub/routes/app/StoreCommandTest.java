package org.accountinghub.routes.app;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.accountinghub.routes.embedded.DataDirectory;
import org.accountinghub.routes.embedded.postgres.HubDatabase;
import org.accountinghub.routes.embedded.postgres.TemporaryPostgres;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoreCommandTest {

    private final HubDatabase database = TemporaryPostgres.shared().newDatabase();
    private final Map<String, String> environment = new HashMap<>(Map.of(
            "HUB_DATABASE_URL", database.serviceOwner().jdbcUrl(),
            "HUB_STORE_OWNER_PASSWORD", database.serviceOwner().password()));
    private final ByteArrayOutputStream output = new ByteArrayOutputStream();

    @Test
    void installsAndMayBeRepeated() throws SQLException {
        assertThat(run("install")).isZero();
        assertThat(said()).contains("Installed the reference store");
        try (var hub = database.hub().connect();
                var rows = hub.createStatement().executeQuery("SELECT * FROM service.hub_customers")) {
            assertThat(rows.next()).isFalse();
        }

        assertThat(run("install")).isZero();
        assertThat(said()).contains("up to date");
    }

    @Test
    void saysWhatIsMissing() {
        environment.put("HUB_STORE_URL", "jdbc:mysql://localhost/service");
        assertThat(run("install")).isEqualTo(2);
        assertThat(said()).contains("HUB_STORE_URL is not the address of a PostgreSQL database");
        assertThat(run("remove")).isEqualTo(2);
        assertThat(run("--help")).isZero();
    }

    @Test
    void saysWhatIsInTheWayWithoutThePassword() {
        environment.put("HUB_STORE_OWNER_PASSWORD", "not-the-secret");
        environment.put("HUB_STORE_OWNER", "nobody");
        assertThat(run("install")).isEqualTo(1);
        assertThat(said()).contains("Check address, user and password").doesNotContain("not-the-secret");
    }

    @Test
    void installsIntoTheDatabaseThatTheHubEmbeds(@TempDir Path data) throws IOException {
        environment.clear();
        environment.put("HUB_DATA", data.toString());

        assertThat(run("install")).isZero();

        Path password = data.resolve("postgresql/service_owner.password");
        assertThat(said())
                .contains("Installed the reference store", "service_owner at jdbc:postgresql:", password.toString());
        assertThat(said()).doesNotContain(Files.readString(password).strip());

        try (DataDirectory hub = DataDirectory.open(data)) {
            assertThat(hub.path()).exists();
            assertThat(run("install")).isEqualTo(1);
            assertThat(said()).contains("another hub");
        }
    }

    private int run(String... arguments) {
        PrintStream stream = new PrintStream(output, true, UTF_8);
        return new StoreCommand(environment, stream, stream).run(List.of(arguments));
    }

    private String said() {
        return output.toString(UTF_8);
    }
}
