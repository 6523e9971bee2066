package org.accountinghub.routes.embedded.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A PostgreSQL to try things on: it lives in a folder for temporary files, does without fsync, and is deleted with all its data when it is closed or when its
 * process ends. Never for data that somebody wants to keep.
 */
public final class TemporaryPostgres implements AutoCloseable {

    private static final String TEMPLATE = "empty_hub";
    private static final Object SHARED = new Object();
    private static @Nullable TemporaryPostgres shared;

    private final TemporaryFolder folder;
    private final EmbeddedPostgres server;
    private final AtomicInteger made = new AtomicInteger();
    private final Map<String, String> prepared = new HashMap<>();

    private TemporaryPostgres(TemporaryFolder folder, EmbeddedPostgres server) {
        this.folder = folder;
        this.server = server;
    }

    /** The one server of this process, started at the first call (about a second) and deleted when the process ends. Nobody closes it. */
    public static TemporaryPostgres shared() {
        synchronized (SHARED) {
            if (shared == null) {
                TemporaryPostgres started = start();
                Runtime.getRuntime().addShutdownHook(new Thread(started::close, "temporary-postgres-removal"));
                shared = started;
            }
            return shared;
        }
    }

    /** Where the programs stay unpacked for all temporary servers of this user; another data folder may have a link to it as its cache. */
    public static Path programs() {
        try {
            return TemporaryFolder.cache();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A server of one's own; the caller closes it. */
    public static TemporaryPostgres start() {
        try {
            Path cache = TemporaryFolder.cache();
            TemporaryFolder.sweep();
            TemporaryFolder folder = TemporaryFolder.create();
            EmbeddedPostgres server = PostgresStart.start(
                    folder.path(), cache, PostgresSettings.throwaway(), Unprivileged::detect, List.of());
            server.databases().ensure(TEMPLATE);
            server.databases().freeze(TEMPLATE);
            return new TemporaryPostgres(folder, server);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (SQLException e) {
            throw new IllegalStateException("the template database cannot be made", e);
        }
    }

    /** A fresh database with the roles {@code service_owner} and {@code hub} and an empty schema {@code hub}; a matter of 50 ms. */
    public HubDatabase newDatabase() {
        return copy(TEMPLATE);
    }

    /**
     * A fresh database with what {@code preparation} puts into it (migrations, for instance). The preparation runs once for each name; later calls copy its
     * result.
     */
    public HubDatabase newDatabase(String name, Consumer<HubDatabase> preparation) {
        synchronized (prepared) {
            String template = prepared.get(name);
            if (template == null) {
                HubDatabase fresh = newDatabase();
                preparation.accept(fresh);
                String jdbcUrl = fresh.hub().jdbcUrl();
                template = jdbcUrl.substring(jdbcUrl.lastIndexOf('/') + 1);
                try {
                    server.databases().freeze(template);
                } catch (SQLException e) {
                    throw new IllegalStateException("the prepared database " + name + " cannot be copied", e);
                }
                prepared.put(name, template);
            }
            return copy(template);
        }
    }

    @Override
    public void close() {
        server.stop("immediate");
        folder.delete();
    }

    private HubDatabase copy(String template) {
        try {
            return server.databases().copy(template, "hub_" + made.incrementAndGet());
        } catch (SQLException e) {
            throw new IllegalStateException("a database cannot be copied from " + template, e);
        }
    }
}
