package org.accountinghub.routes.ledger;

import java.util.Collection;
import java.util.Optional;
import org.accountinghub.mappings.model.register.Register;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/** Transfers that registers ask for. One process at a time decides for a connection's register. */
final class RecordTransfers {

    private static final String ALONE =
            "SELECT CAST(pg_advisory_xact_lock(hashtextextended('exports of ' || :connection || '/' || :kind, 0)) AS text)";

    /** What stopped says nothing about the record as it is now; but what may have made it there is looked for, by itself. */
    private static final String SUPERSEDE = """
            UPDATE hub.transfer t SET state = 'SUPERSEDED', changed_at = clock_timestamp()
            FROM (SELECT o.id FROM hub.transfer o
                  WHERE o.connection = :connection AND o.kind = :kind AND o.number = ANY (:numbers) AND o.subject <> 'DOCUMENT'
                    AND o.state IN ('REJECTED', 'EXHAUSTED')
                    AND (o.subject = 'RECORD'
                         OR NOT EXISTS (SELECT FROM hub.transfer_step s WHERE s.transfer_id = o.id AND s.state <> 'PLANNED'))
                  ORDER BY o.id FOR NO KEY UPDATE) stopped
            WHERE t.id = stopped.id""";

    /** Also one that a document asked for a moment ago. */
    private static final String KEEP = """
            UPDATE hub.transfer t SET exported = true
            WHERE t.connection = :connection AND t.kind = :kind AND t.number = ANY (:numbers)
              AND t.subject IN ('CUSTOMER', 'ARTICLE') AND NOT t.exported
              AND t.state NOT IN ('DELIVERED', 'WITHDRAWN', 'SUPERSEDED')""";

    /**
     * Beside one that a worker has, or that may have made the record there, a change waits for it; beside one that waits,
     * nothing is made.
     */
    private static final String MAKE = """
            INSERT INTO hub.transfer (connection, subject, store, subgroup, kind, number, state, waits_for, requested_by, exported)
            SELECT :connection,
                   CASE WHEN l.number IS NOT NULL OR before.id IS NOT NULL THEN 'RECORD'
                        WHEN :kind = 'customer' THEN 'CUSTOMER' ELSE 'ARTICLE' END,
                   :store, coalesce(c.subgroup, ''), :kind, n.number,
                   CASE WHEN before.id IS NULL THEN 'DUE' ELSE 'WAITING' END, before.id, CAST(:who AS text), true
            FROM (SELECT DISTINCT unnest(:numbers) AS number) n
            JOIN hub.connection c ON c.name = :connection
            LEFT JOIN hub.register_link l ON l.connection = :connection AND l.register = :register AND l.number = n.number
            LEFT JOIN LATERAL (
                SELECT t.id FROM hub.transfer t
                WHERE t.connection = :connection AND t.kind = :kind AND t.number = n.number AND t.subject <> 'DOCUMENT'
                  AND (t.state = 'SENDING'
                       OR l.number IS NULL AND t.subject <> 'RECORD'
                          AND t.state IN ('DUE', 'QUEUED', 'REJECTED', 'EXHAUSTED', 'IN_DOUBT')
                          AND EXISTS (SELECT FROM hub.transfer_step s WHERE s.transfer_id = t.id AND s.state <> 'PLANNED'))
                ORDER BY t.id DESC LIMIT 1) before ON true
            WHERE NOT EXISTS (
                SELECT FROM hub.transfer t
                WHERE t.connection = :connection AND t.kind = :kind AND t.number = n.number AND t.subject <> 'DOCUMENT'
                  AND (t.subject = 'RECORD' OR l.number IS NULL) AND t.id IS DISTINCT FROM before.id
                  AND (t.state IN ('DUE', 'QUEUED', 'WAITING', 'IN_DOUBT') OR t.state = 'DISMISSED' AND l.number IS NULL))
            ORDER BY n.number
            ON CONFLICT DO NOTHING""";

    private final LedgerDatabase database;
    private final String store;

    RecordTransfers(LedgerDatabase database, String store) {
        this.database = database;
        this.store = store;
    }

    int export(String connection, Register register, Collection<String> numbers, Optional<String> who) {
        if (numbers.isEmpty()) {
            return 0;
        }
        String[] wanted = numbers.toArray(String[]::new);
        return database.inTransaction(() -> {
            about(ALONE, connection, register).query(String.class).list();
            about(SUPERSEDE, connection, register).param("numbers", wanted).update();
            int made = about(MAKE, connection, register)
                    .param("numbers", wanted)
                    .param("register", register.name())
                    .param("store", store)
                    .param("who", who.orElse(null))
                    .update();
            about(KEEP, connection, register).param("numbers", wanted).update();
            return made;
        });
    }

    private StatementSpec about(String text, String connection, Register register) {
        return database.sql(text).param("connection", connection).param("kind", register.kind());
    }
}
