-- Verbs of operators, delivered documents held against the store as it stands, and cheap counts.

ALTER TABLE hub.operator_action
    ALTER COLUMN transfer_id DROP NOT NULL,
    ADD COLUMN connection text REFERENCES hub.connection,
    DROP CONSTRAINT operator_action_verb_check,
    ADD CONSTRAINT operator_action_verb_check CHECK (verb IN (
        'RETRY', 'DISMISS', 'RESTORE', 'DELIVERED', 'COMPLETE', 'HOLD', 'RELEASE')),
    ADD CONSTRAINT operator_action_about CHECK ((transfer_id IS NULL) = (connection IS NOT NULL));
CREATE INDEX operator_action_connection ON hub.operator_action (connection) WHERE connection IS NOT NULL;

-- How far the store's changes were looked through, in the store's own counting.
CREATE TABLE hub.store_mark (
    store      text PRIMARY KEY,
    change     bigint NOT NULL,
    changed_at timestamptz NOT NULL DEFAULT clock_timestamp()
);

-- A delivered document against the store: what it was last compared with, and which difference a person knows of.
CREATE TABLE hub.document_comparison (
    transfer_id     bigint PRIMARY KEY REFERENCES hub.transfer,
    compared_at     timestamptz,
    content_version text,
    known           text
) WITH (fillfactor = 80);
COMMENT ON COLUMN hub.document_comparison.content_version IS 'The store''s version of the content it was compared with; null: compare again.';
COMMENT ON COLUMN hub.document_comparison.known IS 'The difference that a person dismissed; another one is a problem again.';

-- Delivered and superseded transfers stay what they are: those up to a moment are counted once and kept.
CREATE TABLE hub.transfer_tally (
    connection text NOT NULL,
    state      text NOT NULL,
    transfers  bigint NOT NULL,
    oldest     timestamptz NOT NULL,
    PRIMARY KEY (connection, state)
);
CREATE TABLE hub.transfer_tallied (
    only_one boolean PRIMARY KEY DEFAULT true CHECK (only_one),
    until    timestamptz NOT NULL
);
CREATE INDEX transfer_closed ON hub.transfer (state, connection, changed_at) WHERE state IN ('DISMISSED', 'WITHDRAWN');

-- Leaves the last minutes out, so that no transaction that is still open can add to what was counted.
CREATE FUNCTION hub.tally() RETURNS void LANGUAGE plpgsql AS $$
DECLARE
    since timestamptz;
    upto  timestamptz := clock_timestamp() - interval '5 minutes';
BEGIN
    INSERT INTO hub.transfer_tallied (until) VALUES ('-infinity') ON CONFLICT DO NOTHING;
    SELECT until INTO since FROM hub.transfer_tallied WHERE until < upto - interval '10 minutes' FOR UPDATE SKIP LOCKED;
    IF NOT FOUND THEN
        RETURN;
    END IF;
    INSERT INTO hub.transfer_tally AS y (connection, state, transfers, oldest)
    SELECT t.connection, t.state, count(*), min(t.changed_at) FROM hub.transfer t
    WHERE t.state IN ('DELIVERED', 'SUPERSEDED') AND t.changed_at > since AND t.changed_at <= upto
    GROUP BY t.connection, t.state
    ON CONFLICT (connection, state) DO UPDATE
    SET transfers = y.transfers + excluded.transfers, oldest = least(y.oldest, excluded.oldest);
    UPDATE hub.transfer_tallied SET until = upto;
END $$;

CREATE VIEW hub.transfer_count AS
SELECT c.connection, c.state, sum(c.transfers)::bigint AS transfers, min(c.oldest) AS oldest
FROM (
    SELECT connection, state, transfers, oldest FROM hub.transfer_tally
    UNION ALL
    SELECT t.connection, t.state, count(*), min(t.changed_at) FROM hub.transfer t
    WHERE t.state IN ('DELIVERED', 'SUPERSEDED')
      AND t.changed_at > coalesce((SELECT until FROM hub.transfer_tallied), '-infinity')
    GROUP BY t.connection, t.state
    UNION ALL
    SELECT t.connection, t.state, count(*), min(t.changed_at) FROM hub.transfer t
    WHERE t.state IN ('WAITING', 'DUE', 'QUEUED', 'SENDING', 'REJECTED', 'EXHAUSTED', 'IN_DOUBT')
    GROUP BY t.connection, t.state
    UNION ALL
    SELECT t.connection, t.state, count(*), min(t.changed_at) FROM hub.transfer t
    WHERE t.state IN ('DISMISSED', 'WITHDRAWN')
    GROUP BY t.connection, t.state) c
GROUP BY c.connection, c.state;
