package org.accountinghub.routes.ledger;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.accountinghub.mappings.model.BillableOrder.Target;
import org.accountinghub.mappings.model.Invoice;
import org.accountinghub.routes.engine.Standing;
import org.accountinghub.routes.engine.port.ReturnLedger.InvoiceNote;
import org.accountinghub.routes.engine.port.ReturnLedger.StoreNote;
import org.jspecify.annotations.Nullable;

/** What the store has still to be told: one note per document, its newest version. */
final class StoreNotes {

    /** An order is invoiced when every wanted document of its newest generation is; one that was dismissed is not. */
    private static final String UNTOLD = """
            WITH offered AS (
                UPDATE hub.document_return r SET offered_at = clock_timestamp()
                WHERE r.transfer_id IN (
                    SELECT u.transfer_id FROM hub.document_return u WHERE u.told_version < u.version
                    ORDER BY coalesce(u.offered_at, u.changed_at) LIMIT :limit FOR NO KEY UPDATE SKIP LOCKED)
                RETURNING r.*)
            SELECT r.transfer_id, r.version, t.store, t.subgroup, t.kind, t.number, t.payer, t.generation, r.standing,
                   r.partner_number, r.connection, r.invoice,
                   part.ids AS part_ids, part.sealed AS parts,
                   t.state = 'DELIVERED' AS delivered,
                   coalesce(CASE WHEN t.state NOT IN ('DELIVERED', 'WITHDRAWN') THEN r.note_problem END, stray.problem,
                            r.return_problem, r.note_problem) AS problem,
                   r.standing IN ('BOOKED', 'PAID', 'CREDITED') AS document_invoiced,
                   r.standing IN ('BOOKED', 'PAID', 'CREDITED') AND NOT EXISTS (
                       SELECT FROM hub.transfer o LEFT JOIN hub.document_return s ON s.transfer_id = o.id
                       WHERE o.subject = 'DOCUMENT'
                         AND (o.store, o.subgroup, o.kind, o.number) = (t.store, t.subgroup, t.kind, t.number)
                         AND o.state NOT IN ('WITHDRAWN', 'SUPERSEDED')
                         AND (o.generation > t.generation
                              OR o.generation = t.generation AND coalesce(s.standing, 'ABSENT') NOT IN ('BOOKED', 'PAID', 'CREDITED')))
                       AS order_invoiced
            FROM offered r
            JOIN hub.transfer t ON t.id = r.transfer_id
            LEFT JOIN LATERAL (
                SELECT y.problem FROM hub.stray y
                WHERE y.transfer_id = r.transfer_id AND y.problem IS NOT NULL AND (y.made_as, y.partner_id) IS DISTINCT FROM (r.made_as, r.partner_id)
                  AND NOT EXISTS (SELECT FROM hub.document_part p
                                  WHERE (p.connection, p.made_as, p.partner_id) = (y.connection, y.made_as, y.partner_id))
                ORDER BY y.seen_at LIMIT 1) stray ON true
            LEFT JOIN LATERAL (
                SELECT array_agg(d.partner_id ORDER BY d.partner_id) AS ids, array_agg(d.sealed ORDER BY d.partner_id) AS sealed
                FROM hub.document_part p JOIN hub.partner_document d USING (connection, made_as, partner_id)
                WHERE p.transfer_id = r.transfer_id AND p.made_as = 'INVOICE' AND d.sealed IS NOT NULL) part ON true
            ORDER BY r.changed_at""";

    private final LedgerDatabase database;
    private final ContentCipher cipher;

    StoreNotes(LedgerDatabase database, ContentCipher cipher) {
        this.database = database;
        this.cipher = cipher;
    }

    List<StoreNote> untold(int limit) {
        return database.sql(UNTOLD).param("limit", limit).query(this::note).list();
    }

    void told(StoreNote note) {
        database.sql("""
                        UPDATE hub.document_return SET told_version = greatest(told_version, :version)
                        WHERE transfer_id = :id AND version >= :version""")
                .param("id", note.transferId())
                .param("version", note.version())
                .update();
    }

    static String boundTo(long transferId) {
        return "invoice/" + transferId;
    }

    private StoreNote note(ResultSet row, int number) throws SQLException {
        long id = row.getLong("transfer_id");
        Standing standing = Standing.valueOf(row.getString("standing"));
        return new StoreNote(
                id,
                row.getLong("version"),
                TransferRows.documentKey(row),
                row.getBoolean("delivered"),
                standing,
                Optional.ofNullable(row.getString("partner_number")),
                invoices(row, id, standing),
                TransferRows.problem(row.getString("problem")),
                row.getBoolean("document_invoiced"),
                row.getBoolean("order_invoiced"));
    }

    private List<InvoiceNote> invoices(ResultSet row, long id, Standing standing) throws SQLException {
        byte @Nullable [] sealed = row.getBytes("invoice");
        if (sealed != null) {
            return List.of(new InvoiceNote(CanonicalJson.invoice(cipher.open(sealed, boundTo(id))), standing));
        }
        Array parts = row.getArray("parts");
        if (parts == null) {
            return List.of();
        }
        Object[] contents = (Object[]) parts.getArray();
        List<String> ids = TransferRows.texts(row, "part_ids");
        List<InvoiceNote> notes = new ArrayList<>();
        for (int part = 0; part < contents.length; part++) {
            String boundTo = OrderGroups.boundTo(row.getString("connection"), Target.INVOICE, ids.get(part));
            Invoice invoice = CanonicalJson.invoice(cipher.open((byte[]) contents[part], boundTo));
            notes.add(new InvoiceNote(invoice, Standing.of(invoice)));
        }
        return notes;
    }
}
