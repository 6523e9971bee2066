-- The store contract, writing side: what the hub reports. Every function may be called again with the same words.
-- Each answers MARKED, ALREADY (nothing new) or RECORDED (kept, but the order no longer is in a state to be changed).

CREATE FUNCTION service.document_of(p_subgroup text, p_kind text, p_number text, p_payer_number text, p_generation integer)
    RETURNS service.orders LANGUAGE plpgsql AS $$
DECLARE
    the_order    service.orders;
    reported_for bigint;
BEGIN
    PERFORM set_config('service.by_hub', 'yes', true);
    SELECT * INTO the_order FROM service.orders o
    WHERE o.kind = p_kind AND o.number = p_number AND o.subgroup_code IS NOT DISTINCT FROM nullif(p_subgroup, '')
    FOR NO KEY UPDATE;
    INSERT INTO service.order_documents (subgroup, kind, number, payer_number, generation, order_id)
    VALUES (p_subgroup, p_kind, p_number, p_payer_number, p_generation, the_order.id)
    ON CONFLICT DO NOTHING;
    SELECT d.order_id INTO reported_for FROM service.order_documents d
    WHERE (d.subgroup, d.kind, d.number, d.payer_number, d.generation)
        = (p_subgroup, p_kind, p_number, p_payer_number, p_generation);
    -- Another order may have the number of a deleted one by now: what became of the first says nothing about it.
    IF reported_for IS DISTINCT FROM the_order.id THEN
        the_order := NULL;
    END IF;
    RETURN the_order;
END $$;

-- The order follows when the hub says that all its documents have come as far, or when the store sees it; else the reason is kept.
CREATE FUNCTION service.follow(p_order service.orders, p_subgroup text, p_kind text, p_number text, p_payer_number text,
                               p_generation integer, p_state text, p_all_documents boolean) RETURNS text LANGUAGE plpgsql AS $$
DECLARE
    reason text := CASE
        WHEN p_order.id IS NULL THEN 'the order no longer exists'
        WHEN p_order.generation <> p_generation THEN 'the order has been sent again since'
        WHEN p_order.state = 'CANCELLED' THEN 'the order is cancelled'
        WHEN p_order.restored_at IS NOT NULL AND p_order.requested_at IS NULL AND p_order.state NOT IN ('SENT', 'INVOICED')
            THEN 'the order has been restored'
        WHEN p_order.state NOT IN ('READY', 'SENT', 'INVOICED') THEN 'the order is ' || lower(p_order.state) END;
BEGIN
    IF reason IS NOT NULL THEN
        UPDATE service.order_documents d SET note = p_state || ' recorded only: ' || reason
        WHERE (d.subgroup, d.kind, d.number, d.payer_number, d.generation)
            = (p_subgroup, p_kind, p_number, p_payer_number, p_generation);
        IF p_order.id IS NOT NULL THEN
            PERFORM service.note(p_order.id, 'hub', lower(p_state) || ' at the accounting system', 'payer ' || p_payer_number || ': ' || reason);
        END IF;
        RETURN 'RECORDED';
    END IF;
    PERFORM service.note(p_order.id, 'hub', lower(p_state), 'payer ' || p_payer_number);
    UPDATE service.orders o SET state = p_state, invoiced_at = CASE WHEN p_state = 'INVOICED' THEN now() END
    WHERE o.id = p_order.id AND o.state IN ('READY', 'SENT') AND o.state <> p_state AND (p_all_documents OR NOT EXISTS (
        SELECT FROM service.documents d
        LEFT JOIN service.order_documents done ON done.order_id = d.order_id AND done.payer_number = d.payer_number
                                              AND done.generation = d.generation
        WHERE d.order_id = o.id
          AND CASE p_state WHEN 'INVOICED' THEN done.invoiced_at ELSE coalesce(done.sent_at, done.invoiced_at) END IS NULL));
    RETURN 'MARKED';
END $$;

CREATE FUNCTION service.hub_mark_sent(p_subgroup text, p_kind text, p_number text, p_payer_number text, p_generation integer,
                                      p_document_number text, p_sent_at timestamptz)
    RETURNS text LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp SET lock_timeout = '5s' AS $$
DECLARE
    the_order service.orders := service.document_of(p_subgroup, p_kind, p_number, p_payer_number, p_generation);
BEGIN
    UPDATE service.order_documents d
    SET document_number = p_document_number, sent_at = p_sent_at, problem = NULL, problem_at = NULL
    WHERE (d.subgroup, d.kind, d.number, d.payer_number, d.generation)
        = (p_subgroup, p_kind, p_number, p_payer_number, p_generation) AND d.sent_at IS NULL;
    IF FOUND THEN
        RETURN service.follow(the_order, p_subgroup, p_kind, p_number, p_payer_number, p_generation, 'SENT', false);
    END IF;
    UPDATE service.order_documents d
    SET note = 'also reported as ' || p_document_number
    WHERE (d.subgroup, d.kind, d.number, d.payer_number, d.generation)
        = (p_subgroup, p_kind, p_number, p_payer_number, p_generation)
      AND d.document_number IS DISTINCT FROM p_document_number;
    RETURN CASE WHEN FOUND THEN 'RECORDED' ELSE 'ALREADY' END;
