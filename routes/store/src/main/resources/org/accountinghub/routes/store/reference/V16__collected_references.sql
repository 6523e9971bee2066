-- A project's invoice has the order number and cost centre that its orders agree on; where they differ, the number stands with each order
-- and the cost centre on its rows.

-- Not part of the contract.
CREATE VIEW service.collected_references AS
SELECT x.collected_by AS order_id,
       coalesce(nullif(x.customers_order_number, ''), nullif(f.customers_order_number, '')) AS order_number, nullif(x.cost_centre, '') AS cost_centre
FROM service.orders x
LEFT JOIN service.facilities f ON f.id = x.facility_id
WHERE x.collected_by IS NOT NULL;

-- With several payers, the one who pays for the labour asks for the reduction.
CREATE OR REPLACE VIEW service.hub_documents AS
SELECT d.subgroup, d.kind, d.number, d.payer_number, d.generation, d.target, d.state AS order_state, d.unwanted_because,
       coalesce(d.requested_by, d.ready_by) AS requested_by, d.ready_at,
       d.content_version || coalesce((SELECT string_agg('+' || x.id || '.' || x.content_version, '' ORDER BY x.id)
                                      FROM service.orders x WHERE x.collected_by = d.order_id), '') AS content_version,
       c.number AS customer_number, o.order_date, o.delivery_date,
       coalesce(nullif(o.currency, ''), nullif(c.currency, ''), nullif(p.currency, '')) AS currency, o.prices_include_vat,
       coalesce(nullif(o.customers_order_number, ''), nullif(f.customers_order_number, ''), same.order_number,
                nullif(c.customers_order_number, '')) AS your_order_number,
       CASE WHEN d.add_assigned_in_our_reference THEN c.assigned_technician END AS our_reference,
       coalesce(nullif(o.contact, ''), nullif(o.requester, '')) AS your_reference,
       coalesce(nullif(o.cost_centre, ''), same.cost_centre, nullif(c.cost_centre, '')) AS cost_centre,
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
    ORDER BY s.place LIMIT 1) own ON true
LEFT JOIN LATERAL (
    SELECT CASE WHEN min(x.order_number) = max(x.order_number) AND count(x.order_number) = count(*) THEN min(x.order_number) END AS order_number,
           CASE WHEN min(x.cost_centre) = max(x.cost_centre) AND count(x.cost_centre) = count(*) THEN min(x.cost_centre) END AS cost_centre
    FROM service.collected_references x WHERE x.order_id = o.id) same ON true;

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
    CROSS JOIN LATERAL (VALUES ('number', -1, 'Order ' || x.number || coalesce(', ' || nullif(x.customers_order_number, ''), '')), ('text', 0, CASE WHEN s.order_text_as_row THEN x.order_text END)) t (name, place, text)
    WHERE x.collected_by = d.order_id AND EXISTS (
        SELECT FROM service.payers p
        JOIN service.order_rows r ON r.order_id = p.source_id AND r.assignment_id IS NOT DISTINCT FROM p.assignment_id AND NOT r.to_be_ordered
        WHERE p.order_id = d.order_id AND p.source_id = x.id AND p.payer_id IS NOT DISTINCT FROM d.payer_id)) t
WHERE btrim(t.text) <> '';

-- What the service system itself holds against sending an order: the requirements of its group and customers. One line for each thing
-- to mend, with its field and what to do. They stop every document of the order.

