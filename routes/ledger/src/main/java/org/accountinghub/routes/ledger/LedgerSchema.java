package org.accountinghub.routes.ledger;

import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/** Schema {@code hub}, brought up to date as the hub's role that owns it. */
public final class LedgerSchema {

    private LedgerSchema() {}

    /** Applies what is missing; safe when several processes start at once. */
    public static void migrate(DataSource hub) {
        Flyway.configure()
                .dataSource(hub)
                .schemas("hub")
                .createSchemas(true)
                .table("ledger_migration")
                .locations("classpath:org/accountinghub/routes/ledger/migration")
                .validateMigrationNaming(true)
                .load()
                .migrate();
    }
}
