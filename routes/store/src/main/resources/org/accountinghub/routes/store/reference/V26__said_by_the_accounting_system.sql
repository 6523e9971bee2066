-- The store contract, version 3: what only the accounting system knows of a customer.

CREATE TABLE service.customer_accounting (
    customer_id          bigint NOT NULL REFERENCES service.customers ON DELETE CASCADE,
    connection           text NOT NULL,
    accounting_number    text,
    balance              numeric(18, 2),
    credit_blocked       boolean,
    last_invoice_number  text,
    last_invoice_date    date,
    vat_number_validated boolean,
    noted_at             timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (customer_id, connection)
);
CREATE INDEX customer_accounting_number ON service.customer_accounting (connection, accounting_number);
COMMENT ON TABLE service.customer_accounting IS 'As the accounting system says it: to be read, and by nobody but the hub written.';

CREATE FUNCTION service.refuse_noting() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF coalesce(current_setting('service.noting', true), '') <> 'yes' THEN
        RAISE EXCEPTION 'what the accounting system says of a customer is not changed here' USING ERRCODE = 'check_violation';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER refuse_noting BEFORE INSERT OR UPDATE ON service.customer_accounting FOR EACH ROW EXECUTE FUNCTION service.refuse_noting();

CREATE VIEW service.hub_customer_accounting AS
SELECT c.number AS customer_number, a.connection, a.accounting_number, a.balance, a.credit_blocked, a.last_invoice_number, a.last_invoice_date,
       a.vat_number_validated, a.noted_at
FROM service.customer_accounting a
JOIN service.customers c ON c.id = a.customer_id;

CREATE FUNCTION service.is_date(value text) RETURNS boolean LANGUAGE plpgsql IMMUTABLE AS $$
BEGIN
    RETURN value ~ '^\d{4}-\d\d-\d\d$' AND value::date IS NOT NULL;
EXCEPTION WHEN datetime_field_overflow OR invalid_datetime_format THEN
    RETURN false;
END $$;

CREATE FUNCTION service.refusal_of_note(fields jsonb) RETURNS text[] LANGUAGE sql STABLE AS $$
    SELECT ARRAY[f, CASE f WHEN 'balance' THEN 'a balance is a number with 15 digits and two decimals at the most'
                           WHEN 'last_invoice_date' THEN 'a date is written YYYY-MM-DD'
                           WHEN 'credit_blocked' THEN 'it is true or false'
                           WHEN 'vat_number_validated' THEN 'it is true or false'
                           ELSE 'nothing of that name is kept from the accounting system' END]
    FROM jsonb_each_text(fields) n (f, v)
    WHERE CASE
        WHEN f IN ('accounting_number', 'last_invoice_number') THEN false
        WHEN f = 'balance' THEN v !~ '^-?[0-9]{1,15}(\.[0-9]{1,2})?$'
        WHEN f = 'last_invoice_date' THEN NOT service.is_date(v)
        WHEN f IN ('credit_blocked', 'vat_number_validated') THEN v NOT IN ('true', 'false')
        ELSE true END
    LIMIT 1
$$;

CREATE FUNCTION service.hub_note_customers(p_connection text, p_notes jsonb)
    RETURNS TABLE (place bigint, number text, verdict text, field text, reason text)
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp SET lock_timeout = '5s' AS $$
BEGIN
    PERFORM set_config('service.noting', 'yes', true);
    PERFORM FROM service.customer_accounting a
    WHERE a.connection = p_connection AND a.customer_id IN (SELECT c.id FROM service.customers c
        WHERE c.number IN (SELECT btrim(one ->> 'number') FROM jsonb_array_elements(p_notes) one))
    ORDER BY a.customer_id FOR UPDATE;
    RETURN QUERY
    WITH given AS (
        SELECT position, btrim(one ->> 'number') AS number, coalesce(one -> 'fields', '{}') AS fields,
               row_number() OVER (PARTITION BY btrim(one ->> 'number') ORDER BY position) AS nth
        FROM jsonb_array_elements(p_notes) WITH ORDINALITY rows (one, position)),
    judged AS (
        SELECT g.position, g.number, c.id, r.refusal, CASE WHEN r.refusal IS NULL THEN jsonb_populate_record(a, g.fields) END AS w
        FROM given g
        LEFT JOIN service.customers c ON c.number = g.number
        LEFT JOIN service.customer_accounting a ON a.customer_id = c.id AND a.connection = p_connection
        CROSS JOIN LATERAL (SELECT CASE
            WHEN c.id IS NULL THEN ARRAY['number', 'there is no customer with this number']
            WHEN g.nth > 1 THEN ARRAY['number', 'it stands twice in the same call']
            ELSE service.refusal_of_note(g.fields) END AS refusal) r),
    noted AS (
        INSERT INTO service.customer_accounting AS old (customer_id, connection, accounting_number, balance, credit_blocked, last_invoice_number,
                                                        last_invoice_date, vat_number_validated)
        SELECT j.id, p_connection, (w).accounting_number, (w).balance, (w).credit_blocked, (w).last_invoice_number, (w).last_invoice_date,
               (w).vat_number_validated
        FROM judged j WHERE refusal IS NULL ORDER BY j.id
        ON CONFLICT (customer_id, connection) DO UPDATE
        SET accounting_number = excluded.accounting_number, balance = excluded.balance, credit_blocked = excluded.credit_blocked,
            last_invoice_number = excluded.last_invoice_number, last_invoice_date = excluded.last_invoice_date,
            vat_number_validated = excluded.vat_number_validated, noted_at = now()
        WHERE (old.accounting_number, old.balance, old.credit_blocked, old.last_invoice_number, old.last_invoice_date, old.vat_number_validated)
            IS DISTINCT FROM (excluded.accounting_number, excluded.balance, excluded.credit_blocked, excluded.last_invoice_number,
                              excluded.last_invoice_date, excluded.vat_number_validated)
        RETURNING customer_id)
    SELECT j.position, j.number,
           CASE WHEN j.refusal IS NOT NULL THEN 'REFUSED' WHEN n.customer_id IS NULL THEN 'UNCHANGED' ELSE 'UPDATED' END,
           j.refusal[1], j.refusal[2]
    FROM judged j LEFT JOIN noted n ON n.customer_id = j.id
    ORDER BY j.position;
    PERFORM set_config('service.noting', 'no', true);
END $$;
