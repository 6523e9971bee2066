-- The store contract, version 3: the hub writes articles.

CREATE FUNCTION service.refusal_of_article(wanted service.article_records, fields jsonb, changed jsonb) RETURNS text[] LANGUAGE sql STABLE AS $$
    SELECT coalesce(
        (SELECT ARRAY[f, 'an article has no such field'] FROM jsonb_object_keys(fields) f
         WHERE f <> ALL ('{description,unit,price,vat_rate,active}'::text[]) LIMIT 1),
        CASE
            WHEN wanted.description IS NULL THEN ARRAY['description', 'an article needs a description']
            WHEN wanted.active IS NULL OR wanted.active NOT IN ('true', 'false') THEN ARRAY['active', 'an article is active, true or false']
            WHEN changed ? 'price' AND wanted.price !~ '^-?[0-9]{1,10}(\.[0-9]{1,4})?$'
                THEN ARRAY['price', 'a price is a number with ten digits and four decimals at the most']
            WHEN changed ? 'vat_rate' AND wanted.vat_rate !~ '^([0-9]{1,2}(\.[0-9]{1,3})?|100)$'
                THEN ARRAY['vat_rate', 'a VAT rate is a percentage from 0 to 100 with three decimals at the most']
        END)
$$;

CREATE FUNCTION service.new_article() RETURNS service.article_records LANGUAGE sql IMMUTABLE AS $$
    SELECT jsonb_populate_record(NULL::service.article_records, '{"active": "true"}')
$$;

CREATE FUNCTION service.judged_articles(p_articles jsonb) RETURNS service.record_put[] LANGUAGE sql STABLE AS $$
    SELECT array_agg(ROW(g.position, r.id, g.number, changed, service.former_values(record, changed),
                         coalesce(g.expected <> coalesce(r.change, 0), false),
                         CASE WHEN misnumbered IS NOT NULL THEN 'number' ELSE unfit[1] END, coalesce(misnumbered, unfit[2]))::service.record_put)
    FROM (SELECT position, nullif(btrim(one ->> 'number'), '') AS number, coalesce(one -> 'fields', '{}') AS fields,
                 (one ->> 'expected')::bigint AS expected, row_number() OVER (PARTITION BY btrim(one ->> 'number') ORDER BY position) AS nth
          FROM jsonb_array_elements(p_articles) WITH ORDINALITY rows (one, position)) g
    LEFT JOIN service.article_records r ON r.number = g.number
    CROSS JOIN LATERAL (SELECT CASE WHEN r.id IS NULL THEN to_jsonb(service.new_article()) ELSE to_jsonb(r) END AS record OFFSET 0) b
    CROSS JOIN LATERAL (SELECT service.changes_of(record, g.fields) AS changed OFFSET 0) c
    CROSS JOIN LATERAL (SELECT service.refusal_of_article(jsonb_populate_record(NULL::service.article_records, record || changed),
                                                          g.fields, changed) AS unfit OFFSET 0) u
    CROSS JOIN LATERAL (SELECT CASE
        WHEN g.number IS NULL THEN 'an article needs a number'
        WHEN g.nth > 1 THEN 'it stands twice in the same call' END AS misnumbered) n
$$;

CREATE FUNCTION service.make_articles(puts service.record_put[], p_by text) RETURNS text[] LANGUAGE sql AS $$
    WITH made AS (
        INSERT INTO service.articles (number, description, unit, price, vat_rate, active)
        SELECT p.number, w.description, w.unit, w.price::numeric, w.vat_rate::numeric, w.active::boolean
        FROM unnest(puts) p CROSS JOIN LATERAL (SELECT * FROM jsonb_populate_record(service.new_article(), p.changed) OFFSET 0) w
        WHERE p.id IS NULL AND p.reason IS NULL AND NOT p.overtaken ORDER BY p.number
        ON CONFLICT (number) DO NOTHING
        RETURNING id, number),
    told AS (
        INSERT INTO service.register_history (article_id, by, what, former) SELECT m.id, p_by, 'created', '{}' FROM made m)
    SELECT coalesce(array_agg(number), '{}') FROM made
$$;

CREATE FUNCTION service.change_articles(puts service.record_put[], p_by text) RETURNS void LANGUAGE sql AS $$
    WITH changed AS (
        UPDATE service.articles a
        SET description = w.description, unit = w.unit, price = w.price::numeric, vat_rate = w.vat_rate::numeric, active = w.active::boolean
        FROM unnest(puts) p JOIN service.article_records r ON r.id = p.id CROSS JOIN LATERAL jsonb_populate_record(r, p.changed) w
        WHERE a.id = p.id AND p.reason IS NULL AND NOT p.overtaken AND p.changed <> '{}')
    INSERT INTO service.register_history (article_id, by, what, former)
    SELECT p.id, p_by, 'changed', p.former FROM unnest(puts) p WHERE p.id IS NOT NULL AND p.reason IS NULL AND NOT p.overtaken AND p.changed <> '{}'
$$;

CREATE FUNCTION service.hub_put_articles(p_articles jsonb, p_by text)
    RETURNS TABLE (place bigint, number text, verdict text, field text, reason text)
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp SET lock_timeout = '5s' AS $$
DECLARE
    busy text[];
    puts service.record_put[];
    made text[] := '{}';
BEGIN
    PERFORM set_config('service.by_hub', 'yes', true);
    busy := service.take_records('articles', ARRAY(SELECT btrim(one ->> 'number') FROM jsonb_array_elements(p_articles) one));
    puts := service.judged_articles(p_articles);
    BEGIN
        PERFORM service.change_articles(ARRAY(SELECT p FROM unnest(puts) p WHERE p.number <> ALL (busy)), p_by);
        made := service.make_articles(puts, p_by);
    EXCEPTION WHEN lock_not_available OR deadlock_detected THEN
        busy := ARRAY(SELECT p.number FROM unnest(puts) p WHERE p.number IS NOT NULL);
    END;
    RETURN QUERY SELECT p.position, p.number, service.verdict_of(p, busy, made), p.field, p.reason FROM unnest(puts) p ORDER BY p.position;
END $$;
