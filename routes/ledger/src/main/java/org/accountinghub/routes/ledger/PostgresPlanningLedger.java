package org.accountinghub.routes.ledger;

import static org.accountinghub.routes.ledger.LedgerDatabase.micros;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.accountinghub.routes.engine.Dispatch;
import org.accountinghub.routes.engine.port.Pace;
import org.accountinghub.routes.engine.port.PlanningLedger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What starts transfers and keeps them going, on PostgreSQL. */
final class PostgresPlanningLedger implements PlanningLedger {

    private static final Logger LOG = LoggerFactory.getLogger(PostgresPlanningLedger.class);

    /** Whoever dispatches a connection has it for this transaction, so that the credit is counted right. */
    private static final String LOCK_CONNECTIONS =
            "SELECT name FROM hub.connection WHERE state = 'ACTIVE' ORDER BY name FOR NO KEY UPDATE SKIP LOCKED";

    private static final String LOADS = """
            SELECT c.name, coalesce(way.transfers, 0) AS under_way, coalesce(done.transfers, 0) AS delivered,
                   coalesce(s.slowed_at > clock_timestamp() - :slowed * interval '1 microsecond', false) AS slowed,
                   coalesce(s.closed_until > clock_timestamp(), false) AS closed
            FROM hub.connection c
            LEFT JOIN (SELECT t.connection, count(*) AS transfers FROM hub.transfer t
                       WHERE t.state IN ('QUEUED', 'SENDING') GROUP BY t.connection) way ON way.connection = c.name
            LEFT JOIN (SELECT t.connection, count(*) AS transfers FROM hub.transfer t
                       WHERE t.state = 'DELIVERED' AND t.changed_at > clock_timestamp() - :lately * interval '1 microsecond'
                       GROUP BY t.connection) done ON done.connection = c.name
            LEFT JOIN hub.slowed s ON s.connection = c.name
            WHERE c.name = ANY (:connections)""";

    private static final String TAKE = """
            WITH taken AS MATERIALIZED (
                SELECT d.id, c.connector, row_number() OVER (PARTITION BY c.name ORDER BY d.due_at, d.id) AS place
                FROM unnest(:connections, :rooms) AS free (name, room) JOIN hub.connection c USING (name)
                CROSS JOIN LATERAL (
                    SELECT t.id, t.due_at FROM hub.transfer t
                    WHERE t.state = 'DUE' AND t.connection = free.name
                      AND t.due_at <= clock_timestamp() + :horizon * interval '1 microsecond'
                    ORDER BY t.due_at, t.id LIMIT free.room FOR NO KEY UPDATE SKIP LOCKED) d),
            queued AS (
                UPDATE hub.transfer t
                SET state = 'QUEUED', dispatch = t.dispatch + 1, queued_at = clock_timestamp(), changed_at = clock_timestamp()
                FROM taken WHERE t.id = taken.id
                RETURNING t.id, t.dispatch, taken.connector, t.due_at, taken.place, t.connection)
            SELECT id, dispatch, connector, due_at FROM queued ORDER BY place, connection""";

    private static final String SWEEP = """
            WITH still AS MATERIALIZED (
                SELECT t.id, t.state FROM hub.transfer t
                WHERE t.state = 'SENDING' AND t.lease_ends <= clock_timestamp()
                   OR t.state = 'QUEUED'
                      AND greatest(t.queued_at, t.due_at) <= clock_timestamp() - :queuedFor * interval '1 microsecond'
                   OR t.state = 'WAITING' AND EXISTS (
                      SELECT FROM hub.transfer w
                      WHERE w.id = t.waits_for
                        AND (w.state IN ('DELIVERED', 'DISMISSED', 'WITHDRAWN', 'SUPERSEDED')
                             OR t.subject = 'RECORD' AND w.state IN ('REJECTED', 'EXHAUSTED', 'IN_DOUBT')
                                AND (w.subject = 'RECORD'
                                     OR NOT EXISTS (SELECT FROM hub.transfer_step s
                                                    WHERE s.transfer_id = w.id AND s.state <> 'PLANNED')
                                     OR EXISTS (SELECT FROM hub.register_link l
                                                WHERE l.connection = t.connection AND l.number = t.number
                                                  AND l.register = CASE t.kind WHEN 'customer' THEN 'CUSTOMERS' ELSE 'ARTICLES' END))))
                ORDER BY t.id FOR NO KEY UPDATE SKIP LOCKED),
            due AS (
                UPDATE hub.transfer t
                SET state = 'DUE', due_at = clock_timestamp(), waits_for = NULL, lease = NULL, lease_ends = NULL, worker = NULL,
                    changed_at = clock_timestamp()
                FROM still WHERE t.id = still.id
                RETURNING t.id, t.starts, still.state AS was),
            overtaken AS (
                UPDATE hub.transfer w SET state = 'SUPERSEDED', changed_at = clock_timestamp()
                FROM hub.transfer t
                WHERE t.state = 'WAITING' AND t.subject = 'RECORD' AND w.id = t.waits_for AND w.subject = 'RECORD'
                  AND w.state IN ('REJECTED', 'EXHAUSTED')),
            noted AS (
                INSERT INTO hub.transfer_attempt (transfer_id, attempt, event, state, what)
                SELECT id, starts, 'SWEPT', 'DUE', CASE was
                    WHEN 'SENDING' THEN 'the worker did not come back before its lease ended'
                    WHEN 'QUEUED' THEN 'the message did not arrive'
                    ELSE 'what it waited for is over' END
                FROM due),
            forgotten AS (DELETE FROM hub.permit_window WHERE touched_at < clock_timestamp() - interval '2 days'
                          AND closed_until < clock_timestamp()),
            expired AS (DELETE FROM hub.consent_state WHERE started_at < clock_timestamp() - interval '1 day')
            SELECT count(*) FROM due""";

