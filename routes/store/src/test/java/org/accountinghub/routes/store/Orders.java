package org.accountinghub.routes.store;

import java.math.BigDecimal;
import org.accountinghub.mappings.model.DocumentKey;
import org.accountinghub.mappings.model.SourceKey;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Writes small orders into the reference store, as its users would. */
final class Orders {

    private final JdbcClient sql;

    Orders(StoreDatabase database) {
        this.sql = database.asOwner();
        sql.sql(
                        "INSERT INTO service.subgroups VALUES ('north', 'Pumpservice Norr AB', '556677-8899') ON CONFLICT DO NOTHING")
                .update();
    }

    static DocumentKey key(String number, String payer) {
        return key(number, payer, 1);
    }

    static DocumentKey key(String number, String payer, int generation) {
        return new DocumentKey(new SourceKey("service", "north", "work", number), payer, generation);
    }

    long customer(String number) {
        return id(
                "INSERT INTO service.customers (number, name, organisation_number) VALUES (?, 'Customer ' || ?, '556036-0793') RETURNING id",
                number,
                number);
    }

    /** An order in state CREATED. */
    long order(String number, long customer) {
        return id(
                "INSERT INTO service.orders (subgroup_code, kind, number, customer_id, currency)"
                        + " VALUES ('north', 'work', ?, ?, 'SEK') RETURNING id",
                number,
                customer);
    }

    long assignment(long order, int position) {
        return id("INSERT INTO service.assignments (order_id, position) VALUES (?, ?) RETURNING id", order, position);
    }

    /** A row outside assignments. */
    String row(long order, String price) {
        return sql.sql(
                        "INSERT INTO service.order_rows (order_id, position, description, quantity, unit_price, vat_rate)"
                                + " SELECT ?, count(*) + 1, 'Work', 1, ?, 25 FROM service.order_rows WHERE order_id = ? RETURNING id::text")
                .params(order, new BigDecimal(price), order)
                .query(String.class)
                .single();
    }

    /** A row of an assignment. */
    String row(long order, long assignment, String price) {
        String row = row(order, price);
        sql.sql("UPDATE service.order_rows SET assignment_id = ? WHERE id::text = ?")
                .params(assignment, row)
                .update();
        return row;
    }

    /** An order of one row, ready for invoicing and asked for by "anna". */
    long wanted(String number, long customer) {
        long order = order(number, customer);
        row(order, "100");
        want(order);
        return order;
    }

    void want(long order) {
        act("SELECT service.set_ready(" + order + ", 'anna'), service.request_sending(ARRAY[" + order
                + "]::bigint[], 'anna')");
    }

    void act(String select) {
        sql.sql(select).query().listOfRows();
    }

    /** What an act answers: the id of what it made. */
    long made(String act) {
        return sql.sql("SELECT service." + act).query(Long.class).single();
    }

    /** What a user is told who asks for what is not possible; empty when it was. */
    String refusal(String act) {
        try {
            act("SELECT service." + act);
            return "";
        } catch (DataAccessException e) {
            return String.valueOf(e.getMostSpecificCause().getMessage());
        }
    }

    private long id(String insert, Object... values) {
        return sql.sql(insert).params(values).query(Long.class).single();
    }
}
