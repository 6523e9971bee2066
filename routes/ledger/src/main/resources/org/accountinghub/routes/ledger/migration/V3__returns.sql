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
    invoice_number text,
    invoice_date   date,
    currency       text,
    total          numeric,
    balance        numeric,
    return_problem jsonb,
    note_problem   jsonb,
    version        bigint NOT NULL DEFAULT 1,
    told_version   bigint NOT NULL DEFAULT 0,
    changed_at     timestamptz NOT NULL DEFAULT clock_timestamp(),
    CHECK ((partner_id IS NULL) = (partner_number IS NULL)),
    CHECK (standing = 'ABSENT' OR partner_id IS NOT NULL),
    CHECK (told_version <= version)
) WITH (fillfactor = 80);
COMMENT ON COLUMN hub.document_return.invoice IS 'The whole invoice as last read, sealed; the columns beside it are for operators.';
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
