-- What a row is divided into is called after it: the hub may hold the whole row already, in a document that is on its way or was sent,
-- and must not take what it holds for something new.

ALTER TABLE service.order_rows ADD COLUMN called text UNIQUE;
COMMENT ON COLUMN service.order_rows.called IS 'Of what is left of a divided row: the divided row''s name and /part-1 or /part-2; null: its id.';

-- Texts of the group and the order come first, texts of an assignment around its rows, other articles last; collected orders follow
-- one another.
CREATE OR REPLACE VIEW service.hub_document_rows AS
SELECT coalesce(o.subgroup_code, '') AS subgroup, o.kind, o.number, coalesce(c.number, '-') AS payer_number, o.generation,
       r.row_id, n.collected_position * 1000000000000 + r.position AS position, r.row_kind, r.article_number, r.description, r.quantity,
       r.unit, r.unit_price, r.discount_percent, r.discount_amount, r.vat_rate, coalesce(r.vat_treatment, c.vat_treatment) AS vat_treatment,
       coalesce(nullif(r.cost_centre, ''), n.cost_centre) AS cost_centre,
       CASE WHEN o.kind <> 'project' OR coalesce(o.tax_reduction, n.tax_reduction) IS NOT NULL
            THEN coalesce(nullif(r.work_type, ''), i.work_type) END AS work_type,
       coalesce(r.hours, CASE WHEN r.row_kind = 'TIME' AND r.quantity >= 0 THEN r.quantity END) AS hours,
       i.description AS article_description, i.active AS article_active,
       n.prices_include_vat AS price_includes_vat, n.number AS order_number
FROM service.orders o
JOIN service.effective_settings s ON s.subgroup = coalesce(o.subgroup_code, '')
CROSS JOIN LATERAL (SELECT * FROM service.payers p WHERE p.order_id = o.id OFFSET 0) p
CROSS JOIN LATERAL (
    SELECT x.number, CASE WHEN x.id <> o.id THEN nullif(x.cost_centre, '') END AS cost_centre, x.prices_include_vat, x.tax_reduction, coalesce(x.collected_position, 0)::bigint * (x.id <> o.id)::int AS collected_position
    FROM service.orders x WHERE x.id = p.source_id OFFSET 0) n
LEFT JOIN service.customers c ON c.id = p.payer_id
LEFT JOIN service.assignments a ON a.id = p.assignment_id
CROSS JOIN LATERAL (
    SELECT coalesce(r.called, r.id::text) AS row_id, coalesce(a.position, 100000)::bigint * 1000000 + 10 + r.position AS position, r.kind AS row_kind,
           r.article_number, r.description, r.quantity, r.unit, r.unit_price, r.discount_percent, r.discount_amount, r.vat_rate,
           r.vat_treatment, r.cost_centre, r.work_type, r.hours
    FROM service.order_rows r
    WHERE r.order_id = p.source_id AND r.assignment_id IS NOT DISTINCT FROM p.assignment_id AND NOT r.to_be_ordered
    UNION ALL
    SELECT 'assignment-' || a.id || '-' || t.name, a.position::bigint * 1000000 + t.place, 'TEXT', NULL,
           CASE WHEN t.signature <> '' AND s.measures_with_date_and_user THEN btrim(t.text) || ' (' || t.signature || ')' ELSE t.text END,
           NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL
    FROM (SELECT 'description' AS name, 1 AS place, a.description AS text, '' AS signature, s.texts_as_rows LIKE '%DESCRIPTION%' AS wanted
          UNION ALL SELECT 'error', 2, a.error, '', s.errors_as_rows
          UNION ALL SELECT 'measures', 900000, a.measures, concat_ws(', ', a.measures_on, a.measures_by), s.texts_as_rows LIKE '%MEASURES%'
          UNION ALL SELECT 'measure-' || m.id, 900000 + m.position, m.measure, concat_ws(', ', m.done_on, m.done_by),
                           s.texts_as_rows LIKE '%MEASURES%'
                    FROM service.measures m WHERE m.assignment_id = a.id) t
    WHERE t.wanted AND btrim(t.text) <> '') r
