package org.accountinghub.routes.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.accountinghub.mappings.model.Problem;
import org.accountinghub.routes.engine.TransferState;
import org.accountinghub.routes.engine.connection.ConnectionProblems;
import org.accountinghub.routes.engine.port.OperatorLedger;

/** What operators see, on PostgreSQL; what they do is in {@link Verbs}. */
final class PostgresOperatorLedger implements OperatorLedger {

    static final String ROW = """
            SELECT t.*, (SELECT b.partner_number FROM hub.binding b WHERE b.transfer_id = t.id LIMIT 1) AS partner_number
            FROM hub.transfer t
            """;

    /**
     * A connection that is configured no more is told as long as something waits for it or is followed over there. The
     * example of a group is the transfer with the problem of its own, not one that waits for it.
     */
    private static final String PROBLEMS = """
            SELECT p.connection,
                   CASE WHEN bool_or(p.urgency = 2) THEN 'IN_DOUBT'
                        WHEN bool_or(p.urgency = 3 OR t.state = 'DELIVERED') THEN 'AT_PARTNER' ELSE 'NOT_SENT' END AS kind,
                   (array_agg(p.problem ORDER BY p.since))[1] AS sample, count(DISTINCT p.transfer_id) AS transfers,
                   count(DISTINCT (t.store, t.subgroup, t.kind, t.number)) FILTER (WHERE p.subject = 'DOCUMENT') AS order_count,
                   (array_agg(p.number ORDER BY p.since, p.transfer_id) FILTER (WHERE p.subject = 'DOCUMENT'))[1 : 100] AS orders,
                   (array_agg(p.transfer_id ORDER BY t.state = 'WAITING', p.since, p.transfer_id))[1] AS example,
                   min(p.since) AS oldest, max(p.urgency) AS urgency
            FROM hub.open_problem p JOIN hub.transfer t ON t.id = p.transfer_id
            WHERE CAST(:connection AS text) IS NULL OR p.connection = :connection
            GROUP BY p.connection, p.cause
            UNION ALL
            SELECT c.name, 'CONNECTION', c.problem, t.waiting, t.order_count, t.orders, NULL, c.changed_at, 4
            FROM hub.connection c
            CROSS JOIN LATERAL (
                SELECT count(*) AS waiting,
                       count(DISTINCT (w.store, w.subgroup, w.kind, w.number)) FILTER (WHERE w.subject = 'DOCUMENT') AS order_count,
                       (array_agg(w.number ORDER BY w.due_at, w.id) FILTER (WHERE w.subject = 'DOCUMENT'))[1 : 100] AS orders
                FROM hub.transfer w
                WHERE w.connection = c.name AND w.state IN ('DUE', 'QUEUED', 'SENDING')) t
            WHERE c.state <> 'ACTIVE' AND c.problem IS NOT NULL
              AND (c.problem ->> 'cause' <> '%s' OR t.waiting > 0 OR EXISTS (
                       SELECT FROM hub.document_return r
                       WHERE r.connection = c.name AND r.partner_id IS NOT NULL
                         AND r.standing IN ('ABSENT', 'MADE', 'ORDERED', 'PARTLY', 'BOOKED')))
              AND (CAST(:connection AS text) IS NULL OR c.name = :connection)
            UNION ALL
            SELECT '', 'CONNECTION', jsonb_build_object(
                       'cause', 'ledger.no-connection', 'stage', 'CONNECTION', 'field', 'subgroup',
                       'reason', 'no connection takes the orders of ' || CASE u.subgroup WHEN '' THEN 'no subgroup'
                                 ELSE 'subgroup ' || u.subgroup END,
                       'remedy', 'Connect the subgroup to an accounting system, or a connection without subgroup'),
                   u.documents, u.documents, u.orders, NULL, u.since, 4
            FROM hub.unconnected u WHERE CAST(:connection AS text) IS NULL
            UNION ALL
            SELECT p.connection, 'REGISTER', p.problem, p.records, 0, NULL, NULL, p.since, 0
            FROM hub.register_problem p WHERE CAST(:connection AS text) IS NULL OR p.connection = :connection
            ORDER BY urgency DESC, kind DESC, transfers DESC, oldest""".formatted(ConnectionProblems.NOT_CONFIGURED);

    private final LedgerDatabase database;
    private final Stories stories;
    private final Verbs verbs;

