-- Documents and customers on their way. The engine's TransferStates says which changes are legal; a test holds both together.

CREATE TABLE hub.transfer (
    id           bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    connection   text NOT NULL REFERENCES hub.connection,
    subject      text NOT NULL CHECK (subject IN ('DOCUMENT', 'CUSTOMER')),
    store        text NOT NULL,
    subgroup     text NOT NULL,
    kind         text NOT NULL,
    number       text NOT NULL,
    payer        text,
    generation   integer CHECK (generation >= 1),
    state        text NOT NULL,
    due_at       timestamptz NOT NULL DEFAULT clock_timestamp(),
    attempts     integer NOT NULL DEFAULT 0 CHECK (attempts >= 0),
    starts       integer NOT NULL DEFAULT 0,
    dispatch     integer NOT NULL DEFAULT 0,
    queued_at    timestamptz,
    waits_for    bigint REFERENCES hub.transfer,
    problem      jsonb,
    cause        text GENERATED ALWAYS AS (problem ->> 'cause') STORED,
    requested_by text,
    worker       text,
    lease        text,
    lease_ends   timestamptz,
    created_at   timestamptz NOT NULL DEFAULT clock_timestamp(),
    changed_at   timestamptz NOT NULL DEFAULT clock_timestamp(),
    CONSTRAINT transfer_state CHECK (state IN ('WAITING', 'DUE', 'QUEUED', 'SENDING', 'REJECTED', 'EXHAUSTED', 'IN_DOUBT',
                                               'DELIVERED', 'DISMISSED', 'WITHDRAWN', 'SUPERSEDED')),
    CHECK ((subject = 'DOCUMENT') = (payer IS NOT NULL)),
    CHECK ((subject = 'DOCUMENT') = (generation IS NOT NULL)),
    CHECK ((state = 'SENDING') = (lease IS NOT NULL)),
    CHECK ((lease IS NULL) = (lease_ends IS NULL)),
    CHECK ((state = 'WAITING') = (waits_for IS NOT NULL)),
    CHECK (waits_for <> id),
    CHECK (state NOT IN ('REJECTED', 'EXHAUSTED', 'IN_DOUBT') OR problem IS NOT NULL)
) WITH (fillfactor = 80);
COMMENT ON COLUMN hub.transfer.attempts IS 'Spent of those allowed; given back for what does not count, none after a retry by a person.';
COMMENT ON COLUMN hub.transfer.starts IS 'Attempts ever started: number of the newest one.';
COMMENT ON COLUMN hub.transfer.changed_at IS 'Last change of state.';

-- A document is sent to one connection, once: the connection is no part of who it is.
CREATE UNIQUE INDEX transfer_document ON hub.transfer (store, subgroup, kind, number, payer, generation) WHERE subject = 'DOCUMENT';
CREATE UNIQUE INDEX transfer_customer ON hub.transfer (connection, store, subgroup, kind, number)
    WHERE subject = 'CUSTOMER' AND state NOT IN ('DELIVERED', 'WITHDRAWN', 'SUPERSEDED');
CREATE INDEX transfer_open ON hub.transfer (state, connection, due_at, id)
    WHERE state IN ('WAITING', 'DUE', 'QUEUED', 'SENDING', 'REJECTED', 'EXHAUSTED', 'IN_DOUBT');
CREATE INDEX transfer_waiting ON hub.transfer (waits_for) WHERE waits_for IS NOT NULL;
CREATE INDEX transfer_changed ON hub.transfer (changed_at DESC, id DESC);
CREATE INDEX transfer_number ON hub.transfer (number);

CREATE FUNCTION hub.refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'transfer % may not go from % to %', OLD.id, OLD.state, NEW.state
        USING ERRCODE = 'check_violation', CONSTRAINT = 'transfer_legal_change';
END $$;