CREATE OR REPLACE VIEW service.hub_document_obstacles AS
SELECT h.subgroup, h.kind, h.number, h.payer_number, h.generation, b.position::bigint AS position, b.cause, b.field, b.reason, b.remedy
FROM service.hub_documents h
JOIN service.orders o ON o.kind = h.kind AND o.number = h.number AND coalesce(o.subgroup_code, '') = h.subgroup
JOIN service.effective_settings s ON s.subgroup = h.subgroup
LEFT JOIN service.customers c ON c.id = o.customer_id
CROSS JOIN LATERAL (
    SELECT 100 + t.place AS position, 'measures-missing' AS cause, 'assignment.measures' AS field,
           'Order ' || x.number || ' has no measure, and the group requires one.' AS reason,
           'Write on an assignment of the order what was done, and when.' AS remedy
    FROM service.order_sources t JOIN service.orders x ON x.id = t.source_id
    WHERE t.order_id = o.id AND s.require_measures AND x.kind IN ('work', 'service')
      AND NOT EXISTS (SELECT FROM service.assignments a WHERE a.order_id = x.id AND btrim(a.measures) <> '')
      AND NOT EXISTS (SELECT FROM service.measures m WHERE m.order_id = x.id)
    UNION ALL
    SELECT 100000 + t.place, 'facility-missing', 'order.facility', 'Order ' || x.number || ' has no facility, and '
           || CASE WHEN y.require_facility THEN 'customer ' || y.number ELSE 'the group' END || ' requires one.',
           'Choose the facility on the order.'
    FROM service.order_sources t JOIN service.orders x ON x.id = t.source_id LEFT JOIN service.customers y ON y.id = x.customer_id
    WHERE t.order_id = o.id AND x.kind <> 'project' AND x.facility_id IS NULL
      AND (y.require_facility OR (s.require_facility AND NOT coalesce(y.facilities_disabled, false)))
    UNION ALL
    SELECT 100000 + t.place, 'facility-not-allowed', 'order.facility', 'Order ' || x.number || ' has a facility, and facilities are disabled for '
           || CASE WHEN y.facilities_disabled THEN 'customer ' || y.number ELSE 'the group' END || '.',
           'Remove the facility from the order, or let the customer have facilities.'
    FROM service.order_sources t JOIN service.orders x ON x.id = t.source_id LEFT JOIN service.customers y ON y.id = x.customer_id
    WHERE t.order_id = o.id AND x.facility_id IS NOT NULL
      AND (y.facilities_disabled OR (s.facilities_disabled AND NOT coalesce(y.require_facility, false)))
    UNION ALL
    SELECT 200000 + t.place, 'order-number-missing', 'order.customersOrderNumber', 'Order ' || x.number || ' has no customer''s order number, and '
           || CASE WHEN y.require_order_number THEN 'customer ' || y.number ELSE 'the group' END || ' requires one.',
           'Enter the customer''s order number on the order, or a standing one on the customer or the facility.'
    FROM service.order_sources t JOIN service.orders x ON x.id = t.source_id LEFT JOIN service.customers y ON y.id = x.customer_id
    LEFT JOIN service.facilities f ON f.id = x.facility_id
    WHERE t.order_id = o.id AND (x.kind <> 'project' OR NOT EXISTS (SELECT FROM service.orders z WHERE z.collected_by = o.id))
      AND (s.require_order_number OR y.require_order_number) AND h.your_order_number IS NULL
      AND coalesce(nullif(x.customers_order_number, ''), nullif(f.customers_order_number, ''), nullif(y.customers_order_number, '')) IS NULL
    UNION ALL
    SELECT 300000 + t.place, 'cost-centre-missing', 'order.costCentre', 'Order ' || x.number || ' has no cost centre, and '
           || CASE WHEN y.require_cost_centre THEN 'customer ' || y.number ELSE 'the group' END || ' requires one.',
           'Choose the cost centre on the order, or a standing one on the customer.'
    FROM service.order_sources t JOIN service.orders x ON x.id = t.source_id LEFT JOIN service.customers y ON y.id = x.customer_id
    WHERE t.order_id = o.id AND (x.kind <> 'project' OR NOT EXISTS (SELECT FROM service.orders z WHERE z.collected_by = o.id))
      AND (s.require_cost_centre OR y.require_cost_centre) AND h.cost_centre IS NULL
      AND coalesce(nullif(x.cost_centre, ''), nullif(y.cost_centre, '')) IS NULL
    UNION ALL
    SELECT 350002, 'customer-number-length', 'customer.number', 'Customer number ' || h.payer_number || ' has ' || length(h.payer_number)
           || ' characters; the group requires ' || concat_ws(' and ', 'at least ' || s.customer_number_min_length,
                                                              'at most ' || s.customer_number_max_length) || '.',
           'Let an administrator change the customer''s number, here and in the accounting system.'
    WHERE h.payer_number <> '-' AND (length(h.payer_number) < s.customer_number_min_length OR length(h.payer_number) > s.customer_number_max_length)
    UNION ALL
    SELECT 350003, 'internal-customer-missing', 'group.internallyInvoicedCustomer',
           'Order ' || o.number || ' is internal, and the group has no internally invoiced customer.',
           'Set the internally invoiced customer in the group''s settings, or let the order not be internal.'
    WHERE s.internally_invoiced_id IS NULL
      AND EXISTS (SELECT FROM service.order_sources t JOIN service.orders x ON x.id = t.source_id WHERE t.order_id = o.id AND x.internal)
    UNION ALL
    SELECT 350004, 'payer-is-seller', 'customer', 'Customer ' || p.number || ' is the company that sells.',
           'Choose another customer under Invoiced to, or mark the order as invoiced.'
    FROM service.customers p WHERE p.number = h.payer_number AND p.company_code = h.subgroup
    UNION ALL
    SELECT 360000 + t.place, 'currency-mixed', 'order.currency', 'Order ' || x.number || ' is in ' || x.currency
           || ', the project''s invoice ' || o.number || ' in ' || h.currency || '.',
           'Take the order out of the project''s invoice and collect it in another one.'
    FROM service.order_sources t JOIN service.orders x ON x.id = t.source_id
    WHERE t.order_id = o.id AND x.id <> o.id AND nullif(x.currency, '') <> h.currency
    UNION ALL
    SELECT 1000000 + t.place * 100000::bigint + r.position, 'price-required', 'row.price',
           'Row "' || coalesce(nullif(btrim(r.description), ''), i.description, r.article_number, r.id::text) || '" of order ' || x.number
           || ' has price 0, and the group requires a price on all articles.',
           'Enter the row''s price. Only a time article with 0 hours may go without.'
    FROM service.order_sources t JOIN service.orders x ON x.id = t.source_id JOIN service.order_rows r ON r.order_id = x.id
    LEFT JOIN service.articles i ON i.number = r.article_number
    WHERE t.order_id = o.id AND s.require_prices AND NOT r.to_be_ordered AND r.kind <> 'TEXT' AND r.unit_price = 0
      AND NOT (r.quantity = 0 AND (r.kind = 'TIME' OR i.kind = 'TIME'))
    UNION ALL
    SELECT 1000000 + t.place * 100000::bigint + r.position, 'article-not-in-registry', 'row.article',
           'Row "' || coalesce(nullif(btrim(r.description), ''), r.article_number, r.id::text) || '" of order ' || x.number
           || CASE WHEN btrim(r.article_number) <> '' THEN ' has article ' || r.article_number || ', which is not in the register'
                   ELSE ' is free text' END || ', and the group requires articles from the register.',
           'Choose an article from the register, or add the article to it.'
    FROM service.order_sources t JOIN service.orders x ON x.id = t.source_id JOIN service.order_rows r ON r.order_id = x.id
    WHERE t.order_id = o.id AND s.require_registry_articles AND NOT r.to_be_ordered AND r.kind <> 'TEXT'
      AND NOT EXISTS (SELECT FROM service.articles i WHERE i.number = r.article_number)) b;

