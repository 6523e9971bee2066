-- A document asks for one tax reduction: orders of different persons, or with different properties, are not collected in one. And it has
-- one currency: an order without one is in its own customer's.

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
    SELECT 360000 + t.place, 'currency-mixed', 'order.currency', 'Order ' || x.number || ' is in ' || y.currency
           || ', the project''s invoice ' || o.number || ' in ' || h.currency || '.',
           'Take the order out of the project''s invoice and collect it in another one.'
    FROM service.order_sources t JOIN service.orders x ON x.id = t.source_id
    CROSS JOIN LATERAL (SELECT coalesce(nullif(x.currency, ''), (SELECT nullif(k.currency, '') FROM service.customers k
                                                                 WHERE k.id = x.customer_id)) AS currency) y
    WHERE t.order_id = o.id AND x.id <> o.id AND y.currency <> h.currency
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
      AND NOT EXISTS (SELECT FROM service.articles i WHERE i.number = r.article_number)
    UNION ALL
    SELECT 350005, 'tax-reductions-differ', 'order.taxReduction', 'The orders ' || string_agg(a.number, ', ' ORDER BY a.place)
           || ' ask for tax reductions of different persons, or for different properties; an invoice asks for one.',
           'Take orders out of the project''s invoice, and collect those of each household in an invoice of their own.'
    FROM (SELECT x.number, t.place, concat_ws('|', x.tax_reduction, coalesce(y.property, p.property_designation),
                                              coalesce(y.apartment, p.apartment_number), coalesce(y.association, p.housing_association),
                                              (SELECT string_agg(n.share || ' ' || regexp_replace(n.personal_number, '\D', '', 'g'), '|'
                                                                 ORDER BY n.personal_number)
                                               FROM service.order_persons n WHERE n.order_id = x.id)) AS asked
          FROM service.order_sources t JOIN service.orders x ON x.id = t.source_id LEFT JOIN service.customers p ON p.number = h.payer_number
          CROSS JOIN LATERAL (SELECT nullif(x.property_designation, '') AS property, nullif(x.apartment_number, '') AS apartment,
                                     nullif(x.housing_association, '') AS association) y
          WHERE t.order_id = o.id AND x.id <> o.id AND x.tax_reduction IS NOT NULL
            AND EXISTS (SELECT FROM service.house_work w JOIN service.order_rows r ON r.id = w.row_id
                        WHERE w.order_id = o.id AND w.payer_id = p.id AND r.order_id = x.id)) a
    WHERE h.tax_reduction IS NOT NULL
    HAVING count(DISTINCT a.asked) > 1) b;
