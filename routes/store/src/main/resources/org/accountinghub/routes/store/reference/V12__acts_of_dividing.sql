-- Orders made of orders: partial deliveries (S12-1), parts of a service order (107_1), back orders (421-1), separated assignments.
-- A row that moves keeps its id; the new part of a row that is split gets one of its own.

CREATE FUNCTION service.next_part(p_order_id bigint, p_separator text) RETURNS text LANGUAGE plpgsql AS $$
DECLARE
    whole    service.orders;
    part_number text;
BEGIN
    LOOP
        UPDATE service.orders o SET last_part = o.last_part + 1 WHERE o.id = p_order_id RETURNING * INTO whole;
        part_number := whole.number || p_separator || whole.last_part;
        EXIT WHEN NOT EXISTS (
            SELECT FROM service.orders o
            WHERE o.kind = whole.kind AND o.number = part_number AND o.subgroup_code IS NOT DISTINCT FROM whole.subgroup_code)
          AND NOT EXISTS (
            SELECT FROM service.order_documents d
            WHERE d.kind = whole.kind AND d.number = part_number AND d.subgroup = coalesce(whole.subgroup_code, ''));
    END LOOP;
    RETURN part_number;
END $$;

-- An order with the same head and nothing in it.
CREATE FUNCTION service.derive_order(p_from bigint, p_number text, p_state text, p_by text, p_event text) RETURNS bigint LANGUAGE plpgsql AS $$
DECLARE
    made bigint;
BEGIN
    INSERT INTO service.orders (subgroup_code, kind, number, customer_id, facility_id, invoiced_to_id, order_type, contact, requester, cost_centre,
                                customers_order_number, order_text, custom_fields, planned_date, delivery_date, currency, prices_include_vat,
                                tax_reduction, property_designation, apartment_number, housing_association, internal, technician_signed_at,
                                customer_signed_at, state, part_of)
    SELECT o.subgroup_code, o.kind, p_number, o.customer_id, o.facility_id, o.invoiced_to_id, o.order_type, o.contact, o.requester, o.cost_centre,
           o.customers_order_number, o.order_text, o.custom_fields, o.planned_date, o.delivery_date, o.currency, o.prices_include_vat,
           o.tax_reduction, o.property_designation, o.apartment_number, o.housing_association, o.internal,
           CASE WHEN p_state <> 'CREATED' THEN o.technician_signed_at END, CASE WHEN p_state <> 'CREATED' THEN o.customer_signed_at END, p_state, o.id
    FROM service.orders o WHERE o.id = p_from
    RETURNING id INTO made;
    INSERT INTO service.order_persons (order_id, position, name, personal_number, share)
    SELECT made, n.position, n.name, n.personal_number, n.share FROM service.order_persons n WHERE n.order_id = p_from;
    PERFORM service.note(made, p_by, p_event, 'from order ' || (SELECT o.number FROM service.orders o WHERE o.id = p_from));
    PERFORM service.note(p_from, p_by, p_event, 'to order ' || p_number);
    RETURN made;
END $$;

-- The assignment's like in another order: the same object, payer and texts, and its measures if they come along.
CREATE FUNCTION service.like_assignment(p_assignment_id bigint, p_order_id bigint, p_with_measures boolean) RETURNS bigint
    LANGUAGE plpgsql AS $$
DECLARE
    made bigint;
BEGIN
    SELECT t.id INTO made
    FROM service.assignments t JOIN service.assignments f ON f.position = t.position
    WHERE t.order_id = p_order_id AND f.id = p_assignment_id;
    IF made IS NULL THEN
        INSERT INTO service.assignments (order_id, position, service_object_id, description, error, measures, measures_on, measures_by, invoiced_to_id)
        SELECT p_order_id, a.position, a.service_object_id, a.description, a.error, CASE WHEN p_with_measures THEN a.measures END,
               CASE WHEN p_with_measures THEN a.measures_on END, CASE WHEN p_with_measures THEN a.measures_by END, a.invoiced_to_id
        FROM service.assignments a WHERE a.id = p_assignment_id
        RETURNING id INTO made;
        INSERT INTO service.measures (order_id, assignment_id, position, measure, done_on, done_by)
        SELECT p_order_id, made, m.position, m.measure, m.done_on, m.done_by
        FROM service.measures m WHERE m.assignment_id = p_assignment_id AND p_with_measures;
    END IF;
    RETURN made;
END $$;

-- Delivers some rows of a sales order, or some of their quantity, as an order with a number of its own. A quantity of null is all of it.
CREATE FUNCTION service.deliver_part(p_order_id bigint, p_row_ids uuid[], p_quantities numeric[], p_by text) RETURNS bigint LANGUAGE plpgsql AS $$
DECLARE
    whole service.orders := service.act(p_order_id, p_by, 'partial delivery', '{CREATED,PARTLY_SIGNED,SIGNED,READY}');
    made  bigint := service.derive_order(p_order_id, service.next_part(p_order_id, '-'),
                                         CASE whole.state WHEN 'READY' THEN 'SIGNED' ELSE whole.state END, p_by, 'partial delivery');
    one   service.order_rows;
    part  numeric;
    place bigint;