CREATE TRIGGER transfer_legal_change BEFORE UPDATE OF state ON hub.transfer FOR EACH ROW
    WHEN (OLD.state <> NEW.state AND OLD.state || '>' || NEW.state NOT IN (
        'WAITING>DUE', 'WAITING>DISMISSED', 'WAITING>WITHDRAWN', 'WAITING>SUPERSEDED',
        'DUE>QUEUED', 'DUE>WAITING', 'DUE>DISMISSED', 'DUE>WITHDRAWN', 'DUE>SUPERSEDED',
        'QUEUED>SENDING', 'QUEUED>DUE', 'QUEUED>EXHAUSTED', 'QUEUED>DISMISSED', 'QUEUED>WITHDRAWN', 'QUEUED>SUPERSEDED',
        'SENDING>DELIVERED', 'SENDING>REJECTED', 'SENDING>DUE', 'SENDING>QUEUED', 'SENDING>WAITING', 'SENDING>EXHAUSTED',
        'SENDING>IN_DOUBT', 'SENDING>WITHDRAWN',
        'REJECTED>DUE', 'REJECTED>DELIVERED', 'REJECTED>DISMISSED', 'REJECTED>WITHDRAWN', 'REJECTED>SUPERSEDED',
        'EXHAUSTED>DUE', 'EXHAUSTED>DELIVERED', 'EXHAUSTED>DISMISSED', 'EXHAUSTED>WITHDRAWN', 'EXHAUSTED>SUPERSEDED',
        'IN_DOUBT>DUE', 'IN_DOUBT>DELIVERED', 'IN_DOUBT>DISMISSED',
        'DISMISSED>DUE', 'WITHDRAWN>DUE'))
    EXECUTE FUNCTION hub.refuse_change();

-- What a transfer was first intended with, sealed. Deleting it (thawing) drops its steps and gives its rows back.
CREATE TABLE hub.transfer_content (
    transfer_id bigint PRIMARY KEY REFERENCES hub.transfer,
    sealed      bytea NOT NULL,
    hash        bytea NOT NULL,
    frozen_at   timestamptz NOT NULL DEFAULT clock_timestamp()
);
COMMENT ON COLUMN hub.transfer_content.hash IS 'HMAC-SHA-256 of the canonical copy.';

-- The mark in the partner's document. It stays when the content is thawed: what appears there later is still known.
CREATE TABLE hub.document_reference (
    reference   text PRIMARY KEY,
    transfer_id bigint NOT NULL REFERENCES hub.transfer
);

CREATE TABLE hub.transfer_step (
    transfer_id  bigint NOT NULL REFERENCES hub.transfer_content ON DELETE CASCADE,
    position     smallint NOT NULL,
    name         text NOT NULL,
    idempotency  text NOT NULL CHECK (idempotency IN ('A', 'B', 'C', 'D')),
    lateness     interval NOT NULL,
    state        text NOT NULL CHECK (state IN ('PLANNED', 'INTENDED', 'UNCERTAIN', 'DONE')),
    first_intent timestamptz,
    touched_at   timestamptz,
    searches     integer NOT NULL DEFAULT 0 CHECK (searches >= 0),
    made_id      text,
    made_number  text,
    made_notes   text[],
    PRIMARY KEY (transfer_id, position),
    UNIQUE (transfer_id, name),
    CHECK ((state = 'DONE') = (made_id IS NOT NULL AND made_number IS NOT NULL AND made_notes IS NOT NULL)),
    CHECK (state NOT IN ('INTENDED', 'UNCERTAIN') OR first_intent IS NOT NULL)
) WITH (fillfactor = 70);

-- Every attempt as it happened: what started, was intended, was done, ended. Only ever added to.
CREATE TABLE hub.transfer_attempt (
    id          bigint GENERATED ALWAYS AS IDENTITY,
    transfer_id bigint NOT NULL REFERENCES hub.transfer,
    attempt     integer NOT NULL,
    at          timestamptz NOT NULL DEFAULT clock_timestamp(),
    event       text NOT NULL CHECK (event IN ('STARTED', 'INTENDED', 'STEP_DONE', 'ENDED', 'RELEASED', 'EVIDENCE', 'SWEPT',
                                               'DEAD_LETTER')),
    worker      text,
    step        text,
    state       text,
    verdict     text CHECK (verdict IN ('DELIVERED', 'REJECTED', 'RETRY', 'UNCERTAIN', 'BLOCKED')),
    what        text NOT NULL,
    problem     jsonb,
    exchanges   json,
    PRIMARY KEY (transfer_id, id)
);

