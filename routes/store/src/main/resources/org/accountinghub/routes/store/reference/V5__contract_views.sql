-- The store contract, reading side. The room's README describes every column; other stores provide the same views.

-- Not part of the contract: the settings that hold for each subgroup, and for orders without one.
CREATE VIEW service.effective_settings AS
SELECT k.subgroup, coalesce(g.send_as, d.send_as, 'INVOICE') AS send_as,
       coalesce(g.immediately_send, d.immediately_send, false) AS immediately_send,
       coalesce(g.add_assigned_in_our_reference, d.add_assigned_in_our_reference, false) AS add_assigned_in_our_reference,
       coalesce(g.texts_as_rows, d.texts_as_rows, 'DESCRIPTION_AND_MEASURES') AS texts_as_rows
FROM (SELECT code AS subgroup FROM service.subgroups UNION ALL SELECT '') k
LEFT JOIN service.group_settings g ON g.subgroup_code = k.subgroup
LEFT JOIN service.group_settings d ON d.subgroup_code IS NULL;

-- Not part of the contract: who pays each assignment, and each order's rows outside assignments (assignment_id null).
CREATE VIEW service.payers AS
SELECT o.id AS order_id, NULL::bigint AS assignment_id,
       coalesce(o.invoiced_to_id, f.invoiced_to_id, o.customer_id) AS payer_id
FROM service.orders o
LEFT JOIN service.facilities f ON f.id = o.facility_id
UNION ALL
SELECT o.id, a.id, coalesce(a.invoiced_to_id, s.invoiced_to_id, f.invoiced_to_id, o.invoiced_to_id, o.customer_id)
FROM service.orders o
JOIN service.assignments a ON a.order_id = o.id
LEFT JOIN service.service_objects s ON s.id = a.service_object_id
LEFT JOIN service.facilities f ON f.id = o.facility_id;

-- Not part of the contract: the documents of each order. One without a row to invoice still has one, so that nobody overlooks it.
-- OFFSET 0 makes the planner look up one order's payers at a time instead of everybody's.
CREATE VIEW service.documents AS
SELECT o.id AS order_id, coalesce(o.subgroup_code, '') AS subgroup, o.kind, o.number, coalesce(c.number, '-') AS payer_number,
       o.generation, o.state, o.ready_at, o.ready_by, o.requested_at, o.requested_by, o.restored_at, o.content_version, o.order_text,
       CASE WHEN c.always_as_invoice THEN 'INVOICE' ELSE s.send_as END AS target, s.add_assigned_in_our_reference,
       CASE
           WHEN done.sent_at IS NOT NULL OR done.invoiced_at IS NOT NULL THEN 'it has been sent already'
           WHEN o.state = 'CANCELLED' THEN 'the order is cancelled'
           WHEN o.state = 'INVOICED' AND o.invoiced_by_hand THEN 'the order was marked as invoiced by hand'
           WHEN o.state IN ('SENT', 'INVOICED') THEN 'the order is ' || lower(o.state) || ' already'
           WHEN o.state <> 'READY' THEN 'the order is not ready for invoicing'
           WHEN o.requested_at IS NULL AND o.restored_at IS NOT NULL THEN 'the order was restored and nobody has asked to send it again'
           WHEN o.requested_at IS NULL AND NOT s.immediately_send THEN 'nobody has asked for it to be sent'
       END AS unwanted_because
FROM service.orders o
JOIN service.effective_settings s ON s.subgroup = coalesce(o.subgroup_code, '')
CROSS JOIN LATERAL (
    SELECT p.payer_id
    FROM (SELECT * FROM service.payers p WHERE p.order_id = o.id OFFSET 0) p
    WHERE EXISTS (
        SELECT FROM service.order_rows r
        WHERE r.order_id = o.id AND r.assignment_id IS NOT DISTINCT FROM p.assignment_id AND NOT r.to_be_ordered)
    UNION
    SELECT p.payer_id
    FROM (SELECT * FROM service.payers p WHERE p.order_id = o.id OFFSET 0) p
    WHERE p.assignment_id IS NULL AND NOT EXISTS (SELECT FROM service.order_rows r WHERE r.order_id = o.id AND NOT r.to_be_ordered)) d
LEFT JOIN service.customers c ON c.id = d.payer_id
LEFT JOIN service.order_documents done ON done.order_id = o.id AND done.generation = o.generation
                                      AND done.payer_number = coalesce(c.number, '-');

CREATE VIEW service.hub_contract AS SELECT 1 AS version;

CREATE VIEW service.hub_watermark AS SELECT pg_snapshot_xmin(pg_current_snapshot())::text::bigint AS watermark;

CREATE VIEW service.hub_subgroups AS
SELECT code AS subgroup, name, organisation_number FROM service.subgroups;

CREATE VIEW service.hub_customers AS
SELECT number, name, kind, organisation_number, personal_number, vat_number, vat_type, vat_treatment, language, currency, email,
       invoice_emails[1] AS invoice_email, array_to_string(invoice_emails[2:], ', ') AS invoice_email_copies, phone, cost_centre, customers_order_number, assigned_technician, always_as_invoice, active, changed_at, change
