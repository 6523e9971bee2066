-- A customer is one for every subgroup that a connection serves: one way there, and one binding stands for all.

ALTER TABLE hub.transfer ADD COLUMN twin bigint NOT NULL DEFAULT 0;
COMMENT ON COLUMN hub.transfer.twin IS 'Its own id, if it was under way beside another of the same record before that was made impossible.';

UPDATE hub.transfer t SET state = 'SUPERSEDED', waits_for = NULL, changed_at = clock_timestamp()
WHERE t.subject IN ('CUSTOMER', 'ARTICLE') AND t.state IN ('WAITING', 'DUE', 'QUEUED', 'REJECTED', 'EXHAUSTED')
  AND NOT EXISTS (SELECT FROM hub.transfer_step s WHERE s.transfer_id = t.id AND s.state <> 'PLANNED')
  AND EXISTS (SELECT FROM hub.transfer o
              WHERE (o.connection, o.subject, o.store, o.kind, o.number) = (t.connection, t.subject, t.store, t.kind, t.number)
                AND o.state NOT IN ('DELIVERED', 'WITHDRAWN', 'SUPERSEDED') AND o.id < t.id);

UPDATE hub.transfer t SET twin = t.id
WHERE t.subject IN ('CUSTOMER', 'ARTICLE') AND t.state NOT IN ('DELIVERED', 'WITHDRAWN', 'SUPERSEDED')
  AND EXISTS (SELECT FROM hub.transfer o
              WHERE (o.connection, o.subject, o.store, o.kind, o.number) = (t.connection, t.subject, t.store, t.kind, t.number)
                AND o.state NOT IN ('DELIVERED', 'WITHDRAWN', 'SUPERSEDED') AND o.id < t.id);

DROP INDEX hub.transfer_customer, hub.transfer_article;
CREATE UNIQUE INDEX transfer_of_one_record ON hub.transfer (connection, store, kind, number, twin)
    WHERE subject IN ('CUSTOMER', 'ARTICLE') AND state NOT IN ('DELIVERED', 'WITHDRAWN', 'SUPERSEDED');

CREATE INDEX binding_of_customer ON hub.binding (connection, number) WHERE kind = 'customer';

-- The customer's number at the partner: as this subgroup brought it, else as another did, else as it was matched.
CREATE FUNCTION hub.customer_number(p_connection text, p_store text, p_subgroup text, p_number text) RETURNS text
LANGUAGE sql STABLE AS $$
    SELECT known.partner_number FROM (
        SELECT b.subgroup <> p_subgroup AS elsewhere, b.bound_at, b.partner_number FROM hub.binding b
        WHERE b.connection = p_connection AND b.kind = 'customer' AND b.number = p_number AND b.store = p_store
        UNION ALL
        SELECT NULL, NULL, l.partner_number FROM hub.register_link l
        WHERE l.connection = p_connection AND l.register = 'CUSTOMERS' AND l.number = p_number) known
    ORDER BY known.elsewhere NULLS LAST, known.bound_at LIMIT 1
$$;
