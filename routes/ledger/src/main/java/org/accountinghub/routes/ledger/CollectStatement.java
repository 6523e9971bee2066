package org.accountinghub.routes.ledger;

/**
 * Collecting as one statement: what the store has ready and the ledger does not know becomes due; what still waits, has
 * nothing at the partner and is no longer ready is withdrawn; what was withdrawn and is ready again is due again. What
 * is ready although it was delivered and the store told so is another order of the same number: a person has to decide.
 *
 * <p>{@code starts} guards the withdrawing: a transfer that a worker claimed since this statement began is left alone.
 */
final class CollectStatement {

    private static final String SAME = "(r.store, r.subgroup, r.kind, r.number, r.payer, r.generation)"
            + " = (t.store, t.subgroup, t.kind, t.number, t.payer, t.generation)";

    private static final String UNINTENDED =
            "NOT EXISTS (SELECT FROM hub.transfer_step s WHERE s.transfer_id = t.id AND s.state <> 'PLANNED' AND NOT s.prepares)";

    private static final String NUMBER_USED_AGAIN = "ledger.number-used-again";

    private static final String SQL = """
            WITH ready AS MATERIALIZED (
                SELECT CAST(d.store AS text) AS store, CAST(d.subgroup AS text) AS subgroup, CAST(d.kind AS text) AS kind,
                       CAST(d.number AS text) AS number, CAST(d.payer AS text) AS payer,
                       CAST(d.generation AS integer) AS generation, CAST(d.requested_by AS text) AS requested_by
                FROM (%1$s) d),
            chosen AS MATERIALIZED (
                SELECT r.*, c.name AS connection
                FROM ready r LEFT JOIN LATERAL (
                    SELECT c.name FROM hub.connection c WHERE c.subgroup = r.subgroup OR c.subgroup IS NULL
                    ORDER BY c.subgroup NULLS LAST LIMIT 1) c ON true),
            vanished AS MATERIALIZED (
                SELECT t.id, t.starts FROM hub.transfer t
                WHERE t.subject = 'DOCUMENT' AND t.state IN ('WAITING', 'DUE', 'QUEUED', 'REJECTED', 'EXHAUSTED')
                  AND NOT EXISTS (SELECT FROM ready r WHERE %2$s) AND %3$s),
            locked AS MATERIALIZED (
                SELECT t.id FROM hub.transfer t JOIN vanished v ON v.id = t.id AND v.starts = t.starts
                WHERE t.state IN ('WAITING', 'DUE', 'QUEUED', 'REJECTED', 'EXHAUSTED')
                ORDER BY t.id FOR NO KEY UPDATE OF t SKIP LOCKED),
            withdrawn AS (
                UPDATE hub.transfer t
                SET state = 'WITHDRAWN', waits_for = NULL, problem = NULL, changed_at = clock_timestamp()
                FROM locked WHERE t.id = locked.id RETURNING t.id),
            thawed AS (DELETE FROM hub.transfer_content f USING withdrawn w WHERE f.transfer_id = w.id),
            cleared AS (
                UPDATE hub.document_return r
                SET note_problem = NULL, version = r.version + 1, changed_at = clock_timestamp()
                FROM withdrawn w WHERE r.transfer_id = w.id AND r.note_problem IS NOT NULL),
            revived AS (
                UPDATE hub.transfer t
                SET state = 'DUE', connection = r.connection, due_at = clock_timestamp(), attempts = 0,
                    requested_by = r.requested_by, changed_at = clock_timestamp()
                FROM chosen r
                WHERE t.subject = 'DOCUMENT' AND t.state = 'WITHDRAWN' AND r.connection IS NOT NULL AND %2$s
                RETURNING t.id),
            inserted AS (
                INSERT INTO hub.transfer (connection, subject, store, subgroup, kind, number, payer, generation, requested_by,
                                          state, problem)
                SELECT r.connection, 'DOCUMENT', r.store, r.subgroup, r.kind, r.number, r.payer, r.generation, r.requested_by,
                       CASE WHEN late.payer IS NULL THEN 'DUE' ELSE 'REJECTED' END,
                       CASE WHEN late.payer IS NOT NULL THEN jsonb_build_object(
                           'cause', 'ledger.payer-came-late', 'stage', 'STORE', 'field', 'payer',
                           'reason', 'order ' || r.number || ' was already sent to payer ' || late.payer
                               || ' when payer ' || r.payer || ' came to it',
                           'remedy', 'Compare the order with what was sent; retry if payer ' || r.payer
                               || ' shall be invoiced as well, else dismiss') END
                FROM chosen r
                LEFT JOIN LATERAL (
                    SELECT t.payer FROM hub.transfer t
                    WHERE t.subject = 'DOCUMENT'
                      AND (t.store, t.subgroup, t.kind, t.number, t.generation)
                        = (r.store, r.subgroup, r.kind, r.number, r.generation)
                      AND t.payer <> r.payer
                      AND EXISTS (SELECT FROM hub.transfer_step s WHERE s.transfer_id = t.id AND s.state <> 'PLANNED' AND NOT s.prepares)
                      AND NOT EXISTS (
                          SELECT FROM hub.transfer u
                          WHERE u.subject = 'DOCUMENT'
                            AND (u.store, u.subgroup, u.kind, u.number, u.generation)
                              = (r.store, r.subgroup, r.kind, r.number, r.generation)
                            AND (u.state = 'WITHDRAWN' OR u.id IN (SELECT id FROM vanished)))
                    LIMIT 1) late ON true
                WHERE r.connection IS NOT NULL
                  AND NOT EXISTS (SELECT FROM hub.transfer t WHERE t.subject = 'DOCUMENT' AND %2$s)
                ORDER BY r.store, r.subgroup, r.kind, r.number, r.payer, r.generation
                ON CONFLICT DO NOTHING RETURNING id),
            reused AS (
                UPDATE hub.transfer t
                SET problem = jsonb_build_object(
                    'cause', '%4$s', 'stage', 'STORE', 'field', 'number',
                    'reason', 'order ' || t.number || ' is ready again although it was sent and the service system was'
                        || ' told: it was deleted and made anew under the same number',
                    'remedy', 'Compare the order with the document; send it again if it shall be invoiced, else mark it'
                        || ' as invoiced')
                FROM ready r
                WHERE t.subject = 'DOCUMENT' AND t.state = 'DELIVERED' AND %2$s AND t.cause IS DISTINCT FROM '%4$s'
                  AND EXISTS (SELECT FROM hub.document_return n
                              WHERE n.transfer_id = t.id AND n.partner_id IS NOT NULL AND n.told_version = n.version)
                RETURNING t.id, t.problem),
            settled AS (
                UPDATE hub.transfer t SET problem = NULL
                WHERE t.subject = 'DOCUMENT' AND t.state = 'DELIVERED' AND t.problem IS NOT NULL AND t.cause = '%4$s'
                  AND NOT EXISTS (SELECT FROM ready r WHERE %2$s)
                RETURNING t.id, t.problem),
            noted AS (
                UPDATE hub.document_return n
                SET note_problem = c.problem, version = n.version + 1, changed_at = clock_timestamp()
                FROM (SELECT * FROM reused UNION ALL SELECT * FROM settled) c WHERE n.transfer_id = c.id),
            homeless AS (
                INSERT INTO hub.unconnected AS u (store, subgroup, documents, orders)
                SELECT store, subgroup, count(*), (array_agg(DISTINCT number))[1 : 100]
                FROM chosen WHERE connection IS NULL GROUP BY store, subgroup ORDER BY store, subgroup
                ON CONFLICT (store, subgroup) DO UPDATE SET documents = excluded.documents, orders = excluded.orders
                RETURNING documents),
            housed AS (
                DELETE FROM hub.unconnected u
                WHERE NOT EXISTS (SELECT FROM chosen c
                                  WHERE c.connection IS NULL AND c.store = u.store AND c.subgroup = u.subgroup))
            SELECT (SELECT count(*) FROM inserted) + (SELECT count(*) FROM revived) AS created,
                   (SELECT count(*) FROM withdrawn) AS withdrawn,
                   (SELECT coalesce(sum(documents), 0) FROM homeless) AS homeless""";

    private CollectStatement() {}

    /** @param readyDocuments a SELECT of store, subgroup, kind, number, payer, generation, requested_by */
    static String over(String readyDocuments) {
        return SQL.formatted(readyDocuments, SAME, UNINTENDED, NUMBER_USED_AGAIN);
    }
}
