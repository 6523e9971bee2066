package org.accountinghub.routes.embedded.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;
import org.accountinghub.routes.embedded.Finding;
import org.junit.jupiter.api.Test;

class TemporaryPostgresTest {

    private static final TemporaryPostgres POSTGRES = TemporaryPostgres.shared();

    @Test
    void each_database_is_empty_and_its_own() throws SQLException {
        execute(POSTGRES.newDatabase().hub(), "CREATE TABLE hub.mine (id int)");

        HubDatabase second = POSTGRES.newDatabase();

        assertThat(text(second.hub(), "SELECT count(*) FROM pg_tables WHERE schemaname = 'hub'"))
                .isEqualTo("0");
    }

    @Test
    void a_preparation_runs_once_and_is_found_in_every_copy() throws SQLException {
        AtomicInteger runs = new AtomicInteger();
        for (int copy = 0; copy < 2; copy++) {
            HubDatabase database = POSTGRES.newDatabase("migrated", fresh -> {
                runs.incrementAndGet();
                execute(fresh.hub(), "CREATE TABLE hub.migrated (id int)");
            });
            assertThat(text(database.hub(), "SELECT count(*) FROM hub.migrated"))
                    .isEqualTo("0");
        }
        assertThat(runs).hasValue(1);
    }

    @Test
    void the_hub_may_do_nothing_outside_its_own_schema() {
        HubDatabase database = POSTGRES.newDatabase();

        assertThatThrownBy(() -> text(database.hub(), "CREATE SCHEMA other")).hasMessageContaining("permission denied");
        assertThatThrownBy(() -> text(database.hub(), "CREATE TABLE public.other (id int)"))
                .hasMessageContaining("permission denied");
    }

    @Test
    void the_service_system_owns_its_schema_and_grants_from_it() throws SQLException {
        HubDatabase database = POSTGRES.newDatabase();
        execute(database.serviceOwner(), "CREATE SCHEMA service CREATE TABLE orders (number text)");

        assertThatThrownBy(() -> text(database.hub(), "SELECT count(*) FROM service.orders"))
                .hasMessageContaining("permission denied");
        execute(database.serviceOwner(), "GRANT USAGE ON SCHEMA service TO hub; GRANT SELECT ON service.orders TO hub");
        assertThat(text(database.hub(), "SELECT count(*) FROM service.orders")).isEqualTo("0");
    }

    @Test
    void letters_beyond_ascii_are_known_and_times_are_utc() throws SQLException {
        DatabaseLogin hub = POSTGRES.newDatabase().hub();

        assertThat(text(hub, "SELECT lower('ÅÄÖ')")).isEqualTo("åäö");
        assertThat(text(hub, "SHOW log_timezone")).isEqualTo("UTC");
    }

    @Test
    void its_lack_of_durability_is_found() throws SQLException {
        try (Connection connection = POSTGRES.newDatabase().hub().connect()) {
            assertThat(DatabaseDurability.findings(connection))
                    .extracting(Finding::severity)
                    .containsExactly(Finding.Severity.UNSAFE, Finding.Severity.DOUBTFUL);
        }
    }

    @Test
    void a_login_does_not_show_its_password() {
        DatabaseLogin hub = POSTGRES.newDatabase().hub();

        assertThat(hub.toString()).doesNotContain(hub.password()).contains("hub at jdbc:postgresql://127.0.0.1:");
    }

    private static void execute(DatabaseLogin login, String sql) {
        try (Connection connection = login.connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String text(DatabaseLogin login, String sql) throws SQLException {
        try (Connection connection = login.connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }
}
