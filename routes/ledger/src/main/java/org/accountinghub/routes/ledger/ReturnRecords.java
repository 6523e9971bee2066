package org.accountinghub.routes.ledger;

import java.util.Optional;
import org.accountinghub.mappings.model.Invoice;
import org.accountinghub.mappings.model.Money;
import org.accountinghub.mappings.model.Problem;
import org.accountinghub.routes.engine.port.ReturnLedger.Became;
import org.accountinghub.routes.engine.port.ReturnLedger.DeliveredDocument;
import org.accountinghub.routes.engine.port.ReturnLedger.Stray;

/** Writes down what was seen at the partner; the store is told only what is new. */
final class ReturnRecords {

    private final LedgerDatabase database;
    private final ContentCipher cipher;

    ReturnRecords(LedgerDatabase database, ContentCipher cipher) {
        this.database = database;
        this.cipher = cipher;
    }

    void record(DeliveredDocument document, Became became, Optional<String> fingerprint) {
        Optional<Invoice> invoice = became.invoice();
        Optional<byte[]> canonical = invoice.map(CanonicalJson::bytes);
        database.sql("""
                        UPDATE hub.document_return r
                        SET standing = :standing, fingerprint = coalesce(CAST(:fingerprint AS text), r.fingerprint),
                            recorded_at = clock_timestamp(), invoice = new.invoice, invoice_hash = new.hash,
                            invoice_number = :number, invoice_date = :date, currency = :currency, total = :total,
                            balance = :balance, explained = new.explained, return_problem = new.problem,
                            version = r.version + CASE WHEN new.changed THEN 1 ELSE 0 END,
                            changed_at = CASE WHEN new.changed THEN clock_timestamp() ELSE r.changed_at END
                        FROM (SELECT v.*, (now.standing, now.invoice_hash, now.explained, now.return_problem)
                                     IS DISTINCT FROM (:standing, v.hash, v.explained, v.problem) AS changed
                              FROM (SELECT CAST(:invoice AS bytea), CAST(:hash AS bytea), CAST(:explained AS text[]),
                                           CAST(:problem AS jsonb)) v (invoice, hash, explained, problem),
                                   hub.document_return now
                              WHERE now.transfer_id = :id) new
                        WHERE r.transfer_id = :id""")
                .param("id", document.transferId())
                .param("standing", became.standing().name())
                .param("fingerprint", fingerprint.orElse(null))
                .param(
                        "invoice",
                        canonical
                                .map(bytes -> cipher.seal(bytes, StoreNotes.boundTo(document.transferId())))
                                .orElse(null))
                .param("hash", canonical.map(cipher::hash).orElse(null))
                .param("number", invoice.map(Invoice::number).orElse(null))
                .param("date", invoice.map(Invoice::date).orElse(null))
                .param(
                        "currency",
                        invoice.map(Invoice::currency).map(Object::toString).orElse(null))
                .param("total", invoice.map(Invoice::total).map(Money::amount).orElse(null))
                .param(
                        "balance",
                        invoice.map(Invoice::balance).map(Money::amount).orElse(null))
                .param("explained", became.explained().toArray(String[]::new))
                .param("problem", TransferRows.json(became.problem()))
                .update();
    }

    void unreadable(DeliveredDocument document, Problem problem) {
        database.sql("""
                        UPDATE hub.document_return r
                        SET return_problem = CAST(:problem AS jsonb), recorded_at = clock_timestamp(),
                            version = r.version + CASE WHEN r.return_problem IS DISTINCT FROM CAST(:problem AS jsonb)
                                                       THEN 1 ELSE 0 END,
                            changed_at = clock_timestamp()
                        WHERE r.transfer_id = :id""")
                .param("id", document.transferId())
                .param("problem", TransferRows.json(Optional.of(problem)))
                .update();
    }

    void recordStray(Stray stray) {
        database.sql("""
                        WITH seen AS (
                            INSERT INTO hub.stray AS s (connection, made_as, partner_id, number, transfer_id, fingerprint, problem)
                            VALUES (:connection, :madeAs, :partnerId, :number, :id, :fingerprint, CAST(:problem AS jsonb))
                            ON CONFLICT (connection, made_as, partner_id) DO UPDATE
                            SET number = excluded.number, transfer_id = excluded.transfer_id,
                                fingerprint = excluded.fingerprint, problem = excluded.problem, seen_at = clock_timestamp()
                            RETURNING transfer_id)
                        INSERT INTO hub.document_return AS r (transfer_id, connection)
                        SELECT transfer_id, :connection FROM seen
                        ON CONFLICT (transfer_id) DO UPDATE SET version = r.version + 1, changed_at = clock_timestamp()""")
                .param("connection", stray.connection())
                .param("madeAs", stray.madeAs().name())
                .param("partnerId", stray.partnerId())
                .param("number", stray.number())
                .param("id", stray.transferId())
                .param("fingerprint", stray.fingerprint())
                .param("problem", TransferRows.json(stray.problem()))
                .update();
    }
}
