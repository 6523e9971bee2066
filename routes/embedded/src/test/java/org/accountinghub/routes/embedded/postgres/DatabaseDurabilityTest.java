package org.accountinghub.routes.embedded.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.accountinghub.routes.embedded.Finding;
import org.junit.jupiter.api.Test;

class DatabaseDurabilityTest {

    private final HubDatabase database = TemporaryPostgres.shared().newDatabase();

    @Test
    void aDatabaseThatCanOnlyBeReadIsUnsafe() throws SQLException {
        try (Connection superuser = connect(database.superuser());
                Statement statement = superuser.createStatement()) {
            statement.execute("ALTER ROLE hub IN DATABASE \"" + superuser.getCatalog()
                    + "\" SET default_transaction_read_only = on");
        }
        try (Connection hub = connect(database.hub())) {
            assertThat(DatabaseDurability.findings(hub))
                    .filteredOn(finding -> finding.severity() == Finding.Severity.UNSAFE)
                    .extracting(Finding::what)
                    .contains("PostgreSQL lets the hub only read");
        }
    }

    @Test
    void oneThatCanBeWrittenIsNotTakenForAStandby() throws SQLException {
        try (Connection hub = connect(database.hub())) {
            assertThat(DatabaseDurability.findings(hub))
                    .extracting(Finding::what)
                    .noneMatch(what -> what.contains("read"));
        }
    }

    private static Connection connect(DatabaseLogin login) throws SQLException {
        return DriverManager.getConnection(login.jdbcUrl(), login.user(), login.password());
    }
}
