-- Sales orders made from agreements, and contact orders, which make customers and never invoices.

-- The order of the agreement's next period. Each period has one.
CREATE FUNCTION service.generate_from_agreement(p_agreement_id bigint, p_by text, p_on date DEFAULT current_date) RETURNS bigint
    LANGUAGE plpgsql AS $$
DECLARE
    agreement service.agreements;
    made      bigint;
BEGIN
    SELECT * INTO agreement FROM service.agreements a WHERE a.id = p_agreement_id FOR UPDATE;
    IF agreement.id IS NULL OR NOT agreement.active OR agreement.next_on > p_on THEN
        RAISE EXCEPTION 'agreement % has no period that begins by %', coalesce(agreement.number, p_agreement_id::text), p_on
            USING ERRCODE = 'check_violation';
    END IF;
    INSERT INTO service.orders (subgroup_code, kind, number, customer_id, facility_id, order_text, currency, agreement_id, agreement_period)
    VALUES (agreement.subgroup_code, 'sales', agreement.number || '-' || agreement.last_order + 1, agreement.customer_id, agreement.facility_id,
            agreement.order_text, agreement.currency, agreement.id, agreement.next_on)
    RETURNING id INTO made;
    INSERT INTO service.order_rows (order_id, position, article_number, description, quantity, unit, unit_price, discount_percent, vat_rate,
                                    cost_centre, added_by)
    SELECT made, r.position, r.article_number, r.description, r.quantity, r.unit, r.unit_price, r.discount_percent, r.vat_rate, r.cost_centre, p_by
    FROM service.agreement_rows r WHERE r.agreement_id = p_agreement_id;
    UPDATE service.agreements a SET last_order = a.last_order + 1, next_on = (a.next_on + a.every)::date WHERE a.id = p_agreement_id;
    PERFORM service.note(made, p_by, 'made from agreement', agreement.number || ', the period from ' || agreement.next_on);
    RETURN made;
END $$;

CREATE FUNCTION service.next_customer_number(p_subgroup text) RETURNS text LANGUAGE plpgsql AS $$
DECLARE
    settings service.effective_settings;
    made     text;
BEGIN
    PERFORM pg_advisory_xact_lock(hashtext('service.customers.number'));
    SELECT * INTO settings FROM service.effective_settings s WHERE s.subgroup = coalesce(p_subgroup, '');
    IF NOT settings.generate_customer_numbers THEN
        RAISE EXCEPTION 'customer numbers are not generated: enter the customer in the register first' USING ERRCODE = 'check_violation';
    END IF;
    SELECT (coalesce(max(c.number::bigint), 0) + 1)::text INTO made FROM service.customers c WHERE c.number ~ '^[0-9]{1,15}$';
    made := lpad(made, greatest(length(made), coalesce(settings.customer_number_min_length, 1)), '0');
    IF length(made) > settings.customer_number_max_length THEN
        RAISE EXCEPTION 'the next customer number % is longer than % characters', made, settings.customer_number_max_length USING ERRCODE = 'check_violation';
    END IF;
    RETURN made;
END $$;

-- A customer by number or name; one that is not known is added to the register with the contact, and synchronises as any other.
CREATE FUNCTION service.save_contact_order(p_subgroup text, p_subject text, p_customer text, p_facility text, p_contact_name text,
                                           p_contact_phone text, p_contact_email text, p_by text) RETURNS bigint LANGUAGE plpgsql AS $$
DECLARE
    customers bigint[];
    customer bigint;
    place    bigint;
    made     bigint;
BEGIN
    SELECT array_agg(c.id ORDER BY (c.number = btrim(p_customer)) DESC, c.id) INTO customers
    FROM service.customers c WHERE c.number = btrim(p_customer) OR lower(c.name) = lower(btrim(p_customer));
    IF cardinality(customers) > 1 AND NOT EXISTS (SELECT FROM service.customers c WHERE c.number = btrim(p_customer)) THEN
        RAISE EXCEPTION 'there are % customers called %: choose one by its number', cardinality(customers), p_customer USING ERRCODE = 'check_violation';
    END IF;
    customer := customers[1];
    IF customer IS NULL THEN
        INSERT INTO service.customers (number, name, phone, email)
        VALUES (service.next_customer_number(p_subgroup), btrim(p_customer), nullif(p_contact_phone, ''), nullif(p_contact_email, ''))
        RETURNING id INTO customer;
        INSERT INTO service.contacts (customer_id, name, phone, email)
        SELECT customer, p_contact_name, nullif(p_contact_phone, ''), nullif(p_contact_email, '') WHERE btrim(p_contact_name) <> '';
    END IF;
    IF btrim(p_facility) <> '' THEN
        INSERT INTO service.facilities (customer_id, name) VALUES (customer, btrim(p_facility)) ON CONFLICT (customer_id, name) DO NOTHING;
        SELECT f.id INTO place FROM service.facilities f WHERE f.customer_id = customer AND f.name = btrim(p_facility);
    END IF;
    INSERT INTO service.contact_orders (subgroup_code, subject, customer_id, facility_id, contact_name, contact_phone, contact_email, created_by)
    VALUES (nullif(p_subgroup, ''), p_subject, customer, place, p_contact_name, p_contact_phone, p_contact_email, p_by)
    RETURNING id INTO made;
    RETURN made;
END $$;

CREATE FUNCTION service.complete_contact_order(p_contact_order_id bigint, p_by text) RETURNS void LANGUAGE sql AS $$
    UPDATE service.contact_orders SET completed_at = now(), completed_by = p_by WHERE id = p_contact_order_id AND completed_at IS NULL
$$;
