package org.accountinghub.routes.app.endtoend;

import org.springframework.jdbc.core.simple.JdbcClient;

/** Orders of one company that its users rearrange: rows and assignments get another order, orders another payer or company. */
final class Rearrangement {

    private final ServiceDesk desk;
    private final String company;

    Rearrangement(ServiceDesk desk, String company) {
        this.desk = desk;
        this.company = company;
    }

    /** Who says who pays. */
    enum Payer {
        ORDER("UPDATE service.orders SET invoiced_to_id = %s WHERE id = :order"),
        FACILITY("UPDATE service.facilities SET invoiced_to_id = %s"
                + " WHERE id = (SELECT facility_id FROM service.orders WHERE id = :order)"),
        SERVICE_OBJECT("UPDATE service.service_objects SET invoiced_to_id = %s"
                + " WHERE id = (SELECT service_object_id FROM service.assignments WHERE order_id = :order)"),
        ASSIGNMENT("UPDATE service.assignments SET invoiced_to_id = %s WHERE order_id = :order");

        private final String change;

        Payer(String change) {
            this.change = change.formatted("(SELECT id FROM service.customers WHERE number = :payer)");
        }
    }

    void payer(Payer where, String order, String payer) {
        payer(where, desk.id(company, order), payer);
    }

    /** At a facility and at a service object, and only one of all says who pays. */
    void onlyPayer(Payer where, long order, String payer) {
        JdbcClient sql = desk.owner();
        sql.sql("UPDATE service.assignments SET invoiced_to_id = NULL WHERE order_id = ?")
                .param(order)
                .update();
        sql.sql("""
                        WITH place AS (
                            INSERT INTO service.facilities (customer_id, name)
                            SELECT customer_id, 'Anläggning ' || number FROM service.orders WHERE id = :order RETURNING id, customer_id),
                        thing AS (
                            INSERT INTO service.service_objects (customer_id, facility_id, name)
                            SELECT customer_id, id, 'Pump' FROM place RETURNING id, facility_id),
                        placed AS (UPDATE service.orders SET facility_id = thing.facility_id FROM thing WHERE orders.id = :order)
                        UPDATE service.assignments SET service_object_id = thing.id FROM thing WHERE order_id = :order""").param("order", order).update();
        payer(where, order, payer);
    }

    private void payer(Payer where, long order, String payer) {
        desk.owner()
                .sql(where.change)
                .param("order", order)
                .param("payer", payer)
                .update();
    }

    /** To another order's other articles. */
    void moveRow(String text, String to) {
        desk.owner()
                .sql("UPDATE service.order_rows SET order_id = ?, assignment_id = NULL WHERE description = ?")
                .params(desk.id(company, to), text)
                .update();
    }

    /** The last assignment of an order becomes a new order, which is ready at once. */
    void separate(String from, String to) {
        desk.inTransaction(() -> {
            JdbcClient sql = desk.owner();
            long assignment = sql.sql(
                            "SELECT id FROM service.assignments WHERE order_id = ? ORDER BY position DESC LIMIT 1")
                    .param(desk.id(company, from))
                    .query(Long.class)
                    .single();
            long order = sql.sql("""
                            INSERT INTO service.orders (subgroup_code, kind, number, currency, customer_id)
                            SELECT subgroup_code, kind, ?, currency, customer_id FROM service.orders WHERE id = ? RETURNING id""")
                    .params(to, desk.id(company, from))
                    .query(Long.class)
                    .single();
            long separated =
                    sql.sql("""
                            INSERT INTO service.assignments (order_id, position, description, invoiced_to_id)
                            SELECT ?, 1, description, invoiced_to_id FROM service.assignments WHERE id = ? RETURNING id""").params(order, assignment).query(Long.class).single();
            sql.sql("UPDATE service.order_rows SET order_id = ?, assignment_id = ? WHERE assignment_id = ?")
                    .params(order, separated, assignment)
                    .update();
            sql.sql("DELETE FROM service.assignments WHERE id = ?")
                    .param(assignment)
                    .update();
            desk.act(order, "set_ready");
        });
    }

    void giveToCompany(String order, String other) {
        desk.owner()
                .sql("UPDATE service.orders SET subgroup_code = ? WHERE id = ?")
                .params(other, desk.id(company, order))
                .update();
    }

    /** Deletes an order and writes it anew under another number with the rows that it had, as from a backup. */
    void rewrite(String order, String as) {
        desk.inTransaction(() -> {
            JdbcClient sql = desk.owner();
            long id = desk.id(company, order);
            sql.sql("CREATE TEMPORARY TABLE kept ON COMMIT DROP AS SELECT * FROM service.order_rows WHERE order_id = "
                            + id)
                    .update();
            long again = sql.sql("""
                            INSERT INTO service.orders (subgroup_code, kind, number, currency, customer_id)
                            SELECT subgroup_code, kind, ?, currency, customer_id FROM service.orders WHERE id = ? RETURNING id""").params(as, id).query(Long.class).single();
            sql.sql("DELETE FROM service.orders WHERE id = ?").param(id).update();
            sql.sql("UPDATE kept SET order_id = ?, assignment_id = NULL")
                    .param(again)
                    .update();
            sql.sql("INSERT INTO service.order_rows SELECT * FROM kept").update();
            desk.act(again, "set_ready");
        });
    }

    /** Restored, and set ready again; nobody has asked that it be sent again. */
    void restoreAndReady(String order) {
        long id = desk.id(company, order);
        desk.inTransaction(() -> {
            desk.act(id, "restore");
            desk.act(id, "set_ready");
        });
    }

    /** Presses "Send to accounting software". */
    void send(String order) {
        desk.owner()
                .sql("SELECT service.request_sending(ARRAY[?::bigint], 'Tove Ek')")
                .param(desk.id(company, order))
                .query((row, number) -> "")
                .list();
    }

    /** Answers yes when asked whether to send again. */
    void sendAgain(String order) {
        desk.act(desk.id(company, order), "send_again");
    }
}
