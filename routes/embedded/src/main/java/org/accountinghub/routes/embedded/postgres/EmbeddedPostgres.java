package org.accountinghub.routes.embedded.postgres;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.accountinghub.routes.embedded.Finding;
import org.accountinghub.routes.embedded.OwnerOnly;
import org.accountinghub.routes.embedded.StartRefused;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A real PostgreSQL beside the hub, on the loopback address only. It outlives a killed hub and is found again at the next start; {@link #close()} stops it.
 */
public final class EmbeddedPostgres implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedPostgres.class);
    private static final int PORTS_TRIED = 3;

    private final PostgresServer server;
    private final HubDatabases databases;
    private final int port;
    private final boolean attached;

    private EmbeddedPostgres(PostgresServer server, HubDatabases databases, int port, boolean attached) {
        this.server = server;
        this.databases = databases;
        this.port = port;
        this.attached = attached;
    }

    /**
     * Starts the server of a folder, or attaches to it when it still runs; makes the folder first when it is new.
     *
     * @param folder the server's own folder, for nobody else
     * @param cache where the programs are unpacked; may be shared by several servers
     * @throws StartRefused with the remedy, when the server cannot run or would not be durable
     */
    public static EmbeddedPostgres start(Path folder, Path cache) {
        EmbeddedPostgres started = start(folder, cache, PostgresSettings.durable());
        List<Finding> findings = started.durability();
        if (!findings.isEmpty()) {
            started.close();
            Finding first = findings.get(0);
            throw new StartRefused(first.what(), first.remedy());
        }
        return started;
    }

    static EmbeddedPostgres start(Path path, Path cache, PostgresSettings settings) {
        long began = System.nanoTime();
        PostgresFolder folder =
                new PostgresFolder(OwnerOnly.folder(path.toAbsolutePath().normalize()));
        PostgresBinaries binaries =
                PostgresBinaries.install(cache.toAbsolutePath().normalize());
        Unprivileged unprivileged = Unprivileged.detect();
        PostgresServer server = new PostgresServer(folder, binaries, unprivileged);
        try {
            if (unprivileged.owner().isPresent()) {
                OwnerOnly.letOthersPass(folder.path());
                unprivileged.reach(folder.path());
                unprivileged.reach(binaries.folder());
            }
            if (!folder.isInitialised()) {
                LOG.info("Making the database files in {}", folder.data());
                server.initialise(settings.isDurable());
            }
            refuseOtherVersion(folder);
            unprivileged.own(folder.data());
            boolean attached = server.isRunning();
            if (!attached) {
                startOnFreePort(server, folder, settings);
            }
            int port = folder.serverPort();
            EmbeddedPostgres running = new EmbeddedPostgres(server, new HubDatabases(folder, port), port, attached);
            running.awaitConnections();
            LOG.info(
                    "PostgreSQL {} on 127.0.0.1:{} after {} ms",
                    attached ? "was still running and serves" : "serves",
                    port,
                    (System.nanoTime() - began) / 1_000_000);
            return running;
        } catch (IOException e) {
            throw new StartRefused(
                    "the files of the embedded PostgreSQL in " + path + " cannot be used (" + e + ")",
                    "Check that the disk is not full and that the folder belongs to the user who runs the hub",
                    e);
        }
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

    private List<Finding> durability() {
        try (Connection connection = superuser().connect()) {
            return DatabaseDurability.findings(connection);
        } catch (SQLException e) {
            throw new StartRefused("PostgreSQL does not answer (" + e.getMessage() + ")", "Start the hub again", e);
        }
    }

    private static void refuseOtherVersion(PostgresFolder folder) {
        int wanted = PostgresBinaries.majorVersion();
        if (folder.majorVersion() != wanted) {
            throw new StartRefused(
                    "the files in " + folder.data() + " belong to PostgreSQL " + folder.majorVersion()
                            + ", this hub brings PostgreSQL " + wanted,
                    "Dump them with the hub version that made them and restore the dump into a new data folder");
        }
    }

    private static void startOnFreePort(PostgresServer server, PostgresFolder folder, PostgresSettings settings)
            throws IOException {
        int port = folder.storedPort().orElseGet(FreePort::choose);
        for (int tried = 1; tried <= PORTS_TRIED; tried++) {
            if (!FreePort.isFree(port)) {
                int other = FreePort.choose();
                LOG.warn("Port {} is taken by another program, PostgreSQL moves to {}", port, other);
                port = other;
            }
            server.configure(settings, port);
            LOG.info("Starting PostgreSQL on 127.0.0.1:{}", port);
            if (server.start()) {
                return;
            }
            if (FreePort.isFree(port)) {
                break;
            }
        }
        throw new StartRefused(
                "PostgreSQL did not start: " + server.lastWords(),
                "Mend what its log says; the log stands in " + folder.data().resolve("log"));
    }

    /** A server that was just attached to may still be recovering. */
    private void awaitConnections() {
        long deadline = System.nanoTime() + Duration.ofMinutes(5).toNanos();
        while (true) {
            try (Connection connection = superuser().connect()) {
                if (connection.isValid(5)) {
                    return;
                }
            } catch (SQLException e) {
                boolean wrongPassword = "28P01".equals(e.getSQLState());
                if (wrongPassword || System.nanoTime() > deadline) {
                    throw new StartRefused(
                            "the embedded PostgreSQL does not let the hub in (" + e.getMessage() + ")",
                            "Restore the password files beside its data folder from a backup",
                            e);
                }
            }
        }
    }
}
