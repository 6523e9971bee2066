-- What the service system's users do with orders. Not part of the contract: the hub may not call these.

CREATE FUNCTION service.note(p_order_id bigint, p_by text, p_event text, p_detail text DEFAULT NULL) RETURNS void
    LANGUAGE sql AS $$
    INSERT INTO service.order_history (order_id, by, event, detail) VALUES (p_order_id, p_by, p_event, p_detail)
$$;

CREATE FUNCTION service.act(p_order_id bigint, p_by text, p_event text, p_from text[]) RETURNS service.orders
    LANGUAGE plpgsql AS $$
DECLARE
    the_order service.orders;
BEGIN
    SELECT * INTO the_order FROM service.orders WHERE id = p_order_id FOR UPDATE;
    IF the_order.id IS NULL THEN
        RAISE EXCEPTION 'there is no order with id %', p_order_id USING ERRCODE = 'no_data_found';
    END IF;
    IF the_order.state <> ALL (p_from) THEN
        RAISE EXCEPTION 'order % is %: "%" is not possible', the_order.number, lower(the_order.state), p_event USING ERRCODE = 'check_violation';
    END IF;
    PERFORM service.note(p_order_id, p_by, p_event);
    RETURN the_order;
END $$;

CREATE FUNCTION service.set_ready(p_order_id bigint, p_by text) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
    the_order service.orders := service.act(p_order_id, p_by, 'ready for invoicing', '{CREATED,PARTLY_SIGNED,SIGNED,READY}');
    refuse boolean;
BEGIN
    SELECT s.refuse_ready_when_to_be_ordered INTO refuse FROM service.group_settings s
    WHERE s.subgroup_code = the_order.subgroup_code OR s.subgroup_code IS NULL ORDER BY s.subgroup_code NULLS LAST LIMIT 1;
    IF refuse AND EXISTS (SELECT FROM service.order_rows r WHERE r.order_id = p_order_id AND r.to_be_ordered) THEN
        RAISE EXCEPTION 'order % still has articles to be ordered', the_order.number USING ERRCODE = 'check_violation';
    END IF;
    UPDATE service.orders SET state = 'READY', ready_at = now(), ready_by = p_by WHERE id = p_order_id AND state <> 'READY';
END $$;

-- "Send to accounting software", for one order or many selected in a list.
CREATE FUNCTION service.request_sending(p_order_ids bigint[], p_by text) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
    one bigint;
BEGIN
    FOREACH one IN ARRAY p_order_ids LOOP
        PERFORM service.act(one, p_by, 'send to accounting software', '{READY}');
        UPDATE service.orders SET requested_at = now(), requested_by = p_by WHERE id = one AND requested_at IS NULL;
    END LOOP;
END $$;

-- "Send again: yes". The only way to a second document for the same payer of the same order.
CREATE FUNCTION service.send_again(p_order_id bigint, p_by text) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
    PERFORM service.act(p_order_id, p_by, 'send again', '{READY,SENT,INVOICED}');
    UPDATE service.orders
    SET state = 'READY', generation = generation + 1, ready_at = now(), requested_at = now(), requested_by = p_by,
        invoiced_at = NULL, invoiced_by_hand = false
    WHERE id = p_order_id;
END $$;

-- Once anything of it was sent or invoiced, only a person's request sends it again, whatever the group's setting.
CREATE FUNCTION service.restore(p_order_id bigint, p_by text) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
    PERFORM service.act(p_order_id, p_by, 'restore', '{READY,SENT,INVOICED,CANCELLED}');
    UPDATE service.orders
    SET state = 'SIGNED', ready_at = NULL, ready_by = NULL, requested_at = NULL, requested_by = NULL,
        restored_at = CASE WHEN invoiced_by_hand OR EXISTS (SELECT FROM service.order_documents d WHERE d.order_id = p_order_id
                                                       AND (d.sent_at IS NOT NULL OR d.invoiced_at IS NOT NULL))
                           THEN now() ELSE restored_at END,
        invoiced_at = NULL, invoiced_by_hand = false
    WHERE id = p_order_id;
END $$;

CREATE FUNCTION service.cancel(p_order_id bigint, p_by text) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
    PERFORM service.act(p_order_id, p_by, 'cancel', '{CREATED,PARTLY_SIGNED,SIGNED,READY,SENT}');
    UPDATE service.orders SET state = 'CANCELLED' WHERE id = p_order_id;
END $$;

CREATE FUNCTION service.mark_invoiced_by_hand(p_order_id bigint, p_by text) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
    PERFORM service.act(p_order_id, p_by, 'mark as invoiced', '{READY,SENT}');
    UPDATE service.orders SET state = 'INVOICED', invoiced_at = now(), invoiced_by_hand = true WHERE id = p_order_id;
END $$;
