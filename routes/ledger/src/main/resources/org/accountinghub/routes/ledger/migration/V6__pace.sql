-- When a limit of the partner last put something off, and until when: nothing is handed over meanwhile.
CREATE TABLE hub.slowed (
    connection   text PRIMARY KEY REFERENCES hub.connection,
    slowed_at    timestamptz NOT NULL,
    closed_until timestamptz NOT NULL
) WITH (fillfactor = 50);