    /** Customers are brought because documents need them; one that nobody waits for any more is nobody's problem. */
    private static final String WITHDRAW_UNNEEDED = """
            WITH unneeded AS MATERIALIZED (
                SELECT t.id, t.starts FROM hub.transfer t
                WHERE t.subject = 'CUSTOMER' AND NOT t.exported AND t.state IN ('DUE', 'REJECTED', 'EXHAUSTED')
                  AND t.changed_at < clock_timestamp() - :grace * interval '1 microsecond'
                  AND NOT EXISTS (SELECT FROM hub.transfer d WHERE d.waits_for = t.id)
                  AND NOT EXISTS (SELECT FROM hub.transfer_step s WHERE s.transfer_id = t.id AND s.state <> 'PLANNED')),
            locked AS MATERIALIZED (
                SELECT t.id FROM hub.transfer t JOIN unneeded u ON u.id = t.id AND u.starts = t.starts
                WHERE t.state IN ('DUE', 'REJECTED', 'EXHAUSTED') ORDER BY t.id FOR NO KEY UPDATE OF t SKIP LOCKED),
            withdrawn AS (
                UPDATE hub.transfer t SET state = 'WITHDRAWN', problem = NULL, changed_at = clock_timestamp()
                FROM locked WHERE t.id = locked.id RETURNING t.id)
            DELETE FROM hub.transfer_content f USING withdrawn w WHERE f.transfer_id = w.id""";

    private static final Duration GRACE = Duration.ofMinutes(30);

    private final LedgerDatabase database;
    private final String collect;
    private final AtomicLong homelessBefore = new AtomicLong();

    PostgresPlanningLedger(LedgerDatabase database, String readyDocuments) {
        this.database = database;
        this.collect = CollectStatement.over(readyDocuments);
    }

    @Override
    public Collected collect() {
        Counts counts = database.sql(collect)
                .query((row, number) ->
                        new Counts(row.getInt("created"), row.getInt("withdrawn"), row.getLong("homeless")))
                .single();
        if (homelessBefore.getAndSet(counts.homeless()) != counts.homeless()) {
            LOG.warn("{} ready documents belong to subgroups without a connection and wait", counts.homeless());
        }
        return new Collected(counts.created(), counts.withdrawn());
    }

    private record Counts(int created, int withdrawn, long homeless) {}

    @Override
    public List<Dispatch> takeDue(Duration horizon, Pace pace) {
        return database.inTransaction(() -> {
            String[] connections =
                    database.sql(LOCK_CONNECTIONS).query(String.class).list().toArray(String[]::new);
            List<Pace.Load> open = database
                    .sql(LOADS)
                    .param("connections", connections)
                    .param("lately", micros(Pace.LATELY))
                    .param("slowed", micros(Pace.SLOWED))
                    .query((row, number) -> new Pace.Load(
                            row.getString("name"),
                            row.getInt("under_way"),
                            row.getInt("delivered"),
                            row.getBoolean("slowed"),
                            row.getBoolean("closed")))
                    .list()
                    .stream()
                    .filter(load -> pace.room(load) > 0)
                    .toList();
            return open.isEmpty() ? List.of() : take(horizon, pace, open);
        });
    }

    private List<Dispatch> take(Duration horizon, Pace pace, List<Pace.Load> open) {
        return database.sql(TAKE)
                .param("connections", open.stream().map(Pace.Load::connection).toArray(String[]::new))
                .param("rooms", open.stream().map(pace::room).toArray(Integer[]::new))
                .param("horizon", micros(horizon))
                .query((row, number) -> new Dispatch(
                        row.getLong("id"),
                        row.getInt("dispatch"),
                        row.getString("connector"),
                        TransferRows.instant(row, "due_at")))
                .list();
    }

    @Override
    public int sweep(Duration queuedFor) {
        database.sql(WITHDRAW_UNNEEDED).param("grace", micros(GRACE)).update();
        return database.sql(SWEEP)
                .param("queuedFor", micros(queuedFor))
                .query(Integer.class)
                .single();
    }
}
