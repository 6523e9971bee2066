package org.accountinghub.routes.ledger;

import java.util.ArrayList;
import java.util.List;

/**
 * The statements of one transfer's way through a worker. Each is one round trip and one commit: the fence in its first part
 * decides whether the others find anything to do.
 */
final class DeliveryStatements {

    private static final String FENCE =
            "t.id = :id AND t.lease = :lease AND t.state = 'SENDING' AND t.lease_ends > clock_timestamp()";

    private static final String LOCKED = """
            mine AS MATERIALIZED (
                SELECT t.id, t.connection, t.subject, t.store, t.subgroup, t.kind, t.number, t.payer, t.generation, t.starts
                FROM hub.transfer t WHERE %s FOR NO KEY UPDATE)""".formatted(FENCE);

    /** A dispatch for a connection that is held or blocked goes back to wait; nothing is spent. */
    static final String CLAIM = """
            WITH mine AS (
                UPDATE hub.transfer t
                SET state = CASE WHEN c.state = 'ACTIVE' THEN 'SENDING' ELSE 'DUE' END,
                    lease = CASE WHEN c.state = 'ACTIVE' THEN :lease END,
                    lease_ends = CASE WHEN c.state = 'ACTIVE' THEN clock_timestamp() + :length * interval '1 microsecond' END,
                    worker = CASE WHEN c.state = 'ACTIVE' THEN :worker END,
                    attempts = t.attempts + CASE WHEN c.state = 'ACTIVE' THEN 1 ELSE 0 END,
                    starts = t.starts + CASE WHEN c.state = 'ACTIVE' THEN 1 ELSE 0 END,
                    changed_at = clock_timestamp()
                FROM hub.connection c
                WHERE t.id = :id AND t.dispatch = :dispatch AND t.state = 'QUEUED' AND c.name = t.connection
                RETURNING t.*),
            started AS (
                INSERT INTO hub.transfer_attempt (transfer_id, attempt, event, worker, what)
                SELECT id, starts, 'STARTED', worker, 'attempt ' || starts || ' started' FROM mine WHERE state = 'SENDING')
            SELECT t.*, clock_timestamp() AS claimed_at, f.sealed, %s AS steps
            FROM mine t LEFT JOIN hub.transfer_content f ON f.transfer_id = t.id
            WHERE t.state = 'SENDING'""".formatted(Steps.OF_TRANSFER);

    static final String THAW_UNINTENDED = """
            DELETE FROM hub.transfer_content f USING hub.transfer t
            WHERE f.transfer_id = t.id AND %s
              AND NOT EXISTS (SELECT FROM hub.transfer_step s WHERE s.transfer_id = t.id AND s.state <> 'PLANNED' AND NOT s.prepares)""".formatted(FENCE);

    /** A row that is called after one that was divided is refused as long as the whole one is. */
    static final String FREEZE = """
            WITH %s,
            content AS (
                INSERT INTO hub.transfer_content (transfer_id, sealed, hash)
                SELECT id, :sealed, :hash FROM mine),
            marked AS (
                INSERT INTO hub.document_reference (reference, transfer_id)
                SELECT :reference, id FROM mine WHERE subject = 'DOCUMENT' ON CONFLICT DO NOTHING),
            steps AS (
                INSERT INTO hub.transfer_step (transfer_id, position, name, idempotency, lateness, state, prepares)
                SELECT mine.id, step.position, step.name, step.idempotency,
                       step.late * interval '1 microsecond', 'PLANNED',
                       step.idempotency IN ('A', 'B') AND step.position < coalesce(array_position(:names, 'create'), 1)
                FROM mine, unnest(:names, :classes, :late) WITH ORDINALITY step (name, idempotency, late, position)),
            taken AS (
                INSERT INTO hub.document_row AS held (store, row_id, transfer_id)
                SELECT mine.store, row_id, mine.id FROM mine, unnest(:rows) row_id
                ON CONFLICT (store, row_id) DO UPDATE
                SET transfer_id = hub.take_row(held.row_id, held.transfer_id, excluded.transfer_id),
                    earlier = CASE WHEN held.transfer_id = excluded.transfer_id THEN held.earlier
                                   ELSE held.transfer_id || held.earlier END),
            wholes AS MATERIALIZED (
                SELECT hub.take_row(held.row_id, held.transfer_id, mine.id) AS holder
                FROM mine JOIN hub.document_row held ON held.store = mine.store AND held.row_id = ANY (:wholes))
            SELECT count(*) FROM mine WHERE (SELECT count(holder) FROM wholes) >= 0""".formatted(LOCKED);

