-- The store contract, version 2, reading side: more columns at the end of the views, and who asks for the tax reduction.

CREATE OR REPLACE VIEW service.hub_contract AS SELECT 2 AS version;

CREATE OR REPLACE VIEW service.effective_settings AS
SELECT k.subgroup, coalesce(g.send_as, d.send_as, 'INVOICE') AS send_as,
       coalesce(g.immediately_send, d.immediately_send, false) AS immediately_send,
       coalesce(g.add_assigned_in_our_reference, d.add_assigned_in_our_reference, false) AS add_assigned_in_our_reference,
       coalesce(g.texts_as_rows, d.texts_as_rows, 'DESCRIPTION_AND_MEASURES') AS texts_as_rows,
       coalesce(g.order_text, d.order_text) AS order_text,
       coalesce(g.order_text_as_row, d.order_text_as_row, true) AS order_text_as_row,
       coalesce(g.errors_as_rows, d.errors_as_rows,
                coalesce(g.texts_as_rows, d.texts_as_rows, 'DESCRIPTION') LIKE '%DESCRIPTION%') AS errors_as_rows,
       coalesce(g.measures_with_date_and_user, d.measures_with_date_and_user, true) AS measures_with_date_and_user,
       coalesce(g.require_measures, d.require_measures, false) AS require_measures,
       coalesce(g.require_prices, d.require_prices, false) AS require_prices,
       coalesce(g.require_registry_articles, d.require_registry_articles, false) AS require_registry_articles,
       coalesce(g.require_order_number, d.require_order_number, false) AS require_order_number,
       coalesce(g.require_cost_centre, d.require_cost_centre, false) AS require_cost_centre,
       coalesce(g.require_facility, d.require_facility, false) AS require_facility,
       coalesce(g.facilities_disabled, d.facilities_disabled, false) AS facilities_disabled,
       coalesce(g.internally_invoiced_id, d.internally_invoiced_id) AS internally_invoiced_id,
       coalesce(g.customer_number_min_length, d.customer_number_min_length) AS customer_number_min_length,
       coalesce(g.customer_number_max_length, d.customer_number_max_length) AS customer_number_max_length,
       coalesce(g.generate_customer_numbers, d.generate_customer_numbers, true) AS generate_customer_numbers
FROM (SELECT code AS subgroup FROM service.subgroups UNION ALL SELECT '') k
LEFT JOIN service.group_settings g ON g.subgroup_code = k.subgroup
LEFT JOIN service.group_settings d ON d.subgroup_code IS NULL;

-- Not part of the contract: the orders whose rows an order's documents hold: its own, and those that a project's invoice collects.
CREATE VIEW service.order_sources AS
SELECT o.id AS order_id, o.id AS source_id, 0 AS place FROM service.orders o
UNION ALL
SELECT c.collected_by, c.id, c.collected_position FROM service.orders c WHERE c.collected_by IS NOT NULL;

-- Not part of the contract: who is named to pay each assignment, and each order's rows outside assignments (assignment_id null).
CREATE VIEW service.named_payers AS
SELECT t.order_id, t.source_id, NULL::bigint AS assignment_id,
       coalesce(s.invoiced_to_id, f.invoiced_to_id, o.invoiced_to_id, o.customer_id, s.customer_id) AS payer_id,
       CASE WHEN s.invoiced_to_id IS NOT NULL THEN 'the order ' || s.number || ' says so'
            WHEN f.invoiced_to_id IS NOT NULL THEN 'the facility ' || f.name || ' says so'
            WHEN o.invoiced_to_id IS NOT NULL THEN 'the project''s invoice ' || o.number || ' says so'
            WHEN o.kind = 'project' THEN 'it is the project''s customer'
            ELSE 'it is the order''s customer' END AS why,
       coalesce(o.subgroup_code, '') AS subgroup, o.internal OR s.internal AS internal
FROM service.order_sources t
JOIN service.orders o ON o.id = t.order_id
JOIN service.orders s ON s.id = t.source_id
LEFT JOIN service.facilities f ON f.id = s.facility_id
UNION ALL
SELECT t.order_id, t.source_id, a.id,
       coalesce(a.invoiced_to_id, x.invoiced_to_id, f.invoiced_to_id, s.invoiced_to_id, o.invoiced_to_id, o.customer_id, s.customer_id),
       CASE WHEN a.invoiced_to_id IS NOT NULL THEN 'assignment ' || a.position || ' says so'
            WHEN x.invoiced_to_id IS NOT NULL THEN 'the service object ' || x.name || ' says so'
            WHEN f.invoiced_to_id IS NOT NULL THEN 'the facility ' || f.name || ' says so'
            WHEN s.invoiced_to_id IS NOT NULL THEN 'the order ' || s.number || ' says so'
            WHEN o.invoiced_to_id IS NOT NULL THEN 'the project''s invoice ' || o.number || ' says so'
            WHEN o.kind = 'project' THEN 'it is the project''s customer'
            ELSE 'it is the order''s customer' END,
       coalesce(o.subgroup_code, ''), o.internal OR s.internal
