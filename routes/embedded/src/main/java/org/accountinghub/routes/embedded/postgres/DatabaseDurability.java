package org.accountinghub.routes.embedded.postgres;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.accountinghub.routes.embedded.Finding;

/** Asks a PostgreSQL, embedded or not, whether it takes commits and whether what it calls committed survives a power cut. */
public final class DatabaseDurability {

    private record Setting(String consequence, Finding.Severity whenOff) {}

    private static final Map<String, Setting> MUST_BE_ON = Map.of(
            "fsync", new Setting("a power cut can lose or damage everything", Finding.Severity.UNSAFE),
            "synchronous_commit", new Setting("a crash can lose the latest commits", Finding.Severity.UNSAFE),
            "full_page_writes",
                    new Setting(
                            "a power cut can damage pages unless the file system writes them whole",
                            Finding.Severity.DOUBTFUL));

    private DatabaseDurability() {}

    /** The settings as they hold for this connection's role and database, so connect as the hub does. Empty when all is well. */
    public static List<Finding> findings(Connection connection) throws SQLException {
        List<Finding> findings = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT name, setting FROM pg_settings"
                        + " WHERE name IN ('fsync', 'synchronous_commit', 'full_page_writes') ORDER BY name")) {
            while (rows.next()) {
                String name = rows.getString("name");
                Setting setting = MUST_BE_ON.get(name);
                if (setting != null && "off".equals(rows.getString("setting"))) {
                    findings.add(new Finding(
                            setting.whenOff(),
                            "PostgreSQL runs with " + name + " = off: " + setting.consequence(),
                            "Set " + name + " = on in postgresql.conf (or for the role or database) and reload"));
                }
            }
        }
        readOnly(connection).ifPresent(findings::add);
        return List.copyOf(findings);
    }

    private static Optional<Finding> readOnly(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        "SELECT pg_is_in_recovery() AS standby, current_setting('transaction_read_only') = 'on' AS read_only")) {
            row.next();
            if (row.getBoolean("standby")) {
                return Optional.of(new Finding(
                        Finding.Severity.UNSAFE,
                        "PostgreSQL is a standby and can only be read",
                        "Name the primary in HUB_DATABASE_URL, or several servers and targetServerType=primary"));
            }
            return row.getBoolean("read_only")
                    ? Optional.of(new Finding(
                            Finding.Severity.UNSAFE,
                            "PostgreSQL lets the hub only read",
                            "Set default_transaction_read_only = off in postgresql.conf, or for the role or database"))
                    : Optional.empty();
        }
    }
}
