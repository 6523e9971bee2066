-- Notices of change: a counter for polling on each record, and a notification that carries the key and nothing else.

CREATE FUNCTION service.order_key(subgroup text, kind text, number text) RETURNS text
    LANGUAGE sql IMMUTABLE AS $$ SELECT coalesce(subgroup, '') || '/' || kind || '/' || number $$;

-- The transaction's own id: a reader that asks again from the oldest id still running misses no late commit.
CREATE FUNCTION service.stamp_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    NEW.changed_at := now();
    NEW.change := pg_current_xact_id()::text::bigint;
    RETURN NEW;
END $$;

CREATE TRIGGER stamp BEFORE INSERT OR UPDATE ON service.customers FOR EACH ROW EXECUTE FUNCTION service.stamp_change();
CREATE TRIGGER stamp BEFORE INSERT OR UPDATE ON service.articles FOR EACH ROW EXECUTE FUNCTION service.stamp_change();

CREATE FUNCTION service.stamp_order() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    bookkeeping CONSTANT text[] := '{state,generation,technician_signed_at,customer_signed_at,ready_at,ready_by,requested_at,requested_by,
        restored_at,invoiced_at,invoiced_by_hand,changed_at,change,content_version,custom_status}';
BEGIN
    NEW.changed_at := now();
    NEW.change := pg_current_xact_id()::text::bigint;
    IF NEW.content_version = OLD.content_version AND to_jsonb(NEW) - bookkeeping <> to_jsonb(OLD) - bookkeeping THEN
        NEW.content_version := OLD.content_version + 1;
    END IF;
    RETURN NEW;
END $$;

CREATE TRIGGER stamp_new BEFORE INSERT ON service.orders FOR EACH ROW EXECUTE FUNCTION service.stamp_change();
CREATE TRIGGER stamp BEFORE UPDATE ON service.orders FOR EACH ROW EXECUTE FUNCTION service.stamp_order();

-- What belongs to an order or a customer changes it.
CREATE FUNCTION service.touch_new_orders() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    UPDATE service.orders SET content_version = content_version + 1
    WHERE id IN (SELECT order_id FROM changed_to);
    RETURN NULL;
END $$;
CREATE FUNCTION service.touch_old_orders() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    UPDATE service.orders SET content_version = content_version + 1
    WHERE id IN (SELECT order_id FROM changed_from);
    RETURN NULL;
END $$;
CREATE FUNCTION service.touch_both_orders() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    UPDATE service.orders SET content_version = content_version + 1
    WHERE id IN (SELECT order_id FROM changed_from UNION SELECT order_id FROM changed_to);
    RETURN NULL;
END $$;
CREATE TRIGGER touch_insert AFTER INSERT ON service.order_rows REFERENCING NEW TABLE AS changed_to
    FOR EACH STATEMENT EXECUTE FUNCTION service.touch_new_orders();
CREATE TRIGGER touch_update AFTER UPDATE ON service.order_rows REFERENCING OLD TABLE AS changed_from NEW TABLE AS changed_to
    FOR EACH STATEMENT EXECUTE FUNCTION service.touch_both_orders();
CREATE TRIGGER touch_delete AFTER DELETE ON service.order_rows REFERENCING OLD TABLE AS changed_from
    FOR EACH STATEMENT EXECUTE FUNCTION service.touch_old_orders();
CREATE TRIGGER touch_insert AFTER INSERT ON service.assignments REFERENCING NEW TABLE AS changed_to
    FOR EACH STATEMENT EXECUTE FUNCTION service.touch_new_orders();
CREATE TRIGGER touch_update AFTER UPDATE ON service.assignments REFERENCING OLD TABLE AS changed_from NEW TABLE AS changed_to
    FOR EACH STATEMENT EXECUTE FUNCTION service.touch_both_orders();
CREATE TRIGGER touch_delete AFTER DELETE ON service.assignments REFERENCING OLD TABLE AS changed_from
    FOR EACH STATEMENT EXECUTE FUNCTION service.touch_old_orders();

CREATE FUNCTION service.touch_customer() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    UPDATE service.customers SET changed_at = now()
    WHERE id = CASE WHEN TG_OP = 'DELETE' THEN OLD.customer_id ELSE NEW.customer_id END;
    RETURN NULL;
END $$;
CREATE TRIGGER touch AFTER INSERT OR UPDATE OR DELETE ON service.customer_addresses FOR EACH ROW EXECUTE FUNCTION service.touch_customer();
CREATE TRIGGER touch AFTER INSERT OR UPDATE OR DELETE ON service.contacts FOR EACH ROW EXECUTE FUNCTION service.touch_customer();

-- The hub's own marks tell nobody: service.by_hub is set by its functions for their transaction.
CREATE FUNCTION service.notify_order() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF current_setting('service.by_hub', true) = 'yes' THEN
        RETURN NULL;
    END IF;
    IF TG_OP <> 'INSERT' AND OLD.state IN ('READY', 'SENT') THEN
        PERFORM pg_notify('hub_orders', service.order_key(OLD.subgroup_code, OLD.kind, OLD.number));
    END IF;
    IF TG_OP <> 'DELETE' AND NEW.state = 'READY' THEN
        PERFORM pg_notify('hub_orders', service.order_key(NEW.subgroup_code, NEW.kind, NEW.number));
    END IF;
    RETURN NULL;
END $$;
CREATE TRIGGER notify AFTER INSERT OR UPDATE OR DELETE ON service.orders FOR EACH ROW EXECUTE FUNCTION service.notify_order();

CREATE FUNCTION service.notify_register() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM pg_notify(TG_ARGV[0], CASE WHEN TG_OP = 'DELETE' THEN OLD.number ELSE NEW.number END);
    RETURN NULL;
END $$;
CREATE TRIGGER notify AFTER INSERT OR UPDATE OR DELETE ON service.customers
    FOR EACH ROW EXECUTE FUNCTION service.notify_register('hub_customers');
CREATE TRIGGER notify AFTER INSERT OR UPDATE OR DELETE ON service.articles
    FOR EACH ROW EXECUTE FUNCTION service.notify_register('hub_articles');
