package org.accountinghub.routes.store;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.List;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.output.MigrateResult;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The reference schema {@code service}: a store for those who have none, and the one that demo and tests use. */
public final class ReferenceStore {

    private static final int OLDEST_POSTGRES = 15;

    private ReferenceStore() {}

    /**
     * Installs or upgrades the schema and lets the hub's role use the contract and nothing else. Safe to repeat.
     *
     * @param owner logs in as the role that owns, or shall own, schema {@code service}
     * @param hubRole the role that the hub logs in with; it must exist
     * @return how many migrations were applied now; 0 when all was in place
     * @throws StoreException what is in the way, and what to do about it
     */
    public static int install(DataSource owner, String hubRole) {
        JdbcClient sql = JdbcClient.create(owner);
        try {
            refuseUnsuitable(sql, hubRole);
            int applied = migrate(owner);
            grant(sql, hubRole);
            return applied;
        } catch (DataAccessException e) {
            Throwable root = e.getMostSpecificCause();
            throw new StoreException(
                    "The store's database says: " + root.getMessage(),
                    root instanceof SQLTransientConnectionException || isConnectionProblem(root)
                            ? "Check address, user and password of the owner."
                            : "Log in as the owner of schema service, with the right to create schemas in this database.",
                    e);
        }
    }

    private static boolean isConnectionProblem(Throwable root) {
        return root instanceof SQLException e
                && e.getSQLState() != null
                && (e.getSQLState().startsWith("08") || e.getSQLState().startsWith("28"));
    }

    private static void refuseUnsuitable(JdbcClient sql, String hubRole) {
        int version = sql.sql("SELECT current_setting('server_version_num')::int / 10000")
                .query(Integer.class)
                .single();
        if (version < OLDEST_POSTGRES) {
            throw new StoreException(
                    "This is PostgreSQL " + version,
                    "The reference store needs PostgreSQL " + OLDEST_POSTGRES + " or newer.");
        }
        List<Boolean> superuser = sql.sql(
                        "SELECT rolsuper OR pg_has_role(rolname, current_user, 'MEMBER') FROM pg_roles WHERE rolname = ?")
                .param(hubRole)
                .query(Boolean.class)
                .list();
        if (superuser.isEmpty()) {
            throw new StoreException(
                    "There is no role " + hubRole,
                    "Let an administrator run: CREATE ROLE " + quoted(hubRole) + " LOGIN PASSWORD '…'");
        }
        if (superuser.get(0)) {
            throw new StoreException(
                    "The role " + hubRole + " may do whatever the store's owner may",
                    "Give the hub a role of its own: it reads the contract's views, executes its functions, and nothing more.");
        }
    }

    private static int migrate(DataSource owner) {
        try {
            MigrateResult result = Flyway.configure(ReferenceStore.class.getClassLoader())
                    .dataSource(owner)
                    .schemas("service")
                    .table("store_history")
                    .locations("classpath:org/accountinghub/routes/store/reference")
                    .load()
                    .migrate();
            return result.migrationsExecuted;
        } catch (FlywayException e) {
            throw new StoreException(
                    "The reference schema cannot be installed: " + e.getMessage(),
                    "Where schema service belongs to a service system already, let that system provide the store contract instead.",
                    e);
        }
    }

    private static void grant(JdbcClient sql, String hubRole) {
        String role = quoted(hubRole);
        sql.sql("REVOKE ALL ON SCHEMA service FROM PUBLIC").update();
        sql.sql("REVOKE ALL ON ALL TABLES IN SCHEMA service FROM PUBLIC, " + role)
                .update();
        sql.sql("REVOKE ALL ON ALL FUNCTIONS IN SCHEMA service FROM PUBLIC, " + role)
                .update();
        sql.sql("GRANT USAGE ON SCHEMA service TO " + role).update();
        sql.sql("""
                        SELECT 'GRANT SELECT ON ' || oid::regclass FROM pg_class
                        WHERE relnamespace = 'service'::regnamespace AND relkind = 'v' AND relname LIKE 'hub\\_%'
                        UNION ALL
                        SELECT 'GRANT EXECUTE ON FUNCTION ' || oid::regprocedure FROM pg_proc
                        WHERE pronamespace = 'service'::regnamespace AND proname LIKE 'hub\\_%'""")
                .query(String.class)
                .list()
                .forEach(grant -> sql.sql(grant + " TO " + role).update());
        giveOwnSchema(sql, role, hubRole);
    }

    private static void giveOwnSchema(JdbcClient sql, String role, String hubRole) {
        String owner = sql.sql(
                        "SELECT coalesce(min(nspowner::regrole::text), '') FROM pg_namespace WHERE nspname = 'hub'")
                .query(String.class)
                .single();
        if (owner.isEmpty()) {
            try {
                sql.sql("CREATE SCHEMA hub AUTHORIZATION " + role).update();
            } catch (DataAccessException e) {
                throw new StoreException(
                        "There is no schema hub for the hub's own data",
                        "Let an administrator run in this database: CREATE SCHEMA hub AUTHORIZATION " + role,
                        e);
            }
        } else if (!owner.equals(role) && !owner.equals(hubRole)) {
            throw new StoreException(
                    "Schema hub belongs to " + owner,
                    "Let an administrator run: ALTER SCHEMA hub OWNER TO " + role + ", or install for the role "
                            + owner);
        }
    }

    private static String quoted(String identifier) {
        return '"' + identifier.replace("\"", "\"\"") + '"';
    }
}