LEFT JOIN service.articles i ON i.number = r.article_number
UNION ALL
SELECT d.subgroup, d.kind, d.number, d.payer_number, d.generation, t.row_id, t.position, 'TEXT',
       NULL, t.text, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, false, t.order_number
FROM service.documents d
JOIN service.effective_settings s ON s.subgroup = d.subgroup
CROSS JOIN LATERAL (
    SELECT 'group-text-' || d.order_id || '-' || d.payer_number AS row_id, -1::bigint AS position, s.order_text AS text, d.number AS order_number
    WHERE s.order_text_as_row
    UNION ALL
    SELECT 'order-' || d.order_id || '-text-' || d.payer_number, 0, d.order_text, d.number
    WHERE s.order_text_as_row
    UNION ALL
    SELECT 'order-' || x.id || '-' || t.name || '-' || d.payer_number, x.collected_position * 1000000000000 + t.place, t.text, x.number
    FROM service.orders x
    CROSS JOIN LATERAL (VALUES ('number', -1, 'Order ' || x.number || coalesce(', ' || nullif(x.customers_order_number, ''), '')), ('text', 0, CASE WHEN s.order_text_as_row THEN x.order_text END)) t (name, place, text)
    WHERE x.collected_by = d.order_id AND EXISTS (
        SELECT FROM service.payers p
        JOIN service.order_rows r ON r.order_id = p.source_id AND r.assignment_id IS NOT DISTINCT FROM p.assignment_id AND NOT r.to_be_ordered
        WHERE p.order_id = d.order_id AND p.source_id = x.id AND p.payer_id IS NOT DISTINCT FROM d.payer_id)) t
WHERE btrim(t.text) <> '';

-- Delivers some rows of a sales order, or some of their quantity, as an order with a number of its own. A quantity of null is all of it.
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
        IF one.quantity IS NULL AND part IS NOT NULL
           OR part <> one.quantity AND (part = 0 OR sign(part) <> sign(one.quantity) OR abs(part) > abs(one.quantity)) THEN
            RAISE EXCEPTION 'order % has % to deliver of "%", not %', whole.number, coalesce(one.quantity::text, 'nothing'), one.description, part
                USING ERRCODE = 'check_violation';
        END IF;
        place := CASE WHEN one.assignment_id IS NOT NULL THEN service.like_assignment(one.assignment_id, made, true) END;
        IF part IS DISTINCT FROM one.quantity THEN
            INSERT INTO service.order_rows (order_id, assignment_id, position, kind, article_number, description, quantity, unit, unit_price,
                                            discount_percent, discount_amount, vat_rate, vat_treatment, cost_centre, work_type, hours, added_by, added_at,
                                            called)
            VALUES (p_order_id, one.assignment_id, one.position, one.kind, one.article_number, one.description, one.quantity - part, one.unit,
                    one.unit_price, one.discount_percent, one.discount_amount - round(one.discount_amount * part / one.quantity, 2), one.vat_rate,
                    one.vat_treatment, one.cost_centre, one.work_type, one.hours - round(one.hours * part / one.quantity, 2), one.added_by, one.added_at,
                    coalesce(one.called, one.id::text) || '/part-2');
        END IF;
        UPDATE service.order_rows
        SET order_id = made, assignment_id = place, quantity = part,
            discount_amount = CASE WHEN part IS DISTINCT FROM one.quantity THEN round(one.discount_amount * part / one.quantity, 2) ELSE one.discount_amount END,
            hours = CASE WHEN part IS DISTINCT FROM one.quantity THEN round(one.hours * part / one.quantity, 2) ELSE one.hours END,
            called = CASE WHEN part IS DISTINCT FROM one.quantity THEN coalesce(one.called, one.id::text) || '/part-1' ELSE one.called END
        WHERE id = one.id;
    END LOOP;
    RETURN made;
END $$;
