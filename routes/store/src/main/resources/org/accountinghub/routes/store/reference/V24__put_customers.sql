-- The store contract, version 3: the hub writes customers. Each row stands alone: CREATED, UPDATED, UNCHANGED, REFUSED (with field and
-- reason), BUSY: somebody keeps it, and the same again later is right; or OVERTAKEN: it is no longer the one that was expected.

CREATE TYPE service.record_put AS (position bigint, id bigint, number text, changed jsonb, former jsonb, overtaken boolean, field text,
                                   reason text);

CREATE FUNCTION service.verdict_of(put service.record_put, busy text[], made text[]) RETURNS text LANGUAGE sql IMMUTABLE AS $$
    SELECT CASE
        WHEN put.reason IS NOT NULL THEN 'REFUSED'
        WHEN put.number = ANY (busy) THEN 'BUSY'
        WHEN put.overtaken THEN 'OVERTAKEN'
        WHEN put.id IS NULL THEN CASE WHEN put.number = ANY (made) THEN 'CREATED' ELSE 'BUSY' END
        WHEN put.changed = '{}' THEN 'UNCHANGED'
        ELSE 'UPDATED' END
$$;

-- OFFSET 0, here and below: what is worked out once for each row is not worked out again for each use of it.
-- Which field of a customer is not as it must be, and why; null when all is well.
CREATE FUNCTION service.refusal_of_customer(wanted service.customer_records, fields jsonb, changed jsonb) RETURNS text[] LANGUAGE sql STABLE AS $$
    SELECT coalesce(
        (SELECT ARRAY[f, 'a customer has no such field'] FROM jsonb_object_keys(fields) f
         WHERE f <> ALL ('{name,kind,registration_number,vat_number,invoice_line1,invoice_line2,invoice_postal_code,invoice_city,invoice_country,
            visiting_line1,visiting_line2,visiting_postal_code,visiting_city,visiting_country,postal_line1,postal_line2,postal_postal_code,
            postal_city,postal_country,email,invoice_email,phone,currency,language,vat_treatment,cost_centre,customers_order_number,
            assigned_technician,active}'::text[]) LIMIT 1),
        CASE
            WHEN wanted.name IS NULL THEN ARRAY['name', 'a customer needs a name']
            WHEN wanted.kind IS NULL OR wanted.kind NOT IN ('BUSINESS', 'PRIVATE') THEN ARRAY['kind', 'a customer is BUSINESS or PRIVATE']
            WHEN wanted.vat_treatment IS NULL
                OR wanted.vat_treatment NOT IN ('DOMESTIC', 'DOMESTIC_REVERSE_CHARGE', 'EU_REVERSE_CHARGE', 'EU_WITH_VAT', 'EXPORT')
                THEN ARRAY['vat_treatment', 'there is no such VAT treatment']
            WHEN wanted.active IS NULL OR wanted.active NOT IN ('true', 'false') THEN ARRAY['active', 'a customer is active, true or false']
            WHEN changed ? 'currency' AND wanted.currency !~ '^[A-Z]{3}$' THEN ARRAY['currency', 'a currency has three letters (ISO 4217)']
            WHEN changed ? 'language' AND wanted.language !~ '^[a-z]{2}$' THEN ARRAY['language', 'a language has two letters (ISO 639-1)']
        END,
        (SELECT ARRAY[f, 'a country has two letters (ISO 3166-1)'] FROM jsonb_each_text(changed) c (f, v)
         WHERE f LIKE '%\_country' AND v !~ '^[A-Z]{2}$' LIMIT 1))
$$;

-- Why a new customer cannot have this number; null when it can.
CREATE FUNCTION service.refusal_of_number(p_number text) RETURNS text LANGUAGE sql STABLE AS $$
    SELECT CASE
        WHEN p_number = '-' THEN 'no customer has the number -'
        WHEN length(p_number) < s.customer_number_min_length THEN 'it is shorter than ' || s.customer_number_min_length || ' characters'
        WHEN length(p_number) > s.customer_number_max_length THEN 'it is longer than ' || s.customer_number_max_length || ' characters'
        ELSE (SELECT 'customer ' || c.number || ' had this number before' FROM service.former_customer_numbers f
              JOIN service.customers c ON c.id = f.customer_id WHERE f.number = p_number) END
    FROM service.effective_settings s WHERE s.subgroup = ''
$$;

CREATE FUNCTION service.new_customer() RETURNS service.customer_records LANGUAGE sql IMMUTABLE AS $$
    SELECT jsonb_populate_record(NULL::service.customer_records, '{"kind": "BUSINESS", "vat_treatment": "DOMESTIC", "active": "true"}')
$$;

CREATE FUNCTION service.judged_customers(p_customers jsonb) RETURNS service.record_put[] LANGUAGE sql STABLE AS $$
    SELECT array_agg(ROW(g.position, r.id, g.number, changed, service.former_values(record, changed),
                         coalesce(g.expected <> coalesce(r.change, 0), false),
                         CASE WHEN misnumbered IS NOT NULL THEN 'number' ELSE unfit[1] END, coalesce(misnumbered, unfit[2]))::service.record_put)
    FROM (SELECT position, nullif(btrim(one ->> 'number'), '') AS number, coalesce(one -> 'fields', '{}') AS fields,
                 (one ->> 'expected')::bigint AS expected, row_number() OVER (PARTITION BY btrim(one ->> 'number') ORDER BY position) AS nth
          FROM jsonb_array_elements(p_customers) WITH ORDINALITY rows (one, position)) g
    LEFT JOIN service.customer_records r ON r.number = g.number
    CROSS JOIN LATERAL (SELECT CASE WHEN r.id IS NULL THEN to_jsonb(service.new_customer()) ELSE to_jsonb(r) END AS record OFFSET 0) b
    CROSS JOIN LATERAL (SELECT service.changes_of(record, g.fields) AS changed OFFSET 0) c
    CROSS JOIN LATERAL (SELECT service.refusal_of_customer(jsonb_populate_record(NULL::service.customer_records, record || changed),
                                                           g.fields, changed) AS unfit OFFSET 0) u
    CROSS JOIN LATERAL (SELECT CASE
        WHEN g.number IS NULL THEN 'a customer needs a number'
        WHEN g.nth > 1 THEN 'it stands twice in the same call'
        WHEN r.id IS NULL THEN service.refusal_of_number(g.number) END AS misnumbered OFFSET 0) n
$$;

-- The numbers of those that were made.
CREATE FUNCTION service.make_customers(puts service.record_put[], p_by text) RETURNS text[] LANGUAGE sql AS $$
    WITH wanted AS (
        SELECT p.number, p.changed, jsonb_populate_record(service.new_customer(), p.changed) AS w
        FROM unnest(puts) p WHERE p.id IS NULL AND p.reason IS NULL AND NOT p.overtaken),
    made AS (
        INSERT INTO service.customers (number, name, kind, organisation_number, personal_number, vat_number, vat_treatment, language, currency,
                                       email, invoice_emails, phone, cost_centre, customers_order_number, assigned_technician, active)
        SELECT number, (w).name, (w).kind, CASE (w).kind WHEN 'BUSINESS' THEN (w).registration_number END,
               CASE (w).kind WHEN 'PRIVATE' THEN (w).registration_number END, (w).vat_number, (w).vat_treatment, (w).language, (w).currency,
               (w).email, array_remove(ARRAY[(w).invoice_email], NULL), (w).phone, (w).cost_centre, (w).customers_order_number,
               (w).assigned_technician, (w).active::boolean
        FROM wanted ORDER BY number
        ON CONFLICT (number) DO NOTHING
        RETURNING id, number),
    addressed AS (
        INSERT INTO service.customer_addresses (customer_id, use, line1, line2, postal_code, city, country_code)
        SELECT m.id, a.* FROM made m JOIN wanted USING (number) CROSS JOIN LATERAL service.addresses_of(w) a
        WHERE num_nonnulls(a.line1, a.line2, a.postal_code, a.city, a.country_code) > 0),
    told AS (
        INSERT INTO service.register_history (customer_id, by, what, former) SELECT m.id, p_by, 'created', '{}' FROM made m)
    SELECT coalesce(array_agg(number), '{}') FROM made
$$;

CREATE FUNCTION service.change_customers(puts service.record_put[], p_by text) RETURNS void LANGUAGE sql AS $$
    WITH changing AS (
        SELECT p.id, p.changed, p.former, jsonb_populate_record(r, p.changed) AS w
        FROM unnest(puts) p JOIN service.customer_records r ON r.id = p.id
        WHERE p.reason IS NULL AND NOT p.overtaken AND p.changed <> '{}'),
    changed AS (
        UPDATE service.customers c
        SET name = (w).name, kind = (w).kind,
            organisation_number = CASE WHEN (w).kind = 'BUSINESS' THEN (w).registration_number WHEN x.changed ? 'kind' THEN NULL
                                       ELSE c.organisation_number END,
            personal_number = CASE (w).kind WHEN 'PRIVATE' THEN (w).registration_number END,
            vat_number = (w).vat_number, vat_treatment = (w).vat_treatment, language = (w).language, currency = (w).currency, email = (w).email,
            invoice_emails = CASE WHEN NOT x.changed ? 'invoice_email' THEN c.invoice_emails
                                  WHEN (w).invoice_email IS NULL AND cardinality(c.invoice_emails) < 2 THEN '{}'
                                  ELSE (w).invoice_email || c.invoice_emails[2:] END,
            phone = (w).phone, cost_centre = (w).cost_centre, customers_order_number = (w).customers_order_number,
            assigned_technician = (w).assigned_technician, active = (w).active::boolean
        FROM changing x WHERE c.id = x.id),
    addressed AS (
        INSERT INTO service.customer_addresses AS old (customer_id, use, line1, line2, postal_code, city, country_code)
        SELECT x.id, a.* FROM changing x CROSS JOIN LATERAL service.addresses_of(w) a
        WHERE x.changed ?| ARRAY[lower(a.use) || '_line1', lower(a.use) || '_line2', lower(a.use) || '_postal_code', lower(a.use) || '_city',
                                 lower(a.use) || '_country']
        ON CONFLICT (customer_id, use) DO UPDATE
        SET line1 = excluded.line1, line2 = excluded.line2, postal_code = excluded.postal_code, city = excluded.city,
            country_code = excluded.country_code)
    INSERT INTO service.register_history (customer_id, by, what, former) SELECT x.id, p_by, 'changed', x.former FROM changing x
$$;

CREATE FUNCTION service.hub_put_customers(p_customers jsonb, p_by text)
    RETURNS TABLE (place bigint, number text, verdict text, field text, reason text)
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp SET lock_timeout = '5s' AS $$
DECLARE
    busy text[];
    puts service.record_put[];
    made text[] := '{}';
BEGIN
    PERFORM set_config('service.by_hub', 'yes', true), set_config('service.putting', 'yes', true);
    busy := service.take_records('customers', ARRAY(SELECT btrim(one ->> 'number') FROM jsonb_array_elements(p_customers) one));
    puts := service.judged_customers(p_customers);
    BEGIN
        PERFORM service.change_customers(ARRAY(SELECT p FROM unnest(puts) p WHERE p.number <> ALL (busy)), p_by);
        made := service.make_customers(puts, p_by);
    EXCEPTION WHEN lock_not_available OR deadlock_detected THEN
        busy := ARRAY(SELECT p.number FROM unnest(puts) p WHERE p.number IS NOT NULL);
    END;
    PERFORM set_config('service.putting', 'no', true);
    RETURN QUERY
    SELECT p.position, p.number, service.verdict_of(p, busy, made), p.field, p.reason FROM unnest(puts) p ORDER BY p.position;
END $$;

-- Numbers for new customers: the wanted one where it is free and fits, else one that the store generates; null with the reason where it does not.
CREATE FUNCTION service.hub_customer_numbers(p_wanted text[]) RETURNS TABLE (wanted text, number text, reason text)
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp SET lock_timeout = '5s' AS $$
DECLARE
    unfit   text[];
    made    text[];
    refusal text;
BEGIN
    unfit := ARRAY(SELECT DISTINCT w FROM unnest(p_wanted) w
                   WHERE nullif(btrim(w), '') IS NULL OR w <> btrim(w) OR service.refusal_of_number(w) IS NOT NULL
                      OR EXISTS (SELECT FROM service.customers c WHERE c.number = w));
    IF cardinality(unfit) > 0 THEN
        SELECT g.numbers, g.refusal INTO made, refusal FROM service.generate_numbers('', cardinality(unfit)) g;
    END IF;
    RETURN QUERY
    SELECT w, CASE WHEN place IS NULL THEN w ELSE made[place] END, CASE WHEN place IS NOT NULL THEN refusal END
    FROM (SELECT DISTINCT w FROM unnest(p_wanted) w) wanting
    LEFT JOIN unnest(unfit) WITH ORDINALITY u (w, place) USING (w);
END $$;
