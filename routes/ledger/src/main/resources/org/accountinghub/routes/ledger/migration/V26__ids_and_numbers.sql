-- A customer at a partner is known by the partner's own id; its number is what people read, and they may change it there.

DROP FUNCTION hub.customer_number;

-- The customer at the partner: as this subgroup brought it, else as another did, else as it was matched.
CREATE FUNCTION hub.customer_there(p_connection text, p_store text, p_subgroup text, p_number text)
RETURNS TABLE (partner_id text, partner_number text) LANGUAGE sql STABLE AS $$
    SELECT known.partner_id, known.partner_number FROM (
        SELECT b.subgroup <> p_subgroup AS elsewhere, b.bound_at, b.partner_id, b.partner_number FROM hub.binding b
        WHERE b.connection = p_connection AND b.kind = 'customer' AND b.number = p_number AND b.store = p_store
        UNION ALL
        SELECT NULL, NULL, l.partner_id, l.partner_number FROM hub.register_link l
        WHERE l.connection = p_connection AND l.register = 'CUSTOMERS' AND l.number = p_number) known
    ORDER BY known.elsewhere NULLS LAST, known.bound_at LIMIT 1
$$;

-- A number that was changed there is one number everywhere here.
CREATE FUNCTION hub.follow_number_there() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    UPDATE hub.binding SET partner_number = NEW.partner_number
    WHERE connection = NEW.connection AND partner_id = NEW.partner_id
      AND kind = CASE NEW.register WHEN 'CUSTOMERS' THEN 'customer' ELSE 'article' END
      AND partner_number <> NEW.partner_number;
    RETURN NULL;
END $$;
CREATE TRIGGER register_link_renumbered_there AFTER UPDATE OF partner_number ON hub.register_link FOR EACH ROW
    WHEN (OLD.partner_number <> NEW.partner_number) EXECUTE FUNCTION hub.follow_number_there();
