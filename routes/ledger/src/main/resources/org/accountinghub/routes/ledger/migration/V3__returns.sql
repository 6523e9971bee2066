-- What became of documents at the partner, and what the store has still to be told.

CREATE TABLE hub.document_return (
    transfer_id    bigint PRIMARY KEY REFERENCES hub.transfer,
    connection     text NOT NULL REFERENCES hub.connection,
    partner_id     text,
    partner_number text,
    standing       text NOT NULL DEFAULT 'ABSENT'
        CHECK (standing IN ('ABSENT', 'MADE', 'BOOKED', 'PAID', 'CREDITED', 'CANCELLED', 'GONE')),
    fingerprint    text,
    recorded_at    timestamptz,
    invoice        bytea,
    invoice_hash   bytea,
    invoice_number text,
    invoice_date   date,
    currency       text,
    total          numeric,
    balance        numeric,
    explained      text[] NOT NULL DEFAULT '{}',
    return_problem jsonb,
    note_problem   jsonb,
    version        bigint NOT NULL DEFAULT 1,
    told_version   bigint NOT NULL DEFAULT 0,
    offered_at     timestamptz,
    changed_at     timestamptz NOT NULL DEFAULT clock_timestamp(),
    CHECK ((partner_id IS NULL) = (partner_number IS NULL)),
    CHECK (standing = 'ABSENT' OR partner_id IS NOT NULL),
    CHECK (told_version <= version)
) WITH (fillfactor = 80);
COMMENT ON COLUMN hub.document_return.invoice IS 'The whole invoice as last read, sealed; the columns beside it are for operators.';
COMMENT ON COLUMN hub.document_return.recorded_at IS 'When it was last made or read there.';
COMMENT ON COLUMN hub.document_return.offered_at IS 'When the note was last taken to the store: one that it refuses keeps no other back.';
COMMENT ON COLUMN hub.document_return.explained IS 'What the partner added or rounded, in words.';
COMMENT ON COLUMN hub.document_return.return_problem IS 'What is wrong at the partner: a difference, a disappearance.';
COMMENT ON COLUMN hub.document_return.note_problem IS 'Why the transfer itself does not go on, as the store shall show it.';
CREATE INDEX document_return_untold ON hub.document_return (changed_at) WHERE told_version < version;
CREATE INDEX document_return_open ON hub.document_return (connection, recorded_at NULLS FIRST)
    WHERE partner_id IS NOT NULL AND standing IN ('ABSENT', 'MADE', 'BOOKED');
CREATE INDEX document_return_partner ON hub.document_return (connection, partner_id);
CREATE INDEX document_return_problem ON hub.document_return (connection) WHERE return_problem IS NOT NULL;

-- Invoices that carry our reference and are not the bound ones.
CREATE TABLE hub.stray (
    connection  text NOT NULL REFERENCES hub.connection,
    partner_id  text NOT NULL,
    number      text NOT NULL,
    transfer_id bigint NOT NULL REFERENCES hub.transfer,
    fingerprint text NOT NULL,
    problem     jsonb,
    seen_at     timestamptz NOT NULL DEFAULT clock_timestamp(),
    PRIMARY KEY (connection, partner_id)
);
CREATE INDEX stray_transfer ON hub.stray (transfer_id);

-- An order may be invoiced now that one of its documents is no longer wanted: its booked ones are told again.
CREATE FUNCTION hub.tell_siblings_again() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    UPDATE hub.document_return r
    SET version = r.version + 1, changed_at = clock_timestamp()
    FROM hub.transfer t
    WHERE r.transfer_id = t.id AND r.standing IN ('BOOKED', 'PAID') AND t.subject = 'DOCUMENT' AND t.id <> NEW.id
      AND (t.store, t.subgroup, t.kind, t.number) = (NEW.store, NEW.subgroup, NEW.kind, NEW.number);
    RETURN NULL;
END $$;
CREATE TRIGGER transfer_withdrawn AFTER UPDATE OF state ON hub.transfer FOR EACH ROW
    WHEN (OLD.state <> 'WITHDRAWN' AND NEW.state = 'WITHDRAWN' AND NEW.subject = 'DOCUMENT')
    EXECUTE FUNCTION hub.tell_siblings_again();

-- Everything a person should look at, one row per transfer and problem; the more urgent the higher.
CREATE VIEW hub.open_problem AS
SELECT t.connection, t.id AS transfer_id, t.subject, t.number, t.problem, t.cause, t.changed_at AS since,
       CASE t.state WHEN 'IN_DOUBT' THEN 2 ELSE 1 END AS urgency
FROM hub.transfer t WHERE t.state IN ('REJECTED', 'EXHAUSTED', 'IN_DOUBT')
UNION ALL
SELECT t.connection, t.id, t.subject, t.number, w.problem, w.cause, t.changed_at, 1
FROM hub.transfer t JOIN hub.transfer w ON w.id = t.waits_for
WHERE t.state = 'WAITING' AND w.state IN ('REJECTED', 'EXHAUSTED', 'IN_DOUBT')
UNION ALL
SELECT t.connection, t.id, t.subject, t.number, t.problem, t.cause, t.changed_at, 1
FROM hub.transfer t WHERE t.state = 'DELIVERED' AND t.problem IS NOT NULL
UNION ALL
SELECT t.connection, t.id, t.subject, t.number, r.return_problem, r.return_problem ->> 'cause', r.changed_at, 1
FROM hub.document_return r JOIN hub.transfer t ON t.id = r.transfer_id WHERE r.return_problem IS NOT NULL
UNION ALL
SELECT t.connection, t.id, t.subject, t.number, s.problem, s.problem ->> 'cause', s.seen_at, 3
FROM hub.stray s JOIN hub.transfer t ON t.id = s.transfer_id
WHERE s.problem IS NOT NULL
  AND NOT EXISTS (SELECT FROM hub.document_return r WHERE r.connection = s.connection AND r.partner_id = s.partner_id);
CREATE INDEX transfer_delivered_problem ON hub.transfer (connection) WHERE state = 'DELIVERED' AND problem IS NOT NULL;
CREATE INDEX stray_problem ON hub.stray (connection) WHERE problem IS NOT NULL;
