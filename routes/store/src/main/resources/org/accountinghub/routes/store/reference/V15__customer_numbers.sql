-- A customer's number is changed by an administrator only, and what was sent under the former number stays sent. A private person is
-- sent prices with VAT also where an organisation number has been left. An order that names its property means that one only.

CREATE TABLE service.former_customer_numbers (
    number      text PRIMARY KEY,
    customer_id bigint NOT NULL REFERENCES service.customers ON DELETE CASCADE,
    changed_at  timestamptz NOT NULL DEFAULT now(),
    changed_by  text NOT NULL
);
CREATE INDEX former_customer_numbers_customer ON service.former_customer_numbers (customer_id);

CREATE FUNCTION service.change_customer_number(p_number text, p_new_number text, p_administrator text) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
    customer bigint;
BEGIN
    IF EXISTS (SELECT FROM service.former_customer_numbers f JOIN service.customers c ON c.id = f.customer_id
               WHERE f.number = p_new_number AND c.number <> p_number) THEN
        RAISE EXCEPTION 'customer number % has been another customer''s', p_new_number USING ERRCODE = 'check_violation';
    END IF;
    PERFORM set_config('service.renumbering', 'yes', true);
    UPDATE service.customers c SET number = p_new_number WHERE c.number = p_number RETURNING c.id INTO customer;
    PERFORM set_config('service.renumbering', 'no', true);
    IF customer IS NULL THEN
        RAISE EXCEPTION 'there is no customer with number %', p_number USING ERRCODE = 'no_data_found';
    END IF;
    DELETE FROM service.former_customer_numbers f WHERE f.number = p_new_number;
    INSERT INTO service.former_customer_numbers (number, customer_id, changed_by) VALUES (p_number, customer, p_administrator);
END $$;

CREATE FUNCTION service.refuse_renumbering() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF coalesce(current_setting('service.renumbering', true), '') <> 'yes' THEN
        RAISE EXCEPTION 'the number of customer % is changed by an administrator only', OLD.number USING ERRCODE = 'check_violation';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER refuse_renumbering BEFORE UPDATE OF number ON service.customers FOR EACH ROW
    WHEN (NEW.number <> OLD.number) EXECUTE FUNCTION service.refuse_renumbering();

-- OFFSET 0 makes the planner look up one order's payers at a time instead of everybody's.
CREATE OR REPLACE VIEW service.documents AS
SELECT o.id AS order_id, coalesce(o.subgroup_code, '') AS subgroup, o.kind, o.number, coalesce(c.number, '-') AS payer_number,
       o.generation, o.state, o.ready_at, o.ready_by, o.requested_at, o.requested_by, o.restored_at, o.content_version, o.order_text,
       CASE WHEN c.always_as_invoice THEN 'INVOICE' ELSE s.send_as END AS target, s.add_assigned_in_our_reference,
       CASE
           WHEN done.sent THEN 'it has been sent already'
           WHEN o.collected_by IS NOT NULL THEN 'it is collected by the project''s invoice '
                                                || (SELECT p.number FROM service.orders p WHERE p.id = o.collected_by)
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

