-- A company's books in one accounting system. Secrets and grants are sealed (AES-256-GCM), bound to the connection's name.

CREATE TABLE hub.connection (
    name          text PRIMARY KEY CHECK (name <> ''),
    connector     text NOT NULL CHECK (connector <> ''),
    subgroup      text CHECK (subgroup <> ''),
    state         text NOT NULL DEFAULT 'ACTIVE' CHECK (state IN ('ACTIVE', 'BLOCKED', 'HELD')),
    tenant        text,
    problem       jsonb,
    zone          text NOT NULL,
    settings      jsonb NOT NULL,
    secrets       bytea,
    grant_sealed  bytea,
    grant_version bigint NOT NULL DEFAULT 0,
    changed_at    timestamptz NOT NULL DEFAULT clock_timestamp(),
    CONSTRAINT connection_one_per_subgroup UNIQUE NULLS NOT DISTINCT (subgroup),
    CHECK ((state = 'BLOCKED') <= (problem IS NOT NULL))
);
COMMENT ON COLUMN hub.connection.subgroup IS 'Null: every subgroup without a connection of its own.';

-- A consent under way; the state value itself is not kept.
CREATE TABLE hub.consent_state (
    state_hash bytea PRIMARY KEY,
    connection text NOT NULL REFERENCES hub.connection,
    started_at timestamptz NOT NULL DEFAULT clock_timestamp()
);

CREATE TABLE hub.cursor (
    connection text NOT NULL REFERENCES hub.connection,
    name       text NOT NULL,
    value      text NOT NULL,
    changed_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    PRIMARY KEY (connection, name)
);

-- One sealed, known text for each key that was ever used here: a wrong key is noticed at start.
CREATE TABLE hub.key_check (
    key_id  text PRIMARY KEY,
    sealed  bytea NOT NULL,
    used_at timestamptz NOT NULL DEFAULT clock_timestamp()
);

-- The last slots that were given out for each limit, oldest first.
CREATE TABLE hub.permit_window (
    key          text PRIMARY KEY,
    slots        timestamptz[] NOT NULL,
    closed_until timestamptz NOT NULL,
    touched_at   timestamptz NOT NULL
) WITH (fillfactor = 50);

-- Slots are given in order, each at least one window after the one that lies p_calls before it: no window holds more.
CREATE FUNCTION hub.reserve(p_key text, p_calls integer, p_window interval, p_patience interval,
                            OUT reserved boolean, OUT delay interval) LANGUAGE plpgsql AS $$
DECLARE
    held    hub.permit_window;
    slot    timestamptz;
    at      timestamptz;
    counted integer;
BEGIN
    SELECT * INTO held FROM hub.permit_window WHERE key = p_key FOR UPDATE;
    WHILE NOT FOUND LOOP
        INSERT INTO hub.permit_window VALUES (p_key, '{}', '-infinity', clock_timestamp()) ON CONFLICT DO NOTHING;
        SELECT * INTO held FROM hub.permit_window WHERE key = p_key FOR UPDATE;
    END LOOP;
    at := clock_timestamp();
    counted := cardinality(held.slots);
    slot := greatest(at, held.closed_until, held.slots[counted]);
    IF counted >= p_calls THEN
        slot := greatest(slot, held.slots[counted - p_calls + 1] + p_window);
    END IF;
    delay := slot - at;
    reserved := delay <= p_patience;
    IF reserved THEN
        UPDATE hub.permit_window
        SET slots = (held.slots || slot)[greatest(1, counted + 2 - p_calls):], touched_at = at
        WHERE key = p_key;
    END IF;
END $$;
