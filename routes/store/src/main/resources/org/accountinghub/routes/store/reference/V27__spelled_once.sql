-- What a field gets is spelled once, not once for each use of it: most of the time of a large upload went there.

CREATE OR REPLACE FUNCTION service.changes_of(record jsonb, fields jsonb) RETURNS jsonb LANGUAGE sql IMMUTABLE AS $$
    SELECT coalesce(jsonb_object_agg(f.field, f.value), '{}')
    FROM (SELECT key AS field, service.spelled(key, value) AS value, record ->> key AS former FROM jsonb_each_text(fields) OFFSET 0) f
    WHERE f.value IS DISTINCT FROM f.former
      AND (num_nulls(f.value, f.former) > 0 OR service.gist_of(f.field, f.value) <> service.gist_of(f.field, f.former))
$$;