-- With several payers, the one who pays for the labour asks for the reduction.
CREATE OR REPLACE VIEW service.hub_documents AS
SELECT d.subgroup, d.kind, d.number, d.payer_number, d.generation, d.target, d.state AS order_state, d.unwanted_because,
       coalesce(d.requested_by, d.ready_by) AS requested_by, d.ready_at,
       d.content_version || coalesce((SELECT string_agg('+' || x.id || '.' || x.content_version, '' ORDER BY x.id)
                                      FROM service.orders x WHERE x.collected_by = d.order_id), '') AS content_version,
       c.number AS customer_number, o.order_date, o.delivery_date,
       coalesce(nullif(o.currency, ''), nullif(c.currency, ''), nullif(p.currency, '')) AS currency, o.prices_include_vat,
       coalesce(nullif(o.customers_order_number, ''), nullif(f.customers_order_number, ''), nullif(c.customers_order_number, ''))
           AS your_order_number,
       CASE WHEN d.add_assigned_in_our_reference THEN c.assigned_technician END AS our_reference,
       coalesce(nullif(o.contact, ''), nullif(o.requester, '')) AS your_reference,
       coalesce(nullif(o.cost_centre, ''), nullif(c.cost_centre, '')) AS cost_centre,
       f.name AS facility_name, f.line1 AS delivery_line1, f.line2 AS delivery_line2, f.postal_code AS delivery_postal_code,
       f.city AS delivery_city, f.country_code AS delivery_country_code,
       CASE WHEN t.asked IS NOT NULL
                 AND (EXISTS (SELECT FROM service.house_work h WHERE h.order_id = o.id AND h.payer_id IS NOT DISTINCT FROM d.payer_id)
                      OR NOT EXISTS (SELECT FROM service.house_work h WHERE h.order_id = o.id)) THEN t.asked END AS tax_reduction,
       o.changed_at, o.change,
       p.vat_treatment IN ('DOMESTIC', 'EU_WITH_VAT')
           AND (p.vat_type = 'NORMAL_VAT' OR p.kind = 'PRIVATE' OR coalesce(btrim(p.organisation_number), '') = '') AS sent_with_vat,
       CASE WHEN own.named THEN own.property_designation ELSE p.property_designation END AS property_designation,
       CASE WHEN own.named THEN own.apartment_number ELSE p.apartment_number END AS apartment_number,
       coalesce(own.housing_association, p.housing_association) AS housing_association
FROM service.documents d
JOIN service.orders o ON o.id = d.order_id
JOIN service.asked_reductions t ON t.order_id = o.id
LEFT JOIN service.customers c ON c.id = o.customer_id
LEFT JOIN service.customers p ON p.id = d.payer_id
LEFT JOIN service.facilities f ON f.id = o.facility_id
LEFT JOIN LATERAL (
    SELECT true AS named, nullif(x.property_designation, '') AS property_designation, nullif(x.apartment_number, '') AS apartment_number,
           nullif(x.housing_association, '') AS housing_association
    FROM service.order_sources s JOIN service.orders x ON x.id = s.source_id
    WHERE s.order_id = o.id AND num_nonnulls(nullif(x.property_designation, ''), nullif(x.apartment_number, '')) > 0
    ORDER BY s.place LIMIT 1) own ON true;

-- The order follows when the hub says that all its documents have come as far, or when the store sees it; else the reason is kept.
CREATE OR REPLACE FUNCTION service.follow(p_order service.orders, p_subgroup text, p_kind text, p_number text, p_payer_number text,
                               p_generation integer, p_state text, p_all_documents boolean) RETURNS text LANGUAGE plpgsql AS $$
DECLARE
    reason text := CASE
        WHEN p_order.id IS NULL THEN 'the order no longer exists'
        WHEN p_order.generation <> p_generation THEN 'the order has been sent again since'
        WHEN p_order.state = 'CANCELLED' THEN 'the order is cancelled'
        WHEN p_order.restored_at IS NOT NULL AND p_order.requested_at IS NULL AND p_order.state NOT IN ('SENT', 'INVOICED')
            THEN 'the order has been restored'
        WHEN p_order.state NOT IN ('READY', 'SENT', 'INVOICED') THEN 'the order is ' || lower(p_order.state) END;
BEGIN
    IF reason IS NOT NULL THEN
        UPDATE service.order_documents d SET note = p_state || ' recorded only: ' || reason
        WHERE (d.subgroup, d.kind, d.number, d.payer_number, d.generation)
            = (p_subgroup, p_kind, p_number, p_payer_number, p_generation);
        IF p_order.id IS NOT NULL THEN
            PERFORM service.note(p_order.id, 'hub', lower(p_state) || ' at the accounting system', 'payer ' || p_payer_number || ': ' || reason);
        END IF;
        RETURN 'RECORDED';
    END IF;
    PERFORM service.note(p_order.id, 'hub', lower(p_state), 'payer ' || p_payer_number);
    UPDATE service.orders o SET state = p_state, invoiced_at = CASE WHEN p_state = 'INVOICED' THEN now() END
    WHERE o.id = p_order.id AND o.state IN ('READY', 'SENT') AND o.state <> p_state AND (p_all_documents OR NOT EXISTS (
        SELECT FROM service.documents d
        WHERE d.order_id = o.id AND NOT CASE p_state WHEN 'INVOICED' THEN d.invoiced ELSE d.sent END));
    RETURN 'MARKED';
END $$;
