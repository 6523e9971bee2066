package org.accountinghub.routes.store;

import javax.sql.DataSource;
import org.accountinghub.routes.embedded.postgres.DatabaseLogin;
import org.accountinghub.routes.embedded.postgres.HubDatabase;
import org.accountinghub.routes.embedded.postgres.TemporaryPostgres;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A fresh database with the reference store, seen by its owner and by the hub. */
record StoreDatabase(DataSource owner, DataSource hub, DataSource superuser) {

    static StoreDatabase fresh() {
        return of(TemporaryPostgres.shared()
                .newDatabase("reference store", db -> ReferenceStore.install(login(db.serviceOwner()), "hub")));
    }

    static StoreDatabase empty() {
        return of(TemporaryPostgres.shared().newDatabase());
    }

    private static StoreDatabase of(HubDatabase database) {
        return new StoreDatabase(login(database.serviceOwner()), login(database.hub()), login(database.superuser()));
    }

    static DataSource login(DatabaseLogin login) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(login.jdbcUrl());
        source.setUser(login.user());
        source.setPassword(login.password());
        return source;
    }

    JdbcClient asOwner() {
        return JdbcClient.create(owner);
    }

    JdbcClient asHub() {
        return JdbcClient.create(hub);
    }

    /** Runs what the service system's users do; several statements are separated by semicolons. */
    StoreDatabase does(String sql) {
        does(asOwner(), sql);
        return this;
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
}
