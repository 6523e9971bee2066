-- Imports of registers, and reports of what matches.

CREATE TABLE hub.register_run (
    id           bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    connection   text NOT NULL REFERENCES hub.connection,
    register     text NOT NULL CHECK (register IN ('CUSTOMERS', 'ARTICLES')),
    kind         text NOT NULL CHECK (kind IN ('WHOLE', 'CHANGES', 'MATCH')),
    state        text NOT NULL DEFAULT 'DUE' CHECK (state IN ('DUE', 'RUNNING', 'DONE', 'CANCELLED', 'SUSPICIOUS', 'FAILED')),
    asked_by     text NOT NULL,
    asked_at     timestamptz NOT NULL DEFAULT clock_timestamp(),
    changed_at   timestamptz,
    ended_at     timestamptz,
    since        timestamptz,
    listed_from  timestamptz,
    page         text,
    listed       boolean NOT NULL DEFAULT false,
    pages        bigint NOT NULL DEFAULT 0,
    seen         bigint NOT NULL DEFAULT 0,
    created      bigint NOT NULL DEFAULT 0,
    updated      bigint NOT NULL DEFAULT 0,
    exported     bigint NOT NULL DEFAULT 0,
    unchanged    bigint NOT NULL DEFAULT 0,
    skipped      bigint NOT NULL DEFAULT 0,
    failed       bigint NOT NULL DEFAULT 0,
    conflicts    bigint NOT NULL DEFAULT 0,
    calls        bigint NOT NULL DEFAULT 0,
    total        bigint,
    problem      jsonb,
    worker       text,
    lease        text,
    lease_length interval,
    lease_ends   timestamptz,
    not_before   timestamptz,
    cancelled_by text,
    CHECK ((state IN ('DUE', 'RUNNING')) = (ended_at IS NULL)),
    CHECK (lease IS NULL OR state = 'RUNNING')
) WITH (fillfactor = 50);
CREATE UNIQUE INDEX register_run_open ON hub.register_run (connection, register) WHERE state IN ('DUE', 'RUNNING');
CREATE INDEX register_run_of ON hub.register_run (connection, register, id);

-- The last run that saw a linked record.
CREATE TABLE hub.register_seen (
    connection text NOT NULL,
    register   text NOT NULL,
    partner_id text NOT NULL,
    run_id     bigint NOT NULL,
    PRIMARY KEY (connection, register, partner_id),
    FOREIGN KEY (connection, register, partner_id) REFERENCES hub.register_link ON DELETE CASCADE
) WITH (fillfactor = 50);

CREATE TABLE hub.register_run_record (
    run_id         bigint NOT NULL REFERENCES hub.register_run,
    id             bigint GENERATED ALWAYS AS IDENTITY,
    outcome        text NOT NULL CHECK (outcome IN ('CREATED', 'UPDATED', 'DEACTIVATED', 'SKIPPED', 'FAILED')),
    number         text,
    partner_number text NOT NULL,
    problem        jsonb,
    PRIMARY KEY (run_id, partner_number)
);
CREATE UNIQUE INDEX register_run_record_order ON hub.register_run_record (run_id, id);

CREATE TABLE hub.register_match (
    id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    run_id      bigint NOT NULL UNIQUE REFERENCES hub.register_run,
    connection  text NOT NULL REFERENCES hub.connection,
    register    text NOT NULL,
    made_at     timestamptz NOT NULL DEFAULT clock_timestamp(),
    linked      bigint NOT NULL,
    replaced    boolean NOT NULL DEFAULT false,
    approved_at timestamptz
);
CREATE UNIQUE INDEX register_match_newest ON hub.register_match (connection, register) WHERE NOT replaced;
COMMENT ON COLUMN hub.register_match.approved_at IS 'When it was first approved, wholly or in part.';

-- A line is about two records or about one. What identifies persons is masked before it comes here.
CREATE TABLE hub.register_match_line (
    match_id     bigint NOT NULL REFERENCES hub.register_match,
    line         integer NOT NULL CHECK (line > 0),
    kind         text NOT NULL,
    ours_number  text,
    theirs_id    text,
    halves       jsonb NOT NULL,
    score        integer NOT NULL CHECK (score BETWEEN 0 AND 100),
    reason       text NOT NULL,
    differing    text[] NOT NULL,
    decision     text NOT NULL CHECK (decision IN ('OPEN', 'APPROVED', 'DECLINED')),
    decided_by   text,
    decided_at   timestamptz,
    PRIMARY KEY (match_id, line),
    CHECK (num_nonnulls(ours_number, theirs_id) > 0)
) WITH (fillfactor = 80);
CREATE INDEX register_match_line_ours ON hub.register_match_line (match_id, ours_number) WHERE ours_number IS NOT NULL;
CREATE INDEX register_match_line_theirs ON hub.register_match_line (match_id, theirs_id) WHERE theirs_id IS NOT NULL;

-- What is wrong with registers: listings that cannot be right, records that failed since the last whole import, unseen conflicts.
CREATE VIEW hub.register_problem AS
WITH import AS (
    SELECT r.*, (SELECT max(w.id) FROM hub.register_run w
                 WHERE w.connection = r.connection AND w.register = r.register AND w.kind = 'WHOLE' AND w.state = 'DONE') AS whole
    FROM hub.register_run r WHERE r.kind <> 'MATCH')
SELECT r.connection, r.problem, r.problem ->> 'cause' AS cause, 1::bigint AS records, r.changed_at AS since
FROM hub.register_run r
WHERE r.state IN ('SUSPICIOUS', 'FAILED') AND r.problem IS NOT NULL
  AND NOT EXISTS (SELECT FROM hub.register_run n
                  WHERE n.connection = r.connection AND n.register = r.register AND n.id > r.id
                    AND n.state NOT IN ('DUE', 'RUNNING', 'CANCELLED')
                    AND (n.kind = 'MATCH') = (r.kind = 'MATCH'))
UNION ALL
SELECT r.connection, (array_agg(f.problem ORDER BY f.id))[1], f.problem ->> 'cause', count(*), min(r.asked_at)
FROM import r
JOIN hub.register_run_record f ON f.run_id = r.id AND f.outcome = 'FAILED' AND f.problem IS NOT NULL
WHERE r.id >= coalesce(r.whole, 0)
  AND NOT EXISTS (SELECT FROM import n JOIN hub.register_run_record l ON l.run_id = n.id AND l.partner_number = f.partner_number
                  WHERE n.connection = r.connection AND n.register = r.register AND n.id > r.id)
GROUP BY r.connection, f.problem ->> 'cause'
UNION ALL
SELECT c.connection, jsonb_build_object(
           'cause', 'register.conflicts', 'stage', 'HUB',
           'reason', 'fields of customers or articles were changed on both sides, or where they have no master',
           'remedy', 'Look at both values and acknowledge them: ./hub registers conflicts'),
       'register.conflicts', count(*), min(c.at)
FROM hub.register_conflict c WHERE c.acknowledged_at IS NULL GROUP BY c.connection;
