-- Nothing is invoiced twice by dividing or collecting what is on its way already, and nothing is forgotten in a cancelled project's invoice.

-- The hub was ahead: it had the order on its way when a project collected it.
CREATE FUNCTION service.sent_by_itself(p_order_id bigint) RETURNS boolean LANGUAGE sql STABLE AS $$
    SELECT EXISTS (SELECT FROM service.order_documents d JOIN service.orders o ON o.id = d.order_id AND o.generation = d.generation
                   WHERE d.order_id = p_order_id AND (d.sent_at IS NOT NULL OR d.invoiced_at IS NOT NULL))
$$;

-- Delivers some rows of a sales order, or some of their quantity, as an order with a number of its own. A quantity of null is all of it.
-- What is delivered keeps the row's id and what remains gets a new one: should the whole be on its way to the accounting system after all,
-- the part is found to be invoiced already.
CREATE OR REPLACE FUNCTION service.deliver_part(p_order_id bigint, p_row_ids uuid[], p_quantities numeric[], p_by text) RETURNS bigint LANGUAGE plpgsql AS $$
DECLARE
    whole service.orders := service.act(p_order_id, p_by, 'partial delivery', '{CREATED,PARTLY_SIGNED,SIGNED,READY}');
    made  bigint;
    one   service.order_rows;
    part  numeric;
    place bigint;
BEGIN
    IF cardinality(p_row_ids) = 0 OR cardinality(p_row_ids) <> cardinality(p_quantities) THEN
        RAISE EXCEPTION 'name the rows to deliver, and a quantity for each' USING ERRCODE = 'check_violation';
    END IF;
    IF EXISTS (SELECT FROM service.documents x WHERE x.order_id = p_order_id AND (x.sent OR x.unwanted_because IS NULL)) THEN
        RAISE EXCEPTION 'order % is sent, or on its way to the accounting system: restore it before it is divided', whole.number
            USING ERRCODE = 'check_violation';
    END IF;
    made := service.derive_order(p_order_id, service.next_part(p_order_id, '-'),
                                 CASE whole.state WHEN 'READY' THEN 'SIGNED' ELSE whole.state END, p_by, 'partial delivery');
    FOR i IN 1 .. cardinality(p_row_ids) LOOP
        SELECT * INTO one FROM service.order_rows r WHERE r.id = p_row_ids[i] AND r.order_id = p_order_id AND NOT r.to_be_ordered FOR UPDATE;
        part := coalesce(p_quantities[i], one.quantity);
        IF one.id IS NULL THEN
            RAISE EXCEPTION 'order % has no such row to deliver', whole.number USING ERRCODE = 'check_violation';
        END IF;
        IF part <> one.quantity AND (part = 0 OR sign(part) <> sign(one.quantity) OR abs(part) > abs(one.quantity)) THEN
            RAISE EXCEPTION 'order % has % to deliver of "%", not %', whole.number, one.quantity, one.description, part USING ERRCODE = 'check_violation';
        END IF;
        place := CASE WHEN one.assignment_id IS NOT NULL THEN service.like_assignment(one.assignment_id, made, true) END;
        IF part IS DISTINCT FROM one.quantity THEN
            INSERT INTO service.order_rows (order_id, assignment_id, position, kind, article_number, description, quantity, unit, unit_price,
                                            discount_percent, discount_amount, vat_rate, vat_treatment, cost_centre, work_type, hours, added_by, added_at)
            VALUES (p_order_id, one.assignment_id, one.position, one.kind, one.article_number, one.description, one.quantity - part, one.unit,
                    one.unit_price, one.discount_percent, one.discount_amount - round(one.discount_amount * part / one.quantity, 2), one.vat_rate,
                    one.vat_treatment, one.cost_centre, one.work_type, one.hours - round(one.hours * part / one.quantity, 2), one.added_by, one.added_at);
        END IF;
        UPDATE service.order_rows
        SET order_id = made, assignment_id = place, quantity = part,
            discount_amount = CASE WHEN part IS DISTINCT FROM one.quantity THEN round(one.discount_amount * part / one.quantity, 2) ELSE one.discount_amount END,
            hours = CASE WHEN part IS DISTINCT FROM one.quantity THEN round(one.hours * part / one.quantity, 2) ELSE one.hours END
        WHERE id = one.id;
    END LOOP;
    RETURN made;
END $$;

-- Out of the project's invoice, and an order by itself again: ready for invoicing has to be set anew, so that nothing goes unnoticed.
CREATE OR REPLACE FUNCTION service.take_out(p_order_id bigint, p_by text) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
    the_order service.orders;
    invoice   service.orders;
