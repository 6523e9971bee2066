-- A customer that was never invoiced has no date of a last invoice: that is taken, as the lack of any other field is.
CREATE OR REPLACE FUNCTION service.is_date(value text) RETURNS boolean LANGUAGE plpgsql IMMUTABLE AS $$
BEGIN
    RETURN value IS NULL OR (value ~ '^\d{4}-\d\d-\d\d$' AND value::date IS NOT NULL);
EXCEPTION WHEN datetime_field_overflow OR invalid_datetime_format THEN
    RETURN false;
END $$;
