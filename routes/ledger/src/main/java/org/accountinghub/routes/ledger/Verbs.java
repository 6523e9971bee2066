package org.accountinghub.routes.ledger;

import java.util.Optional;
import org.accountinghub.mappings.model.PersonalNumbers;
import org.accountinghub.mappings.model.Problem;
import org.accountinghub.routes.engine.StepProgress;
import org.accountinghub.routes.engine.changes.AfterSend;
import org.accountinghub.routes.engine.connection.ConnectionProblems;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/**
 * What operators do: each verb is one statement that changes the transfer and records who did it, and finds nothing to do
 * the second time. A document of which a newer generation is wanted is not taken up again. A person's word that something is
 * not at the partner plans again what cannot be searched for, and counts as the searches of what can.
 */
final class Verbs {

    private static final String NEWEST = """
            NOT EXISTS (SELECT FROM hub.transfer n
                        WHERE n.subject = 'DOCUMENT' AND t.subject = 'DOCUMENT' AND n.generation > t.generation
                          AND (n.store, n.kind, n.number) = (t.store, t.kind, t.number) AND n.subgroup = t.subgroup
                          AND n.state NOT IN ('WITHDRAWN', 'SUPERSEDED'))""";

    private static final String AGAIN = """
            WITH again AS (
                UPDATE hub.transfer t
                SET state = 'DUE', due_at = clock_timestamp(), attempts = 0, problem = NULL, changed_at = clock_timestamp()
                FROM (SELECT l.id FROM hub.transfer l WHERE %s ORDER BY l.id FOR NO KEY UPDATE) was
                WHERE t.id = was.id AND %s AND %s
                RETURNING t.id),
            decided AS (
                UPDATE hub.transfer_step s
                SET state = CASE s.idempotency WHEN 'D' THEN 'PLANNED' ELSE 'UNCERTAIN' END,
                    searches = CASE s.idempotency WHEN 'D' THEN 0 ELSE %d END,
                    touched_at = CASE s.idempotency WHEN 'D' THEN clock_timestamp() ELSE s.touched_at END
                FROM again WHERE s.transfer_id = again.id AND CAST(:notThere AS boolean) AND s.idempotency IN ('C', 'D')
                  AND s.state IN ('INTENDED', 'UNCERTAIN')),
            cleared AS (
                UPDATE hub.document_return r SET note_problem = NULL, version = r.version + 1, changed_at = clock_timestamp()
                FROM again WHERE r.transfer_id = again.id AND r.note_problem ->> 'cause' = 'ledger.dismissed')
            INSERT INTO hub.operator_action (who, verb, transfer_id, reason) SELECT :who, '%s', id, :reason FROM again""";

    /** Of a record both sides are read first, whatever was in doubt. */
    private static final String STOPPED = """
            (t.state IN ('REJECTED', 'EXHAUSTED') OR t.state = 'IN_DOUBT' AND (
                CAST(:notThere AS boolean) OR t.subject = 'RECORD'
                OR NOT EXISTS (SELECT FROM hub.transfer_step d
                               WHERE d.transfer_id = t.id AND d.idempotency = 'D' AND d.state IN ('INTENDED', 'UNCERTAIN'))))""";

    /** A document that waits for a stopped customer is retried by retrying the customer. */
    private static final String RETRY = AGAIN.formatted(
            "l.id = :id OR l.id = (SELECT d.waits_for FROM hub.transfer d WHERE d.id = :id)",
            STOPPED,
            NEWEST,
            StepProgress.ENOUGH_SEARCHES,
            "RETRY");

    private static final String RETRY_ALL =
            AGAIN.formatted("""
            l.cause = :cause AND l.state IN ('REJECTED', 'EXHAUSTED', 'IN_DOUBT')
            AND (CAST(:connection AS text) IS NULL OR l.connection = :connection)""", STOPPED, NEWEST, StepProgress.ENOUGH_SEARCHES, "RETRY");

    private static final String RESTORE =
            AGAIN.formatted("l.id = :id", "t.state = 'DISMISSED'", NEWEST, StepProgress.ENOUGH_SEARCHES, "RESTORE");