FROM service.order_sources t
JOIN service.orders o ON o.id = t.order_id
JOIN service.orders s ON s.id = t.source_id
JOIN service.assignments a ON a.order_id = t.source_id
LEFT JOIN service.service_objects x ON x.id = a.service_object_id
LEFT JOIN service.facilities f ON f.id = s.facility_id;

-- Not part of the contract: who pays. Where one company of the store would invoice another, the group's internally invoiced customer does.
CREATE OR REPLACE VIEW service.payers AS
SELECT n.order_id, n.assignment_id, CASE WHEN i.between THEN coalesce(i.customer_id, n.payer_id) ELSE n.payer_id END AS payer_id,
       n.source_id,
       CASE WHEN i.between AND i.customer_id IS NOT NULL THEN 'companies of the group invoice each other through it' ELSE n.why END AS why,
       i.between AS internal
FROM service.named_payers n
LEFT JOIN service.customers c ON c.id = n.payer_id
CROSS JOIN LATERAL (
    SELECT b.between, CASE WHEN b.between THEN (SELECT s.internally_invoiced_id FROM service.effective_settings s
                                                WHERE s.subgroup = n.subgroup) END AS customer_id
    FROM (SELECT n.internal OR (c.company_code IS NOT NULL AND c.company_code <> n.subgroup) AS between) b) i;

-- OFFSET 0 makes the planner look up one order's payers at a time instead of everybody's.
CREATE OR REPLACE VIEW service.documents AS
SELECT o.id AS order_id, coalesce(o.subgroup_code, '') AS subgroup, o.kind, o.number, coalesce(c.number, '-') AS payer_number,
       o.generation, o.state, o.ready_at, o.ready_by, o.requested_at, o.requested_by, o.restored_at, o.content_version, o.order_text,
       CASE WHEN c.always_as_invoice THEN 'INVOICE' ELSE s.send_as END AS target, s.add_assigned_in_our_reference,
       CASE
           WHEN done.sent_at IS NOT NULL OR done.invoiced_at IS NOT NULL THEN 'it has been sent already'
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
       d.payer_id, d.empty
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
LEFT JOIN service.order_documents done ON done.order_id = o.id AND done.generation = o.generation
                                      AND done.payer_number = coalesce(c.number, '-');

-- Not part of the contract: rows that are labour for a tax reduction, by who pays them.
CREATE VIEW service.house_work AS
SELECT p.order_id, p.payer_id, r.id AS row_id
FROM service.payers p
JOIN service.order_rows r ON r.order_id = p.source_id AND r.assignment_id IS NOT DISTINCT FROM p.assignment_id
LEFT JOIN service.articles i ON i.number = r.article_number
WHERE NOT r.to_be_ordered AND r.kind <> 'TEXT' AND coalesce(nullif(r.work_type, ''), i.work_type) <> '';

-- Not part of the contract: the tax reduction that an order asks for, its own or the collected orders'.
CREATE VIEW service.asked_reductions AS
SELECT o.id AS order_id, coalesce(o.tax_reduction, (SELECT min(c.tax_reduction) FROM service.orders c WHERE c.collected_by = o.id)) AS asked
FROM service.orders o;

CREATE OR REPLACE VIEW service.hub_ready_documents AS
SELECT d.subgroup, d.kind, d.number, d.payer_number, d.generation, d.target, coalesce(d.requested_by, d.ready_by) AS requested_by,
       d.ready_at, d.content_version || coalesce((SELECT string_agg('+' || x.id || '.' || x.content_version, '' ORDER BY x.id)
                                                  FROM service.orders x WHERE x.collected_by = d.order_id), '') AS content_version
FROM service.documents d
WHERE d.state = 'READY' AND d.unwanted_because IS NULL;

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
           AND (p.vat_type = 'NORMAL_VAT' OR coalesce(btrim(p.organisation_number), '') = '') AS sent_with_vat,
       coalesce(own.property_designation, p.property_designation) AS property_designation,
       coalesce(own.apartment_number, p.apartment_number) AS apartment_number,
       coalesce(own.housing_association, p.housing_association) AS housing_association
FROM service.documents d
JOIN service.orders o ON o.id = d.order_id
JOIN service.asked_reductions t ON t.order_id = o.id
LEFT JOIN service.customers c ON c.id = o.customer_id
LEFT JOIN service.customers p ON p.id = d.payer_id
LEFT JOIN service.facilities f ON f.id = o.facility_id
LEFT JOIN LATERAL (
    SELECT nullif(x.property_designation, '') AS property_designation, nullif(x.apartment_number, '') AS apartment_number,
           nullif(x.housing_association, '') AS housing_association
    FROM service.order_sources s JOIN service.orders x ON x.id = s.source_id
    WHERE s.order_id = o.id AND num_nonnulls(nullif(x.property_designation, ''), nullif(x.apartment_number, '')) > 0
    ORDER BY s.place LIMIT 1) own ON true;

