-- What orders of every kind need: requirements of groups, companies that invoice each other, persons who ask for a tax reduction,
-- several measures, projects, agreements, parts of orders, contact orders.

ALTER TABLE service.group_settings
    ADD COLUMN order_text                  text,
    ADD COLUMN order_text_as_row           boolean NOT NULL DEFAULT true,
    ADD COLUMN errors_as_rows              boolean,
    ADD COLUMN measures_with_date_and_user boolean NOT NULL DEFAULT true,
    ADD COLUMN require_facility            boolean NOT NULL DEFAULT false,
    ADD COLUMN facilities_disabled         boolean NOT NULL DEFAULT false,
    ADD COLUMN customer_number_min_length  integer CHECK (customer_number_min_length > 0),
    ADD COLUMN customer_number_max_length  integer CHECK (customer_number_max_length > 0),
    ADD COLUMN generate_customer_numbers   boolean NOT NULL DEFAULT true,
    ADD CHECK (NOT (facilities_disabled AND require_facility)),
    ADD CHECK (customer_number_min_length <= customer_number_max_length);
COMMENT ON COLUMN service.group_settings.order_text IS 'Goes with every order, before the order''s own text.';
COMMENT ON COLUMN service.group_settings.errors_as_rows IS 'Null: as the descriptions.';

ALTER TABLE service.customers ADD COLUMN company_code text REFERENCES service.subgroups ON DELETE SET NULL;
COMMENT ON COLUMN service.customers.company_code IS 'The customer is this company of the store: the others invoice it internally.';

CREATE TABLE service.customer_persons (
    customer_id     bigint NOT NULL REFERENCES service.customers ON DELETE CASCADE,
    position        integer NOT NULL CHECK (position > 0),
    name            text NOT NULL CHECK (btrim(name) <> ''),
    personal_number text NOT NULL,
    share           integer NOT NULL DEFAULT 1 CHECK (share > 0),
    PRIMARY KEY (customer_id, position)
);
COMMENT ON TABLE service.customer_persons IS 'Who asks for a tax reduction where an order names nobody.';
CREATE TRIGGER touch AFTER INSERT OR UPDATE OR DELETE ON service.customer_persons
    FOR EACH ROW EXECUTE FUNCTION service.touch_customer();

CREATE TABLE service.projects (
    id             bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    subgroup_code  text REFERENCES service.subgroups ON DELETE RESTRICT,
    number         text NOT NULL CHECK (number <> '' AND number = btrim(number)),
    name           text NOT NULL CHECK (btrim(name) <> ''),
    customer_id    bigint REFERENCES service.customers ON DELETE RESTRICT,
    invoiced_to_id bigint REFERENCES service.customers ON DELETE RESTRICT,
    last_invoice   integer NOT NULL DEFAULT 0,
    UNIQUE NULLS NOT DISTINCT (number, subgroup_code)
);

CREATE TABLE service.agreements (
    id             bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    subgroup_code  text REFERENCES service.subgroups ON DELETE RESTRICT,
    number         text NOT NULL CHECK (number <> '' AND number = btrim(number)),
    customer_id    bigint NOT NULL REFERENCES service.customers ON DELETE RESTRICT,
    facility_id    bigint REFERENCES service.facilities ON DELETE RESTRICT,
    order_text     text,
    currency       text,
    every          interval NOT NULL DEFAULT '1 year' CHECK (every > '0'),
    next_on        date NOT NULL,
    last_order     integer NOT NULL DEFAULT 0,
    active         boolean NOT NULL DEFAULT true,
    UNIQUE NULLS NOT DISTINCT (number, subgroup_code)
);

CREATE TABLE service.agreement_rows (
    agreement_id     bigint NOT NULL REFERENCES service.agreements ON DELETE CASCADE,
    position         integer NOT NULL CHECK (position BETWEEN 1 AND 99999),
    article_number   text,
    description      text,
    quantity         numeric(14, 4) NOT NULL,
    unit             text,
    unit_price       numeric(14, 4) NOT NULL,
    discount_percent numeric(7, 4) CHECK (discount_percent BETWEEN 0 AND 100),
    vat_rate         numeric(6, 3),
    cost_centre      text,
    PRIMARY KEY (agreement_id, position)
);

ALTER TABLE service.orders
    ADD COLUMN internal             boolean NOT NULL DEFAULT false,
    ADD COLUMN property_designation text,
    ADD COLUMN apartment_number     text,
    ADD COLUMN housing_association  text,
    ADD COLUMN project_id           bigint REFERENCES service.projects ON DELETE RESTRICT,
    ADD COLUMN collected_by         bigint REFERENCES service.orders ON DELETE RESTRICT,
    ADD COLUMN collected_position   integer CHECK (collected_position BETWEEN 1 AND 99999),
    ADD COLUMN part_of              bigint REFERENCES service.orders ON DELETE SET NULL,
    ADD COLUMN last_part            integer NOT NULL DEFAULT 0,
    ADD COLUMN agreement_id         bigint REFERENCES service.agreements ON DELETE SET NULL,
    ADD COLUMN agreement_period     date,
    ADD CHECK (collected_by <> id),
    ADD CHECK (collected_by IS NULL OR kind <> 'project'),
    ADD CHECK ((collected_by IS NULL) = (collected_position IS NULL)),
    ADD UNIQUE (agreement_id, agreement_period);
