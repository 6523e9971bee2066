package org.accountinghub.routes.app;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool.PoolInitializationException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import javax.sql.DataSource;
import org.accountinghub.connectors.spi.Secret;
import org.accountinghub.routes.embedded.DataDirectory;
import org.accountinghub.routes.embedded.StartRefused;
import org.accountinghub.routes.embedded.postgres.DatabaseDurability;
import org.accountinghub.routes.embedded.postgres.DatabaseLogin;
import org.accountinghub.routes.embedded.postgres.EmbeddedPostgres;
import org.accountinghub.routes.embedded.postgres.HubDatabase;
import org.accountinghub.routes.ledger.SecretKeys;
import org.accountinghub.routes.store.ReferenceStore;
import org.accountinghub.routes.store.StoreContract;
import org.postgresql.ds.PGSimpleDataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;

/** The database: the embedded one, or one of yours. */
@Configuration
class DatabaseConfiguration {

    private static final Logger LOG = LoggerFactory.getLogger(DatabaseConfiguration.class);

    @Bean
    @Lazy
    DataDirectory dataDirectory(HubSettings settings) {
        return DataDirectory.open(settings.data());
    }

    @Bean
    @Lazy
    EmbeddedPostgres embeddedPostgres(DataDirectory directory) {
        return EmbeddedPostgres.start(directory);
    }

    /** The keys that seal secrets in the database; asked for before the database is made. */
    @Bean
    SecretKeys secretKeys(HubSettings settings, ObjectProvider<DataDirectory> directory) {
        return SecretKeys.parse(settings.secretKey()
                .orElseGet(() -> new Secret(directory.getObject().secretKey()))
                .reveal());
    }

    /** The pool of connections, once it is sure that the database keeps what it commits and that the store is there. */
    @Bean
    HikariDataSource dataSource(HubSettings settings, SecretKeys keys, ObjectProvider<EmbeddedPostgres> embedded) {
        Optional<HubDatabase> ours = settings.database().isPresent()
                ? Optional.empty()
                : Optional.of(embedded.getObject().hubDatabase());
        HikariDataSource pool = pool(
                ours.map(DatabaseConfiguration::login).or(settings::database).orElseThrow());
        try (Connection connection = pool.getConnection()) {
            Durability.demand(DatabaseDurability.findings(connection));
            if (ours.isPresent() && !hasStore(connection)) {
                ReferenceStore.install(owner(ours.get()), ours.get().hub().user());
                LOG.info("The embedded database has the reference store now");
            }
            StoreContract.check(pool);
            return pool;
        } catch (SQLException e) {
            pool.close();
            throw new StartRefused("the database does not answer (" + e.getMessage() + ")", "Start the hub again", e);
        } catch (RuntimeException e) {
            pool.close();
            throw e;
        }
    }

    private static HikariDataSource pool(HubSettings.Login login) {
        HikariConfig pool = new HikariConfig();
        pool.setPoolName("hub");
        pool.setJdbcUrl(login.url());
        pool.setUsername(login.user());
        pool.setPassword(login.password().reveal());
        pool.setMaximumPoolSize(24);
        pool.setConnectionTimeout(5_000);
        pool.setKeepaliveTime(60_000);
        pool.addDataSourceProperty("ApplicationName", "accounting hub");
        pool.addDataSourceProperty("socketTimeout", "60");
        pool.addDataSourceProperty("connectTimeout", "5");
        pool.addDataSourceProperty("logServerErrorDetail", "false");
        try {
            return new HikariDataSource(pool);
        } catch (PoolInitializationException e) {
            throw new StartRefused(
                    "the database at " + login.url() + " cannot be used as " + login.user() + " (" + rootMessage(e)
                            + ")",
                    "Check that it runs, and HUB_DATABASE_URL, HUB_DATABASE_USER and HUB_DATABASE_PASSWORD",
                    e);
        }
    }

    private static boolean hasStore(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet store = statement.executeQuery("SELECT FROM pg_namespace WHERE nspname = 'service'")) {
            return store.next();
        }
    }

    private static HubSettings.Login login(HubDatabase database) {
        DatabaseLogin hub = database.hub();
        return new HubSettings.Login(hub.jdbcUrl(), hub.user(), new Secret(hub.password()));
    }

    private static DataSource owner(HubDatabase database) {
        PGSimpleDataSource owner = new PGSimpleDataSource();
        owner.setUrl(database.serviceOwner().jdbcUrl());
        owner.setUser(database.serviceOwner().user());
        owner.setPassword(database.serviceOwner().password());
        return owner;
    }

    private static String rootMessage(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return String.valueOf(root.getMessage());
    }
}
