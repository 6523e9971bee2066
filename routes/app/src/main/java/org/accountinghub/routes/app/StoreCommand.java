package org.accountinghub.routes.app;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.accountinghub.routes.embedded.DataDirectory;
import org.accountinghub.routes.embedded.StartRefused;
import org.accountinghub.routes.embedded.postgres.DatabaseLogin;
import org.accountinghub.routes.embedded.postgres.EmbeddedPostgres;
import org.accountinghub.routes.store.ReferenceStore;
import org.accountinghub.routes.store.StoreException;
import org.postgresql.ds.PGSimpleDataSource;
import org.slf4j.LoggerFactory;

/** {@code ./hub store install}: the reference schema of a service system, into a database of one's own. */
public final class StoreCommand {

    private static final int FAILED = 1;
    private static final int MISUSED = 2;

    private static final String USAGE = """
            Usage: hub store install
            Installs the reference store into a PostgreSQL database of yours, or upgrades it. Safe to repeat.

              HUB_STORE_URL             the database (HUB_DATABASE_URL when not set), as jdbc:postgresql://HOST:PORT/DATABASE;
                                        with neither, the one that the hub embeds in HUB_DATA (./data), while no hub runs
              HUB_STORE_OWNER           who owns the store (service_owner)
              HUB_STORE_OWNER_PASSWORD  the owner's password
              HUB_DATABASE_USER         the role that the hub logs in with, given access to the store's contract (hub)
            """;

    private final Map<String, String> environment;
    private final PrintStream out;
    private final PrintStream err;

    StoreCommand(Map<String, String> environment, PrintStream out, PrintStream err) {
        this.environment = environment;
        this.out = out;
        this.err = err;
    }

    public static void main(String[] arguments) {
        ((Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME)).setLevel(Level.WARN);
        System.exit(new StoreCommand(System.getenv(), System.out, System.err).run(List.of(arguments)));
    }

    int run(List<String> arguments) {
        if (arguments.contains("--help") || arguments.contains("-h")) {
            out.print(USAGE);
            return 0;
        }
        if (!arguments.equals(List.of("install"))) {
            err.print(USAGE);
            return MISUSED;
        }
        try {
            Optional<String> url = find("HUB_STORE_URL").or(() -> find("HUB_DATABASE_URL"));
            if (url.isEmpty()) {
                installBesideTheHub();
            } else if (url.get().startsWith("jdbc:postgresql:")) {
                install(url.get(), find("HUB_STORE_OWNER").orElse("service_owner"), find("HUB_STORE_OWNER_PASSWORD"));
            } else {
                err.println("hub: HUB_STORE_URL is not the address of a PostgreSQL database.");
                err.print(USAGE);
                return MISUSED;
            }
            return 0;
        } catch (StoreException | StartRefused | IllegalArgumentException e) {
            err.println("hub: " + e.getMessage());
            return FAILED;
        }
    }

    /** The database that {@code ./hub serve} embeds when it is given no address. */
    private void installBesideTheHub() {
        Path data = Path.of(find("HUB_DATA").orElse("data"));
        try (DataDirectory directory = DataDirectory.open(data);
                EmbeddedPostgres database = EmbeddedPostgres.start(directory)) {
            DatabaseLogin owner = database.hubDatabase().serviceOwner();
            install(owner.jdbcUrl(), owner.user(), Optional.of(owner.password()));
            out.println("While the hub runs, the service system logs in as " + owner + "; the password is in "
                    + directory.postgresql().resolve(owner.user() + ".password"));
        }
    }

    private void install(String url, String user, Optional<String> password) {
        PGSimpleDataSource owner = new PGSimpleDataSource();
        owner.setUrl(url);
        owner.setUser(user);
        password.ifPresent(owner::setPassword);
        String role = find("HUB_DATABASE_USER").orElse("hub");
        int applied = ReferenceStore.install(owner, role);
        out.println(
                applied == 0
                        ? "The reference store was up to date. The role " + role + " may use it."
                        : "Installed the reference store (" + applied + " migrations). The role " + role
                                + " may use it.");
    }

    private Optional<String> find(String variable) {
        return Optional.ofNullable(environment.get(variable)).filter(value -> !value.isBlank());
    }
}
