package org.accountinghub.routes.ledger;

/** The statements of a run's way through a worker; the fence decides whether they find anything to do. */
final class RunStatements {

    static final String FENCE =
            "r.id = :id AND r.lease = :lease AND r.state = 'RUNNING' AND r.lease_ends > clock_timestamp()";

    static final String CLAIM = """
            UPDATE hub.register_run r
            SET state = 'RUNNING', worker = :worker, lease = :lease, lease_length = :length * interval '1 microsecond',
                lease_ends = clock_timestamp() + :length * interval '1 microsecond', problem = NULL, not_before = NULL,
                changed_at = clock_timestamp()
            FROM (SELECT o.id FROM hub.register_run o
                  WHERE o.state IN ('DUE', 'RUNNING') AND o.connection = ANY (:connections)
                    AND coalesce(o.lease_ends, '-infinity') <= clock_timestamp()
                    AND coalesce(o.not_before, '-infinity') <= clock_timestamp()
                  ORDER BY o.asked_at, o.id LIMIT 1 FOR NO KEY UPDATE SKIP LOCKED) open
            WHERE r.id = open.id RETURNING r.*""";

    static final String BEGIN = """
            UPDATE hub.register_run r
            SET kind = :kind, since = CAST(:since AS timestamptz), listed_from = :listedFrom, page = NULL, listed = false,
                pages = 0, seen = 0, created = 0, updated = 0, exported = 0, unchanged = 0, skipped = 0, failed = 0, conflicts = 0,
                calls = 0, total = NULL, changed_at = clock_timestamp()
            WHERE %s RETURNING r.*""".formatted(FENCE);

    static final String ADVANCE = """
            UPDATE hub.register_run r
            SET page = CAST(:page AS text), listed = :listed, pages = r.pages + :pages, seen = r.seen + :seen,
                created = r.created + :created, updated = r.updated + :updated, exported = r.exported + :exported,
                unchanged = r.unchanged + :unchanged, skipped = r.skipped + :skipped, failed = r.failed + :failed,
                conflicts = r.conflicts + :conflicts, calls = r.calls + :calls, total = coalesce(CAST(:total AS bigint), r.total),
                lease_ends = clock_timestamp() + r.lease_length, changed_at = clock_timestamp()
            WHERE %s RETURNING r.cancelled_by IS NOT NULL""".formatted(FENCE);

    static final String SEEN = """
            INSERT INTO hub.register_seen AS s (connection, register, partner_id, run_id)
            SELECT l.connection, l.register, l.partner_id, :run
            FROM hub.register_link l
            WHERE l.connection = :connection AND l.register = :register AND l.partner_id = ANY (:ids)
            ORDER BY l.partner_id
            ON CONFLICT (connection, register, partner_id) DO UPDATE SET run_id = excluded.run_id
            WHERE s.run_id <> excluded.run_id""";

    /** What is said again of a record takes the place of what was said before. */
    static final String RECORD = """
            INSERT INTO hub.register_run_record (run_id, outcome, number, partner_number, problem)
            SELECT :run, x.outcome, nullif(x.number, ''), x.partner_number, CAST(nullif(x.problem, '') AS jsonb)
            FROM unnest(:outcomes, :numbers, :partnerNumbers, :problems) WITH ORDINALITY
                AS x (outcome, number, partner_number, problem, place)
            ORDER BY x.place
            ON CONFLICT (run_id, partner_number) DO UPDATE
            SET id = DEFAULT, outcome = excluded.outcome, number = excluded.number, problem = excluded.problem""";

    static final String END = """
            UPDATE hub.register_run r
            SET state = :state, problem = CAST(:problem AS jsonb), ended_at = clock_timestamp(), changed_at = clock_timestamp(),
                lease = NULL, lease_ends = NULL, worker = NULL
            WHERE %s""".formatted(FENCE);

    static final String PAUSE = """
            UPDATE hub.register_run r
            SET problem = CAST(:problem AS jsonb), not_before = clock_timestamp() + :after * interval '1 microsecond',
                changed_at = clock_timestamp(), lease = NULL, lease_ends = NULL, worker = NULL
            WHERE %s""".formatted(FENCE);

    /** One that no worker has is over at once. */
    static final String CANCEL = """
            UPDATE hub.register_run r
            SET cancelled_by = :who, changed_at = clock_timestamp(),
                state = CASE WHEN r.lease_ends > clock_timestamp() THEN r.state ELSE 'CANCELLED' END,
                ended_at = CASE WHEN r.lease_ends > clock_timestamp() THEN NULL ELSE clock_timestamp() END,
                lease = CASE WHEN r.lease_ends > clock_timestamp() THEN r.lease END,
                lease_ends = CASE WHEN r.lease_ends > clock_timestamp() THEN r.lease_ends END
            WHERE r.id = :id AND r.state IN ('DUE', 'RUNNING') AND r.cancelled_by IS NULL""";

    static final String UNSEEN = """
            SELECT l.* FROM hub.register_link l
            LEFT JOIN hub.register_seen s
                   ON s.connection = l.connection AND s.register = l.register AND s.partner_id = l.partner_id
            WHERE l.connection = :connection AND l.register = :register AND NOT l.gone AND l.partner_id > :after
              AND s.run_id IS DISTINCT FROM :run
            ORDER BY l.partner_id LIMIT :limit""";

    private RunStatements() {}
}