-- Texts of the group and the order come first, texts of an assignment around its rows, other articles last; collected orders follow
-- one another.
CREATE OR REPLACE VIEW service.hub_document_rows AS
SELECT coalesce(o.subgroup_code, '') AS subgroup, o.kind, o.number, coalesce(c.number, '-') AS payer_number, o.generation,
       r.row_id, n.collected_position * 1000000000000 + r.position AS position, r.row_kind, r.article_number, r.description, r.quantity,
       r.unit, r.unit_price, r.discount_percent, r.discount_amount, r.vat_rate, coalesce(r.vat_treatment, c.vat_treatment) AS vat_treatment,
       r.cost_centre,
       CASE WHEN o.kind <> 'project' OR coalesce(o.tax_reduction, n.tax_reduction) IS NOT NULL
            THEN coalesce(nullif(r.work_type, ''), i.work_type) END AS work_type,
       coalesce(r.hours, CASE WHEN r.row_kind = 'TIME' AND r.quantity >= 0 THEN r.quantity END) AS hours,
       i.description AS article_description, i.active AS article_active,
       n.prices_include_vat AS price_includes_vat, n.number AS order_number
FROM service.orders o
JOIN service.effective_settings s ON s.subgroup = coalesce(o.subgroup_code, '')
CROSS JOIN LATERAL (SELECT * FROM service.payers p WHERE p.order_id = o.id OFFSET 0) p
CROSS JOIN LATERAL (
    SELECT x.number, x.prices_include_vat, x.tax_reduction, coalesce(x.collected_position, 0)::bigint * (x.id <> o.id)::int AS collected_position
    FROM service.orders x WHERE x.id = p.source_id OFFSET 0) n
LEFT JOIN service.customers c ON c.id = p.payer_id
LEFT JOIN service.assignments a ON a.id = p.assignment_id
CROSS JOIN LATERAL (
    SELECT r.id::text AS row_id, coalesce(a.position, 100000)::bigint * 1000000 + 10 + r.position AS position, r.kind AS row_kind,
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
    CROSS JOIN LATERAL (VALUES ('number', -1, 'Order ' || x.number), ('text', 0, CASE WHEN s.order_text_as_row THEN x.order_text END)) t (name, place, text)
    WHERE x.collected_by = d.order_id AND EXISTS (
        SELECT FROM service.payers p
        JOIN service.order_rows r ON r.order_id = p.source_id AND r.assignment_id IS NOT DISTINCT FROM p.assignment_id AND NOT r.to_be_ordered
        WHERE p.order_id = d.order_id AND p.source_id = x.id AND p.payer_id IS NOT DISTINCT FROM d.payer_id)) t
WHERE btrim(t.text) <> '';

-- Who asks for the tax reduction: whom the order names, else whom the payer names, else the payer. The only view with persons.
CREATE VIEW service.hub_document_persons AS
SELECT d.subgroup, d.kind, d.number, d.payer_number, d.generation, p.position, p.name, p.personal_number, p.share
FROM service.hub_documents d
JOIN service.orders o ON o.kind = d.kind AND o.number = d.number AND coalesce(o.subgroup_code, '') = d.subgroup
CROSS JOIN LATERAL (
    SELECT row_number() OVER (ORDER BY x.place, x.position) AS position, x.name, x.personal_number, x.share
    FROM (SELECT DISTINCT ON (regexp_replace(n.personal_number, '\D', '', 'g')) t.place, n.position, n.name, n.personal_number, n.share
          FROM service.order_sources t JOIN service.order_persons n ON n.order_id = t.source_id
          WHERE t.order_id = o.id
          ORDER BY regexp_replace(n.personal_number, '\D', '', 'g'), t.place, n.position) x
    UNION ALL
    SELECT n.position, n.name, n.personal_number, n.share
    FROM service.customer_persons n JOIN service.customers c ON c.id = n.customer_id
    WHERE c.number = d.payer_number
      AND NOT EXISTS (SELECT FROM service.order_sources t JOIN service.order_persons x ON x.order_id = t.source_id WHERE t.order_id = o.id)
    UNION ALL
    SELECT 1, c.name, c.personal_number, 1
    FROM service.customers c
    WHERE c.number = d.payer_number AND c.kind = 'PRIVATE' AND btrim(c.personal_number) <> ''
      AND NOT EXISTS (SELECT FROM service.order_sources t JOIN service.order_persons x ON x.order_id = t.source_id WHERE t.order_id = o.id)
      AND NOT EXISTS (SELECT FROM service.customer_persons x WHERE x.customer_id = c.id)) p
WHERE d.tax_reduction IS NOT NULL;
