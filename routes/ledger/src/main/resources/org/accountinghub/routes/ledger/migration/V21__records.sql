-- Records of registers: which is which at a partner, what both sides held when they were last made alike, and their transfers.

ALTER TABLE hub.connection ADD COLUMN registers jsonb NOT NULL DEFAULT '{}';

ALTER TABLE hub.transfer
    DROP CONSTRAINT transfer_subject_check,
    ADD CONSTRAINT transfer_subject_check CHECK (subject IN ('DOCUMENT', 'CUSTOMER', 'ARTICLE', 'RECORD')),
    ADD COLUMN exported boolean NOT NULL DEFAULT false;
COMMENT ON COLUMN hub.transfer.subject IS 'RECORD: a customer or an article that is on both sides and shall be made alike.';
COMMENT ON COLUMN hub.transfer.exported IS 'A register asks for it: wanted also when no document waits for it.';

CREATE UNIQUE INDEX transfer_article ON hub.transfer (connection, store, subgroup, kind, number)
    WHERE subject = 'ARTICLE' AND state NOT IN ('DELIVERED', 'WITHDRAWN', 'SUPERSEDED');
CREATE INDEX transfer_of_record ON hub.transfer (connection, kind, number, id)
    WHERE subject <> 'DOCUMENT' AND state NOT IN ('DELIVERED', 'WITHDRAWN', 'SUPERSEDED');

-- The key of the fingerprints of values, sealed: it outlives a change of the secret key.
CREATE TABLE hub.fingerprint_key (
    only_one boolean PRIMARY KEY DEFAULT true CHECK (only_one),
    sealed   bytea NOT NULL
);

CREATE TABLE hub.register_link (
    connection     text NOT NULL REFERENCES hub.connection,
    register       text NOT NULL CHECK (register IN ('CUSTOMERS', 'ARTICLES')),
    partner_id     text NOT NULL,
    number         text NOT NULL,
    partner_number text NOT NULL,
    linked_by      text NOT NULL CHECK (linked_by IN ('MATCH', 'IMPORT', 'TRANSFER')),
    linked_at      timestamptz NOT NULL DEFAULT clock_timestamp(),
    version        bigint NOT NULL DEFAULT 0,
    ours           jsonb NOT NULL DEFAULT '{}',
    theirs         jsonb NOT NULL DEFAULT '{}',
    gone           boolean NOT NULL DEFAULT false,
    PRIMARY KEY (connection, register, partner_id),
    CONSTRAINT register_link_number UNIQUE (connection, register, number)
) WITH (fillfactor = 70);
CREATE INDEX register_link_of_number ON hub.register_link (register, number);
COMMENT ON COLUMN hub.register_link.ours IS 'Keyed fingerprints of the store''s values by field; theirs: of the partner''s.';

-- What transfers bring is linked by that.
CREATE FUNCTION hub.link_bound() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO hub.register_link AS l (connection, register, partner_id, number, partner_number, linked_by)
    VALUES (NEW.connection, CASE NEW.kind WHEN 'customer' THEN 'CUSTOMERS' ELSE 'ARTICLES' END, NEW.partner_id, NEW.number,
            NEW.partner_number, 'TRANSFER')
    ON CONFLICT DO NOTHING;
    RETURN NULL;
END $$;
CREATE TRIGGER binding_linked AFTER INSERT OR UPDATE ON hub.binding FOR EACH ROW WHEN (NEW.kind IN ('customer', 'article'))
    EXECUTE FUNCTION hub.link_bound();
INSERT INTO hub.register_link (connection, register, partner_id, number, partner_number, linked_by)
SELECT connection, 'CUSTOMERS', partner_id, number, partner_number, 'TRANSFER' FROM hub.binding WHERE kind = 'customer' ORDER BY bound_at
ON CONFLICT DO NOTHING;

-- A field that changed where it has no master, or on both sides: shown until somebody acknowledges it.
CREATE TABLE hub.register_conflict (
    id              bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    connection      text NOT NULL REFERENCES hub.connection,
    register        text NOT NULL,
    partner_id      text NOT NULL,
    number          text NOT NULL,
    field           text NOT NULL,
    sealed          bytea NOT NULL,
    hash            bytea NOT NULL,
    settled         text NOT NULL CHECK (settled IN ('STORE_WON', 'ACCOUNTING_WON', 'LEFT', 'NOT_HELD')),
    open            boolean NOT NULL DEFAULT true,
    at              timestamptz NOT NULL DEFAULT clock_timestamp(),
    acknowledged_by text,
    acknowledged_at timestamptz,
    CHECK ((acknowledged_by IS NULL) = (acknowledged_at IS NULL))
);
CREATE INDEX register_conflict_open ON hub.register_conflict (connection, register, partner_id, field) WHERE open;
CREATE INDEX register_conflict_shown ON hub.register_conflict (connection, id) WHERE acknowledged_at IS NULL;
COMMENT ON COLUMN hub.register_conflict.sealed IS 'Both values.';
COMMENT ON COLUMN hub.register_conflict.open IS 'What settles it is not written yet.';

-- How far the store's registers were looked through, in the store's own counting.
CREATE TABLE hub.register_mark (
    looker   text NOT NULL,
    register text NOT NULL,
    change   bigint NOT NULL,
    PRIMARY KEY (looker, register)
) WITH (fillfactor = 50);
