-- In a transaction whose setting hub.trial is 'yes' records are only judged: nobody is kept waiting, and nothing is written.

CREATE FUNCTION service.tried(puts service.record_put[]) RETURNS TABLE (place bigint, number text, verdict text, field text, reason text)
    LANGUAGE sql STABLE AS $$
    SELECT p.position, p.number, service.verdict_of(p, '{}', ARRAY[p.number]), p.field, p.reason FROM unnest(puts) p ORDER BY p.position
$$;

CREATE OR REPLACE FUNCTION service.hub_put_customers(p_customers jsonb, p_by text)
    RETURNS TABLE (place bigint, number text, verdict text, field text, reason text)
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp SET lock_timeout = '5s' AS $$
DECLARE
    busy text[];
    puts service.record_put[];
    made text[] := '{}';
BEGIN
    IF current_setting('hub.trial', true) = 'yes' THEN
        RETURN QUERY SELECT t.* FROM service.tried(service.judged_customers(p_customers)) t;
        RETURN;
    END IF;
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

CREATE OR REPLACE FUNCTION service.hub_put_articles(p_articles jsonb, p_by text)
    RETURNS TABLE (place bigint, number text, verdict text, field text, reason text)
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp SET lock_timeout = '5s' AS $$
DECLARE
    busy text[];
    puts service.record_put[];
    made text[] := '{}';
BEGIN
    IF current_setting('hub.trial', true) = 'yes' THEN
        RETURN QUERY SELECT t.* FROM service.tried(service.judged_articles(p_articles)) t;
        RETURN;
    END IF;
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
