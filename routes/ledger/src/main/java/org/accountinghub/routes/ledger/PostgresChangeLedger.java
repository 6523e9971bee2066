package org.accountinghub.routes.ledger;

import static org.accountinghub.routes.ledger.LedgerDatabase.timestamp;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.accountinghub.mappings.model.DocumentKey;
import org.accountinghub.mappings.model.Problem;
import org.accountinghub.routes.engine.Frozen;
import org.accountinghub.routes.engine.changes.AfterSend;
import org.accountinghub.routes.engine.port.ChangeLedger;
import org.accountinghub.routes.engine.port.OrderVersion;

/** Delivered documents against the store, on PostgreSQL. */
final class PostgresChangeLedger implements ChangeLedger {

    private static final String SENT = """
            SELECT t.id, t.connection, t.store, t.subgroup, t.kind, t.number, t.payer, t.generation, f.sealed,
                   m.content_version,
                   coalesce(r.standing IN ('CREDITED', 'CANCELLED', 'GONE'), false)
                   OR EXISTS (SELECT FROM hub.transfer n
                              WHERE n.subject = 'DOCUMENT' AND (n.store, n.kind, n.number) = (t.store, t.kind, t.number)
                                AND n.subgroup = t.subgroup AND n.generation > t.generation
                                AND n.state NOT IN ('WITHDRAWN', 'SUPERSEDED')) AS superseded
            """;

    private static final String TO_COMPARE = """
            WITH changed AS MATERIALIZED (
                SELECT * FROM unnest(:stores, :subgroups, :kinds, :numbers, :payers, :generations, :versions)
                    c (store, subgroup, kind, number, payer, generation, version))
            """ + SENT + """
            FROM (SELECT DISTINCT store, kind, number FROM changed) o
            JOIN hub.transfer t ON t.number = o.number AND t.kind = o.kind AND t.store = o.store
                 AND t.subject = 'DOCUMENT' AND t.state = 'DELIVERED'
            JOIN hub.transfer_content f ON f.transfer_id = t.id
            LEFT JOIN hub.document_return r ON r.transfer_id = t.id
            LEFT JOIN hub.document_comparison m ON m.transfer_id = t.id
            WHERE NOT EXISTS (SELECT FROM changed c
                              WHERE (c.store, c.subgroup, c.kind, c.number, c.payer, c.generation)
                                    = (t.store, t.subgroup, t.kind, t.number, t.payer, t.generation)
                                AND c.version = m.content_version)
            ORDER BY t.id""";

    private static final String NOT_COMPARED = SENT + """
            FROM hub.document_return r
            JOIN hub.transfer t ON t.id = r.transfer_id AND t.state = 'DELIVERED'
            JOIN hub.transfer_content f ON f.transfer_id = t.id
            LEFT JOIN hub.document_comparison m ON m.transfer_id = t.id
            WHERE r.partner_id IS NOT NULL AND r.standing NOT IN ('PAID', 'CREDITED', 'CANCELLED', 'GONE')
              AND t.changed_at < :since AND (m.compared_at IS NULL OR m.compared_at < :since)
            ORDER BY m.compared_at NULLS FIRST LIMIT :limit""";