BEGIN
    SELECT * INTO the_order FROM service.orders o WHERE o.id = p_order_id AND o.collected_by IS NOT NULL FOR UPDATE;
    IF the_order.id IS NULL THEN
        RAISE EXCEPTION 'the order with id % is not collected', p_order_id USING ERRCODE = 'no_data_found';
    END IF;
    SELECT * INTO invoice FROM service.orders o WHERE o.id = the_order.collected_by FOR UPDATE;
    IF invoice.state IN ('SENT', 'INVOICED') OR (invoice.state <> 'CANCELLED' AND EXISTS (
        SELECT FROM service.order_documents d
        WHERE d.order_id = invoice.id AND d.generation = invoice.generation AND (d.sent_at IS NOT NULL OR d.invoiced_at IS NOT NULL))) THEN
        RAISE EXCEPTION 'the project''s invoice % has been sent: order % stays with it', invoice.number, the_order.number USING ERRCODE = 'check_violation';
    END IF;
    UPDATE service.orders
    SET collected_by = NULL, collected_position = NULL, requested_at = NULL, requested_by = NULL,
        state = CASE WHEN service.sent_by_itself(p_order_id) THEN state ELSE 'SIGNED' END,
        ready_at = CASE WHEN service.sent_by_itself(p_order_id) THEN ready_at END,
        ready_by = CASE WHEN service.sent_by_itself(p_order_id) THEN ready_by END
    WHERE id = p_order_id;
    UPDATE service.orders SET content_version = content_version + 1 WHERE id = invoice.id;
    PERFORM service.note(p_order_id, p_by, 'taken out', 'of the project''s invoice ' || invoice.number);
    PERFORM service.note(invoice.id, p_by, 'taken out', 'order ' || the_order.number);
END $$;

CREATE OR REPLACE FUNCTION service.follow_project() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM service.note(c.id, 'project''s invoice ' || NEW.number, lower(NEW.state)) FROM service.orders c WHERE c.collected_by = NEW.id;
    UPDATE service.orders c
    SET state = CASE WHEN NEW.state IN ('SENT', 'INVOICED') THEN NEW.state ELSE 'READY' END, invoiced_at = NEW.invoiced_at,
        invoiced_by_hand = NEW.invoiced_by_hand
    WHERE c.collected_by = NEW.id AND NOT service.sent_by_itself(c.id);
    RETURN NULL;
END $$;

-- OFFSET 0 makes the planner look up one order's payers at a time instead of everybody's.
CREATE OR REPLACE VIEW service.documents AS
SELECT o.id AS order_id, coalesce(o.subgroup_code, '') AS subgroup, o.kind, o.number, coalesce(c.number, '-') AS payer_number,
       o.generation, o.state, o.ready_at, o.ready_by, o.requested_at, o.requested_by, o.restored_at, o.content_version, o.order_text,
       CASE WHEN c.always_as_invoice THEN 'INVOICE' ELSE s.send_as END AS target, s.add_assigned_in_our_reference,
       CASE
           WHEN done.sent THEN 'it has been sent already'
           WHEN o.collected_by IS NOT NULL THEN 'it is collected by the project''s invoice '
                                                || (SELECT p.number || CASE p.state WHEN 'CANCELLED' THEN ', which is cancelled: take it out' ELSE '' END
                                                    FROM service.orders p WHERE p.id = o.collected_by)
           WHEN o.state = 'CANCELLED' THEN 'the order is cancelled'
           WHEN o.state = 'INVOICED' AND o.invoiced_by_hand THEN 'the order was marked as invoiced by hand'
           WHEN o.state IN ('SENT', 'INVOICED') THEN 'the order is ' || lower(o.state) || ' already'
           WHEN o.state <> 'READY' THEN 'the order is not ready for invoicing'
           WHEN d.empty AND EXISTS (SELECT FROM service.orders p WHERE p.part_of = o.id)
               THEN 'everything of it is in its parts ' || (SELECT string_agg(p.number, ', ' ORDER BY p.id)
                                                            FROM service.orders p WHERE p.part_of = o.id)
           WHEN o.requested_at IS NULL AND o.restored_at IS NOT NULL THEN 'the order was restored and nobody has asked to send it again'
           WHEN o.requested_at IS NULL AND NOT s.immediately_send THEN 'nobody has asked for it to be sent'
       END AS unwanted_because,
       d.payer_id, d.empty, coalesce(done.sent, false) AS sent, coalesce(done.invoiced, false) AS invoiced
FROM service.orders o
JOIN service.effective_settings s ON s.subgroup = coalesce(o.subgroup_code, '')
CROSS JOIN LATERAL (
    SELECT p.payer_id, false AS empty
    FROM (SELECT * FROM service.payers p WHERE p.order_id = o.id OFFSET 0) p
    WHERE EXISTS (
        SELECT FROM service.order_rows r
        WHERE r.order_id = p.source_id AND r.assignment_id IS NOT DISTINCT FROM p.assignment_id AND NOT r.to_be_ordered)
    UNION
    SELECT p.payer_id, true
    FROM (SELECT * FROM service.payers p WHERE p.order_id = o.id OFFSET 0) p
    WHERE p.assignment_id IS NULL AND p.source_id = o.id AND NOT EXISTS (
        SELECT FROM service.order_sources t JOIN service.order_rows r ON r.order_id = t.source_id
        WHERE t.order_id = o.id AND NOT r.to_be_ordered)) d
LEFT JOIN service.customers c ON c.id = d.payer_id
LEFT JOIN LATERAL (
    SELECT bool_or(x.sent_at IS NOT NULL OR x.invoiced_at IS NOT NULL) AS sent, bool_or(x.invoiced_at IS NOT NULL) AS invoiced
    FROM service.order_documents x
    WHERE x.order_id = o.id AND x.generation = o.generation
      AND (x.payer_number = coalesce(c.number, '-')
           OR x.payer_number IN (SELECT f.number FROM service.former_customer_numbers f WHERE f.customer_id = d.payer_id))) done ON true;
