-- A conflict is listed once: until it is settled by the value that is lost, until it is acknowledged by both values. A write
-- whose end the hub did not see is its own, and no person's change.

ALTER TABLE hub.register_link ADD COLUMN begun text[] NOT NULL DEFAULT '{}';
COMMENT ON COLUMN hub.register_link.begun IS 'What the hub has begun to write to either side since: FIELD=fingerprint.';

ALTER TABLE hub.register_conflict ADD COLUMN lost bytea;
COMMENT ON COLUMN hub.register_conflict.hash IS 'Of both values.';
COMMENT ON COLUMN hub.register_conflict.lost IS 'Hash of the value that is written over or of no effect; null = noted before this was kept.';

DELETE FROM hub.register_conflict c
WHERE c.acknowledged_at IS NULL
  AND EXISTS (SELECT FROM hub.register_conflict later
              WHERE later.id > c.id AND later.acknowledged_at IS NULL
                AND later.connection = c.connection AND later.register = c.register
                AND later.partner_id = c.partner_id AND later.field = c.field AND later.hash = c.hash);
CREATE UNIQUE INDEX register_conflict_once ON hub.register_conflict (connection, register, partner_id, field, hash)
    WHERE acknowledged_at IS NULL;
