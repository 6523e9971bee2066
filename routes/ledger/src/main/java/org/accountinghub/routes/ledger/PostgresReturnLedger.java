package org.accountinghub.routes.ledger;

import static org.accountinghub.routes.ledger.LedgerDatabase.timestamp;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.accountinghub.mappings.model.DocumentKey;
import org.accountinghub.mappings.model.Problem;
import org.accountinghub.mappings.model.Reference;
import org.accountinghub.mappings.model.SourceKey;
import org.accountinghub.routes.engine.Frozen;
import org.accountinghub.routes.engine.TransferState;
import org.accountinghub.routes.engine.port.ReturnLedger;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/** What became of documents at the partner, on PostgreSQL. */
final class PostgresReturnLedger implements ReturnLedger {

    private static final String LAST_FETCH = "last-fetch";

    private static final String DELIVERED = """
            SELECT t.id, t.connection, t.store, t.subgroup, t.kind, t.number, t.payer, t.generation, r.partner_id,
                   r.partner_number, c.partner_number AS customer_number, f.sealed
            FROM hub.document_return r
            JOIN hub.transfer t ON t.id = r.transfer_id
            JOIN hub.transfer_content f ON f.transfer_id = t.id
            LEFT JOIN hub.binding c ON c.store = t.store AND c.subgroup = t.subgroup AND c.kind = :customer
                 AND c.number = t.payer AND c.payer = '' AND c.generation = 0 AND c.connection = t.connection
            WHERE r.connection = :connection AND r.partner_id IS NOT NULL AND
            """;

    private final LedgerDatabase database;
    private final FrozenContents contents;
    private final ReturnRecords records;
    private final StoreNotes notes;

    PostgresReturnLedger(LedgerDatabase database, FrozenContents contents, ContentCipher cipher) {
        this.database = database;
        this.contents = contents;
        this.records = new ReturnRecords(database, cipher);
        this.notes = new StoreNotes(database, cipher);
    }

    @Override
    public Optional<DeliveredDocument> delivered(String connection, String partnerId) {
        return documents(connection, "r.partner_id = :partnerId ORDER BY t.id DESC LIMIT 1")
                .param("partnerId", partnerId)
                .query(this::document)
                .optional();
    }

    @Override
    public Optional<DeliveredDocument> delivered(String connection, Reference reference) {
        return documents(
                        connection,
                        "t.id = (SELECT m.transfer_id FROM hub.document_reference m WHERE m.reference = :reference)")
                .param("reference", reference.value())
                .query(this::document)
                .optional();
    }

    @Override
    public Optional<Unbound> unbound(String connection, Reference reference) {
        return database.sql("""
                        SELECT t.id, t.state, t.store, t.subgroup, t.kind, t.number, t.payer, t.generation
                        FROM hub.document_reference m JOIN hub.transfer t ON t.id = m.transfer_id
                        LEFT JOIN hub.document_return r ON r.transfer_id = t.id
                        WHERE m.reference = :reference AND t.connection = :connection AND r.partner_id IS NULL""")
                .param("reference", reference.value())
                .param("connection", connection)
                .query((row, number) -> new Unbound(
                        row.getLong("id"),
                        TransferRows.documentKey(row),
                        TransferState.valueOf(row.getString("state"))))
                .optional();
    }

    @Override
    public List<DeliveredDocument> open(String connection, Instant notSeenSince, int limit) {
        return documents(connection, """
                        r.standing IN ('ABSENT', 'MADE', 'BOOKED')
                        AND (r.recorded_at IS NULL OR r.recorded_at < :notSeenSince)
                        ORDER BY r.recorded_at NULLS FIRST LIMIT :limit""")
                .param("notSeenSince", timestamp(notSeenSince))
                .param("limit", limit)
                .query(this::document)
                .list();
    }

    @Override
    public boolean known(String connection, String partnerId, String fingerprint) {
        return database.sql("""
                        SELECT CASE WHEN EXISTS (SELECT FROM hub.document_return r
                                                 WHERE r.connection = :connection AND r.partner_id = :partnerId)
                                    THEN EXISTS (SELECT FROM hub.document_return r
                                                 WHERE r.connection = :connection AND r.partner_id = :partnerId
                                                   AND r.fingerprint = :fingerprint)
                                    ELSE EXISTS (SELECT FROM hub.stray s
                                                 WHERE s.connection = :connection AND s.partner_id = :partnerId
                                                   AND s.fingerprint = :fingerprint) END""")
                .param("connection", connection)
                .param("partnerId", partnerId)
                .param("fingerprint", fingerprint)
                .query(Boolean.class)
                .single();
    }

    @Override
    public void record(DeliveredDocument document, Became became, Optional<String> fingerprint) {
        records.record(document, became, fingerprint);
    }

    @Override
    public void unreadable(DeliveredDocument document, Problem problem) {
        records.unreadable(document, problem);
    }

    @Override
    public void recordStray(Stray stray) {
        records.recordStray(stray);
    }

    @Override
    public List<StoreNote> untold(int limit) {
        return notes.untold(limit);
    }

    @Override
    public void told(StoreNote note) {
        notes.told(note);
    }

    @Override
    public Optional<String> cursor(String connection, String name) {
        return database.sql("SELECT value FROM hub.cursor WHERE connection = :connection AND name = :name")
                .param("connection", connection)
                .param("name", name)
                .query(String.class)
                .optional();
    }

    @Override
    public void cursor(String connection, String name, String value) {
        database.sql("""
                        INSERT INTO hub.cursor (connection, name, value) VALUES (:connection, :name, :value)
                        ON CONFLICT (connection, name) DO UPDATE SET value = excluded.value, changed_at = clock_timestamp()""")
                .param("connection", connection)
                .param("name", name)
                .param("value", value)
                .update();
    }

    @Override
    public void fetched(String connection, Fetch fetch) {
        cursor(connection, LAST_FETCH, CanonicalJson.text(fetch));
    }

    @Override
    public Optional<Fetch> lastFetch(String connection) {
        return cursor(connection, LAST_FETCH).map(kept -> CanonicalJson.read(kept, Fetch.class));
    }

    private StatementSpec documents(String connection, String which) {
        return database.sql(DELIVERED + which).param("connection", connection).param("customer", SourceKey.CUSTOMER);
    }

    private DeliveredDocument document(ResultSet row, int number) throws SQLException {
        long id = row.getLong("id");
        String connection = row.getString("connection");
        DocumentKey key = TransferRows.documentKey(row);
        if (!(contents.open(id, connection, row.getBytes("sealed")) instanceof Frozen.Document document)) {
            throw new IllegalStateException("not a document was frozen for " + key);
        }
        return new DeliveredDocument(
                id,
                connection,
                key,
                row.getString("partner_id"),
                row.getString("partner_number"),
                Optional.ofNullable(row.getString("customer_number")),
                document.order());
    }
}
