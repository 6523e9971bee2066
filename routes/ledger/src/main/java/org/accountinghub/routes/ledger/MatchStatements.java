package org.accountinghub.routes.ledger;

/** The statements of match reports. */
final class MatchStatements {

    static final String REPORT = """
            INSERT INTO hub.register_match (run_id, connection, register, linked)
            VALUES (:run, :connection, :register, :linked) RETURNING id""";

    /** What was decided of the same pair stays decided. */
    static final String LINES = """
            INSERT INTO hub.register_match_line (match_id, line, kind, ours_number, theirs_id, halves, score, reason, differing,
                                                 decision, decided_by, decided_at)
            SELECT :report, x.line, x.kind, nullif(x.ours, ''), nullif(x.theirs, ''), CAST(x.halves AS jsonb), x.score, x.reason,
                   string_to_array(x.differing, ','), coalesce(b.decision, x.decision),
                   coalesce(b.decided_by, nullif(x.by, '')), b.decided_at
            FROM unnest(:lines, :kinds, :ours, :theirs, :halves, :scores, :reasons, :differing, :decisions, :by)
                AS x (line, kind, ours, theirs, halves, score, reason, differing, decision, by)
            LEFT JOIN LATERAL (
                SELECT o.decision, o.decided_by, o.decided_at FROM hub.register_match_line o
                WHERE o.match_id = :before AND o.ours_number = nullif(x.ours, '') AND o.theirs_id = nullif(x.theirs, '')
                  AND o.decision <> 'OPEN'
                UNION ALL
                SELECT o.decision, o.decided_by, o.decided_at FROM hub.register_match_line o
                WHERE o.match_id = :before AND o.ours_number = x.ours AND o.theirs_id IS NULL AND x.theirs = ''
                  AND o.kind = x.kind AND o.decision <> 'OPEN'
                UNION ALL
                SELECT o.decision, o.decided_by, o.decided_at FROM hub.register_match_line o
                WHERE o.match_id = :before AND o.theirs_id = x.theirs AND o.ours_number IS NULL AND x.ours = ''
                  AND o.kind = x.kind AND o.decision <> 'OPEN'
                LIMIT 1) b ON true""";

    /** Also locks it, so that approvals come one after the other. */
    static final String APPROVED = """
            UPDATE hub.register_match SET approved_at = coalesce(approved_at, clock_timestamp()) WHERE id = :id AND NOT replaced""";

    static final String LINK = """
            INSERT INTO hub.register_link (connection, register, number, partner_id, partner_number, linked_by)
            SELECT m.connection, m.register, x.ours_number, x.theirs_id, x.halves -> 'theirs' ->> 'number', 'MATCH'
            FROM hub.register_match m JOIN hub.register_match_line x ON x.match_id = m.id
            WHERE m.id = :id AND x.decision = 'OPEN' AND x.ours_number IS NOT NULL AND x.theirs_id IS NOT NULL AND x.%s
            ORDER BY x.theirs_id, x.line
            ON CONFLICT DO NOTHING""";

    static final String APPROVE = """
            UPDATE hub.register_match_line x SET decision = 'APPROVED', decided_by = :who, decided_at = clock_timestamp()
            FROM hub.register_match m
            WHERE m.id = :id AND x.match_id = m.id AND x.decision = 'OPEN' AND x.%s
              AND (x.ours_number IS NULL OR x.theirs_id IS NULL
                   OR EXISTS (SELECT FROM hub.register_link l
                              WHERE l.connection = m.connection AND l.register = m.register AND l.number = x.ours_number
                                AND l.partner_id = x.theirs_id))""";

    static final String STILL_OPEN =
            "SELECT x.* FROM hub.register_match_line x WHERE x.match_id = :id AND x.decision = 'OPEN' AND x.%s ORDER BY x.line";

    static final String DECLINE = """
            UPDATE hub.register_match_line x SET decision = 'DECLINED', decided_by = :who, decided_at = clock_timestamp()
            FROM hub.register_match m
            WHERE m.id = :id AND NOT m.replaced AND x.match_id = m.id AND x.decision = 'OPEN' AND x.line = ANY (:lines)""";

    private MatchStatements() {}
}