BEGIN
    IF cardinality(p_row_ids) = 0 OR cardinality(p_row_ids) <> cardinality(p_quantities) THEN
        RAISE EXCEPTION 'name the rows to deliver, and a quantity for each' USING ERRCODE = 'check_violation';
    END IF;
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
        IF part IS NOT DISTINCT FROM one.quantity THEN
            UPDATE service.order_rows SET order_id = made, assignment_id = place WHERE id = one.id;
        ELSE
            INSERT INTO service.order_rows (order_id, assignment_id, position, kind, article_number, description, quantity, unit, unit_price,
                                            discount_percent, discount_amount, vat_rate, vat_treatment, cost_centre, work_type, hours, added_by)
            VALUES (made, place, one.position, one.kind, one.article_number, one.description, part, one.unit, one.unit_price,
                    one.discount_percent, round(one.discount_amount * part / one.quantity, 2), one.vat_rate, one.vat_treatment, one.cost_centre,
                    one.work_type, round(one.hours * part / one.quantity, 2), p_by);
            UPDATE service.order_rows
            SET quantity = one.quantity - part, discount_amount = one.discount_amount - round(one.discount_amount * part / one.quantity, 2),
                hours = one.hours - round(one.hours * part / one.quantity, 2)
            WHERE id = one.id;
        END IF;
    END LOOP;
    RETURN made;
END $$;

CREATE FUNCTION service.move_assignments(p_assignment_ids bigint[], p_order_id bigint) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
    one  bigint;
    made bigint;
BEGIN
    FOREACH one IN ARRAY p_assignment_ids LOOP
        made := service.like_assignment(one, p_order_id, true);
        UPDATE service.order_rows SET order_id = p_order_id, assignment_id = made WHERE assignment_id = one;
        DELETE FROM service.assignments WHERE id = one;
    END LOOP;
END $$;

CREATE FUNCTION service.refuse_strange_assignments(p_order service.orders, p_assignment_ids bigint[]) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
    IF cardinality(p_assignment_ids) = 0 OR EXISTS (
        SELECT FROM unnest(p_assignment_ids) x (id)
        WHERE NOT EXISTS (SELECT FROM service.assignments a WHERE a.id = x.id AND a.order_id = p_order.id)) THEN
        RAISE EXCEPTION 'order % has no such assignment', p_order.number USING ERRCODE = 'check_violation';
    END IF;
END $$;

-- Some assignments of a service order as a part: 107_1.
CREATE FUNCTION service.part_order(p_order_id bigint, p_assignment_ids bigint[], p_by text) RETURNS bigint LANGUAGE plpgsql AS $$
DECLARE
    whole service.orders := service.act(p_order_id, p_by, 'part', '{CREATED,PARTLY_SIGNED,SIGNED,READY}');
    made  bigint;
BEGIN
    PERFORM service.refuse_strange_assignments(whole, p_assignment_ids);
    made := service.derive_order(p_order_id, service.next_part(p_order_id, '_'),
                                 CASE whole.state WHEN 'READY' THEN 'SIGNED' ELSE whole.state END, p_by, 'part');
    PERFORM service.move_assignments(p_assignment_ids, made);
    RETURN made;
END $$;

-- A separated assignment becomes a new order with a number of its own; null takes the next free one.
CREATE FUNCTION service.separate_assignment(p_assignment_id bigint, p_number text, p_by text) RETURNS bigint LANGUAGE plpgsql AS $$
DECLARE
    whole service.orders := service.act((SELECT a.order_id FROM service.assignments a WHERE a.id = p_assignment_id), p_by, 'separate assignment',
                                        '{CREATED,PARTLY_SIGNED,SIGNED,READY}');
    made  bigint;
BEGIN
    made := service.derive_order(whole.id, coalesce(p_number, (
        SELECT (coalesce(max(o.number::bigint), 0) + 1)::text FROM service.orders o WHERE o.kind = whole.kind AND o.number ~ '^[0-9]{1,15}$')),
        CASE whole.state WHEN 'READY' THEN 'SIGNED' ELSE whole.state END, p_by, 'separate assignment');
    PERFORM service.move_assignments(ARRAY[p_assignment_id], made);
    RETURN made;
END $$;

-- For what is left to do: customer, objects and descriptions as before, and the articles that are still to be ordered.
CREATE FUNCTION service.back_order(p_order_id bigint, p_by text) RETURNS bigint LANGUAGE plpgsql AS $$
DECLARE
    the_order service.orders := service.act(p_order_id, p_by, 'back order', '{SIGNED,READY,SENT,INVOICED}');
    root      bigint := coalesce((SELECT r.id FROM service.orders r WHERE r.id = the_order.part_of AND the_order.number LIKE r.number || '-%'),
                                 p_order_id);
    made      bigint := service.derive_order(p_order_id, service.next_part(root, '-'), 'CREATED', p_by, 'back order');
BEGIN
    UPDATE service.orders SET part_of = root WHERE id = made AND root <> p_order_id;
    PERFORM service.like_assignment(a.id, made, false) FROM service.assignments a WHERE a.order_id = p_order_id ORDER BY a.position;
    UPDATE service.order_rows r
    SET order_id = made, assignment_id = (SELECT t.id FROM service.assignments f JOIN service.assignments t ON t.position = f.position
                                          WHERE f.id = r.assignment_id AND t.order_id = made)
    WHERE r.order_id = p_order_id AND r.to_be_ordered;
    RETURN made;
END $$;
