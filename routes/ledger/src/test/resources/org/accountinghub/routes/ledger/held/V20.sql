-- Rows of every kind as a ledger of version 20 holds them. Sealed contents are of no matter to migrations.

INSERT INTO hub.connection (name, connector, subgroup, state, tenant, problem, zone, settings, secrets, grant_sealed, grant_version)
VALUES ('north', 'fortnox', 'north', 'ACTIVE', 'T1', NULL, 'Europe/Stockholm', '{"base-address": "https://example.com"}', NULL, NULL, 3),
       ('rest', 'fortnox', NULL, 'BLOCKED', NULL, '{"cause": "connection.no-consent"}', 'Europe/Oslo', '{}', NULL, NULL, 0);
INSERT INTO hub.consent_state (state_hash, connection) VALUES ('\x01', 'rest');
INSERT INTO hub.cursor (connection, name, value) VALUES ('north', 'invoices', '2026-01-02T03:04:05Z');
INSERT INTO hub.permit_window VALUES ('fortnox/client/T1', ARRAY[now()], now(), now());
INSERT INTO hub.slowed VALUES ('north', now(), now());

INSERT INTO hub.transfer (connection, subject, store, subgroup, kind, number, payer, generation, state, problem, lease, lease_ends)
SELECT 'north', 'DOCUMENT', 'service', 'north', 'work', state, '100', 1, state,
       CASE WHEN state IN ('REJECTED', 'EXHAUSTED', 'IN_DOUBT') THEN '{"cause": "partner.no", "stage": "PARTNER", "reason": "r", "remedy": "m"}'::jsonb END,
       CASE WHEN state = 'SENDING' THEN 'lease' END, CASE WHEN state = 'SENDING' THEN now() END
FROM unnest(ARRAY['DUE', 'QUEUED', 'SENDING', 'REJECTED', 'EXHAUSTED', 'IN_DOUBT', 'DELIVERED', 'DISMISSED', 'WITHDRAWN', 'SUPERSEDED']) AS state;
INSERT INTO hub.transfer (connection, subject, store, subgroup, kind, number, state)
VALUES ('north', 'CUSTOMER', 'service', 'north', 'customer', '100', 'DELIVERED'),
       ('north', 'CUSTOMER', 'service', 'north', 'customer', '200', 'DUE'),
       ('north', 'CUSTOMER', 'service', 'south', 'customer', '100', 'DELIVERED'),
       ('north', 'CUSTOMER', 'service', 'south', 'customer', '200', 'DUE');
INSERT INTO hub.transfer (connection, subject, store, subgroup, kind, number, payer, generation, state, waits_for)
SELECT 'north', 'DOCUMENT', 'service', 'north', 'work', 'WAITING', '200', 1, 'WAITING', min(id) FROM hub.transfer WHERE number = '200';

INSERT INTO hub.transfer_content (transfer_id, sealed, hash) SELECT id, '\x02', '\x03' FROM hub.transfer WHERE number IN ('DELIVERED', 'IN_DOUBT');
INSERT INTO hub.transfer_step (transfer_id, position, name, idempotency, lateness, state, first_intent, made_id, made_number, made_notes)
SELECT id, 0, 'create', 'C', interval '1 minute', 'DONE', now(), '501', '501', '{}'::text[] FROM hub.transfer WHERE number = 'DELIVERED'
UNION ALL
SELECT id, 0, 'create', 'C', interval '1 minute', 'UNCERTAIN', now(), NULL, NULL, NULL FROM hub.transfer WHERE number = 'IN_DOUBT';
INSERT INTO hub.transfer_attempt (transfer_id, attempt, event, what) SELECT id, 1, 'STARTED', 'started' FROM hub.transfer WHERE number = 'DELIVERED';
INSERT INTO hub.document_reference SELECT 'AAAABBBBCCCCDDDD', id FROM hub.transfer WHERE number = 'DELIVERED';
INSERT INTO hub.document_row (store, row_id, transfer_id) SELECT 'service', 'row-1', id FROM hub.transfer WHERE number = 'DELIVERED';
INSERT INTO hub.binding (connection, store, subgroup, kind, number, payer, generation, transfer_id, partner_id, partner_number, bound_at)
SELECT connection, store, subgroup, kind, number, coalesce(payer, ''), coalesce(generation, 0), id,
       CASE kind WHEN 'customer' THEN 'C' || number || subgroup ELSE '501' END, CASE kind WHEN 'customer' THEN number ELSE '501' END,
       timestamptz '2026-01-01' + id * interval '1 minute'
FROM hub.transfer WHERE state = 'DELIVERED';
INSERT INTO hub.unconnected (store, subgroup, documents, orders) VALUES ('service', 'west', 1, '{work/1}');
INSERT INTO hub.operator_action (who, verb, transfer_id, reason) SELECT 'maria', 'DISMISS', id, 'by hand' FROM hub.transfer WHERE number = 'DISMISSED';
INSERT INTO hub.operator_action (who, verb, connection, reason) VALUES ('maria', 'HOLD', 'north', 'holiday');
INSERT INTO hub.document_return (transfer_id, connection, partner_id, partner_number, standing, return_problem, made_as)
SELECT id, 'north', '501', '501', 'ORDERED', '{"cause": "return.differs", "stage": "PARTNER", "reason": "r", "remedy": "m"}', 'ORDER'
FROM hub.transfer WHERE number = 'DELIVERED';
INSERT INTO hub.stray (connection, partner_id, number, transfer_id, fingerprint) SELECT 'north', '777', '777', id, 'f' FROM hub.transfer WHERE number = 'DELIVERED';
INSERT INTO hub.partner_document (connection, made_as, partner_id, number, total) VALUES ('north', 'ORDER', '501', '501', 100.50);
INSERT INTO hub.document_part SELECT id, 'north', 'ORDER', '501' FROM hub.transfer WHERE number = 'DELIVERED';
INSERT INTO hub.store_mark (store, change) VALUES ('service', 42);
INSERT INTO hub.document_comparison (transfer_id, content_version) SELECT id, 'v1' FROM hub.transfer WHERE number = 'DELIVERED';
INSERT INTO hub.transfer_tally VALUES ('north', 'DELIVERED', 17, timestamptz '2025-12-01');
INSERT INTO hub.transfer_tallied (until) VALUES (timestamptz '2026-01-01');

INSERT INTO hub.upload (register, file_name, who, state, wanted) VALUES ('CUSTOMERS', 'k.xlsx', 'maria', 'DONE', true);
INSERT INTO hub.upload (register, file_name, who, state, reason, remedy) VALUES ('ARTICLES', 'a.csv', 'maria', 'REFUSED', 'no header', 'Add one');
INSERT INTO hub.upload_part SELECT id, 0, '\x04' FROM hub.upload WHERE file_name = 'k.xlsx';
INSERT INTO hub.upload_pass (upload_id, phase, place, created) SELECT id, 'APPLY', 9, 8 FROM hub.upload WHERE file_name = 'k.xlsx';
INSERT INTO hub.upload_result SELECT id, 'APPLY', 0, '\x05' FROM hub.upload WHERE file_name = 'k.xlsx';
