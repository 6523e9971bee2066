-- Registers of the service system: companies (subgroups), their settings, customers, facilities, service objects, articles.

CREATE TABLE service.subgroups (
    code                text PRIMARY KEY CHECK (code <> '' AND code = btrim(code)),
    name                text NOT NULL CHECK (name <> ''),
    organisation_number text
);

CREATE TABLE service.customers (
    id                     bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    number                 text NOT NULL UNIQUE CHECK (number NOT IN ('', '-') AND number = btrim(number)),
    name                   text NOT NULL CHECK (btrim(name) <> ''),
    kind                   text NOT NULL DEFAULT 'BUSINESS' CHECK (kind IN ('BUSINESS', 'PRIVATE')),
    organisation_number    text,
    personal_number        text,
    vat_number             text,
    vat_type               text NOT NULL DEFAULT 'DEFAULT' CHECK (vat_type IN ('DEFAULT', 'NORMAL_VAT')),
    vat_treatment          text NOT NULL DEFAULT 'DOMESTIC'
        CHECK (vat_treatment IN ('DOMESTIC', 'DOMESTIC_REVERSE_CHARGE', 'EU_REVERSE_CHARGE', 'EU_WITH_VAT', 'EXPORT')),
    language               text,
    currency               text,
    discount_letters       text[] NOT NULL DEFAULT '{}',
    email                  text,
    invoice_emails         text[] NOT NULL DEFAULT '{}',
    phone                  text,
    cost_centre            text,
    customers_order_number text,
    property_designation   text,
    apartment_number       text,
    housing_association    text,
    always_as_invoice      boolean NOT NULL DEFAULT false,
    facilities_disabled    boolean NOT NULL DEFAULT false,
    require_facility       boolean NOT NULL DEFAULT false,
    require_cost_centre    boolean NOT NULL DEFAULT false,
    require_order_number   boolean NOT NULL DEFAULT false,
    assigned_technician    text,
    active                 boolean NOT NULL DEFAULT true,
    custom_fields          jsonb NOT NULL DEFAULT '{}',
    comments               text,
    changed_at             timestamptz NOT NULL DEFAULT now(),
    change                 bigint NOT NULL DEFAULT 0,
    CHECK (kind = 'PRIVATE' OR personal_number IS NULL),
    CHECK (NOT (facilities_disabled AND require_facility))
);
CREATE INDEX customers_change ON service.customers (change);
COMMENT ON COLUMN service.customers.comments IS 'Internal: never shown to the hub.';
COMMENT ON COLUMN service.customers.housing_association IS 'Organisation number of the housing association, for tax reduction.';

CREATE TABLE service.customer_addresses (
    customer_id bigint NOT NULL REFERENCES service.customers ON DELETE CASCADE,
    use         text NOT NULL CHECK (use IN ('INVOICE', 'VISITING', 'POSTAL')),
    name        text,
    line1       text,
    line2       text,
    postal_code  text,
    city        text,
    country_code text,
    PRIMARY KEY (customer_id, use)
);

CREATE TABLE service.facilities (
    id                     bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    customer_id            bigint NOT NULL REFERENCES service.customers ON DELETE CASCADE,
    name                   text NOT NULL CHECK (btrim(name) <> ''),
    line1                  text,
    line2                  text,
    postal_code            text,
    city                   text,
    country_code           text,
    customers_order_number text,
    invoiced_to_id         bigint REFERENCES service.customers ON DELETE RESTRICT,
    active                 boolean NOT NULL DEFAULT true,
    UNIQUE (customer_id, name)
);
CREATE INDEX facilities_invoiced_to ON service.facilities (invoiced_to_id) WHERE invoiced_to_id IS NOT NULL;

CREATE TABLE service.contacts (
    id                        bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    customer_id               bigint REFERENCES service.customers ON DELETE CASCADE,
    facility_id               bigint REFERENCES service.facilities ON DELETE CASCADE,
    name                      text NOT NULL CHECK (btrim(name) <> ''),
    phone                     text,
    email                     text,
    receives_service_protocol boolean NOT NULL DEFAULT false,
    receives_work_order       boolean NOT NULL DEFAULT false,
    main_contact              boolean NOT NULL DEFAULT false,
    CHECK (num_nonnulls(customer_id, facility_id) = 1)
);
CREATE INDEX contacts_customer ON service.contacts (customer_id);
CREATE INDEX contacts_facility ON service.contacts (facility_id);

CREATE TABLE service.service_objects (
    id             bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    customer_id    bigint NOT NULL REFERENCES service.customers ON DELETE CASCADE,
    facility_id    bigint REFERENCES service.facilities ON DELETE SET NULL,
    number         text,
    name           text NOT NULL CHECK (btrim(name) <> ''),
    serial_number  text,
    invoiced_to_id bigint REFERENCES service.customers ON DELETE RESTRICT
);
CREATE INDEX service_objects_customer ON service.service_objects (customer_id);
CREATE INDEX service_objects_facility ON service.service_objects (facility_id);
CREATE INDEX service_objects_invoiced_to ON service.service_objects (invoiced_to_id) WHERE invoiced_to_id IS NOT NULL;

CREATE TABLE service.articles (
    id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    number      text NOT NULL UNIQUE CHECK (number <> '' AND number = btrim(number)),
    description text NOT NULL,
    unit        text,
    price       numeric(14, 4),
    vat_rate    numeric(6, 3),
    kind        text NOT NULL DEFAULT 'ARTICLE' CHECK (kind IN ('ARTICLE', 'TIME')),
    work_type   text,
    active      boolean NOT NULL DEFAULT true,
    changed_at  timestamptz NOT NULL DEFAULT now(),
    change      bigint NOT NULL DEFAULT 0
);
CREATE INDEX articles_change ON service.articles (change);
COMMENT ON COLUMN service.articles.price IS 'Sales price per unit in the home currency, without VAT.';

CREATE TABLE service.standing_articles (
    customer_id bigint NOT NULL REFERENCES service.customers ON DELETE CASCADE,
    order_kind  text NOT NULL CHECK (order_kind IN ('work', 'service')),
    article_id  bigint NOT NULL REFERENCES service.articles ON DELETE CASCADE,
    quantity    numeric(14, 4) NOT NULL DEFAULT 0,
    PRIMARY KEY (customer_id, order_kind, article_id)
);

CREATE TABLE service.group_settings (
    subgroup_code                 text UNIQUE NULLS NOT DISTINCT REFERENCES service.subgroups ON DELETE CASCADE,
    send_as                       text NOT NULL DEFAULT 'INVOICE' CHECK (send_as IN ('ORDER', 'INVOICE')),
    immediately_send              boolean NOT NULL DEFAULT false,
    add_assigned_in_our_reference boolean NOT NULL DEFAULT false,
    texts_as_rows                 text NOT NULL DEFAULT 'DESCRIPTION_AND_MEASURES'
        CHECK (texts_as_rows IN ('NONE', 'DESCRIPTION', 'MEASURES', 'DESCRIPTION_AND_MEASURES')),
    require_measures              boolean NOT NULL DEFAULT false,
    require_prices                boolean NOT NULL DEFAULT false,
    require_registry_articles     boolean NOT NULL DEFAULT false,
    require_order_number          boolean NOT NULL DEFAULT false,
    require_cost_centre           boolean NOT NULL DEFAULT false,
    refuse_ready_when_to_be_ordered boolean NOT NULL DEFAULT false,
    internally_invoiced_id        bigint REFERENCES service.customers ON DELETE RESTRICT
);
COMMENT ON TABLE service.group_settings IS 'One row per subgroup; the row without a subgroup holds for all others.';