    static final String INTEND = """
            WITH %s,
            step AS (
                UPDATE hub.transfer_step s
                SET state = 'INTENDED', first_intent = coalesce(s.first_intent, clock_timestamp()),
                    touched_at = clock_timestamp(), searches = 0
                FROM mine WHERE s.transfer_id = mine.id AND s.name = :step AND s.state <> 'DONE'
                RETURNING s.first_intent, s.touched_at),
            noted AS (
                INSERT INTO hub.transfer_attempt (transfer_id, attempt, event, step, what)
                SELECT id, starts, 'INTENDED', :step, 'about to write: ' || :step FROM mine)
            SELECT first_intent, touched_at FROM step""".formatted(LOCKED);

    private static final String STEP = """
            step AS (
                UPDATE hub.transfer_step s
                SET state = :stepState, first_intent = coalesce(:firstIntent, s.first_intent), touched_at = clock_timestamp(),
                    searches = :searches, made_id = :madeId, made_number = :madeNumber, made_notes = :madeNotes
                FROM mine WHERE s.transfer_id = mine.id AND s.name = :step
                RETURNING s.first_intent, s.touched_at)""";

    static final String BINDING = """
            bound AS (
                INSERT INTO hub.binding (connection, store, subgroup, kind, number, payer, generation, transfer_id, partner_id,
                                         partner_number)
                SELECT connection, store, subgroup, kind, number, coalesce(payer, ''), coalesce(generation, 0), id, :madeId,
                       :madeNumber
                FROM mine
                ON CONFLICT (store, subgroup, kind, number, payer, generation, connection) DO UPDATE
                SET transfer_id = excluded.transfer_id, partner_id = excluded.partner_id,
                    partner_number = excluded.partner_number, bound_at = clock_timestamp())""";

    /** What the store shall be told, if anything is new to it; a document that was bound stands there at least as made. */
    static final String NOTE = """
            noted AS (
                INSERT INTO hub.document_return AS r (transfer_id, connection, made_as, partner_id, partner_number, standing,
                                                      recorded_at, note_problem)
                SELECT mine.id, connection, :madeAs, made.id, made.number,
                       CASE WHEN made.id IS NULL THEN 'ABSENT' WHEN :madeAs = 'ORDER' THEN 'ORDERED' ELSE 'MADE' END,
                       CASE WHEN made.id IS NOT NULL THEN clock_timestamp() END, CAST(:note AS jsonb)
                FROM mine, (SELECT CAST(:boundId AS text), CAST(:boundNumber AS text)) made (id, number)
                WHERE mine.subject = 'DOCUMENT'
                  AND (made.id IS NOT NULL OR CAST(:note AS jsonb) IS NOT NULL
                       OR EXISTS (SELECT FROM hub.document_return told WHERE told.transfer_id = mine.id))
                ON CONFLICT (transfer_id) DO UPDATE
                SET connection = excluded.connection,
                    made_as = CASE WHEN r.partner_id IS NULL THEN excluded.made_as ELSE r.made_as END,
                    partner_id = coalesce(excluded.partner_id, r.partner_id),
                    partner_number = coalesce(excluded.partner_number, r.partner_number),
                    recorded_at = coalesce(excluded.recorded_at, r.recorded_at),
                    standing = CASE WHEN r.standing = 'ABSENT' THEN excluded.standing ELSE r.standing END,
                    note_problem = excluded.note_problem, version = r.version + 1, changed_at = clock_timestamp())""";

    private static final String STEP_DONE_EVENT = """
            happened AS (
                INSERT INTO hub.transfer_attempt (transfer_id, attempt, event, step, verdict, what, exchanges)
                SELECT id, starts, 'STEP_DONE', :step, 'DELIVERED', :step || ' done: ' || :madeNumber, CAST(:exchanges AS json)
                FROM mine)""";

    static final String WAITED_STATE =
            "SELECT w.state, w.problem FROM hub.transfer w WHERE w.id = :waitsFor FOR NO KEY UPDATE";

