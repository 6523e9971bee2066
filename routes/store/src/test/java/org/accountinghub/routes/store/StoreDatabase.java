package org.accountinghub.routes.store;

import java.time.InstantSource;
import javax.sql.DataSource;
import org.accountinghub.routes.embedded.postgres.DatabaseLogin;
import org.accountinghub.routes.embedded.postgres.HubDatabase;
import org.accountinghub.routes.embedded.postgres.TemporaryPostgres;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** A fresh database with the reference store, seen by its owner and by the hub. */
final class StoreDatabase implements AutoCloseable {

    private final HubDatabase database;
    private final SingleConnectionDataSource ownersConnection;
    private final SingleConnectionDataSource hubsConnection;

    private StoreDatabase(HubDatabase database) {
        this.database = database;
        this.ownersConnection = held(database.serviceOwner());
        this.hubsConnection = held(database.hub());
    }

    static StoreDatabase fresh() {
        return new StoreDatabase(TemporaryPostgres.shared()
                .newDatabase("reference store", db -> ReferenceStore.install(login(db.serviceOwner()), "hub")));
    }

    static StoreDatabase empty() {
        return new StoreDatabase(TemporaryPostgres.shared().newDatabase());
    }

    /** New connections of the owner. */
    DataSource owner() {
        return login(database.serviceOwner());
    }

    /** New connections of the hub. */
    DataSource hub() {
        return login(database.hub());
    }

    DataSource superuser() {
        return login(database.superuser());
    }

    /** The hub on a connection that is kept. */
    ContractStore store(InstantSource clock) {
        return new ContractStore(hubsConnection, StoreSettings.swedish("service"), clock);
    }

    JdbcClient asOwner() {
        return JdbcClient.create(ownersConnection);
    }

    JdbcClient asHub() {
        return JdbcClient.create(hubsConnection);
    }

    /** What the service system's users do; several statements are separated by semicolons. */
    void does(String sql) {
        does(asOwner(), sql);
    }

    void does(JdbcClient somebody, String sql) {
        if (sql.startsWith("SELECT")) {
            somebody.sql(sql).query().listOfRows();
        } else {
            somebody.sql(sql).update();
        }
    }

    String one(String query) {
        return String.valueOf(asOwner().sql(query).query().singleValue());
    }

    @Override
    public void close() {
        ownersConnection.destroy();
        hubsConnection.destroy();
    }

    private static DataSource login(DatabaseLogin login) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(login.jdbcUrl());
        source.setUser(login.user());
        source.setPassword(login.password());
        return source;
    }

    private static SingleConnectionDataSource held(DatabaseLogin login) {
        return new SingleConnectionDataSource(login.jdbcUrl(), login.user(), login.password(), true);
    }
}
