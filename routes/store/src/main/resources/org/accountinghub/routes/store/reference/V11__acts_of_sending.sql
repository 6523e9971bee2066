-- When and again: what users do with orders on their way to the accounting system. Each act says who, and refuses what is not possible.

CREATE OR REPLACE FUNCTION service.act(p_order_id bigint, p_by text, p_event text, p_from text[]) RETURNS service.orders
    LANGUAGE plpgsql AS $$
DECLARE
    the_order service.orders;
BEGIN
    SELECT * INTO the_order FROM service.orders WHERE id = p_order_id FOR UPDATE;
    IF the_order.id IS NULL THEN
        RAISE EXCEPTION 'there is no order with id %', p_order_id USING ERRCODE = 'no_data_found';
    END IF;
    IF the_order.collected_by IS NOT NULL THEN
        RAISE EXCEPTION 'order % is collected by the project''s invoice %: "%" is possible there, or when it has been taken out',
            the_order.number, (SELECT p.number FROM service.orders p WHERE p.id = the_order.collected_by), p_event USING ERRCODE = 'check_violation';
    END IF;
    IF the_order.state <> ALL (p_from) THEN
        RAISE EXCEPTION 'order % is %: "%" is not possible', the_order.number, lower(the_order.state), p_event USING ERRCODE = 'check_violation';
    END IF;
    PERFORM service.note(p_order_id, p_by, p_event);
    RETURN the_order;
END $$;

-- Work on several occasions is signed partly; the customer signs after the technician.
CREATE FUNCTION service.sign(p_order_id bigint, p_by text, p_customer boolean DEFAULT false, p_partly boolean DEFAULT false)
    RETURNS void LANGUAGE plpgsql AS $$
DECLARE
    the_order service.orders := service.act(p_order_id, p_by, 'sign', '{CREATED,PARTLY_SIGNED,SIGNED}');
BEGIN
    IF p_customer AND the_order.technician_signed_at IS NULL THEN
        RAISE EXCEPTION 'order % is signed by the technician first', the_order.number USING ERRCODE = 'check_violation';
    END IF;
    UPDATE service.orders
    SET state = CASE WHEN p_partly THEN 'PARTLY_SIGNED' ELSE 'SIGNED' END,
        technician_signed_at = CASE WHEN p_customer THEN technician_signed_at ELSE now() END,
        customer_signed_at = CASE WHEN p_customer THEN now() ELSE customer_signed_at END
    WHERE id = p_order_id;
END $$;

-- What was asked for and has not gone yet stays until somebody asks again.
CREATE FUNCTION service.withdraw_request(p_order_ids bigint[], p_by text) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
    one bigint;
BEGIN
    FOREACH one IN ARRAY p_order_ids LOOP
        PERFORM service.act(one, p_by, 'do not send to accounting software', '{READY}');
        UPDATE service.orders SET requested_at = NULL, requested_by = NULL WHERE id = one;
    END LOOP;
END $$;

-- "Send again: yes". The only way to a second document for the same payer of the same order.
CREATE OR REPLACE FUNCTION service.send_again(p_order_id bigint, p_by text) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
    the_order service.orders := service.act(p_order_id, p_by, 'send again', '{READY,SENT,INVOICED}');
BEGIN
    UPDATE service.orders
    SET state = 'READY', generation = generation + 1, ready_at = now(), requested_at = now(), requested_by = p_by,
        invoiced_at = NULL, invoiced_by_hand = false
    WHERE id = p_order_id;
    PERFORM service.note(p_order_id, p_by, 'generation ' || the_order.generation + 1, 'asked for by ' || p_by);
END $$;

-- The question that is asked when a restored order is ready again. No: it counts as invoiced, and nothing is sent.
CREATE FUNCTION service.answer_send_again(p_order_id bigint, p_again boolean, p_by text) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
    the_order service.orders := service.act(p_order_id, p_by, 'send again: ' || CASE WHEN p_again THEN 'yes' ELSE 'no' END, '{READY}');
BEGIN
    IF the_order.restored_at IS NULL THEN
        RAISE EXCEPTION 'nothing of order % has been sent: "send again" is no question', the_order.number USING ERRCODE = 'check_violation';
    END IF;
    IF p_again THEN
        PERFORM service.send_again(p_order_id, p_by);
    ELSE
        PERFORM service.mark_invoiced_by_hand(p_order_id, p_by);
    END IF;
END $$;

-- A deactivated customer cannot be chosen for new orders; old orders, and parts of them, stay as they are.
CREATE FUNCTION service.refuse_deactivated() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (SELECT FROM service.customers c WHERE c.id = NEW.customer_id AND NOT c.active) THEN
        RAISE EXCEPTION 'the customer of order % is deactivated', NEW.number USING ERRCODE = 'check_violation';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER refuse_deactivated BEFORE INSERT ON service.orders FOR EACH ROW
    WHEN (NEW.state = 'CREATED' AND NEW.part_of IS NULL) EXECUTE FUNCTION service.refuse_deactivated();
CREATE TRIGGER refuse_deactivated_later BEFORE UPDATE OF customer_id ON service.orders FOR EACH ROW
    WHEN (NEW.customer_id IS DISTINCT FROM OLD.customer_id) EXECUTE FUNCTION service.refuse_deactivated();

-- What the customer always has, for instance travel, or a time article with 0 hours to fill in.
CREATE FUNCTION service.load_standing_articles(p_order_id bigint, p_by text) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
    the_order service.orders := service.act(p_order_id, p_by, 'standing articles', '{CREATED,PARTLY_SIGNED,SIGNED}');
BEGIN
    INSERT INTO service.order_rows (order_id, position, kind, article_number, description, quantity, unit, unit_price, vat_rate, added_by)
    SELECT p_order_id, (SELECT coalesce(max(r.position), 0) FROM service.order_rows r WHERE r.order_id = p_order_id)
                       + row_number() OVER (ORDER BY a.number), a.kind, a.number, a.description, s.quantity, a.unit,
           CASE WHEN the_order.prices_include_vat THEN round(a.price * (1 + coalesce(a.vat_rate, 0) / 100), 4) ELSE a.price END, a.vat_rate, p_by
    FROM service.standing_articles s JOIN service.articles a ON a.id = s.article_id
    WHERE s.customer_id = the_order.customer_id AND s.order_kind = the_order.kind AND a.active;
END $$;
