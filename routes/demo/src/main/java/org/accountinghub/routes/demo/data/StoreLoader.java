package org.accountinghub.routes.demo.data;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.accountinghub.routes.demo.data.DemoOrder.DemoAssignment;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** Writes the demo's data into the reference store, in one transaction. */
final class StoreLoader {

    private final DataSource owner;

    StoreLoader(DataSource owner) {
        this.owner = owner;
    }

    void load(DemoData data) {
        try (Connection connection = owner.getConnection()) {
            connection.setAutoCommit(false);
            JdbcTemplate sql = new JdbcTemplate(new SingleConnectionDataSource(connection, true));
            Long orders = sql.queryForObject("SELECT count(*) FROM service.orders", Long.class);
            if (orders == null || orders > 0) {
                throw new IllegalStateException(
                        "the store has " + orders + " orders already: the demo's data goes into an empty one");
            }
            new Loading(new Lines(sql)).load(data);
            ShownActs.happen(new Clerk(sql));
            connection.commit();
            sql.execute("ANALYZE");
            connection.commit();
        } catch (SQLException e) {
            throw new IllegalStateException("the demo's data cannot be stored: " + e.getMessage(), e);
        }
    }

    private record Loading(Lines lines) {

        void load(DemoData data) {
            for (DemoCompany company : data.companies()) {
                lines.add(
                        "subgroups",
                        Columns.of("code", company.code())
                                .with("name", company.name())
                                .with("organisation_number", company.organisationNumber()));
            }
            data.articles().forEach(this::article);
            data.customers().forEach(this::customer);
            for (DemoCompany company : data.companies()) {
                lines.add(
                        "group_settings",
                        company.settings()
                                .with("internally_invoiced_id", new Called.Customer(ShownCustomers.INTERNAL))
                                .with("subgroup_code", company.code())
                                .with("immediately_send", company.sendsImmediately()));
            }
            data.places().forEach(this::place);
            data.beside().forEach(line -> lines.add(line.table(), line.columns()));
            data.orders().forEach(this::order);
        }

        private void article(DemoArticle article) {
            lines.add(
                    "articles",
                    Columns.of("number", article.number())
                            .with("description", article.description())
                            .with("unit", article.unit())
                            .with("price", article.price())
                            .with("vat_rate", article.vatRate())
                            .with("kind", article.time() ? "TIME" : "ARTICLE")
                            .with("active", article.active()));
        }

        private void customer(DemoCustomer customer) {
            long id = lines.addWithId(
                    "customers",
                    customer.more()
                            .with("number", customer.number())
                            .with("name", customer.name())
                            .with("kind", customer.isPrivate() ? "PRIVATE" : "BUSINESS")
                            .with(
                                    customer.isPrivate() ? "personal_number" : "organisation_number",
                                    customer.registration()));
            customer.addresses()
                    .forEach(address -> lines.add(
                            "customer_addresses",
                            Columns.of("customer_id", id)
                                    .with("use", address.use())
                                    .with("line1", address.line1())
                                    .with("line2", address.line2())
                                    .with("postal_code", address.postalCode())
                                    .with("city", address.city())
                                    .with("country_code", address.countryCode())));
            customer.contacts()
                    .forEach(name ->
                            lines.add("contacts", Columns.of("customer_id", id).with("name", name)));
        }

        private void place(DemoPlace place) {
            Called customer = new Called.Customer(place.customer());
            long facility = lines.addWithId(
                    "facilities",
                    Columns.of("customer_id", customer)
                            .with("name", place.name())
                            .with("line1", place.street())
                            .with("postal_code", place.postalCode())
                            .with("city", place.city())
                            .with("country_code", "SE")
                            .with("customers_order_number", place.orderNumber())
                            .with("invoiced_to_id", customer(place.invoicedTo())));
            place.objects()
                    .forEach(object -> lines.add(
                            "service_objects",
                            Columns.of("customer_id", customer)
                                    .with("facility_id", facility)
                                    .with("name", object.name())
                                    .with("serial_number", object.serialNumber())
                                    .with("invoiced_to_id", customer(object.invoicedTo()))));
        }

        private static Optional<Called> customer(Optional<String> number) {
            return number.map(Called.Customer::new);
        }

        private void order(DemoOrder order) {
            Timestamp now = Timestamp.from(Instant.now());
            Columns header = order.header()
                    .with("subgroup_code", order.company().code())
                    .with("kind", order.kind())
                    .with("number", order.number())
                    .with("state", order.state())
                    .with("invoiced_by_hand", order.state().equals("INVOICED"));
            if (order.state().equals("READY")) {
                header = header.with("ready_at", now).with("ready_by", "Tove Ek");
            }
            if (order.asked()) {
                header = header.with("requested_at", now).with("requested_by", "Maria på kontoret");
            }
            long id = lines.addWithId("orders", header);
            int position = 1;
            for (DemoAssignment assignment : order.assignments()) {
                Columns columns = assignment.columns().with("order_id", id).with("position", position++);
                Columns first =
                        Columns.of("order_id", id).with("assignment_id", lines.addWithId("assignments", columns));
                rows(first, assignment.rows());
            }
            rows(Columns.of("order_id", id), order.others());
            position = 1;
            for (Columns person : order.persons()) {
                lines.add("order_persons", person.with("order_id", id).with("position", position++));
            }
        }

        private void rows(Columns where, List<DemoRow> rows) {
            int position = 1;
            for (DemoRow row : rows) {
                Columns columns = row.columns().with("position", position++);
                for (var entry : where.values().entrySet()) {
                    columns = columns.with(entry.getKey(), entry.getValue());
                }
                lines.add("order_rows", columns);
            }
        }
    }
}
