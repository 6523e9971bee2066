package org.accountinghub.routes.app.endtoend;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.function.LongConsumer;
import javax.sql.DataSource;
import org.accountinghub.routes.embedded.postgres.DatabaseLogin;
import org.accountinghub.routes.embedded.postgres.HubDatabase;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The people of the service system, who write their orders into the store and change their minds. */
final class ServiceDesk {

    private static final String WHO = "Tove Ek";

    private final JdbcClient sql;
    private final JdbcClient superuser;
    private final TransactionTemplate transaction;

    ServiceDesk(HubDatabase database) {
        DataSource owner = dataSource(database.serviceOwner());
        this.sql = JdbcClient.create(owner);
        this.superuser = JdbcClient.create(dataSource(database.superuser()));
        this.transaction = new TransactionTemplate(new DataSourceTransactionManager(owner));
    }

    /** Sends what is ready at once, without anybody asking. */
    void openCompany(String code) {
        sql.sql("INSERT INTO service.subgroups (code, name) VALUES (?, ?)")
                .params(code, "Bolag " + code)
                .update();
        sql.sql("INSERT INTO service.group_settings (subgroup_code, immediately_send) VALUES (?, true)")
                .param(code)
                .update();
    }

    void customer(String number, String name) {
        customer(number, name, "BUSINESS", null);
    }

    void rename(String number, String name) {
        sql.sql("UPDATE service.customers SET name = ? WHERE number = ?")
                .params(name, number)
                .update();
    }

    /** The customer's name, its telephone and its number in the books of its connections; empty when there is none. */
    String customerCard(String number) {
        return sql.sql("""
                        SELECT concat_ws(', ', c.name, c.phone, a.accounting_number) FROM service.customers c
                        LEFT JOIN service.hub_customer_accounting a ON a.customer_number = c.number WHERE c.number = ?""").param(number).query(String.class).optional().orElse("");
    }

    void privateCustomer(String number, String name, String personalNumber) {
        customer(number, name, "PRIVATE", personalNumber);
    }

    private void customer(String number, String name, String kind, @Nullable String personalNumber) {
        sql.sql(
                        "INSERT INTO service.customers (number, name, kind, personal_number, organisation_number) VALUES (?, ?, ?, ?, ?)")
                .params(number, name, kind, personalNumber, personalNumber == null ? organisationNumber(number) : null)
                .update();
        sql.sql(
                        "INSERT INTO service.customer_addresses (customer_id, use, line1, postal_code, city, country_code)"
                                + " SELECT id, 'INVOICE', 'Verkstadsgatan 7', '411 05', 'Göteborg', 'SE' FROM service.customers WHERE number = ?")
                .param(number)
                .update();
    }

    /** One for each customer, with a right check digit: who shares one is one customer at the partner. */
    static String organisationNumber(String customer) {
        String digits = "5560" + "%05d".formatted(Integer.parseInt(customer));
        int sum = 0;
        for (int place = 0; place < digits.length(); place++) {
            int digit = (digits.charAt(place) - '0') * (place % 2 == 0 ? 2 : 1);
            sum += digit / 10 + digit % 10;
        }
        return digits.substring(0, 6) + "-" + digits.substring(6) + (10 - sum % 10) % 10;
    }

    /** Writes an order and sets it ready, in one transaction. The first payer has it; each has an assignment with the rows. */
    void order(String company, String number, List<String> payers, List<Line> lines) {
        order(company, number, payers, lines, id -> {});
    }

    /** @param furnish what else belongs to the order, before it is set ready */
    void order(String company, String number, List<String> payers, List<Line> lines, LongConsumer furnish) {
        transaction.executeWithoutResult(begun -> {
            long id = sql.sql("""
                            INSERT INTO service.orders (subgroup_code, kind, number, currency, customer_id)
                            SELECT ?, 'work', ?, 'SEK', id FROM service.customers WHERE number = ? RETURNING id""")
                    .params(company, number, payers.get(0))
                    .query(Long.class)
                    .single();
            for (int i = 0; i < payers.size(); i++) {
                assignment(id, i + 1, payers.get(i), lines);
            }
            furnish.accept(id);
            act(id, "set_ready");
        });
    }

    void assignment(long order, int position, String payer, List<Line> lines) {
        long assignment =
                sql.sql("""
                        INSERT INTO service.assignments (order_id, position, description, measures, invoiced_to_id)
                        SELECT ?, ?, 'Årlig tillsyn', 'Bytt filter', id FROM service.customers WHERE number = ? RETURNING id""").params(order, position, payer).query(Long.class).single();
        for (int row = 0; row < lines.size(); row++) {
            Line line = lines.get(row);
            sql.sql("""
                            INSERT INTO service.order_rows (order_id, assignment_id, position, description, quantity, unit,
                                unit_price, discount_percent, vat_rate) VALUES (?, ?, ?, ?, ?, 'st', ?, ?, ?)""")
                    .params(
                            order,
                            assignment,
                            row + 1,
                            line.text(),
                            line.quantity(),
                            line.price(),
                            line.discountPercent(),
                            line.vatRate())
                    .update();
        }
    }

