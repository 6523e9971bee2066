package org.accountinghub.routes.ledger;

import static org.accountinghub.routes.ledger.LedgerDatabase.micros;

import java.time.Duration;
import java.util.Optional;
import org.accountinghub.mappings.model.Problem;

/** Messages whose handling failed too often by an exception. */
final class DeadLetters {

    private static final String LOCK = """
            SELECT t.id FROM hub.transfer t
            WHERE t.id = :id AND t.dispatch = :dispatch
              AND (t.state = 'QUEUED' OR t.state = 'SENDING' AND t.lease_ends <= clock_timestamp())
            FOR NO KEY UPDATE""";

    private static final String DOUBT = """
            UPDATE hub.transfer_step SET state = 'UNCERTAIN', touched_at = clock_timestamp()
            WHERE transfer_id = :id AND state IN ('INTENDED', 'UNCERTAIN')""";

    private static final String MOVE = """
            WITH mine AS (
                UPDATE hub.transfer
                SET state = :state, due_at = clock_timestamp() + :settle * interval '1 microsecond',
                    problem = CAST(:problem AS jsonb), lease = NULL, lease_ends = NULL, worker = NULL,
                    changed_at = clock_timestamp()
                WHERE id = :id RETURNING id, connection, subject, starts),
            noted AS (
                INSERT INTO hub.document_return AS r (transfer_id, connection, note_problem)
                SELECT id, connection, CAST(:problem AS jsonb) FROM mine WHERE subject = 'DOCUMENT' AND :state = 'EXHAUSTED'
                ON CONFLICT (transfer_id) DO UPDATE
                SET note_problem = excluded.note_problem, version = r.version + 1, changed_at = clock_timestamp())
            INSERT INTO hub.transfer_attempt (transfer_id, attempt, event, state, what, problem)
            SELECT id, starts, 'DEAD_LETTER', :state, 'the message was given up: ' || :reason, CAST(:problem AS jsonb) FROM mine""";

    private final LedgerDatabase database;

    DeadLetters(LedgerDatabase database) {
        this.database = database;
    }

    void record(long transferId, int dispatch, Problem problem, Duration settle) {
        database.inTransaction(() -> {
            Optional<Long> held = database.sql(LOCK)
                    .param("id", transferId)
                    .param("dispatch", dispatch)
                    .query(Long.class)
                    .optional();
            held.ifPresent(id -> move(id, problem, settle));
            return held.isPresent();
        });
    }

    private void move(long id, Problem problem, Duration settle) {
        boolean intended = database.sql(DOUBT).param("id", id).update() > 0;
        database.sql(MOVE)
                .param("id", id)
                .param("state", intended ? "DUE" : "EXHAUSTED")
                .param("settle", intended ? micros(settle) : 0)
                .param("problem", TransferRows.json(Optional.of(problem)))
                .param("reason", problem.reason())
                .update();
    }
}
