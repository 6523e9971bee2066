package org.accountinghub.routes.demo.data;

import java.sql.Connection;
import java.sql.Date;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.accountinghub.routes.demo.data.DemoOrder.DemoAssignment;
import org.accountinghub.routes.demo.data.DemoOrder.DemoRow;
import org.jspecify.annotations.Nullable;
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
            registers(sql, data);
            places(sql, data.places());
            data.orders().forEach(order -> new OrderWriter(sql, order).write());
            connection.commit();
        } catch (SQLException e) {
            throw new IllegalStateException("the demo's data cannot be stored: " + e.getMessage(), e);
        }
    }

    private static void registers(JdbcTemplate sql, DemoData data) {
        for (DemoCompany company : data.companies()) {
            sql.update(
                    "INSERT INTO service.subgroups (code, name, organisation_number) VALUES (?, ?, ?)",
                    company.code(),
                    company.name(),
                    company.organisationNumber());
            sql.update(
                    "INSERT INTO service.group_settings (subgroup_code, immediately_send, add_assigned_in_our_reference) VALUES (?, ?, ?)",
                    company.code(),
                    company.sendsImmediately(),
                    company.sendsImmediately());
        }
        sql.batchUpdate(
                "INSERT INTO service.articles (number, description, unit, price, vat_rate, kind, active) VALUES (?, ?, ?, ?, ?, ?, ?)",
                data.articles().stream()
                        .map(article -> new Object[] {
                            article.number(),
                            article.description(),
                            article.unit(),
                            article.price(),
                            article.vatRate(),
                            article.time() ? "TIME" : "ARTICLE",
                            article.active()
                        })
                        .toList());
        data.customers().forEach(customer -> customer(sql, customer));
    }

    private static void customer(JdbcTemplate sql, DemoCustomer customer) {
        Long id = sql.queryForObject(
                """
                INSERT INTO service.customers (number, name, kind, organisation_number, personal_number, vat_treatment, email,
                    invoice_emails, phone, cost_centre, customers_order_number, assigned_technician, active, comments)
                VALUES (?, ?, ?, ?, ?, ?, ?, ARRAY[?], ?, ?, ?, ?, ?, 'Endast internt: betalar sent') RETURNING id""",
                Long.class,
                customer.number(),
                customer.name(),
                customer.isPrivate() ? "PRIVATE" : "BUSINESS",
                customer.isPrivate() ? null : orNull(customer.registration()),
                customer.isPrivate() ? orNull(customer.registration()) : null,
                customer.treatment(),
                customer.email(),
                customer.email(),
                customer.phone(),
                orNull(customer.costCentre()),
                orNull(customer.orderNumber()),
                customer.technician(),
                customer.active());
        customer.addresses()
                .forEach(address -> sql.update(
                        "INSERT INTO service.customer_addresses (customer_id, use, line1, line2, postal_code, city, country_code)"
                                + " VALUES (?, ?, ?, ?, ?, ?, ?)",
                        id,
                        address.use(),
                        address.line1(),
                        address.line2(),
                        address.postalCode(),
                        address.city(),
                        address.countryCode()));
        customer.contacts()
                .forEach(
                        name -> sql.update("INSERT INTO service.contacts (customer_id, name) VALUES (?, ?)", id, name));
    }

    private static void places(JdbcTemplate sql, List<DemoPlace> places) {
        for (DemoPlace place : places) {
            Long facility = sql.queryForObject(
                    """
                    INSERT INTO service.facilities (customer_id, name, line1, postal_code, city, country_code, customers_order_number,
                        invoiced_to_id)
                    SELECT c.id, ?, ?, ?, ?, 'SE', ?, (SELECT id FROM service.customers WHERE number = ?)
                    FROM service.customers c WHERE c.number = ? RETURNING id""",
                    Long.class,
                    place.name(),
                    place.street(),
                    place.postalCode(),
                    place.city(),
                    orNull(place.orderNumber()),
                    orNull(place.invoicedTo()),
                    place.customer());
            place.objects()
                    .forEach(object -> sql.update(
                            """
                            INSERT INTO service.service_objects (customer_id, facility_id, name, serial_number, invoiced_to_id)
                            SELECT customer_id, id, ?, ?, (SELECT id FROM service.customers WHERE number = ?)
                            FROM service.facilities WHERE id = ?""", object.name(), object.serialNumber(), orNull(object.invoicedTo()), facility));
        }
    }

    private record OrderWriter(JdbcTemplate sql, DemoOrder order) {

        void write() {
            boolean ready = order.state().equals("READY");
            Long id = sql.queryForObject(
                    """
                    INSERT INTO service.orders (subgroup_code, kind, number, customer_id, facility_id, invoiced_to_id, contact, order_text,
                        cost_centre, order_date, currency, prices_include_vat, state, ready_at, ready_by, requested_at, requested_by, invoiced_by_hand)
                    VALUES (?, ?, ?, (SELECT id FROM service.customers WHERE number = ?),
                        (SELECT f.id FROM service.facilities f JOIN service.customers c ON c.id = f.customer_id WHERE c.number = ? AND f.name = ?),
                        (SELECT id FROM service.customers WHERE number = ?), ?, ?, ?, ?, ?, ?, ?,
                        CASE WHEN ? THEN now() END, ?, CASE WHEN ? THEN now() END, ?, ?) RETURNING id""",
                    Long.class,
                    order.company().code(),
                    order.kind(),
                    order.number(),
                    orNull(order.customer()),
                    orNull(order.customer()),
                    orNull(order.facility()),
                    orNull(order.invoicedTo()),
                    orNull(order.contact()),
                    orNull(order.orderText()),
                    orNull(order.costCentre()),
                    Date.valueOf(order.date()),
                    orNull(order.currency()),
                    order.pricesIncludeVat(),
                    order.state(),
                    ready,
                    ready ? "Tove Ek" : null,
                    ready && order.asked(),
                    ready && order.asked() ? "Maria på kontoret" : null,
                    order.state().equals("INVOICED"));
            int position = 1;
            for (DemoAssignment assignment : order.assignments()) {
                Long assignmentId = assignment(id, position++, assignment);
                rows(id, assignmentId, assignment.rows());
            }
            rows(id, null, order.others());
        }

        private @Nullable Long assignment(@Nullable Long orderId, int position, DemoAssignment assignment) {
            return sql.queryForObject(
                    """
                    INSERT INTO service.assignments (order_id, position, service_object_id, description, error, measures, invoiced_to_id)
                    VALUES (?, ?, (SELECT s.id FROM service.service_objects s JOIN service.orders o ON o.facility_id = s.facility_id
                        WHERE o.id = ? AND s.name = ?), ?, ?, ?, (SELECT id FROM service.customers WHERE number = ?)) RETURNING id""",
                    Long.class,
                    orderId,
                    position,
                    orderId,
                    orNull(assignment.serviceObject()),
                    assignment.description(),
                    assignment.error(),
                    assignment.measures(),
                    orNull(assignment.invoicedTo()));
        }

        private void rows(@Nullable Long orderId, @Nullable Long assignmentId, List<DemoRow> rows) {
            int position = 1;
            for (DemoRow row : rows) {
                sql.update(
                        """
                        INSERT INTO service.order_rows (order_id, assignment_id, position, kind, article_number, description, quantity, unit,
                            unit_price, discount_percent, discount_amount, vat_rate, vat_treatment, to_be_ordered)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""",
                        orderId,
                        assignmentId,
                        position++,
                        row.article().filter(DemoArticle::time).isPresent() ? "TIME" : "ARTICLE",
                        orNull(row.article().map(DemoArticle::number)),
                        orNull(row.text()),
                        row.quantity(),
                        orNull(row.article().map(DemoArticle::unit)),
                        orNull(row.price()),
                        orNull(row.discountPercent()),
                        orNull(row.discountAmount()),
                        orNull(row.vatRate()),
                        orNull(row.treatment()),
                        row.toBeOrdered());
            }
        }
    }

    private static <T> @Nullable T orNull(Optional<T> value) {
        return value.orElse(null);
    }
}
