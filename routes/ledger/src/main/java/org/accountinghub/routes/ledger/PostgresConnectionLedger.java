package org.accountinghub.routes.ledger;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.accountinghub.connectors.spi.ConnectionSettings;
import org.accountinghub.connectors.spi.Grant;
import org.accountinghub.connectors.spi.InvalidSettingsException;
import org.accountinghub.connectors.spi.Secret;
import org.accountinghub.mappings.model.Problem;
import org.accountinghub.routes.engine.Connection;
import org.accountinghub.routes.engine.port.ConnectionLedger;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;

/** Connections on PostgreSQL. Secrets and grants are sealed, bound to the connection's name. */
final class PostgresConnectionLedger implements ConnectionLedger {

    private static final String COLUMNS =
            "SELECT name, connector, subgroup, state, tenant, problem, zone, settings, secrets, registers FROM hub.connection ";

    private final LedgerDatabase database;
    private final ContentCipher cipher;
    private final Grants grants;

    PostgresConnectionLedger(LedgerDatabase database, ContentCipher cipher) {
        this.database = database;
        this.cipher = cipher;
        this.grants = new Grants(database, cipher);
    }

    @Override
    public List<Connection> connections() {
        return database.sql(COLUMNS + "ORDER BY name").query(this::connection).list();
    }

    @Override
    public Optional<Connection> find(String name) {
        return database.sql(COLUMNS + "WHERE name = :name")
                .param("name", name)
                .query(this::connection)
                .optional();
    }

    @Override
    public void save(Connection connection) {
        Map<String, String> secrets = new TreeMap<>();
        connection.settings().secrets().forEach((name, secret) -> secrets.put(name, secret.reveal()));
        try {
            database.sql("""
                            INSERT INTO hub.connection (name, connector, subgroup, state, zone, settings, secrets, registers)
                            VALUES (:name, :connector, :subgroup, :state, :zone, CAST(:settings AS jsonb), :secrets,
                                    CAST(:registers AS jsonb))
                            ON CONFLICT (name) DO UPDATE
                            SET connector = excluded.connector, subgroup = excluded.subgroup, zone = excluded.zone,
                                settings = excluded.settings, secrets = excluded.secrets, registers = excluded.registers,
                                changed_at = clock_timestamp()""")
                    .param("name", connection.name())
                    .param("connector", connection.connector())
                    .param("subgroup", connection.subgroup().orElse(null))
                    .param("state", connection.state() == Connection.State.HELD ? "HELD" : "ACTIVE")
                    .param("zone", connection.settings().zone().getId())
                    .param(
                            "settings",
                            CanonicalJson.text(
                                    new TreeMap<>(connection.settings().values())))
                    .param("registers", CanonicalJson.text(new TreeMap<>(connection.registers())))
                    .param("secrets", cipher.seal(CanonicalJson.bytes(secrets), secretsOf(connection.name())))
                    .update();
        } catch (DuplicateKeyException taken) {
            throw new InvalidSettingsException(
                    "subgroup",
                    connection.subgroup().map(code -> "subgroup " + code).orElse("every other subgroup")
                            + " has a connection already, and an order goes to one only; give connection "
                            + connection.name() + " another subgroup");
        }
    }

    @Override
    public boolean block(String name, Problem problem) {
        return database.sql("""
                                UPDATE hub.connection
                                SET state = 'BLOCKED', problem = CAST(:problem AS jsonb), changed_at = clock_timestamp()
                                WHERE name = :name AND state = 'ACTIVE'""")
                        .param("name", name)
                        .param("problem", CanonicalJson.text(problem))
                        .update()
                > 0;
    }

    @Override
    public Optional<Problem> activate(String name) {
        return database.sql("""
                        WITH blocked AS MATERIALIZED (
                            SELECT name, problem FROM hub.connection
                            WHERE name = :name AND state = 'BLOCKED' FOR NO KEY UPDATE)
                        UPDATE hub.connection c SET state = 'ACTIVE', problem = NULL, changed_at = clock_timestamp()
                        FROM blocked WHERE c.name = blocked.name RETURNING blocked.problem""")
                .param("name", name)
                .query((row, number) -> CanonicalJson.read(row.getString("problem"), Problem.class))
                .optional();
    }

    @Override
    public boolean hold(String name, Problem problem) {
        return database.sql("""
                                UPDATE hub.connection
                                SET state = 'HELD', problem = CAST(:problem AS jsonb), changed_at = clock_timestamp()
                                WHERE name = :name AND state <> 'HELD'""")
                        .param("name", name)
                        .param("problem", CanonicalJson.text(problem))
                        .update()
                > 0;
    }

    @Override
    public boolean release(String name, String cause) {
        return database.sql("""
                                UPDATE hub.connection SET state = 'ACTIVE', problem = NULL, changed_at = clock_timestamp()
                                WHERE name = :name AND state = 'HELD' AND problem ->> 'cause' = :cause""").param("name", name).param("cause", cause).update() > 0;
    }

    @Override
    public Optional<Grant> grant(String name) {
        return grants.stored(name);
    }

    @Override
    public Grant changeGrant(String name, UnaryOperator<Optional<Grant>> change) {
        return grants.change(name, change);
    }

    @Override
    public boolean pinTenant(String name, String tenant) {
        return database.sql("""
                                UPDATE hub.connection SET tenant = :tenant
                                WHERE name = :name AND (tenant IS NULL OR tenant = :tenant)""").param("name", name).param("tenant", tenant).update() > 0;
    }

    @Override
    public void startConsent(String name, String state) {
        database.sql("INSERT INTO hub.consent_state (state_hash, connection) VALUES (:hash, :name)")
                .param("hash", hash(state))
                .param("name", name)
                .update();
    }

    @Override
    public Optional<String> finishConsent(String state) {
        return database.sql("""
                        DELETE FROM hub.consent_state
                        WHERE state_hash = :hash AND started_at > clock_timestamp() - interval '15 minutes'
                        RETURNING connection""").param("hash", hash(state)).query(String.class).optional();
    }

    private Connection connection(ResultSet row, int number) throws SQLException {
        String name = row.getString("name");
        Map<String, Secret> secrets = new HashMap<>();
        byte @Nullable [] sealed = row.getBytes("secrets");
        if (sealed != null) {
            CanonicalJson.texts(new String(cipher.open(sealed, secretsOf(name)), StandardCharsets.UTF_8))
                    .forEach((setting, secret) -> secrets.put(setting, new Secret(secret)));
        }
        return new Connection(
                name,
                row.getString("connector"),
                Optional.ofNullable(row.getString("subgroup")),
                Connection.State.valueOf(row.getString("state")),
                Optional.ofNullable(row.getString("tenant")),
                TransferRows.problem(row.getString("problem")),
                new ConnectionSettings(
                        name,
                        ZoneId.of(row.getString("zone")),
                        CanonicalJson.texts(row.getString("settings")),
                        secrets),
                CanonicalJson.policies(row.getString("registers")));
    }

    private static String secretsOf(String name) {
        return "secrets/" + name;
    }

    private static byte[] hash(String state) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(state.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
