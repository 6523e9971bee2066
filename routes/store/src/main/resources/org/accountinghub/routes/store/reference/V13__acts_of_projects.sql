-- A project collects orders into one or several invoices, each with a number of its own (P7-1). The orders keep their rows; they are not
-- sent by themselves, and become sent and invoiced with the project's invoice.

CREATE FUNCTION service.collect_into(p_invoice_id bigint, p_order_ids bigint[], p_by text) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
    invoice service.orders := service.act(p_invoice_id, p_by, 'collect orders', '{CREATED,SIGNED,READY}');
    one     bigint;
    the_order service.orders;
BEGIN
    IF invoice.project_id IS NULL THEN
        RAISE EXCEPTION 'order % is not a project''s invoice', invoice.number USING ERRCODE = 'check_violation';
    END IF;
    IF cardinality(p_order_ids) = 0 THEN
        RAISE EXCEPTION 'name the orders to collect' USING ERRCODE = 'check_violation';
    END IF;
    FOREACH one IN ARRAY p_order_ids LOOP
        the_order := service.act(one, p_by, 'collected by ' || invoice.number, '{READY}');
        IF the_order.kind = 'project' OR the_order.subgroup_code IS DISTINCT FROM invoice.subgroup_code THEN
            RAISE EXCEPTION 'order % is another company''s, or a project''s own invoice', the_order.number USING ERRCODE = 'check_violation';
        END IF;
        IF EXISTS (SELECT FROM service.order_documents d WHERE d.order_id = one AND (d.sent_at IS NOT NULL OR d.invoiced_at IS NOT NULL)) THEN
            RAISE EXCEPTION 'order % has been sent by itself', the_order.number USING ERRCODE = 'check_violation';
        END IF;
        IF coalesce(invoice.currency, the_order.currency) <> the_order.currency THEN
            RAISE EXCEPTION 'order % is in %, the invoice in %', the_order.number, the_order.currency, invoice.currency USING ERRCODE = 'check_violation';
        END IF;
        UPDATE service.orders
        SET collected_by = p_invoice_id, requested_at = NULL, requested_by = NULL,
            collected_position = 1 + (SELECT coalesce(max(c.collected_position), 0) FROM service.orders c WHERE c.collected_by = p_invoice_id)
        WHERE id = one;
    END LOOP;
    UPDATE service.orders SET content_version = content_version + 1 WHERE id = p_invoice_id;
END $$;

-- A new invoice of the project for these orders, to be set ready for invoicing as any order.
CREATE FUNCTION service.collect(p_project_id bigint, p_order_ids bigint[], p_by text) RETURNS bigint LANGUAGE plpgsql AS $$
DECLARE
    project service.projects;
    made    bigint;
BEGIN
    UPDATE service.projects p SET last_invoice = p.last_invoice + 1 WHERE p.id = p_project_id RETURNING * INTO project;
    IF project.id IS NULL THEN
        RAISE EXCEPTION 'there is no project with id %', p_project_id USING ERRCODE = 'no_data_found';
    END IF;
    INSERT INTO service.orders (subgroup_code, kind, number, customer_id, invoiced_to_id, order_text, currency, project_id, state)
    SELECT project.subgroup_code, 'project', project.number || '-' || project.last_invoice, project.customer_id, project.invoiced_to_id,
           project.name, o.currency, project.id, 'SIGNED'
    FROM service.orders o WHERE o.id = p_order_ids[1]
    RETURNING id INTO made;
    IF made IS NULL THEN
        RAISE EXCEPTION 'name the orders to collect' USING ERRCODE = 'check_violation';
    END IF;
    PERFORM service.note(made, p_by, 'project''s invoice', 'of project ' || project.number);
    PERFORM service.collect_into(made, p_order_ids, p_by);
    RETURN made;
END $$;

-- Out of the project's invoice, and an order by itself again: ready for invoicing has to be set anew, so that nothing goes unnoticed.
CREATE FUNCTION service.take_out(p_order_id bigint, p_by text) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
    the_order service.orders;
    invoice   service.orders;
BEGIN
    SELECT * INTO the_order FROM service.orders o WHERE o.id = p_order_id AND o.collected_by IS NOT NULL FOR UPDATE;
    IF the_order.id IS NULL THEN
        RAISE EXCEPTION 'the order with id % is not collected', p_order_id USING ERRCODE = 'no_data_found';
    END IF;
    SELECT * INTO invoice FROM service.orders o WHERE o.id = the_order.collected_by FOR UPDATE;
    IF invoice.state IN ('SENT', 'INVOICED') OR (invoice.state <> 'CANCELLED' AND EXISTS (
        SELECT FROM service.order_documents d
        WHERE d.order_id = invoice.id AND d.generation = invoice.generation AND (d.sent_at IS NOT NULL OR d.invoiced_at IS NOT NULL))) THEN
        RAISE EXCEPTION 'the project''s invoice % has been sent: order % stays with it', invoice.number, the_order.number USING ERRCODE = 'check_violation';
    END IF;
    UPDATE service.orders
    SET collected_by = NULL, collected_position = NULL, state = 'SIGNED', ready_at = NULL, ready_by = NULL, requested_at = NULL, requested_by = NULL
    WHERE id = p_order_id;
    UPDATE service.orders SET content_version = content_version + 1 WHERE id = invoice.id;
    PERFORM service.note(p_order_id, p_by, 'taken out', 'of the project''s invoice ' || invoice.number);
    PERFORM service.note(invoice.id, p_by, 'taken out', 'order ' || the_order.number);
END $$;

CREATE FUNCTION service.follow_project() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM service.note(c.id, 'project''s invoice ' || NEW.number, lower(NEW.state)) FROM service.orders c WHERE c.collected_by = NEW.id;
    UPDATE service.orders c
    SET state = CASE WHEN NEW.state IN ('SENT', 'INVOICED') THEN NEW.state ELSE 'READY' END, invoiced_at = NEW.invoiced_at,
        invoiced_by_hand = NEW.invoiced_by_hand
    WHERE c.collected_by = NEW.id;
    RETURN NULL;
END $$;
CREATE TRIGGER follow_project AFTER UPDATE OF state ON service.orders FOR EACH ROW
    WHEN (NEW.kind = 'project' AND NEW.state <> OLD.state) EXECUTE FUNCTION service.follow_project();
