-- The store contract, version 3, writing registers: one form of a record, what differs and what stands against it.

CREATE OR REPLACE VIEW service.hub_contract AS SELECT 3 AS version;

ALTER TABLE service.former_customer_numbers ADD COLUMN change bigint NOT NULL DEFAULT 0;
ALTER TABLE service.former_customer_numbers ALTER COLUMN change SET DEFAULT pg_current_xact_id()::text::bigint;

CREATE VIEW service.hub_former_customer_numbers AS
SELECT f.number, c.number AS customer_number, f.changed_at, f.change
FROM service.former_customer_numbers f
JOIN service.customers c ON c.id = f.customer_id;

-- Not part of the contract: a record as the words that the hub writes it with.
CREATE VIEW service.customer_records AS
SELECT c.id, c.change, c.number, c.name, c.kind,
       CASE c.kind WHEN 'PRIVATE' THEN c.personal_number ELSE c.organisation_number END AS registration_number, c.vat_number,
       i.line1 AS invoice_line1, i.line2 AS invoice_line2, i.postal_code AS invoice_postal_code, i.city AS invoice_city,
       i.country_code AS invoice_country,
       v.line1 AS visiting_line1, v.line2 AS visiting_line2, v.postal_code AS visiting_postal_code, v.city AS visiting_city,
       v.country_code AS visiting_country,
       p.line1 AS postal_line1, p.line2 AS postal_line2, p.postal_code AS postal_postal_code, p.city AS postal_city,
       p.country_code AS postal_country,
       c.email, c.invoice_emails[1] AS invoice_email, c.phone, c.currency, c.language, c.vat_treatment, c.cost_centre,
       c.customers_order_number, c.assigned_technician, c.active::text AS active
FROM service.customers c
LEFT JOIN service.customer_addresses i ON i.customer_id = c.id AND i.use = 'INVOICE'
LEFT JOIN service.customer_addresses v ON v.customer_id = c.id AND v.use = 'VISITING'
LEFT JOIN service.customer_addresses p ON p.customer_id = c.id AND p.use = 'POSTAL';

CREATE VIEW service.article_records AS
SELECT a.id, a.change, a.number, a.description, a.unit, trim_scale(a.price)::text AS price, trim_scale(a.vat_rate)::text AS vat_rate,
       a.active::text AS active
FROM service.articles a;

CREATE FUNCTION service.addresses_of(r service.customer_records, OUT use text, OUT line1 text, OUT line2 text, OUT postal_code text, OUT city text,
                                     OUT country_code text) RETURNS SETOF record LANGUAGE sql IMMUTABLE AS $$
    VALUES ('INVOICE', r.invoice_line1, r.invoice_line2, r.invoice_postal_code, r.invoice_city, r.invoice_country),
           ('VISITING', r.visiting_line1, r.visiting_line2, r.visiting_postal_code, r.visiting_city, r.visiting_country),
           ('POSTAL', r.postal_line1, r.postal_line2, r.postal_postal_code, r.postal_city, r.postal_country)
$$;

CREATE TABLE service.register_history (
    id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    customer_id bigint REFERENCES service.customers ON DELETE CASCADE,
    article_id  bigint REFERENCES service.articles ON DELETE CASCADE,
    at          timestamptz NOT NULL DEFAULT now(),
    by          text NOT NULL CHECK (by <> ''),
    what        text NOT NULL CHECK (what IN ('created', 'changed')),
    former      jsonb NOT NULL,
    CHECK (num_nonnulls(customer_id, article_id) = 1)
);
CREATE INDEX register_history_customer ON service.register_history (customer_id) WHERE customer_id IS NOT NULL;
CREATE INDEX register_history_article ON service.register_history (article_id) WHERE article_id IS NOT NULL;
COMMENT ON COLUMN service.register_history.former IS 'The fields that were set, with the values they had; a registration number is never shown.';

-- As the store spells a value; null = no value.
CREATE FUNCTION service.spelled(field text, value text) RETURNS text LANGUAGE sql IMMUTABLE AS $$
    SELECT CASE
        WHEN field = 'kind' OR field = 'currency' OR field = 'vat_treatment' OR field LIKE '%\_country' THEN upper(text)
        WHEN field = 'language' OR field = 'active' THEN lower(text)
        WHEN field IN ('price', 'vat_rate') AND text ~ '^-?[0-9]{1,20}(\.[0-9]{1,20})?$' THEN trim_scale(text::numeric)::text
        ELSE text END
    FROM (SELECT nullif(btrim(regexp_replace(value, '\s+', ' ', 'g')), '') AS text) one
$$;

-- What two spellings of the same value have in common.
CREATE FUNCTION service.gist_of(field text, value text) RETURNS text LANGUAGE sql IMMUTABLE AS $$
    SELECT CASE
        WHEN field = 'registration_number' AND value !~ '[[:alpha:]]'
            THEN regexp_replace(regexp_replace(value, '\D', '', 'g'), '^(16|18|19|20)(\d{10})$', '\2')
        WHEN field IN ('registration_number', 'vat_number') THEN upper(regexp_replace(value, '[ .-]', '', 'g'))
        WHEN field LIKE '%\_postal\_code' THEN regexp_replace(value, '(?<=\d) (?=\d)', '', 'g')
        ELSE service.spelled(field, value) END
$$;

