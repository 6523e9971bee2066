package org.accountinghub.routes.embedded.postgres;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.accountinghub.routes.embedded.DataDirectory;
import org.accountinghub.routes.embedded.Finding;
import org.accountinghub.routes.embedded.StartRefused;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A real PostgreSQL beside the hub, on the loopback address only. It outlives a killed hub and is found again at the next start; {@link #close()} stops it.
 */
public final class EmbeddedPostgres implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedPostgres.class);

    private final PostgresServer server;
    private final HubDatabases databases;
    private final int port;
    private final boolean attached;

    EmbeddedPostgres(PostgresServer server, HubDatabases databases, int port, boolean attached) {
        this.server = server;
        this.databases = databases;
        this.port = port;
        this.attached = attached;
    }

    /**
     * Starts the server of a data folder, or attaches to it when it still runs; makes the database files first when there are none.
     *
     * @throws StartRefused with the remedy, when the server cannot run or would not be durable
     */
    public static EmbeddedPostgres start(DataDirectory data) {
        return start(data, data.cache());
    }

    /** @param cache where the programs are unpacked, when several data folders shall share them */
    public static EmbeddedPostgres start(DataDirectory data, Path cache) {
        EmbeddedPostgres started = PostgresStart.start(
                data.postgresql(), cache, PostgresSettings.durable(), Unprivileged::detect, List.of(data.path()));
        started.refuseToRunUnsafe();
        return started;
    }

    public int port() {
        return port;
    }

    /** Whether the server was still running from an earlier hub when this one came. */
    public boolean attached() {
        return attached;
    }

    /** The superuser in the maintenance database {@code postgres}. */
    public DatabaseLogin superuser() {
        return databases.superuser("postgres");
    }

    /** The database {@code hub} with its roles, made when it is not there. */
    public HubDatabase hubDatabase() {
        try {
            return databases.ensure("hub");
        } catch (SQLException e) {
            throw new StartRefused(
                    "the database hub cannot be made (" + e.getMessage() + ")",
                    "See the log in the folder of the embedded PostgreSQL",
                    e);
        }
    }

    /** Stops the server: open transactions are rolled back, committed ones are kept. */
    @Override
    public void close() {
        stop("fast");
    }

    void stop(String mode) {
        Command.Result result = server.stop(mode);
        if (result.succeeded()) {
            LOG.info("PostgreSQL stopped");
        } else {
            LOG.warn("PostgreSQL did not stop: {}", result.output());
        }
    }

    HubDatabases databases() {
        return databases;
    }

    private void refuseToRunUnsafe() {
        try (Connection connection = superuser().connect()) {
            List<Finding> findings = DatabaseDurability.findings(connection);
            if (!findings.isEmpty()) {
                close();
                throw new StartRefused(findings.get(0).what(), findings.get(0).remedy());
            }
        } catch (SQLException e) {
            throw new StartRefused("PostgreSQL does not answer (" + e.getMessage() + ")", "Start the hub again", e);
        }
    }
}
