-- Orders, their assignments and rows, and what the hub has reported about the documents made of them.

CREATE TABLE service.orders (
    id                     bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    subgroup_code          text REFERENCES service.subgroups ON DELETE RESTRICT,
    kind                   text NOT NULL CHECK (kind IN ('work', 'service', 'sales', 'project')),
    number                 text NOT NULL CHECK (number <> '' AND number = btrim(number)),
    customer_id            bigint REFERENCES service.customers ON DELETE RESTRICT,
    facility_id            bigint REFERENCES service.facilities ON DELETE RESTRICT,
    invoiced_to_id         bigint REFERENCES service.customers ON DELETE RESTRICT,
    order_type             text,
    contact                text,
    requester              text,
    cost_centre            text,
    customers_order_number text,
    order_text             text,
    custom_status          text,
    custom_fields          jsonb NOT NULL DEFAULT '{}',
    order_date             date NOT NULL DEFAULT current_date,
    planned_date           date,
    delivery_date          date,
    currency               text,
    prices_include_vat     boolean NOT NULL DEFAULT false,
    tax_reduction          text CHECK (tax_reduction IN ('ROT', 'RUT', 'GREEN')),
    state                  text NOT NULL DEFAULT 'CREATED'
        CHECK (state IN ('CREATED', 'PARTLY_SIGNED', 'SIGNED', 'READY', 'SENT', 'INVOICED', 'CANCELLED')),
    generation             integer NOT NULL DEFAULT 1 CHECK (generation >= 1),
    technician_signed_at   timestamptz,
    customer_signed_at     timestamptz,
    ready_at               timestamptz,
    ready_by               text,
    requested_at           timestamptz,
    requested_by           text,
    restored_at            timestamptz,
    invoiced_at            timestamptz,
    invoiced_by_hand       boolean NOT NULL DEFAULT false,
    created_at             timestamptz NOT NULL DEFAULT now(),
    changed_at             timestamptz NOT NULL DEFAULT now(),
    change                 bigint NOT NULL DEFAULT 0,
    content_version        bigint NOT NULL DEFAULT 1,
    UNIQUE NULLS NOT DISTINCT (kind, number, subgroup_code),
    CHECK ((state = 'READY') <= (ready_at IS NOT NULL))
);
CREATE INDEX orders_ready ON service.orders (ready_at) WHERE state = 'READY';
CREATE INDEX orders_number ON service.orders (number);
CREATE INDEX orders_change ON service.orders (change);
CREATE INDEX orders_customer ON service.orders (customer_id);
CREATE INDEX orders_facility ON service.orders (facility_id) WHERE facility_id IS NOT NULL;
CREATE INDEX orders_invoiced_to ON service.orders (invoiced_to_id) WHERE invoiced_to_id IS NOT NULL;

CREATE TABLE service.assignments (
    id                bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    order_id          bigint NOT NULL REFERENCES service.orders ON DELETE CASCADE,
    position          integer NOT NULL CHECK (position BETWEEN 1 AND 99999),
    service_object_id bigint REFERENCES service.service_objects ON DELETE RESTRICT,
    description       text,
    error             text,
    measures          text,
    measures_on       date,
    measures_by       text,
    invoiced_to_id    bigint REFERENCES service.customers ON DELETE RESTRICT,
    UNIQUE (order_id, id),
    UNIQUE (order_id, position) DEFERRABLE,
    UNIQUE (order_id, service_object_id)
);
CREATE INDEX assignments_service_object ON service.assignments (service_object_id) WHERE service_object_id IS NOT NULL;
CREATE INDEX assignments_invoiced_to ON service.assignments (invoiced_to_id) WHERE invoiced_to_id IS NOT NULL;

CREATE TABLE service.order_rows (
    id               uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    order_id         bigint NOT NULL REFERENCES service.orders ON DELETE CASCADE,
    assignment_id    bigint,
    position         integer NOT NULL CHECK (position BETWEEN 1 AND 99999),
    kind             text NOT NULL DEFAULT 'ARTICLE' CHECK (kind IN ('ARTICLE', 'TIME', 'TEXT')),
    article_number   text,
    description      text,
    quantity         numeric(14, 4),
    unit             text,
    unit_price       numeric(14, 4),
    discount_percent numeric(7, 4) CHECK (discount_percent BETWEEN 0 AND 100),
    discount_amount  numeric(14, 4),
    vat_rate         numeric(6, 3),
    vat_treatment    text
        CHECK (vat_treatment IN ('DOMESTIC', 'DOMESTIC_REVERSE_CHARGE', 'EU_REVERSE_CHARGE', 'EU_WITH_VAT', 'EXPORT')),
    cost_centre      text,
    work_type        text,
    hours            numeric(8, 2) CHECK (hours >= 0),
    to_be_ordered    boolean NOT NULL DEFAULT false,
    added_by         text,
    added_at         timestamptz NOT NULL DEFAULT now(),
    FOREIGN KEY (order_id, assignment_id) REFERENCES service.assignments (order_id, id) ON DELETE CASCADE,
    CHECK (discount_percent IS NULL OR discount_amount IS NULL)
);
CREATE INDEX order_rows_order ON service.order_rows (order_id);
CREATE INDEX order_rows_assignment ON service.order_rows (assignment_id);
COMMENT ON COLUMN service.order_rows.id IS 'Stable for the life of the row, also when it moves to another order. Never reused.';
COMMENT ON COLUMN service.order_rows.vat_treatment IS 'Null: as the payer''s.';
COMMENT ON COLUMN service.order_rows.assignment_id IS 'Null: one of the order''s other articles.';
COMMENT ON COLUMN service.order_rows.discount_amount IS 'For the whole row, in the order''s currency, with or without VAT as the price.';

CREATE TABLE service.order_history (
    id       bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    order_id bigint NOT NULL REFERENCES service.orders ON DELETE CASCADE,
    at       timestamptz NOT NULL DEFAULT clock_timestamp(),
    by       text NOT NULL,
    event    text NOT NULL,
    detail   text
);
CREATE INDEX order_history_order ON service.order_history (order_id);

-- No reference to orders: what has reached the accounting system outlives a deleted order.
CREATE TABLE service.order_documents (
    subgroup        text NOT NULL,
    kind            text NOT NULL,
    number          text NOT NULL,
    payer_number    text NOT NULL,
    generation      integer NOT NULL,
    order_id        bigint,
    document_number text,
    sent_at         timestamptz,
    invoiced_at     timestamptz,
    problem         text,
    problem_at      timestamptz,
    note            text,
    PRIMARY KEY (subgroup, kind, number, payer_number, generation)
);
CREATE INDEX order_documents_order ON service.order_documents (order_id, generation);

CREATE TABLE service.order_invoices (
    subgroup       text NOT NULL,
    kind           text NOT NULL,
    number         text NOT NULL,
    payer_number   text NOT NULL,
    generation     integer NOT NULL,
    invoice_number text NOT NULL CHECK (invoice_number <> ''),
    invoice_date   date,
    due_date       date,
    currency       text,
    net            numeric(14, 2),
    vat            numeric(14, 2),
    total          numeric(14, 2),
    balance        numeric(14, 2),
    paid_on        date,
    state          text NOT NULL CHECK (state IN ('BOOKED', 'PAID', 'CREDITED', 'CANCELLED')),
    reported_at    timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (subgroup, kind, number, payer_number, generation, invoice_number),
    FOREIGN KEY (subgroup, kind, number, payer_number, generation) REFERENCES service.order_documents
);
