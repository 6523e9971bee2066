-- What a ledger of version 25 holds beside that.

INSERT INTO hub.register_link (connection, register, partner_id, number, partner_number, linked_by, version, ours, theirs, gone, begun)
VALUES ('north', 'CUSTOMERS', 'id-400', '400', 'no-400', 'MATCH', 1, '{}', '{}', false, '{NAME=p}');
UPDATE hub.register_link SET number = '401' WHERE partner_id = 'id-400';
INSERT INTO hub.register_conflict (connection, register, partner_id, number, field, sealed, hash, settled, open, lost)
VALUES ('north', 'CUSTOMERS', 'id-400', '401', 'PHONE', '\x06', '\x60', 'STORE_WON', true, '\x61');