    /** A project's invoice collects orders that are ready, and is ready itself. */
    void collect(String company, String project, List<String> orders) {
        long id = sql.sql("""
                        INSERT INTO service.projects (subgroup_code, number, name, customer_id)
                        SELECT subgroup_code, :project, 'Ombyggnad', customer_id FROM service.orders WHERE id = :order RETURNING id""")
                .param("project", project)
                .param("order", id(company, orders.get(0)))
                .query(Long.class)
                .single();
        Long[] collected = orders.stream().map(order -> id(company, order)).toArray(Long[]::new);
        act(
                sql.sql("SELECT service.collect(?, ?, ?)")
                        .params(id, collected, WHO)
                        .query(Long.class)
                        .single(),
                "set_ready");
    }

    /** Orders of this company are sent as orders from now on. */
    void sendAsOrders(String company) {
        sql.sql("UPDATE service.group_settings SET send_as = 'ORDER' WHERE subgroup_code = ?")
                .param(company)
                .update();
    }

    /** Two persons ask for the tax reduction of an order; the first for two thirds. All its rows are work of ten hours. */
    void houseWork(long order, String personalNumber, String coordinationNumber) {
        sql.sql("UPDATE service.orders SET tax_reduction = 'ROT', property_designation = 'Hede 1:23' WHERE id = ?")
                .param(order)
                .update();
        sql.sql("UPDATE service.order_rows SET work_type = 'CONSTRUCTION', hours = 10 WHERE order_id = ?")
                .param(order)
                .update();
        sql.sql("""
                        INSERT INTO service.order_persons (order_id, position, name, personal_number, share)
                        VALUES (:order, 1, 'Tolvan Tolvansson', :first, 2), (:order, 2, 'Elva Tolvansson', :second, 1)""")
                .param("order", order)
                .param("first", personalNumber)
                .param("second", coordinationNumber)
                .update();
    }

    void raisePrices(String company, String number) {
        sql.sql("UPDATE service.order_rows SET unit_price = unit_price + 100 WHERE order_id = ?")
                .param(id(company, number))
                .update();
    }

    void taxAll(String company, String number, BigDecimal vatRate) {
        sql.sql("UPDATE service.order_rows SET vat_rate = ? WHERE order_id = ?")
                .params(vatRate, id(company, number))
                .update();
    }

    void cancel(String company, String number) {
        act(id(company, number), "cancel");
    }

    void invoiceByHand(String company, String number) {
        act(id(company, number), "mark_invoiced_by_hand");
    }

    void delete(String company, String number) {
        sql.sql("DELETE FROM service.orders WHERE id = ?")
                .param(id(company, number))
                .update();
    }

    /** State of an order as its users see it. */
    String state(String company, String number) {
        return sql.sql("SELECT state FROM service.orders WHERE subgroup_code = ? AND number = ?")
                .params(company, number)
                .query(String.class)
                .single();
    }

    /** The invoices of an order as its users see them, by invoice number. */
    List<Map<String, Object>> invoices(String company, String number) {
        return sql.sql("""
                        SELECT payer_number, invoice_number, invoice_date, net, vat, total, balance, paid_on, state
                        FROM service.order_invoices WHERE subgroup = ? AND number = ? ORDER BY invoice_number""").params(company, number).query().listOfRows();
    }

    /** What the hub has told about documents that do not go on, in the words that users read. */
    List<String> problems(String company, String number) {
        return sql.sql("""
                        SELECT problem FROM service.order_documents
                        WHERE subgroup = ? AND number = ? AND problem IS NOT NULL""").params(company, number).query(String.class).list();
    }

    /** As the owner of the service system's schema; in the transaction of an order that is being written, if one is. */
    JdbcClient owner() {
        return sql;
    }

    void inTransaction(Runnable acts) {
        transaction.executeWithoutResult(begun -> acts.run());
    }

    /** May look into every schema. */
    JdbcClient superuser() {
        return superuser;
    }

    long id(String company, String number) {
        return sql.sql("SELECT id FROM service.orders WHERE subgroup_code = ? AND number = ?")
                .params(company, number)
                .query(Long.class)
                .single();
    }

    void act(long order, String verb) {
        sql.sql("SELECT service." + verb + "(?, ?)")
                .params(order, WHO)
                .query((row, number) -> "")
                .list();
    }

    private static DataSource dataSource(DatabaseLogin login) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(login.jdbcUrl());
        source.setUser(login.user());
        source.setPassword(login.password());
        return source;
    }

    /** A row of an order. */
    record Line(String text, BigDecimal quantity, BigDecimal price, BigDecimal discountPercent, BigDecimal vatRate) {

        static Line of(String text, String quantity, String price, String discountPercent, String vatRate) {
            return new Line(
                    text,
                    new BigDecimal(quantity),
                    new BigDecimal(price),
                    new BigDecimal(discountPercent),
                    new BigDecimal(vatRate));
        }
    }
}