-- Every rule that applied to a document, in plain words, for people who look before they send or ask why.
-- Positions group them: 1 sending, 2 payer, 3 amounts, 4 references, 5 rows, 6 tax reduction, 7 other orders.

CREATE OR REPLACE VIEW service.hub_document_rules AS
SELECT d.subgroup, d.kind, d.number, d.payer_number, d.generation, r.position, r.rule, r.detail
FROM service.hub_documents h
JOIN service.documents d ON (d.subgroup, d.kind, d.number, d.payer_number, d.generation) = (h.subgroup, h.kind, h.number, h.payer_number, h.generation)
JOIN service.orders o ON o.id = d.order_id
JOIN service.effective_settings s ON s.subgroup = d.subgroup
LEFT JOIN service.customers c ON c.id = o.customer_id
LEFT JOIN service.customers p ON p.id = d.payer_id
LEFT JOIN service.facilities f ON f.id = o.facility_id
CROSS JOIN LATERAL (
    SELECT 101 AS position, 'not-sent' AS rule, h.unwanted_because AS detail
    UNION ALL
    SELECT 102, 'requested', CASE
        WHEN o.requested_at IS NOT NULL THEN coalesce(o.requested_by, 'somebody') || ' asked for it to be sent'
        WHEN s.immediately_send AND h.unwanted_because IS NULL THEN 'the group sends orders as soon as they are ready for invoicing' END
    UNION ALL
    SELECT 103, 'sent-again', 'somebody chose to send the order again: this is generation ' || d.generation WHERE d.generation > 1
    UNION ALL
    SELECT 104, 'target', CASE
        WHEN p.always_as_invoice AND s.send_as = 'ORDER' THEN 'sent as an invoice: the customer''s setting overrides the group''s'
        WHEN p.always_as_invoice THEN 'sent as an invoice: the customer is always invoiced directly, and so is the group'
        WHEN s.send_as = 'ORDER' THEN 'sent as an order: the group''s setting'
        ELSE 'sent as an invoice: the group''s setting' END
    UNION ALL
    SELECT 105, 'requirements', 'the order must have ' || nullif(concat_ws(', ',
        CASE WHEN s.require_measures THEN 'a measure' END, CASE WHEN s.require_prices THEN 'prices on all articles' END,
        CASE WHEN s.require_registry_articles THEN 'articles from the register only' END,
        CASE WHEN s.require_order_number OR c.require_order_number THEN 'the customer''s order number' END,
        CASE WHEN s.require_cost_centre OR c.require_cost_centre THEN 'a cost centre' END,
        CASE WHEN c.require_facility OR (s.require_facility AND NOT coalesce(c.facilities_disabled, false)) THEN 'a facility' END,
        CASE WHEN c.facilities_disabled OR (s.facilities_disabled AND NOT coalesce(c.require_facility, false)) THEN 'no facility' END), '')
    UNION ALL
    SELECT 201, 'payer', 'payer ' || d.payer_number || ' is invoiced: ' || w.why
    FROM (SELECT DISTINCT y.why FROM service.payers y
          WHERE y.order_id = d.order_id AND y.payer_id IS NOT DISTINCT FROM d.payer_id AND y.payer_id IS NOT NULL
            AND (d.empty OR EXISTS (SELECT FROM service.order_rows r WHERE r.order_id = y.source_id
                                    AND r.assignment_id IS NOT DISTINCT FROM y.assignment_id AND NOT r.to_be_ordered))) w
    UNION ALL
    SELECT 202, 'payer', 'nobody is named to be invoiced' WHERE d.payer_id IS NULL
    UNION ALL
    SELECT 203, 'several-payers', 'the order has ' || n.payers || ' payers: each gets a document of its own'
    FROM (SELECT count(*) AS payers FROM service.documents x WHERE x.order_id = d.order_id) n WHERE n.payers > 1
    UNION ALL
    SELECT 204, 'customer-deactivated', 'customer ' || c.number || ' of the order is deactivated: this old order still goes, to payer ' || d.payer_number
    WHERE NOT c.active AND c.id IS DISTINCT FROM d.payer_id
    UNION ALL
    SELECT 205, 'private', 'payer ' || d.payer_number || ' is a private person: the personal number goes to the accounting system'
    WHERE p.kind = 'PRIVATE'
    UNION ALL
    SELECT 301, 'prices', CASE
        WHEN p.vat_treatment NOT IN ('DOMESTIC', 'EU_WITH_VAT') THEN 'prices are sent without VAT: no VAT is charged'
        WHEN p.vat_type = 'NORMAL_VAT' THEN 'prices are sent with VAT: the customer''s VAT type is normal VAT'
        WHEN p.kind = 'PRIVATE' THEN 'prices are sent with VAT: the customer is a private person'
        WHEN h.sent_with_vat THEN 'prices are sent with VAT: the customer has no organisation number'
        ELSE 'prices are sent without VAT: the customer has an organisation number' END
    WHERE p.id IS NOT NULL
    UNION ALL
    SELECT 302, 'prices-converted', CASE WHEN h.sent_with_vat
        THEN 'the order''s prices are without VAT: the VAT of each row is added to them'
        ELSE 'the order''s prices are with VAT: the VAT of each row is taken out of them' END
    WHERE p.id IS NOT NULL AND EXISTS (
        SELECT FROM service.order_sources t JOIN service.orders x ON x.id = t.source_id
        WHERE t.order_id = o.id AND x.prices_include_vat <> h.sent_with_vat)
    UNION ALL
    SELECT 303, 'vat-treatment', CASE p.vat_treatment
        WHEN 'DOMESTIC_REVERSE_CHARGE' THEN 'reverse charge: the customer accounts for the VAT'
        WHEN 'EU_REVERSE_CHARGE' THEN 'reverse charge within the EU: the customer accounts for the VAT'
        WHEN 'EU_WITH_VAT' THEN 'sale within the EU with VAT'
        WHEN 'EXPORT' THEN 'export: no VAT' END
    UNION ALL
    SELECT 304, 'currency', 'in ' || h.currency || CASE
        WHEN nullif(o.currency, '') IS NOT NULL THEN ': the order''s currency'
        ELSE ': the customer''s currency, the order has none' END
    WHERE h.currency IS DISTINCT FROM 'SEK' OR nullif(o.currency, '') IS NULL
    UNION ALL
    SELECT 401, 'your-order-number', 'your order number ' || h.your_order_number || ' from ' || CASE
        WHEN nullif(o.customers_order_number, '') IS NOT NULL THEN 'the order'
        WHEN nullif(f.customers_order_number, '') IS NOT NULL THEN 'the facility ' || f.name
        WHEN o.kind = 'project' AND h.your_order_number IS DISTINCT FROM c.customers_order_number THEN 'the collected orders'
        ELSE 'customer ' || c.number END
    UNION ALL
    SELECT 402, 'our-reference', 'our reference ' || h.our_reference || ': the technician assigned to customer ' || c.number
    UNION ALL
    SELECT 403, 'your-reference', 'your reference ' || h.your_reference || ': the order''s '
                                  || CASE WHEN nullif(o.contact, '') IS NOT NULL THEN 'contact' ELSE 'requester' END
    UNION ALL
    SELECT 404, 'cost-centre', 'cost centre ' || h.cost_centre || ' from '
                               || CASE WHEN nullif(o.cost_centre, '') IS NOT NULL THEN 'the order'
                                       WHEN o.kind = 'project' AND h.cost_centre IS DISTINCT FROM c.cost_centre THEN 'the collected orders'
                                       ELSE 'customer ' || c.number END
    UNION ALL
    SELECT 405, 'delivery-address', 'delivered to the facility ' || h.facility_name
    WHERE concat(h.delivery_line1, h.delivery_line2, h.delivery_postal_code, h.delivery_city) <> ''
    UNION ALL
    SELECT 501, 'texts', 'as text rows: ' || coalesce(nullif(concat_ws(', ', CASE WHEN s.order_text_as_row THEN 'order text' END,
        CASE WHEN s.texts_as_rows LIKE '%DESCRIPTION%' THEN 'descriptions' END, CASE WHEN s.errors_as_rows THEN 'errors' END,
        CASE WHEN s.texts_as_rows LIKE '%MEASURES%' THEN 'measures' || CASE WHEN s.measures_with_date_and_user
            THEN ' with date and user' ELSE '' END END), ''), 'nothing')
    UNION ALL
    SELECT 502, 'to-be-ordered', n.left_out || CASE n.left_out WHEN 1 THEN ' article' ELSE ' articles' END || ' to be ordered '
                                 || CASE n.left_out WHEN 1 THEN 'is' ELSE 'are' END || ' left out'
    FROM (SELECT count(*) AS left_out FROM service.payers y
          JOIN service.order_rows r ON r.order_id = y.source_id AND r.assignment_id IS NOT DISTINCT FROM y.assignment_id AND r.to_be_ordered
          WHERE y.order_id = o.id AND y.payer_id IS NOT DISTINCT FROM d.payer_id) n
    WHERE n.left_out > 0
    UNION ALL
    SELECT 601, 'tax-reduction', h.tax_reduction || ' is asked for by ' || n.persons || CASE n.persons WHEN 1 THEN ' person' ELSE ' persons' END
    FROM (SELECT count(*) AS persons FROM service.hub_document_persons x
          WHERE (x.subgroup, x.kind, x.number, x.payer_number, x.generation) = (d.subgroup, d.kind, d.number, d.payer_number, d.generation)) n
    UNION ALL
    SELECT 602, 'tax-reduction', a.asked || ' is not asked for here: another payer of the order pays for the labour'
    FROM service.asked_reductions a WHERE a.order_id = o.id AND h.tax_reduction IS NULL
    UNION ALL
    SELECT 603, 'house-work', n.rows || CASE n.rows WHEN 1 THEN ' row is' ELSE ' rows are' END
                              || ' labour of a kind with tax reduction, but the order asks for none'
    FROM (SELECT count(*) AS rows FROM service.house_work w WHERE w.order_id = o.id AND w.payer_id IS NOT DISTINCT FROM d.payer_id) n
    WHERE n.rows > 0 AND h.tax_reduction IS NULL
    UNION ALL
    SELECT 701, 'collects', 'the project''s invoice collects ' || (SELECT string_agg(x.kind || ' order ' || x.number, ', ' ORDER BY x.collected_position)
                                                                  FROM service.orders x WHERE x.collected_by = o.id)
    UNION ALL
    SELECT 702, 'collected', 'its rows are invoiced with the project''s invoice ' || x.number FROM service.orders x WHERE x.id = o.collected_by
    UNION ALL
    SELECT 703, 'part-of', 'made from ' || x.kind || ' order ' || x.number || ': each part is invoiced under its own number'
    FROM service.orders x WHERE x.id = o.part_of
    UNION ALL
    SELECT 704, 'parts', 'parts of it are invoiced under their own numbers: '
                         || (SELECT string_agg(x.number, ', ' ORDER BY x.id) FROM service.orders x WHERE x.part_of = o.id)
    UNION ALL
    SELECT 705, 'agreement', 'made from agreement ' || x.number || ' for the period from ' || o.agreement_period
    FROM service.agreements x WHERE x.id = o.agreement_id) r
WHERE r.detail IS NOT NULL;
