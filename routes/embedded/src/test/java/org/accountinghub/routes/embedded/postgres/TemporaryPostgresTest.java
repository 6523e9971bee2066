package org.accountinghub.routes.embedded.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import org.accountinghub.routes.embedded.Finding;
import org.junit.jupiter.api.Test;

class TemporaryPostgresTest {

    private static final TemporaryPostgres POSTGRES = TemporaryPostgres.shared();

    @Test
    void each_database_is_empty_and_its_own() throws SQLException {
        Sql.execute(POSTGRES.newDatabase().hub(), "CREATE TABLE hub.mine (id int)");

        HubDatabase second = POSTGRES.newDatabase();

        assertThat(Sql.text(second.hub(), "SELECT count(*) FROM pg_tables WHERE schemaname = 'hub'"))
                .isEqualTo("0");
    }

    @Test
    void a_preparation_runs_once_and_is_found_in_every_copy() throws SQLException {
        AtomicInteger runs = new AtomicInteger();
        for (int copy = 0; copy < 2; copy++) {
            HubDatabase database = POSTGRES.newDatabase("migrated", fresh -> {
                runs.incrementAndGet();
                Sql.execute(fresh.hub(), "CREATE TABLE hub.migrated (id int)");
            });
            assertThat(Sql.text(database.hub(), "SELECT count(*) FROM hub.migrated"))
                    .isEqualTo("0");
        }
        assertThat(runs).hasValue(1);
    }

    @Test
    void the_hub_may_do_nothing_outside_its_own_schema() {
        HubDatabase database = POSTGRES.newDatabase();

        assertThatThrownBy(() -> Sql.text(database.hub(), "CREATE SCHEMA other"))
                .hasMessageContaining("permission denied");
        assertThatThrownBy(() -> Sql.text(database.hub(), "CREATE TABLE public.other (id int)"))
                .hasMessageContaining("permission denied");
    }

    @Test
    void the_service_system_owns_its_schema_and_grants_from_it() throws SQLException {
        HubDatabase database = POSTGRES.newDatabase();
        Sql.execute(database.serviceOwner(), "CREATE SCHEMA service CREATE TABLE orders (number text)");

        assertThatThrownBy(() -> Sql.text(database.hub(), "SELECT count(*) FROM service.orders"))
                .hasMessageContaining("permission denied");
        Sql.execute(
                database.serviceOwner(), "GRANT USAGE ON SCHEMA service TO hub; GRANT SELECT ON service.orders TO hub");
        assertThat(Sql.text(database.hub(), "SELECT count(*) FROM service.orders"))
                .isEqualTo("0");
    }

    @Test
    void letters_beyond_ascii_are_known_and_times_are_utc() throws SQLException {
        DatabaseLogin hub = POSTGRES.newDatabase().hub();

        assertThat(Sql.text(hub, "SELECT lower('ÅÄÖ')")).isEqualTo("åäö");
        assertThat(Sql.text(hub, "SHOW log_timezone")).isEqualTo("UTC");
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
}