END $$;

CREATE FUNCTION service.hub_mark_invoiced(p_subgroup text, p_kind text, p_number text, p_payer_number text, p_generation integer,
                                          p_invoice_number text, p_invoice_date date, p_due_date date, p_currency text, p_net numeric,
                                          p_vat numeric, p_total numeric, p_balance numeric, p_paid_on date, p_state text, p_order_invoiced boolean)
    RETURNS text LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp SET lock_timeout = '5s' AS $$
DECLARE
    the_order service.orders := service.document_of(p_subgroup, p_kind, p_number, p_payer_number, p_generation);
    first_invoice boolean;
BEGIN
    INSERT INTO service.order_invoices AS i (subgroup, kind, number, payer_number, generation, invoice_number, invoice_date, due_date,
                                             currency, net, vat, total, balance, paid_on, state)
    VALUES (p_subgroup, p_kind, p_number, p_payer_number, p_generation, p_invoice_number, p_invoice_date, p_due_date,
            p_currency, p_net, p_vat, p_total, p_balance, p_paid_on, p_state)
    ON CONFLICT (subgroup, kind, number, payer_number, generation, invoice_number) DO UPDATE
    SET invoice_date = p_invoice_date, due_date = p_due_date, currency = p_currency, net = p_net, vat = p_vat, total = p_total,
        balance = p_balance, paid_on = p_paid_on, state = p_state, reported_at = now()
    WHERE (i.invoice_date, i.due_date, i.currency, i.net, i.vat, i.total, i.balance, i.paid_on, i.state)
        IS DISTINCT FROM (p_invoice_date, p_due_date, p_currency, p_net, p_vat, p_total, p_balance, p_paid_on, p_state);
    IF NOT FOUND AND NOT (p_order_invoiced AND the_order.state IN ('READY', 'SENT')) THEN
        RETURN 'ALREADY';
    END IF;
    UPDATE service.order_documents d
    SET invoiced_at = now(), problem = NULL, problem_at = NULL
    WHERE (d.subgroup, d.kind, d.number, d.payer_number, d.generation)
        = (p_subgroup, p_kind, p_number, p_payer_number, p_generation) AND d.invoiced_at IS NULL AND p_state <> 'CANCELLED';
    first_invoice := FOUND;
    IF NOT first_invoice AND NOT (p_order_invoiced AND the_order.state IN ('READY', 'SENT')) THEN
        IF the_order.id IS NOT NULL THEN
            PERFORM service.note(the_order.id, 'hub', 'invoice ' || p_invoice_number || ' ' || lower(p_state), 'balance ' || p_balance);
        END IF;
        RETURN 'MARKED';
    END IF;
    RETURN service.follow(the_order, p_subgroup, p_kind, p_number, p_payer_number, p_generation, 'INVOICED', p_order_invoiced);
END $$;

-- Shown on the order in plain words until it is cleared or the document arrives.
CREATE FUNCTION service.hub_report_problem(p_subgroup text, p_kind text, p_number text, p_payer_number text, p_generation integer,
                                           p_problem text)
    RETURNS text LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp SET lock_timeout = '5s' AS $$
DECLARE
    the_order service.orders := service.document_of(p_subgroup, p_kind, p_number, p_payer_number, p_generation);
BEGIN
    UPDATE service.order_documents d SET problem = p_problem, problem_at = now()
    WHERE (d.subgroup, d.kind, d.number, d.payer_number, d.generation)
        = (p_subgroup, p_kind, p_number, p_payer_number, p_generation) AND d.problem IS DISTINCT FROM p_problem;
    IF NOT FOUND THEN
        RETURN 'ALREADY';
    END IF;
    IF the_order.id IS NULL THEN
        RETURN 'RECORDED';
    END IF;
    PERFORM service.note(the_order.id, 'hub', 'problem', p_problem);
    RETURN 'MARKED';
END $$;

CREATE FUNCTION service.hub_clear_problem(p_subgroup text, p_kind text, p_number text, p_payer_number text, p_generation integer)
    RETURNS text LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp SET lock_timeout = '5s' AS $$
BEGIN
    UPDATE service.order_documents d SET problem = NULL, problem_at = NULL
    WHERE (d.subgroup, d.kind, d.number, d.payer_number, d.generation)
        = (p_subgroup, p_kind, p_number, p_payer_number, p_generation) AND d.problem IS NOT NULL;
    RETURN CASE WHEN FOUND THEN 'MARKED' ELSE 'ALREADY' END;
END $$;