-- The fields that get another value, with it. Another spelling of the same value is none.
CREATE FUNCTION service.changes_of(record jsonb, fields jsonb) RETURNS jsonb LANGUAGE sql IMMUTABLE AS $$
    SELECT coalesce(jsonb_object_agg(f.field, f.value), '{}')
    FROM (SELECT key AS field, service.spelled(key, value) AS value, record ->> key AS former FROM jsonb_each_text(fields)) f
    WHERE f.value IS DISTINCT FROM f.former
      AND (num_nulls(f.value, f.former) > 0 OR service.gist_of(f.field, f.value) <> service.gist_of(f.field, f.former))
$$;

CREATE FUNCTION service.former_values(record jsonb, changed jsonb) RETURNS jsonb LANGUAGE sql IMMUTABLE AS $$
    SELECT coalesce(jsonb_object_agg(field, CASE field WHEN 'registration_number' THEN '"*"' ELSE record -> field END), '{}')
    FROM jsonb_object_keys(changed) field
$$;

-- Takes the records that nobody holds, then waits for the others, 5 s in all. Who keeps his for longer is named.
CREATE FUNCTION service.take_records(p_register text, p_numbers text[], OUT busy text[])
    LANGUAGE plpgsql SET lock_timeout = '5s' AS $$
DECLARE
    until CONSTANT timestamptz := clock_timestamp() + interval '5 s';
    taken bigint[];
    other record;
BEGIN
    EXECUTE format('SELECT coalesce(array_agg(x.id), ''{}'') FROM (SELECT r.id FROM service.%I r WHERE r.number = ANY ($1)
                    ORDER BY r.id FOR NO KEY UPDATE SKIP LOCKED) x', p_register) INTO taken USING p_numbers;
    busy := '{}';
    FOR other IN EXECUTE format('SELECT r.id, r.number FROM service.%I r WHERE r.number = ANY ($1) AND r.id <> ALL ($2) ORDER BY r.id',
                                p_register) USING p_numbers, taken
    LOOP
        PERFORM set_config('lock_timeout', greatest(1, ceil(extract(epoch FROM until - clock_timestamp()) * 1000))::text || 'ms', true);
        BEGIN
            EXECUTE format('SELECT FROM service.%I r WHERE r.id = $1 FOR NO KEY UPDATE', p_register) USING other.id;
        EXCEPTION WHEN lock_not_available OR deadlock_detected THEN
            busy := busy || other.number;
        END;
    END LOOP;
END $$;

-- What the hub sets is one change of the record, and its addresses tell no second one.
CREATE OR REPLACE FUNCTION service.touch_customer() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF coalesce(current_setting('service.putting', true), '') <> 'yes' THEN
        UPDATE service.customers SET changed_at = now()
        WHERE id = CASE WHEN TG_OP = 'DELETE' THEN OLD.customer_id ELSE NEW.customer_id END;
    END IF;
    RETURN NULL;
END $$;

-- Numbers that follow the highest one there is or was or that was given out: none is given twice, also where nobody took it.
CREATE INDEX customers_counted ON service.customers ((number::bigint)) WHERE number ~ '^[0-9]{1,15}$';
CREATE INDEX former_customer_numbers_counted ON service.former_customer_numbers ((number::bigint)) WHERE number ~ '^[0-9]{1,15}$';
CREATE TABLE service.generated_numbers (highest bigint NOT NULL);
INSERT INTO service.generated_numbers VALUES (0);

CREATE FUNCTION service.generate_numbers(p_subgroup text, p_count integer, OUT numbers text[], OUT refusal text) LANGUAGE plpgsql AS $$
DECLARE
    settings service.effective_settings;
    first    bigint;
BEGIN
    SELECT * INTO settings FROM service.effective_settings s WHERE s.subgroup = coalesce(p_subgroup, '');
    IF settings.subgroup IS NULL OR NOT settings.generate_customer_numbers THEN
        refusal := 'customer numbers are not generated: enter the customer in the register first';
        RETURN;
    END IF;
    PERFORM FROM service.generated_numbers FOR UPDATE;
    SELECT greatest((SELECT max(c.number::bigint) FROM service.customers c WHERE c.number ~ '^[0-9]{1,15}$'),
                    (SELECT max(f.number::bigint) FROM service.former_customer_numbers f WHERE f.number ~ '^[0-9]{1,15}$'), g.highest) + 1
    INTO first FROM service.generated_numbers g;
    numbers := ARRAY(SELECT lpad(n::text, greatest(length(n::text), coalesce(settings.customer_number_min_length, 1)), '0')
                     FROM generate_series(first, first + p_count - 1) n ORDER BY n);
    IF length(numbers[p_count]) > settings.customer_number_max_length THEN
        refusal := 'the next customer number ' || numbers[p_count] || ' is longer than ' || settings.customer_number_max_length || ' characters';
        numbers := NULL;
        RETURN;
    END IF;
    UPDATE service.generated_numbers SET highest = first + p_count - 1;
END $$;

CREATE OR REPLACE FUNCTION service.next_customer_number(p_subgroup text) RETURNS text LANGUAGE plpgsql AS $$
DECLARE
    next record;
BEGIN
    SELECT * INTO next FROM service.generate_numbers(p_subgroup, 1);
    IF next.refusal IS NOT NULL THEN
        RAISE EXCEPTION '%', next.refusal USING ERRCODE = 'check_violation';
    END IF;
    RETURN next.numbers[1];
END $$;