    /** What nobody has taken up yet comes before whatever is younger than the document that waits for it. */
    static final String WAITED_IN_TURN = """
            UPDATE hub.transfer w SET due_at = t.due_at
            FROM hub.transfer t
            WHERE w.id = :waitsFor AND w.state = 'DUE' AND w.starts = 0 AND t.id = :id AND t.due_at < w.due_at""";

    /** To be asked in a statement of its own, so that it sees what began to wait a moment ago. */
    static final String FREE_WAITING = """
            UPDATE hub.transfer t
            SET state = 'DUE', waits_for = NULL, due_at = clock_timestamp(), changed_at = clock_timestamp()
            WHERE t.id IN (SELECT d.id FROM hub.transfer d WHERE d.waits_for = :id AND d.state = 'WAITING'
                           ORDER BY d.id FOR NO KEY UPDATE SKIP LOCKED)""";

    private static final String ENDED = """
            mine AS (
                UPDATE hub.transfer t
                SET state = :state, waits_for = :waitsFor, due_at = clock_timestamp() + :after * interval '1 microsecond',
                    problem = CAST(:problem AS jsonb), attempts = greatest(0, t.attempts - :givenBack),
                    lease = NULL, lease_ends = NULL, worker = NULL, changed_at = clock_timestamp()
                WHERE %s
                RETURNING t.id, t.connection, t.subject, t.store, t.subgroup, t.kind, t.number, t.payer, t.generation, t.starts)""".formatted(FENCE);

    private static final String ENDED_EVENT = """
            happened AS (
                INSERT INTO hub.transfer_attempt (transfer_id, attempt, event, step, state, verdict, what, problem, exchanges)
                SELECT id, starts, 'ENDED', :step, :state, :verdict, :what, CAST(:problem AS jsonb), CAST(:exchanges AS json)
                FROM mine)""";

    private static final String THAWED =
            "thawed AS (DELETE FROM hub.transfer_content f USING mine WHERE f.transfer_id = mine.id)";

    /** A wait of hours is each transfer's own: others may be let through. */
    private static final String SLOWED = """
            slowed AS (
                INSERT INTO hub.slowed AS s (connection, slowed_at, closed_until)
                SELECT connection, clock_timestamp(),
                       clock_timestamp() + least(:after * interval '1 microsecond', interval '1 minute') FROM mine
                ON CONFLICT (connection) DO UPDATE
                SET slowed_at = excluded.slowed_at, closed_until = greatest(s.closed_until, excluded.closed_until))""";

    static final String RELEASE = """
            WITH mine AS (
                UPDATE hub.transfer t
                SET state = 'QUEUED', queued_at = clock_timestamp(), lease = NULL, lease_ends = NULL, worker = NULL,
                    changed_at = clock_timestamp()
                WHERE %s
                RETURNING t.id, t.starts),
            happened AS (
                INSERT INTO hub.transfer_attempt (transfer_id, attempt, event, state, what)
                SELECT id, starts, 'RELEASED', 'QUEUED', :what FROM mine)
            SELECT count(*) FROM mine""".formatted(FENCE);

    private DeliveryStatements() {}

    /** The same for a transfer that no worker has, and that is locked in this transaction. */
    static String byHand(String statement) {
        return statement.replace(FENCE, "t.id = :id");
    }

    static String stepDone(boolean binds) {
        List<String> parts = new ArrayList<>(List.of(LOCKED, STEP, STEP_DONE_EVENT));
        if (binds) {
            parts.add(BINDING);
            parts.add(NOTE);
        }
        return "WITH " + String.join(",\n", parts) + "\nSELECT first_intent, touched_at FROM step";
    }

    static String conclude(boolean step, boolean binds, boolean note, boolean thaw, boolean byLimit) {
        List<String> parts = new ArrayList<>(List.of(ENDED, ENDED_EVENT));
        if (step) {
            parts.add(STEP);
        }
        if (binds) {
            parts.add(BINDING);
        }
        if (note) {
            parts.add(NOTE);
        }
        if (thaw) {
            parts.add(THAWED);
        }
        if (byLimit) {
            parts.add(SLOWED);
        }
        return "WITH " + String.join(",\n", parts) + "\nSELECT count(*) FROM mine";
    }
}
