-- A document may be invoiced by several invoices: parts of an order, and none of them makes it invoiced alone.

CREATE OR REPLACE VIEW service.hub_contract AS SELECT 2 AS version;

DROP FUNCTION service.hub_mark_invoiced(text, text, text, text, integer, text, date, date, text, numeric, numeric, numeric, numeric,
                                        date, text, boolean);

CREATE FUNCTION service.hub_mark_invoiced(p_subgroup text, p_kind text, p_number text, p_payer_number text, p_generation integer,
                                          p_invoice_number text, p_invoice_date date, p_due_date date, p_currency text, p_net numeric,
                                          p_vat numeric, p_total numeric, p_balance numeric, p_paid_on date, p_state text,
                                          p_document_invoiced boolean, p_order_invoiced boolean)
    RETURNS text LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp SET lock_timeout = '5s' AS $$
DECLARE
    the_order service.orders := service.document_of(p_subgroup, p_kind, p_number, p_payer_number, p_generation);
    new_words boolean;
    wholly_now boolean;
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
    new_words := FOUND;
    UPDATE service.order_documents d
    SET invoiced_at = now(), problem = NULL, problem_at = NULL
    WHERE (d.subgroup, d.kind, d.number, d.payer_number, d.generation)
        = (p_subgroup, p_kind, p_number, p_payer_number, p_generation) AND d.invoiced_at IS NULL AND p_document_invoiced;
    wholly_now := FOUND;
    IF wholly_now OR p_order_invoiced AND the_order.state IN ('READY', 'SENT') THEN
        RETURN service.follow(the_order, p_subgroup, p_kind, p_number, p_payer_number, p_generation, 'INVOICED', p_order_invoiced);
    END IF;
    IF NOT new_words THEN
        RETURN 'ALREADY';
    END IF;
    IF the_order.id IS NOT NULL THEN
        PERFORM service.note(the_order.id, 'hub', 'invoice ' || p_invoice_number || ' ' || lower(p_state), 'balance ' || p_balance);
    END IF;
    RETURN 'MARKED';
END $$;
