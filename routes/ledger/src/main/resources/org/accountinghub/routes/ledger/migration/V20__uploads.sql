-- Registers that people upload as files: the file, sealed, how far it is, and one line for each of its rows.

CREATE TABLE hub.upload (
    id           bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    register     text NOT NULL CHECK (register IN ('CUSTOMERS', 'ARTICLES')),
    file_name    text NOT NULL,
    who          text NOT NULL,
    state        text NOT NULL DEFAULT 'RECEIVING'
        CHECK (state IN ('RECEIVING', 'CHECKING', 'CHECKED', 'APPLYING', 'DONE', 'REFUSED', 'CANCELLED', 'FAILED')),
    wanted       boolean NOT NULL DEFAULT false,
    received_at  timestamptz NOT NULL DEFAULT now(),
    heard_at     timestamptz NOT NULL DEFAULT now(),
    bytes        bigint NOT NULL DEFAULT 0,
    starts       integer NOT NULL DEFAULT 0,
    reason       text,
    remedy       text,
    remarks      text[] NOT NULL DEFAULT '{}',
    applied_by   text,
    cancelled_by text,
    CHECK ((state IN ('REFUSED', 'FAILED')) = (reason IS NOT NULL)),
    CHECK ((reason IS NULL) = (remedy IS NULL)),
    CHECK (state NOT IN ('APPLYING', 'DONE') OR wanted)
);
CREATE INDEX upload_to_do ON hub.upload (id) WHERE state IN ('CHECKING', 'APPLYING');
COMMENT ON COLUMN hub.upload.wanted IS 'A person wants it applied.';

CREATE TABLE hub.upload_part (
    upload_id bigint NOT NULL REFERENCES hub.upload ON DELETE CASCADE,
    part      integer NOT NULL,
    sealed    bytea NOT NULL,
    PRIMARY KEY (upload_id, part)
);
ALTER TABLE hub.upload_part ALTER COLUMN sealed SET STORAGE EXTERNAL;
COMMENT ON TABLE hub.upload_part IS 'The file''s content; removed when the upload has ended.';

CREATE TABLE hub.upload_pass (
    upload_id bigint NOT NULL REFERENCES hub.upload ON DELETE CASCADE,
    phase     text NOT NULL CHECK (phase IN ('CHECK', 'APPLY')),
    place     integer NOT NULL DEFAULT 0,
    created   integer NOT NULL DEFAULT 0,
    updated   integer NOT NULL DEFAULT 0,
    unchanged integer NOT NULL DEFAULT 0,
    refused   integer NOT NULL DEFAULT 0,
    ignored   integer NOT NULL DEFAULT 0,
    parts     integer NOT NULL DEFAULT 0,
    began_at  timestamptz NOT NULL DEFAULT now(),
    heard_at  timestamptz NOT NULL DEFAULT now(),
    ended_at  timestamptz,
    PRIMARY KEY (upload_id, phase)
) WITH (fillfactor = 50);
COMMENT ON COLUMN hub.upload_pass.place IS 'The last row of the file that is done.';

CREATE TABLE hub.upload_result (
    upload_id bigint NOT NULL,
    phase     text NOT NULL,
    part      integer NOT NULL,
    sealed    bytea NOT NULL,
    PRIMARY KEY (upload_id, phase, part),
    FOREIGN KEY (upload_id, phase) REFERENCES hub.upload_pass ON DELETE CASCADE
);
ALTER TABLE hub.upload_result ALTER COLUMN sealed SET STORAGE EXTERNAL;
