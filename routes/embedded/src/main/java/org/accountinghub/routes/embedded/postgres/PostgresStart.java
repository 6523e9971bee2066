package org.accountinghub.routes.embedded.postgres;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.accountinghub.routes.embedded.FreePort;
import org.accountinghub.routes.embedded.OwnerOnly;
import org.accountinghub.routes.embedded.StartRefused;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The way from a folder, new or old, served or not, to a server that accepts connections. */
final class PostgresStart {

    private static final Logger LOG = LoggerFactory.getLogger(PostgresStart.class);
    private static final int PORTS_TRIED = 3;
    private static final Duration RECOVERY = Duration.ofMinutes(5);
    private static final Duration BETWEEN_TRIES = Duration.ofMillis(50);
    private static final String MEND = "Mend what it says; its logs stand in postgresql/data in the data folder";
    private static final String WRONG_PASSWORD = "28P01";

    private final PostgresFolder folder;
    private final PostgresSettings settings;
    private final Unprivileged unprivileged;
    private final PostgresServer server;

    private PostgresStart(
            PostgresFolder folder, PostgresBinaries binaries, PostgresSettings settings, Unprivileged unprivileged) {
        this.folder = folder;
        this.settings = settings;
        this.unprivileged = unprivileged;
        this.server = new PostgresServer(folder, binaries, unprivileged);
    }

    /** @param passage folders of ours on the way to the database's, which another user has to pass */
    static EmbeddedPostgres start(
            Path path, Path cache, PostgresSettings settings, Supplier<Unprivileged> way, List<Path> passage) {
        long began = System.nanoTime();
        PostgresFolder folder =
                new PostgresFolder(OwnerOnly.folder(path.toAbsolutePath().normalize()));
        PostgresBinaries binaries =
                PostgresBinaries.install(cache.toAbsolutePath().normalize());
        Unprivileged unprivileged = way.get();
        unprivileged.reach(passage);
        unprivileged.reach(List.of(folder.path(), binaries.folder()));
        try {
            EmbeddedPostgres started = new PostgresStart(folder, binaries, settings, unprivileged).run();
            LOG.info(
                    "PostgreSQL {} on 127.0.0.1:{} after {} ms",
                    started.attached() ? "was still running and serves" : "serves",
                    started.port(),
                    (System.nanoTime() - began) / 1_000_000);
            return started;
        } catch (IOException e) {
            throw new StartRefused(
                    "the files of the embedded PostgreSQL in " + path + " cannot be used (" + e + ")",
                    "Check that the disk is not full and that the folder belongs to the user who runs the hub",
                    e);
        }
    }

    private EmbeddedPostgres run() throws IOException {
        if (!folder.isInitialised()) {
            LOG.info("Making the database files in {}", folder.data());
            server.initialise(settings.isDurable());
        }
        refuseOtherVersion();
        unprivileged.own(folder.data());
        boolean attached = server.isRunning();
        if (!attached) {
            startOnFreePort();
        }
        int port = folder.serverPort();
        EmbeddedPostgres running = new EmbeddedPostgres(server, new HubDatabases(folder, port), port, attached);
        awaitConnections(running);
        return running;
    }

    private void refuseOtherVersion() {
        int wanted = PostgresBinaries.majorVersion();
        if (folder.majorVersion() != wanted) {
            throw new StartRefused(
                    "the files in " + folder.data() + " belong to PostgreSQL " + folder.majorVersion()
                            + ", this hub brings PostgreSQL " + wanted,
                    "Dump them with the hub version that made them and restore the dump into a new data folder");
        }
    }

    private void startOnFreePort() throws IOException {
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
        throw new StartRefused("PostgreSQL did not start: " + server.lastWords(), MEND);
    }

    /** A server that was just attached to may still be recovering. */
    private void awaitConnections(EmbeddedPostgres running) throws IOException {
        long deadline = System.nanoTime() + RECOVERY.toNanos();
        while (true) {
            try (Connection connection = running.superuser().connect()) {
                if (connection.isValid(5)) {
                    return;
                }
            } catch (SQLException e) {
                if (WRONG_PASSWORD.equals(e.getSQLState()) || System.nanoTime() > deadline) {
                    throw new StartRefused(
                            "the embedded PostgreSQL does not let the hub in (" + e.getMessage() + ")",
                            "Restore the password files beside its data folder from a backup",
                            e);
                }
                if (!server.isRunning()) {
                    throw new StartRefused("PostgreSQL ended while it started: " + server.lastWords(), MEND);
                }
                LockSupport.parkNanos(BETWEEN_TRIES.toNanos());
            }
        }
    }
}
