package org.accountinghub.routes.app;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool.PoolInitializationException;
import java.util.Base64;
import org.accountinghub.connectors.spi.Secret;
import org.accountinghub.routes.embedded.DataDirectory;
import org.accountinghub.routes.embedded.StartRefused;
import org.accountinghub.routes.embedded.postgres.DatabaseLogin;
import org.accountinghub.routes.embedded.postgres.EmbeddedPostgres;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;

/** The database: the embedded one, or one of yours. */
@Configuration
class DatabaseConfiguration {

    private static final int KEY_BYTES = 32;

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

    /** The key that encrypts secrets in the database; asked for before the database is made. */
    @Bean
    Secret secretKey(HubSettings settings, ObjectProvider<DataDirectory> directory) {
        Secret key = settings.secretKey()
                .orElseGet(() -> new Secret(directory.getObject().secretKey()));
        if (decoded(key.reveal()) != KEY_BYTES) {
            throw new StartRefused(
                    "HUB_SECRET_KEY is not " + KEY_BYTES + " bytes in base64",
                    "Make one with 'openssl rand -base64 32'");
        }
        return key;
    }

    @Bean
    HikariDataSource dataSource(HubSettings settings, Secret secretKey, ObjectProvider<EmbeddedPostgres> embedded) {
        HubSettings.Login login = settings.database().orElseGet(() -> {
            DatabaseLogin hub = embedded.getObject().hubDatabase().hub();
            return new HubSettings.Login(hub.jdbcUrl(), hub.user(), new Secret(hub.password()));
        });
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

    private static int decoded(String key) {
        try {
            return Base64.getDecoder().decode(key).length;
        } catch (IllegalArgumentException e) {
            return -1;
        }
    }

    private static String rootMessage(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return String.valueOf(root.getMessage());
    }
}
