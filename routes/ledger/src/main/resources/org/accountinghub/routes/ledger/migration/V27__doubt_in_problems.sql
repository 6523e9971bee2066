-- What was refused or given up while a write of it may have been made is in doubt, like what cannot be searched for.

CREATE OR REPLACE VIEW hub.open_problem AS
SELECT t.connection, t.id AS transfer_id, t.subject, t.number, t.problem, t.cause, t.changed_at AS since,
       CASE WHEN r.partner_id IS NOT NULL THEN 3
            WHEN t.state = 'IN_DOUBT'
                 OR t.subject <> 'RECORD'
                    AND EXISTS (SELECT FROM hub.transfer_step s
                                WHERE s.transfer_id = t.id AND s.state IN ('INTENDED', 'UNCERTAIN') AND NOT s.prepares) THEN 2
            ELSE 1 END AS urgency
FROM hub.transfer t LEFT JOIN hub.document_return r ON r.transfer_id = t.id
WHERE t.state IN ('REJECTED', 'EXHAUSTED', 'IN_DOUBT')
UNION ALL
SELECT t.connection, t.id, t.subject, t.number, w.problem, w.cause, t.changed_at, 1
FROM hub.transfer t JOIN hub.transfer w ON w.id = t.waits_for
WHERE t.state = 'WAITING' AND w.state IN ('REJECTED', 'EXHAUSTED', 'IN_DOUBT')
UNION ALL
SELECT t.connection, t.id, t.subject, t.number, t.problem, t.cause, t.changed_at, 1
FROM hub.transfer t WHERE t.state = 'DELIVERED' AND t.problem IS NOT NULL
UNION ALL
SELECT t.connection, t.id, t.subject, t.number, r.return_problem, r.return_problem ->> 'cause', r.changed_at,
       CASE r.return_problem ->> 'cause' WHEN 'return.doubled' THEN 3 ELSE 1 END
FROM hub.document_return r JOIN hub.transfer t ON t.id = r.transfer_id WHERE r.return_problem IS NOT NULL
UNION ALL
SELECT t.connection, t.id, t.subject, t.number, s.problem, s.problem ->> 'cause', s.seen_at, 3
FROM hub.stray s JOIN hub.transfer t ON t.id = s.transfer_id
WHERE s.problem IS NOT NULL
  AND NOT EXISTS (SELECT FROM hub.document_return r
                  WHERE (r.connection, r.made_as, r.partner_id) = (s.connection, s.made_as, s.partner_id))
  AND NOT EXISTS (SELECT FROM hub.document_part p
                  WHERE (p.connection, p.made_as, p.partner_id) = (s.connection, s.made_as, s.partner_id));
