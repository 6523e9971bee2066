-- Every rule that applied to a document, in plain words, for people who look before they send or ask why.
-- Positions group them: 1 sending, 2 payer, 3 amounts, 4 references, 5 rows, 6 tax reduction, 7 other orders.

CREATE VIEW service.hub_document_rules AS
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
        CASE WHEN s.require_facility OR c.require_facility THEN 'a facility' END,
        CASE WHEN s.facilities_disabled OR c.facilities_disabled THEN 'no facility' END), '')
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
        ELSE 'customer ' || c.number END
    UNION ALL
    SELECT 402, 'our-reference', 'our reference ' || h.our_reference || ': the technician assigned to customer ' || c.number
    UNION ALL
    SELECT 403, 'your-reference', 'your reference ' || h.your_reference || ': the order''s '
                                  || CASE WHEN nullif(o.contact, '') IS NOT NULL THEN 'contact' ELSE 'requester' END
    UNION ALL
    SELECT 404, 'cost-centre', 'cost centre ' || h.cost_centre || ' from '
                               || CASE WHEN nullif(o.cost_centre, '') IS NOT NULL THEN 'the order' ELSE 'customer ' || c.number END
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