FROM service.customers;

CREATE VIEW service.hub_customer_addresses AS
SELECT c.number AS customer_number, a.use, a.name, a.line1, a.line2, a.postal_code, a.city, a.country_code
FROM service.customer_addresses a
JOIN service.customers c ON c.id = a.customer_id;

CREATE VIEW service.hub_customer_contacts AS
SELECT c.number AS customer_number, p.id::text AS contact_id, p.name, p.phone, p.email
FROM service.contacts p
JOIN service.customers c ON c.id = p.customer_id;

CREATE VIEW service.hub_articles AS
SELECT number, description, unit, price, vat_rate, kind, active, changed_at, change FROM service.articles;

CREATE VIEW service.hub_ready_documents AS
SELECT d.subgroup, d.kind, d.number, d.payer_number, d.generation, d.target, coalesce(d.requested_by, d.ready_by) AS requested_by,
       d.ready_at, d.content_version::text AS content_version
FROM service.documents d
WHERE d.state = 'READY' AND d.unwanted_because IS NULL;

CREATE VIEW service.hub_documents AS
SELECT d.subgroup, d.kind, d.number, d.payer_number, d.generation, d.target, d.state AS order_state, d.unwanted_because,
       coalesce(d.requested_by, d.ready_by) AS requested_by, d.ready_at, d.content_version::text AS content_version,
       c.number AS customer_number, o.order_date, o.delivery_date, o.currency, o.prices_include_vat,
       coalesce(nullif(o.customers_order_number, ''), nullif(f.customers_order_number, ''), nullif(c.customers_order_number, ''))
           AS your_order_number,
       CASE WHEN d.add_assigned_in_our_reference THEN c.assigned_technician END AS our_reference,
       coalesce(nullif(o.contact, ''), nullif(o.requester, '')) AS your_reference,
       coalesce(nullif(o.cost_centre, ''), nullif(c.cost_centre, '')) AS cost_centre,
       f.name AS facility_name, f.line1 AS delivery_line1, f.line2 AS delivery_line2, f.postal_code AS delivery_postal_code,
       f.city AS delivery_city, f.country_code AS delivery_country_code, o.tax_reduction, o.changed_at, o.change
FROM service.documents d
JOIN service.orders o ON o.id = d.order_id
LEFT JOIN service.customers c ON c.id = o.customer_id
LEFT JOIN service.facilities f ON f.id = o.facility_id;

-- The order's text comes first, texts of an assignment around its rows, other articles last.
CREATE VIEW service.hub_document_rows AS
SELECT coalesce(o.subgroup_code, '') AS subgroup, o.kind, o.number, coalesce(c.number, '-') AS payer_number, o.generation,
       r.row_id, r.position, r.row_kind, r.article_number, r.description, r.quantity, r.unit, r.unit_price, r.discount_percent,
       r.discount_amount, r.vat_rate, coalesce(r.vat_treatment, c.vat_treatment) AS vat_treatment, r.cost_centre, r.work_type, r.hours,
       i.description AS article_description, i.active AS article_active
FROM service.orders o
JOIN service.effective_settings s ON s.subgroup = coalesce(o.subgroup_code, '')
CROSS JOIN LATERAL (SELECT * FROM service.payers p WHERE p.order_id = o.id OFFSET 0) p
LEFT JOIN service.customers c ON c.id = p.payer_id
LEFT JOIN service.assignments a ON a.id = p.assignment_id
CROSS JOIN LATERAL (
    SELECT r.id::text AS row_id, coalesce(a.position, 100000)::bigint * 1000000 + 10 + r.position AS position, r.kind AS row_kind,
           r.article_number, r.description, r.quantity, r.unit, r.unit_price, r.discount_percent, r.discount_amount, r.vat_rate,
           r.vat_treatment, r.cost_centre, r.work_type, r.hours
    FROM service.order_rows r
    WHERE r.order_id = o.id AND r.assignment_id IS NOT DISTINCT FROM p.assignment_id AND NOT r.to_be_ordered
    UNION ALL
    SELECT 'assignment-' || a.id || '-' || t.name, a.position::bigint * 1000000 + t.place, 'TEXT', NULL, t.text,
           NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL
    FROM (VALUES ('description', 1, a.description, 'DESCRIPTION'), ('error', 2, a.error, 'DESCRIPTION'),
                 ('measures', 900000, a.measures, 'MEASURES')) t (name, place, text, wanted)
    WHERE s.texts_as_rows LIKE '%' || t.wanted || '%' AND btrim(t.text) <> '') r
LEFT JOIN service.articles i ON i.number = r.article_number
UNION ALL
SELECT d.subgroup, d.kind, d.number, d.payer_number, d.generation, 'order-' || d.order_id || '-text-' || d.payer_number, 0, 'TEXT',
       NULL, d.order_text, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL
FROM service.documents d
WHERE btrim(d.order_text) <> '';
