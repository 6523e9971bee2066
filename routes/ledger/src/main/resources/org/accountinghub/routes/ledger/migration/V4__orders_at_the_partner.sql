-- Documents sent as orders: what they are at the partner, in how many orders and invoices.

ALTER TABLE hub.document_return
    ADD COLUMN made_as text NOT NULL DEFAULT 'INVOICE' CHECK (made_as IN ('ORDER', 'INVOICE')),
    DROP CONSTRAINT document_return_standing_check,
    ADD CONSTRAINT document_return_standing_check CHECK (standing IN (
        'ABSENT', 'MADE', 'ORDERED', 'PARTLY', 'BOOKED', 'PAID', 'CREDITED', 'CANCELLED', 'GONE'));
COMMENT ON COLUMN hub.document_return.made_as IS 'Orders and invoices may have the same number over there: partner_id is the id of one of this kind.';
COMMENT ON COLUMN hub.document_return.invoice_hash IS 'Of the invoice; of a document sent as order: of all its orders and invoices.';

ALTER TABLE hub.stray
    ADD COLUMN made_as text NOT NULL DEFAULT 'INVOICE' CHECK (made_as IN ('ORDER', 'INVOICE')),
    DROP CONSTRAINT stray_pkey,
    ADD PRIMARY KEY (connection, made_as, partner_id);

-- An order or an invoice that belongs to documents sent as orders, as last read; nothing sealed: it is not there any more.
CREATE TABLE hub.partner_document (
    connection    text NOT NULL REFERENCES hub.connection,
    made_as       text NOT NULL CHECK (made_as IN ('ORDER', 'INVOICE')),
    partner_id    text NOT NULL,
    number        text,
    document_date date,
    currency      text,
    total         numeric,
    balance       numeric,
    standing      text,
    fingerprint   text,
    sealed        bytea,
    read_at       timestamptz NOT NULL DEFAULT clock_timestamp(),
    PRIMARY KEY (connection, made_as, partner_id)
) WITH (fillfactor = 80);
COMMENT ON COLUMN hub.partner_document.standing IS 'Of an order: its status over there; of an invoice: how far it has come.';

-- Which documents they belong to: an order may have rest orders and several invoices, an invoice several orders.
CREATE TABLE hub.document_part (
    transfer_id bigint NOT NULL REFERENCES hub.transfer,
    connection  text NOT NULL,
    made_as     text NOT NULL,
    partner_id  text NOT NULL,
    PRIMARY KEY (transfer_id, connection, made_as, partner_id),
    FOREIGN KEY (connection, made_as, partner_id) REFERENCES hub.partner_document
);
CREATE INDEX document_part_of ON hub.document_part (connection, made_as, partner_id);

DROP INDEX hub.document_return_open;
CREATE INDEX document_return_open ON hub.document_return (connection, made_as, recorded_at NULLS FIRST)
    WHERE partner_id IS NOT NULL AND standing IN ('ABSENT', 'MADE', 'ORDERED', 'PARTLY', 'BOOKED');

CREATE OR REPLACE FUNCTION hub.tell_siblings_again() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    UPDATE hub.document_return r
    SET version = r.version + 1, changed_at = clock_timestamp()
    FROM hub.transfer t
    WHERE r.transfer_id = t.id AND r.standing IN ('BOOKED', 'PAID', 'CREDITED') AND t.subject = 'DOCUMENT' AND t.id <> NEW.id
      AND (t.store, t.subgroup, t.kind, t.number) = (NEW.store, NEW.subgroup, NEW.kind, NEW.number);
    RETURN NULL;
END $$;

-- What stopped after its document was made is at the partner: as urgent as a double.
CREATE OR REPLACE VIEW hub.open_problem AS
SELECT t.connection, t.id AS transfer_id, t.subject, t.number, t.problem, t.cause, t.changed_at AS since,
       CASE WHEN r.partner_id IS NOT NULL THEN 3 WHEN t.state = 'IN_DOUBT' THEN 2 ELSE 1 END AS urgency
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

-- What only prepares a document (articles) may exist without it: neither the content nor the rows hang on it.
ALTER TABLE hub.transfer_step ADD COLUMN prepares boolean NOT NULL DEFAULT false;

CREATE OR REPLACE FUNCTION hub.give_rows_back() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (SELECT FROM hub.transfer_step WHERE transfer_id = OLD.transfer_id AND state = 'DONE' AND NOT prepares) THEN
        RAISE EXCEPTION 'transfer % made something at the partner: its content stays', OLD.transfer_id
            USING ERRCODE = 'check_violation', CONSTRAINT = 'transfer_content_made';
    END IF;
    DELETE FROM hub.document_row WHERE transfer_id = OLD.transfer_id AND earlier = '{}';
    UPDATE hub.document_row SET transfer_id = earlier[1], earlier = earlier[2:] WHERE transfer_id = OLD.transfer_id;
    RETURN OLD;
END $$;