    private static final String COMPARED = """
            WITH locked AS MATERIALIZED (
                SELECT t.id, t.problem, t.cause FROM hub.transfer t
                WHERE t.id = :id AND t.state = 'DELIVERED' FOR NO KEY UPDATE),
            kept AS (
                INSERT INTO hub.document_comparison AS m (transfer_id, compared_at, content_version)
                SELECT id, clock_timestamp(), :version FROM locked
                ON CONFLICT (transfer_id) DO UPDATE
                SET compared_at = excluded.compared_at, content_version = excluded.content_version,
                    known = CASE WHEN m.known = CAST(:reason AS text) THEN m.known END
                RETURNING known),
            wanted AS (
                SELECT l.id, CASE WHEN k.known IS NULL THEN CAST(:problem AS jsonb) END AS problem
                FROM locked l CROSS JOIN kept k
                WHERE l.problem IS NULL OR l.cause = '%1$s'
                   OR l.cause = '%2$s' AND (CAST(:problem AS jsonb) IS NOT NULL OR CAST(:superseded AS boolean))),
            changed AS (
                UPDATE hub.transfer t SET problem = w.problem FROM wanted w
                WHERE t.id = w.id AND t.problem IS DISTINCT FROM w.problem RETURNING t.id, t.problem),
            noted AS (
                UPDATE hub.document_return r
                SET note_problem = c.problem, version = r.version + 1, changed_at = clock_timestamp()
                FROM changed c WHERE r.transfer_id = c.id),
            happened AS (
                INSERT INTO hub.transfer_attempt (transfer_id, attempt, event, what, problem)
                SELECT t.id, t.starts, 'EVIDENCE',
                       coalesce(c.problem ->> 'reason', 'the order says what was sent, or it is known that it does not'), c.problem
                FROM changed c JOIN hub.transfer t ON t.id = c.id)
            SELECT count(*) FROM changed""".formatted(AfterSend.CHANGED, AfterSend.GONE);

    private final LedgerDatabase database;
    private final FrozenContents contents;

    PostgresChangeLedger(LedgerDatabase database, FrozenContents contents) {
        this.database = database;
        this.contents = contents;
    }

    @Override
    public Optional<Long> mark(String store) {
        return database.sql("SELECT change FROM hub.store_mark WHERE store = :store")
                .param("store", store)
                .query(Long.class)
                .optional();
    }

    @Override
    public void mark(String store, long change) {
        database.sql("""
                        INSERT INTO hub.store_mark AS m (store, change) VALUES (:store, :change)
                        ON CONFLICT (store) DO UPDATE SET change = excluded.change, changed_at = clock_timestamp()""").param("store", store).param("change", change).update();
    }

    @Override
    public List<Sent> toCompare(List<OrderVersion> changed) {
        return database.sql(TO_COMPARE)
                .param("stores", texts(changed, one -> one.key().order().store()))
                .param("subgroups", texts(changed, one -> one.key().order().subgroup()))
                .param("kinds", texts(changed, one -> one.key().order().kind()))
                .param("numbers", texts(changed, one -> one.key().order().number()))
                .param("payers", texts(changed, one -> one.key().payer()))
                .param(
                        "generations",
                        changed.stream().map(one -> one.key().generation()).toArray(Integer[]::new))
                .param("versions", texts(changed, OrderVersion::content))
                .query(this::sent)
                .list();
    }

    private static String[] texts(List<OrderVersion> changed, Function<OrderVersion, String> part) {
        return changed.stream().map(part).toArray(String[]::new);
    }

    @Override
    public List<Sent> notComparedSince(Instant since, int limit) {
        return database.sql(NOT_COMPARED)
                .param("since", timestamp(since))
                .param("limit", limit)
                .query(this::sent)
                .list();
    }

    @Override
    public boolean compared(Sent sent, Optional<String> version, Optional<Problem> problem) {
        return database.sql(COMPARED)
                        .param("id", sent.transferId())
                        .param("version", version.orElse(null))
                        .param("superseded", sent.superseded())
                        .param("reason", problem.map(Problem::reason).orElse(null))
                        .param("problem", TransferRows.json(problem))
                        .query(Integer.class)
                        .single()
                > 0;
    }

    @Override
    public void unchanged(Sent sent) {
        database.sql("""
                        UPDATE hub.document_comparison SET compared_at = clock_timestamp() WHERE transfer_id = :id""").param("id", sent.transferId()).update();
    }

    private Sent sent(ResultSet row, int number) throws SQLException {
        long id = row.getLong("id");
        DocumentKey key = TransferRows.documentKey(row);
        if (!(contents.open(id, row.getString("connection"), row.getBytes("sealed"))
                instanceof Frozen.Document document)) {
            throw new IllegalStateException("not a document was frozen for " + key);
        }
        return new Sent(
                id,
                key,
                document.order(),
                Optional.ofNullable(row.getString("content_version")),
                row.getBoolean("superseded"));
    }
}
