-- What a ledger of version 22 holds beside that.

UPDATE hub.connection SET registers = '{"CUSTOMERS": {"export": true, "numbers": "OURS", "masters": {}}}' WHERE name = 'north';
INSERT INTO hub.transfer (connection, subject, store, subgroup, kind, number, state, exported)
VALUES ('north', 'ARTICLE', 'service', '', 'article', 'A1', 'DUE', true),
       ('north', 'RECORD', 'service', '', 'customer', '300', 'DUE', true);
INSERT INTO hub.register_link (connection, register, partner_id, number, partner_number, linked_by, version, ours, theirs, gone)
VALUES ('north', 'CUSTOMERS', '300', '300', '300', 'MATCH', 2, '{"NAME": "p"}', '{"NAME": "p"}', false),
       ('north', 'CUSTOMERS', '301', '301', '301', 'IMPORT', 1, '{}', '{}', true),
       ('north', 'ARTICLES', 'A1', 'A1', 'A1', 'IMPORT', 0, '{}', '{}', false);
INSERT INTO hub.register_conflict (connection, register, partner_id, number, field, sealed, hash, settled, open, acknowledged_by, acknowledged_at)
VALUES ('north', 'CUSTOMERS', '300', '300', 'PHONE', '\x06', '\x60', 'STORE_WON', false, 'maria', now()),
       ('north', 'CUSTOMERS', '300', '300', 'PHONE', '\x06', '\x60', 'STORE_WON', false, NULL, NULL),
       ('north', 'CUSTOMERS', '300', '300', 'PHONE', '\x06', '\x60', 'STORE_WON', true, NULL, NULL),
       ('north', 'CUSTOMERS', '300', '300', 'EMAIL', '\x06', '\x60', 'ACCOUNTING_WON', true, NULL, NULL);
INSERT INTO hub.register_mark VALUES ('north', 'CUSTOMERS', 17);
INSERT INTO hub.register_run (connection, register, kind, state, asked_by, ended_at, listed_from, listed, seen)
VALUES ('north', 'CUSTOMERS', 'MATCH', 'DONE', 'maria', now(), now(), true, 3),
       ('north', 'CUSTOMERS', 'WHOLE', 'DONE', 'maria', now(), now(), true, 3);
INSERT INTO hub.register_run (connection, register, kind, state, asked_by, page, seen)
VALUES ('north', 'CUSTOMERS', 'CHANGES', 'RUNNING', 'schedule', '2', 1);
INSERT INTO hub.register_seen SELECT 'north', 'CUSTOMERS', '300', id FROM hub.register_run WHERE kind = 'WHOLE';
INSERT INTO hub.register_run_record (run_id, outcome, number, partner_number, problem)
SELECT id, 'FAILED', NULL, '302', '{"cause": "register.refused-by-store", "stage": "STORE", "reason": "r", "remedy": "m"}' FROM hub.register_run WHERE kind = 'WHOLE';
INSERT INTO hub.register_match (run_id, connection, register, linked, approved_at) SELECT id, 'north', 'CUSTOMERS', 0, now() FROM hub.register_run WHERE kind = 'MATCH';
INSERT INTO hub.register_match_line (match_id, line, kind, ours_number, theirs_id, halves, score, reason, differing, decision, decided_by, decided_at)
SELECT id, 1, 'SAME', '300', '300', '{}', 100, 'number', '{}', 'APPROVED', 'maria', now() FROM hub.register_match;
