package org.accountinghub.routes.ledger;

import static org.accountinghub.routes.ledger.LedgerDatabase.timestamp;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.accountinghub.mappings.model.BillableOrder.Target;
import org.accountinghub.mappings.model.Problem;
import org.accountinghub.mappings.model.Reference;
import org.accountinghub.routes.engine.TransferState;
import org.accountinghub.routes.engine.port.OrderGroup;
import org.accountinghub.routes.engine.port.ReturnLedger;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/** What became of documents at the partner, on PostgreSQL. */
final class PostgresReturnLedger implements ReturnLedger {

    private static final String LAST_FETCH = "last-fetch";

    private final LedgerDatabase database;
    private final SentDocuments documents;
    private final OrderGroups groups;
    private final ReturnRecords records;
    private final StoreNotes notes;

    PostgresReturnLedger(LedgerDatabase database, FrozenContents contents, ContentCipher cipher) {
        this.database = database;
        this.documents = new SentDocuments(contents);
        this.groups = new OrderGroups(database, documents, cipher);
        this.records = new ReturnRecords(database, cipher);
        this.notes = new StoreNotes(database, cipher);
    }

    @Override
    public Optional<DeliveredDocument> delivered(String connection, Target madeAs, String partnerId) {
        return documents(connection, """
                        (r.made_as = :madeAs AND r.partner_id = :partnerId
                         OR t.id = (SELECT min(p.transfer_id) FROM hub.document_part p
                                    WHERE (p.connection, p.made_as, p.partner_id) = (:connection, :madeAs, :partnerId)))
                        ORDER BY r.made_as = :madeAs AND r.partner_id = :partnerId DESC, t.id DESC LIMIT 1""")
                .param("madeAs", madeAs.name())
                .param("partnerId", partnerId)
                .query(documents::read)
                .optional();
    }

    @Override
    public Optional<DeliveredDocument> delivered(String connection, Reference reference) {
        return documents(
                        connection,
                        "t.id = (SELECT m.transfer_id FROM hub.document_reference m WHERE m.reference = :reference)")
                .param("reference", reference.value())
                .query(documents::read)
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
    public List<DeliveredDocument> open(String connection, Target madeAs, Instant notSeenSince, int limit) {
        return documents(connection, """
                        r.made_as = :madeAs AND r.standing IN ('ABSENT', 'MADE', 'ORDERED', 'PARTLY', 'BOOKED')
                        AND (r.recorded_at IS NULL OR r.recorded_at < :notSeenSince)
                        ORDER BY r.recorded_at NULLS FIRST LIMIT :limit""")
                .param("madeAs", madeAs.name())
                .param("notSeenSince", timestamp(notSeenSince))
                .param("limit", limit)
                .query(documents::read)
                .list();
    }

    @Override
    public boolean known(String connection, Target madeAs, String partnerId, String fingerprint) {
        return database.sql("""
                        WITH kept AS (
                            SELECT 1 AS place, r.fingerprint FROM hub.document_return r
                            WHERE r.connection = :connection AND r.partner_id = :partnerId
                              AND r.made_as = :madeAs AND r.made_as = 'INVOICE'
                            UNION ALL
                            SELECT 1, d.fingerprint FROM hub.partner_document d
                            WHERE d.connection = :connection AND d.made_as = :madeAs AND d.partner_id = :partnerId
                            UNION ALL
                            SELECT 2, s.fingerprint FROM hub.stray s
                            WHERE s.connection = :connection AND s.made_as = :madeAs AND s.partner_id = :partnerId)
                        SELECT EXISTS (SELECT FROM kept WHERE place = (SELECT min(place) FROM kept)
                                       AND fingerprint = :fingerprint)""")
                .param("connection", connection)
                .param("madeAs", madeAs.name())
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
    public OrderGroup group(DeliveredDocument document, Collection<String> invoices) {
        return groups.load(document, invoices);
    }

    @Override
    public void record(OrderGroup group, Map<Long, Became> became) {
        groups.record(group, became);
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
        return database.sql(SentDocuments.SELECT + "WHERE r.connection = :connection AND r.partner_id IS NOT NULL AND "
                        + which)
                .param("connection", connection);
    }
}