    /** Rows are given back only where nothing can exist at the partner. Of a delivered document the remark is dismissed. */
    private static final String DISMISS = """
            WITH gone AS (
                UPDATE hub.transfer t SET state = 'DISMISSED', waits_for = NULL, changed_at = clock_timestamp()
                WHERE t.id = :id AND t.state IN ('WAITING', 'DUE', 'QUEUED', 'REJECTED', 'EXHAUSTED', 'IN_DOUBT')
                RETURNING t.id),
            thawed AS (
                DELETE FROM hub.transfer_content f USING gone WHERE f.transfer_id = gone.id
                  AND NOT EXISTS (SELECT FROM hub.transfer_step s WHERE s.transfer_id = gone.id AND s.state <> 'PLANNED' AND NOT s.prepares)),
            remarked AS MATERIALIZED (
                SELECT id, cause, problem ->> 'reason' AS reason FROM hub.transfer
                WHERE id = :id AND state = 'DELIVERED' AND problem IS NOT NULL FOR NO KEY UPDATE),
            remark AS (
                UPDATE hub.transfer t SET problem = NULL FROM remarked r WHERE t.id = r.id RETURNING t.id),
            known AS (
                INSERT INTO hub.document_comparison (transfer_id, known)
                SELECT id, reason FROM remarked WHERE cause IN ('%s', '%s')
                ON CONFLICT (transfer_id) DO UPDATE SET known = excluded.known),
            changed AS (SELECT id FROM gone UNION ALL SELECT id FROM remark),
            told AS (
                UPDATE hub.document_return r SET note_problem = NULL, version = r.version + 1, changed_at = clock_timestamp()
                FROM remark WHERE r.transfer_id = remark.id AND r.note_problem IS NOT NULL),
            told_why AS (
                INSERT INTO hub.document_return AS r (transfer_id, connection, note_problem)
                SELECT t.id, t.connection, CAST(:note AS jsonb) FROM hub.transfer t JOIN gone ON gone.id = t.id
                WHERE t.subject = 'DOCUMENT'
                ON CONFLICT (transfer_id) DO UPDATE
                SET note_problem = excluded.note_problem, version = r.version + 1, changed_at = clock_timestamp())
            INSERT INTO hub.operator_action (who, verb, transfer_id, reason) SELECT :who, 'DISMISS', id, :reason FROM changed""".formatted(AfterSend.CHANGED, AfterSend.GONE);

    private static final String HOLD = """
            WITH held AS (
                UPDATE hub.connection SET state = 'HELD', problem = CAST(:problem AS jsonb), changed_at = clock_timestamp()
                WHERE name = :connection AND state <> 'HELD' RETURNING name)
            INSERT INTO hub.operator_action (who, verb, connection, reason) SELECT :who, 'HOLD', name, :reason FROM held""";

    /** What the configuration holds, the configuration releases. */
    private static final String RELEASE = """
            WITH released AS (
                UPDATE hub.connection SET state = 'ACTIVE', problem = NULL, changed_at = clock_timestamp()
                WHERE name = :connection AND state = 'HELD' AND problem ->> 'cause' IS DISTINCT FROM :configuration
                RETURNING name)
            INSERT INTO hub.operator_action (who, verb, connection, reason)
            SELECT :who, 'RELEASE', name, :reason FROM released""";

    private static final String LOOKED = "looked, and it is not there";

    private final LedgerDatabase database;

    Verbs(LedgerDatabase database) {
        this.database = database;
    }

    boolean retry(long transferId, String who, boolean notThere) {
        return by(RETRY, who, notThere ? LOOKED : "")
                        .param("id", transferId)
                        .param("notThere", notThere)
                        .update()
                > 0;
    }

    int retryAll(String cause, Optional<String> connection, String who, boolean notThere) {
        return by(RETRY_ALL, who, "all with cause " + cause + (notThere ? ", " + LOOKED : ""))
                .param("notThere", notThere)
                .param("cause", cause)
                .param("connection", connection.orElse(null))
                .update();
    }

    boolean dismiss(long transferId, String who, String reason) {
        return by(DISMISS, who, PersonalNumbers.masked(reason))
                        .param("id", transferId)
                        .param("note", CanonicalJson.text(dismissed(who, reason)))
                        .update()
                > 0;
    }

    boolean restore(long transferId, String who) {
        return by(RESTORE, who, "")
                        .param("id", transferId)
                        .param("notThere", false)
                        .update()
                > 0;
    }

    /** What the order shows while its document is dismissed. */
    private static Problem dismissed(String who, String reason) {
        return Problem.of(
                "ledger.dismissed",
                Problem.Stage.HUB,
                who + " left this unsent: " + reason + ".",
                "Restore the transfer in the hub if it shall be sent after all; else mark the order as invoiced.");
    }

    boolean hold(String connection, String who, String reason) {
        return by(HOLD, who, PersonalNumbers.masked(reason))
                        .param("connection", connection)
                        .param("problem", CanonicalJson.text(ConnectionProblems.held(connection, who, reason)))
                        .update()
                > 0;
    }

    boolean release(String connection, String who, String reason) {
        return by(RELEASE, who, PersonalNumbers.masked(reason))
                        .param("connection", connection)
                        .param("configuration", ConnectionProblems.NOT_CONFIGURED)
                        .update()
                > 0;
    }

    private StatementSpec by(String verb, String who, String reason) {
        return database.sql(verb).param("who", who).param("reason", reason);
    }
}