    PostgresOperatorLedger(LedgerDatabase database) {
        this.database = database;
        this.stories = new Stories(database);
        this.verbs = new Verbs(database);
    }

    @Override
    public List<Row> transfers(Filter filter, int limit, Optional<String> after) {
        Map<String, Object> values = new LinkedHashMap<>();
        StringBuilder where = new StringBuilder("WHERE true");
        filter.connection().ifPresent(connection -> {
            where.append(" AND t.connection = :connection");
            values.put("connection", connection);
        });
        filter.state().ifPresent(state -> {
            where.append(" AND t.state = :state");
            values.put("state", state.name());
        });
        filter.number().ifPresent(number -> {
            where.append(" AND t.number = :number");
            values.put("number", number);
        });
        filter.cause().ifPresent(cause -> {
            where.append(" AND t.id IN (SELECT p.transfer_id FROM hub.open_problem p WHERE p.cause = :cause)");
            values.put("cause", cause);
        });
        after.map(Place::parse).ifPresent(place -> {
            where.append(" AND (t.changed_at, t.id) < (:changed, :id)");
            values.put("changed", LedgerDatabase.timestamp(place.changed()));
            values.put("id", place.id());
        });
        values.put("limit", limit);
        return database.sql(ROW + where + " ORDER BY t.changed_at DESC, t.id DESC LIMIT :limit")
                .params(values)
                .query(PostgresOperatorLedger::row)
                .list();
    }

    private record Place(Instant changed, long id) {

        static Place parse(String text) {
            try {
                int slash = text.indexOf('/');
                return new Place(Instant.parse(text.substring(0, slash)), Long.parseLong(text.substring(slash + 1)));
            } catch (DateTimeParseException | NumberFormatException | StringIndexOutOfBoundsException e) {
                throw new IllegalArgumentException("after is what the page before gave as next, not " + text, e);
            }
        }
    }

    @Override
    public Optional<Story> story(long transferId) {
        return database.sql(ROW + "WHERE t.id = :id")
                .param("id", transferId)
                .query(PostgresOperatorLedger::row)
                .optional()
                .map(stories::of);
    }

    @Override
    public List<ProblemGroup> problems(Optional<String> connection) {
        return database.sql(PROBLEMS)
                .param("connection", connection.orElse(null))
                .query((row, number) -> new ProblemGroup(
                        row.getString("connection"),
                        ProblemGroup.Kind.valueOf(row.getString("kind")),
                        CanonicalJson.read(row.getString("sample"), Problem.class),
                        row.getLong("transfers"),
                        row.getLong("order_count"),
                        TransferRows.texts(row, "orders"),
                        Optional.ofNullable(row.getObject("example", Long.class)),
                        TransferRows.instant(row, "oldest")))
                .list();
    }

    @Override
    public boolean retry(long transferId, String who, boolean notThere) {
        return verbs.retry(transferId, who, notThere);
    }

    @Override
    public int retryAll(String cause, Optional<String> connection, String who, boolean notThere) {
        return verbs.retryAll(cause, connection, who, notThere);
    }

    @Override
    public boolean dismiss(long transferId, String who, String reason) {
        return verbs.dismiss(transferId, who, reason);
    }

    @Override
    public boolean restore(long transferId, String who) {
        return verbs.restore(transferId, who);
    }

    @Override
    public boolean hold(String connection, String who, String reason) {
        return verbs.hold(connection, who, reason);
    }

    @Override
    public boolean release(String connection, String who, String reason) {
        return verbs.release(connection, who, reason);
    }

    @Override
    public List<Count> counts() {
        database.sql("SELECT hub.tally()").query((row, number) -> number).list();
        return database.sql(
                        "SELECT connection, state, transfers, oldest FROM hub.transfer_count ORDER BY connection, state")
                .query((row, number) -> new Count(
                        row.getString("connection"),
                        TransferState.valueOf(row.getString("state")),
                        row.getLong("transfers"),
                        TransferRows.instant(row, "oldest")))
                .list();
    }

    static Row row(ResultSet row, int number) throws SQLException {
        return new Row(
                TransferRows.transfer(row, number),
                Optional.ofNullable(row.getString("partner_number")),
                TransferRows.instant(row, "created_at"),
                TransferRows.instant(row, "changed_at"));
    }
}
