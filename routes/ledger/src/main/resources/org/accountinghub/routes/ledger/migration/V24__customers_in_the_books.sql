-- What the store is told of a customer: its number at the partner, and what became of the invoices that the hub brought there.

CREATE TABLE hub.former_number (
    connection text NOT NULL,
    number     text NOT NULL,
    partner_id text NOT NULL,
    PRIMARY KEY (connection, number, partner_id)
);
COMMENT ON TABLE hub.former_number IS 'Numbers in the store that a linked customer had: documents were sent under them.';

CREATE FUNCTION hub.keep_former_number() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO hub.former_number (connection, number, partner_id) VALUES (OLD.connection, OLD.number, OLD.partner_id)
    ON CONFLICT DO NOTHING;
    RETURN NULL;
END $$;
CREATE TRIGGER register_link_renumbered AFTER UPDATE OF number ON hub.register_link FOR EACH ROW
    WHEN (OLD.number <> NEW.number AND OLD.register = 'CUSTOMERS') EXECUTE FUNCTION hub.keep_former_number();

-- Only added to and taken from: who changes an invoice never waits for who changes another one of the same customer.
CREATE TABLE hub.customer_touched (
    id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    connection text NOT NULL,
    partner_id text NOT NULL
);
COMMENT ON TABLE hub.customer_touched IS 'Customers at a partner of whom the store may not know all yet.';

CREATE FUNCTION hub.touch_link() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO hub.customer_touched (connection, partner_id) VALUES (NEW.connection, NEW.partner_id);
    RETURN NULL;
END $$;
CREATE TRIGGER register_link_made AFTER INSERT ON hub.register_link FOR EACH ROW
    WHEN (NEW.register = 'CUSTOMERS') EXECUTE FUNCTION hub.touch_link();
CREATE TRIGGER register_link_changed AFTER UPDATE OF number, partner_number ON hub.register_link FOR EACH ROW
    WHEN (NEW.register = 'CUSTOMERS' AND (OLD.number, OLD.partner_number) IS DISTINCT FROM (NEW.number, NEW.partner_number))
    EXECUTE FUNCTION hub.touch_link();
CREATE TRIGGER binding_made AFTER INSERT OR UPDATE ON hub.binding FOR EACH ROW
    WHEN (NEW.kind = 'customer') EXECUTE FUNCTION hub.touch_link();

CREATE FUNCTION hub.touch_payer(p_transfer bigint) RETURNS void LANGUAGE sql AS $$
    INSERT INTO hub.customer_touched (connection, partner_id)
    SELECT t.connection, known.partner_id FROM hub.transfer t
    CROSS JOIN LATERAL (
        SELECT b.partner_id FROM hub.binding b WHERE b.connection = t.connection AND b.kind = 'customer' AND b.number = t.payer
        UNION
        SELECT l.partner_id FROM hub.register_link l
        WHERE l.connection = t.connection AND l.register = 'CUSTOMERS' AND l.number = t.payer
        UNION
        SELECT f.partner_id FROM hub.former_number f WHERE f.connection = t.connection AND f.number = t.payer) known
    WHERE t.id = p_transfer
$$;

CREATE FUNCTION hub.touch_payer_of_return() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM hub.touch_payer(NEW.transfer_id);
    RETURN NULL;
END $$;
CREATE TRIGGER document_return_recorded AFTER UPDATE ON hub.document_return FOR EACH ROW
    WHEN ((OLD.standing, OLD.invoice_number, OLD.invoice_date, OLD.balance)
          IS DISTINCT FROM (NEW.standing, NEW.invoice_number, NEW.invoice_date, NEW.balance))
    EXECUTE FUNCTION hub.touch_payer_of_return();
CREATE TRIGGER document_part_found AFTER INSERT ON hub.document_part FOR EACH ROW
    WHEN (NEW.made_as = 'INVOICE') EXECUTE FUNCTION hub.touch_payer_of_return();

CREATE FUNCTION hub.touch_payers_of_parts() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM hub.touch_payer(p.transfer_id) FROM hub.document_part p
    WHERE (p.connection, p.made_as, p.partner_id) = (NEW.connection, NEW.made_as, NEW.partner_id);
    RETURN NULL;
END $$;
CREATE TRIGGER partner_document_recorded AFTER UPDATE ON hub.partner_document FOR EACH ROW
    WHEN (NEW.made_as = 'INVOICE' AND (OLD.standing, OLD.number, OLD.document_date, OLD.balance)
          IS DISTINCT FROM (NEW.standing, NEW.number, NEW.document_date, NEW.balance))
    EXECUTE FUNCTION hub.touch_payers_of_parts();

CREATE INDEX transfer_payer ON hub.transfer (payer, connection) WHERE payer IS NOT NULL;

INSERT INTO hub.customer_touched (connection, partner_id)
SELECT connection, partner_id FROM hub.register_link WHERE register = 'CUSTOMERS' ORDER BY connection, partner_id;