CREATE INDEX orders_collected_by ON service.orders (collected_by) WHERE collected_by IS NOT NULL;
CREATE INDEX orders_part_of ON service.orders (part_of) WHERE part_of IS NOT NULL;
COMMENT ON COLUMN service.orders.internal IS 'A company of the store is invoiced: the group''s internally invoiced customer pays.';
COMMENT ON COLUMN service.orders.project_id IS 'Of a project''s invoice: the project.';
COMMENT ON COLUMN service.orders.collected_by IS 'The project''s invoice that holds this order''s rows. The rows stay the order''s.';
COMMENT ON COLUMN service.orders.part_of IS 'The order that this one is a part, a partial delivery or a back order of.';
COMMENT ON COLUMN service.orders.housing_association IS 'Organisation number; with property and apartment null: as the payer''s.';

CREATE TABLE service.order_persons (
    order_id        bigint NOT NULL REFERENCES service.orders ON DELETE CASCADE,
    position        integer NOT NULL CHECK (position > 0),
    name            text NOT NULL CHECK (btrim(name) <> ''),
    personal_number text NOT NULL,
    share           integer NOT NULL DEFAULT 1 CHECK (share > 0),
    PRIMARY KEY (order_id, position)
);

CREATE TABLE service.measures (
    id            bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    order_id      bigint NOT NULL REFERENCES service.orders ON DELETE CASCADE,
    assignment_id bigint NOT NULL,
    position      integer NOT NULL CHECK (position BETWEEN 1 AND 9999),
    measure       text NOT NULL CHECK (btrim(measure) <> ''),
    done_on       date,
    done_by       text,
    FOREIGN KEY (order_id, assignment_id) REFERENCES service.assignments (order_id, id) ON DELETE CASCADE,
    UNIQUE (assignment_id, position)
);
COMMENT ON TABLE service.measures IS 'Measures after the assignment''s first one.';

CREATE TRIGGER touch_insert AFTER INSERT ON service.order_persons REFERENCING NEW TABLE AS changed_to
    FOR EACH STATEMENT EXECUTE FUNCTION service.touch_new_orders();
CREATE TRIGGER touch_update AFTER UPDATE ON service.order_persons REFERENCING OLD TABLE AS changed_from NEW TABLE AS changed_to
    FOR EACH STATEMENT EXECUTE FUNCTION service.touch_both_orders();
CREATE TRIGGER touch_delete AFTER DELETE ON service.order_persons REFERENCING OLD TABLE AS changed_from
    FOR EACH STATEMENT EXECUTE FUNCTION service.touch_old_orders();
CREATE TRIGGER touch_insert AFTER INSERT ON service.measures REFERENCING NEW TABLE AS changed_to
    FOR EACH STATEMENT EXECUTE FUNCTION service.touch_new_orders();
CREATE TRIGGER touch_update AFTER UPDATE ON service.measures REFERENCING OLD TABLE AS changed_from NEW TABLE AS changed_to
    FOR EACH STATEMENT EXECUTE FUNCTION service.touch_both_orders();
CREATE TRIGGER touch_delete AFTER DELETE ON service.measures REFERENCING OLD TABLE AS changed_from
    FOR EACH STATEMENT EXECUTE FUNCTION service.touch_old_orders();

CREATE TABLE service.contact_orders (
    id                bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    subgroup_code     text REFERENCES service.subgroups ON DELETE RESTRICT,
    subject           text NOT NULL CHECK (btrim(subject) <> ''),
    customer_id       bigint NOT NULL REFERENCES service.customers ON DELETE RESTRICT,
    facility_id       bigint REFERENCES service.facilities ON DELETE SET NULL,
    service_object_id bigint REFERENCES service.service_objects ON DELETE SET NULL,
    contact_name      text,
    contact_phone     text,
    contact_email     text,
    status            text,
    hours             numeric(8, 2) CHECK (hours >= 0),
    created_at        timestamptz NOT NULL DEFAULT now(),
    created_by        text NOT NULL,
    completed_at      timestamptz,
    completed_by      text
);
CREATE INDEX contact_orders_customer ON service.contact_orders (customer_id);
COMMENT ON TABLE service.contact_orders IS 'Contacts with customers to come. Not orders: nothing of them is ever invoiced.';

CREATE TABLE service.contact_notes (
    id               bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    contact_order_id bigint NOT NULL REFERENCES service.contact_orders ON DELETE CASCADE,
    at               timestamptz NOT NULL DEFAULT now(),
    by               text NOT NULL,
    note             text NOT NULL
);

-- Marks and links of an order are not its content.
CREATE OR REPLACE FUNCTION service.stamp_order() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    bookkeeping CONSTANT text[] := '{state,generation,technician_signed_at,customer_signed_at,ready_at,ready_by,requested_at,requested_by,
        restored_at,invoiced_at,invoiced_by_hand,changed_at,change,content_version,custom_status,project_id,collected_by,
        collected_position,part_of,last_part,agreement_id,agreement_period}';
BEGIN
    NEW.changed_at := now();
    NEW.change := pg_current_xact_id()::text::bigint;
    IF NEW.content_version = OLD.content_version AND to_jsonb(NEW) - bookkeeping <> to_jsonb(OLD) - bookkeeping THEN
        NEW.content_version := OLD.content_version + 1;
    END IF;
    RETURN NEW;
END $$;
