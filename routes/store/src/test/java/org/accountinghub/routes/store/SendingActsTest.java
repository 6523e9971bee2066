package org.accountinghub.routes.store;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SendingActsTest {

    @AutoClose
    private final StoreDatabase database = StoreDatabase.fresh();

    private final Orders orders = new Orders(database);
    private long order;

    @BeforeEach
    void anOrder() {
        order = orders.order("421", orders.customer("1001"));
        orders.row(order, "100");
    }

    private String state() {
        return database.one("SELECT state || ' ' || generation FROM service.orders WHERE id = " + order);
    }

    private String ready() {
        return database.one(
                "SELECT coalesce(string_agg(number || ' ' || generation || ' ' || coalesce(requested_by, '-'), ', ' ORDER BY number), 'nothing')"
                        + " FROM service.hub_ready_documents");
    }

    @Test
    void signedByTheTechnicianThenByTheCustomer() {
        assertThat(orders.refusal("sign(" + order + ", 'Kund', true)")).contains("signed by the technician first");
        orders.act("SELECT service.sign(" + order + ", 'Tove', false, true)");
        assertThat(state()).isEqualTo("PARTLY_SIGNED 1");
        orders.act("SELECT service.sign(" + order + ", 'Tove'), service.sign(" + order + ", 'Kund', true)");
        assertThat(state()).isEqualTo("SIGNED 1");
        orders.row(order, "5");
        orders.want(order);
        assertThat(orders.refusal("sign(" + order + ", 'Tove')"))
                .contains("order 421 is ready: \"sign\" is not possible");
    }

    @Test
    void oneOrManyAreAskedForAndWithdrawn() {
        long other = orders.order("422", orders.customer("1002"));
        orders.row(other, "1");
        orders.act("SELECT service.set_ready(" + order + ", 'anna'), service.set_ready(" + other + ", 'anna')");
        assertThat(ready()).isEqualTo("nothing");
        orders.act("SELECT service.request_sending(ARRAY[" + order + ", " + other + "]::bigint[], 'bo')");
        assertThat(ready()).isEqualTo("421 1 bo, 422 1 bo");
        orders.act("SELECT service.withdraw_request(ARRAY[" + other + "]::bigint[], 'bo')");
        assertThat(ready()).isEqualTo("421 1 bo");
        assertThat(database.one(
                        "SELECT string_agg(by || ' ' || event, ', ' ORDER BY id) FROM service.order_history WHERE order_id = "
                                + other))
                .isEqualTo(
                        "anna ready for invoicing, bo send to accounting software, bo do not send to accounting software");
    }

    @Test
    void aRestoredOrderIsAskedWhetherItIsSentAgain() {
        orders.want(order);
        assertThat(orders.refusal("answer_send_again(" + order + ", false, 'admin')"))
                .contains("is no question");
        delivered();
        orders.act("SELECT service.restore(" + order + ", 'admin'), service.set_ready(" + order + ", 'admin')");
        assertThat(ready()).isEqualTo("nothing");
        orders.act("SELECT service.answer_send_again(" + order + ", false, 'admin')");
        assertThat(state()).isEqualTo("INVOICED 1");
        assertThat(ready()).isEqualTo("nothing");

        orders.act("SELECT service.restore(" + order + ", 'admin'), service.set_ready(" + order
                + ", 'admin'), service.answer_send_again(" + order + ", true, 'cilla')");
        assertThat(ready()).isEqualTo("421 2 cilla");
        assertThat(database.one("SELECT by || ': ' || event FROM service.order_history WHERE event LIKE 'generation%'"))
                .isEqualTo("cilla: generation 2");
    }

    private void delivered() {
        database.does(database.asHub(), "SELECT service.hub_mark_sent('north', 'work', '421', '1001', 1, '7', now())");
    }

    @Test
    void deactivatedCustomersAreNotChosenForNewOrders() {
        orders.want(order);
        database.does("UPDATE service.customers SET active = false");
        assertThat(ready()).as("old orders stay").isEqualTo("421 1 anna");
        assertThat(org.assertj.core.api.Assertions.catchThrowable(() -> orders.order("422", 1)))
                .rootCause()
                .hasMessageContaining("the customer of order 422 is deactivated");
        assertThat(orders.made("back_order(" + order + ", 'anna')")).isPositive();
    }

    @Test
    void standingArticlesWithTimeWithoutHours() {
        database.does(
                "INSERT INTO service.articles (number, description, price, vat_rate, kind) VALUES ('T1', 'Tid', 650, 25, 'TIME'), ('R1', 'Resa', 300, 25, 'ARTICLE');"
                        + "INSERT INTO service.standing_articles SELECT 1, 'work', id, CASE number WHEN 'R1' THEN 1 ELSE 0 END FROM service.articles");
        database.does("UPDATE service.standing_articles SET customer_id = (SELECT id FROM service.customers)");
        orders.act("SELECT service.load_standing_articles(" + order + ", 'anna')");
        assertThat(database.one(
                        "SELECT string_agg(concat_ws(' ', article_number, quantity::int, unit_price::int), ', ' ORDER BY position)"
                                + " FROM service.order_rows WHERE article_number IS NOT NULL"))
                .isEqualTo("R1 1 300, T1 0 650");
    }
}
