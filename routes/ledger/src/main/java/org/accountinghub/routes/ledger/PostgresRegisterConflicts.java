package org.accountinghub.routes.ledger;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.accountinghub.mappings.model.register.Register;
import org.accountinghub.mappings.model.register.RegisterField;
import org.accountinghub.routes.engine.port.RegisterConflicts;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/** Conflicts for operators, on PostgreSQL. */
final class PostgresRegisterConflicts implements RegisterConflicts {

    private static final String WHICH = """
            (CAST(:connection AS text) IS NULL OR c.connection = :connection)
            AND (CAST(:register AS text) IS NULL OR c.register = :register)
            AND (CAST(:number AS text) IS NULL OR coalesce(l.number, c.number) = :number)""";

    private static final String SHOWN = """
            SELECT c.id, c.connection, c.register, c.partner_id, coalesce(l.number, c.number) AS number,
                   coalesce(l.partner_number, c.partner_id) AS partner_number, c.field, c.sealed, c.settled, c.at,
                   c.acknowledged_by, c.acknowledged_at
            FROM hub.register_conflict c
            LEFT JOIN hub.register_link l
                   ON l.connection = c.connection AND l.register = c.register AND l.partner_id = c.partner_id
            WHERE %s AND (:acknowledgedToo OR c.acknowledged_at IS NULL)
              AND (CAST(:before AS bigint) IS NULL OR c.id < :before)
            ORDER BY c.id DESC LIMIT :limit""".formatted(WHICH);

    private static final String ACKNOWLEDGE_ALL = """
            UPDATE hub.register_conflict a SET acknowledged_by = :who, acknowledged_at = clock_timestamp()
            FROM hub.register_conflict c
            LEFT JOIN hub.register_link l
                   ON l.connection = c.connection AND l.register = c.register AND l.partner_id = c.partner_id
            WHERE a.id = c.id AND a.acknowledged_at IS NULL AND %s""".formatted(WHICH);

    private final LedgerDatabase database;
    private final ContentCipher cipher;

    PostgresRegisterConflicts(LedgerDatabase database, ContentCipher cipher) {
        this.database = database;
        this.cipher = cipher;
    }

    @Override
    public List<Conflict> conflicts(Filter filter, int limit, Optional<Long> before) {
        return which(SHOWN, filter)
                .param("acknowledgedToo", filter.acknowledgedToo())
                .param("before", before.orElse(null))
                .param("limit", limit)
                .query(this::conflict)
                .list();
    }

    @Override
    public long open(Optional<String> connection, Optional<Register> register) {
        return database.sql("""
                        SELECT count(*) FROM hub.register_conflict
                        WHERE acknowledged_at IS NULL AND (CAST(:connection AS text) IS NULL OR connection = :connection)
                            AND (CAST(:register AS text) IS NULL OR register = :register)""")
                .param("connection", connection.orElse(null))
                .param("register", register.map(Enum::name).orElse(null))
                .query(Long.class)
                .single();
    }

    @Override
    public boolean acknowledge(long id, String who) {
        return database.sql("""
                                UPDATE hub.register_conflict SET acknowledged_by = :who, acknowledged_at = clock_timestamp()
                                WHERE id = :id AND acknowledged_at IS NULL""").param("id", id).param("who", who).update() > 0;
    }

    @Override
    public int acknowledgeAll(Filter filter, String who) {
        return which(ACKNOWLEDGE_ALL, filter).param("who", who).update();
    }

    private StatementSpec which(String text, Filter filter) {
        return database.sql(text)
                .param("connection", filter.connection().orElse(null))
                .param("register", filter.register().map(Enum::name).orElse(null))
                .param("number", filter.number().orElse(null));
    }

    private Conflict conflict(ResultSet row, int number) throws SQLException {
        String connection = row.getString("connection");
        String register = row.getString("register");
        String field = row.getString("field");
        byte[] opened = cipher.open(
                row.getBytes("sealed"),
                ConflictNotes.boundTo(connection, register, row.getString("partner_id"), field));
        Map<String, String> values = CanonicalJson.texts(new String(opened, StandardCharsets.UTF_8));
        Optional<String> acknowledgedBy = Optional.ofNullable(row.getString("acknowledged_by"));
        return new Conflict(
                row.getLong("id"),
                connection,
                Register.valueOf(register),
                row.getString("number"),
                row.getString("partner_number"),
                RegisterField.valueOf(field),
                values.getOrDefault("ours", ""),
                values.getOrDefault("theirs", ""),
                Settled.valueOf(row.getString("settled")),
                TransferRows.instant(row, "at"),
                acknowledgedBy.isEmpty()
                        ? Optional.empty()
                        : Optional.of(
                                new Acknowledged(acknowledgedBy.get(), TransferRows.instant(row, "acknowledged_at"))));
    }
}
