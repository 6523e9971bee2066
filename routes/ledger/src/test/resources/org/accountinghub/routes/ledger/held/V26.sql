-- What a ledger of version 26 holds beside that.

UPDATE hub.register_link SET partner_number = 'no-401' WHERE partner_id = 'id-400';