-- A row of the store is sent in one document. A higher generation of its order takes it over; the earlier owners are kept.
CREATE TABLE hub.document_row (
    store       text NOT NULL,
    row_id      text NOT NULL,
    transfer_id bigint NOT NULL REFERENCES hub.transfer,
    earlier     bigint[] NOT NULL DEFAULT '{}',
    PRIMARY KEY (store, row_id)
);
CREATE INDEX document_row_transfer ON hub.document_row (transfer_id);

-- Called only for a row that somebody holds. Gives the row to the new transfer or refuses.
CREATE FUNCTION hub.take_row(p_row_id text, p_holder bigint, p_new bigint) RETURNS bigint LANGUAGE plpgsql AS $$
BEGIN
    IF p_holder = p_new OR EXISTS (
        SELECT FROM hub.transfer held JOIN hub.transfer taking USING (store, kind, number)
        WHERE held.id = p_holder AND taking.id = p_new AND taking.generation > held.generation
          AND held.state IN ('DELIVERED', 'DISMISSED')) THEN
        RETURN p_new;
    END IF;
    RAISE EXCEPTION 'row % is held by transfer %', p_row_id, p_holder
        USING ERRCODE = 'unique_violation', CONSTRAINT = 'document_row_owner', DETAIL = p_holder || ' ' || p_row_id;
END $$;

CREATE FUNCTION hub.give_rows_back() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (SELECT FROM hub.transfer_step WHERE transfer_id = OLD.transfer_id AND state = 'DONE') THEN
        RAISE EXCEPTION 'transfer % made something at the partner: its content stays', OLD.transfer_id
            USING ERRCODE = 'check_violation', CONSTRAINT = 'transfer_content_made';
    END IF;
    DELETE FROM hub.document_row WHERE transfer_id = OLD.transfer_id AND earlier = '{}';
    UPDATE hub.document_row SET transfer_id = earlier[1], earlier = earlier[2:] WHERE transfer_id = OLD.transfer_id;
    RETURN OLD;
END $$;
CREATE TRIGGER transfer_content_thaw BEFORE DELETE ON hub.transfer_content FOR EACH ROW EXECUTE FUNCTION hub.give_rows_back();

-- What of the store is what at the partner. A customer has neither payer nor generation.
CREATE TABLE hub.binding (
    connection     text NOT NULL REFERENCES hub.connection,
    store          text NOT NULL,
    subgroup       text NOT NULL,
    kind           text NOT NULL,
    number         text NOT NULL,
    payer          text NOT NULL DEFAULT '',
    generation     integer NOT NULL DEFAULT 0,
    transfer_id    bigint NOT NULL REFERENCES hub.transfer,
    partner_id     text NOT NULL,
    partner_number text NOT NULL,
    bound_at       timestamptz NOT NULL DEFAULT clock_timestamp(),
    PRIMARY KEY (store, subgroup, kind, number, payer, generation, connection),
    CHECK ((payer = '') = (generation = 0))
);
CREATE INDEX binding_partner ON hub.binding (connection, partner_id);
CREATE INDEX binding_transfer ON hub.binding (transfer_id);

-- Ready documents that no connection takes, as the last collecting saw them.
CREATE TABLE hub.unconnected (
    store     text NOT NULL,
    subgroup  text NOT NULL,
    documents bigint NOT NULL,
    orders    text[] NOT NULL,
    since     timestamptz NOT NULL DEFAULT clock_timestamp(),
    PRIMARY KEY (store, subgroup)
);

CREATE TABLE hub.operator_action (
    id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    at          timestamptz NOT NULL DEFAULT clock_timestamp(),
    who         text NOT NULL CHECK (who <> ''),
    verb        text NOT NULL CHECK (verb IN ('RETRY', 'DISMISS', 'RESTORE')),
    transfer_id bigint NOT NULL REFERENCES hub.transfer,
    reason      text NOT NULL
);
CREATE INDEX operator_action_transfer ON hub.operator_action (transfer_id);

CREATE FUNCTION hub.refuse_rewriting() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION '% is only added to', TG_TABLE_NAME USING ERRCODE = 'insufficient_privilege';
END $$;
CREATE TRIGGER transfer_attempt_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON hub.transfer_attempt
    EXECUTE FUNCTION hub.refuse_rewriting();
CREATE TRIGGER operator_action_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON hub.operator_action
    EXECUTE FUNCTION hub.refuse_rewriting();
