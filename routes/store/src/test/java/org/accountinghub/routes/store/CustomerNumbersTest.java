package org.accountinghub.routes.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CustomerNumbersTest {

    @AutoClose
    private final StoreDatabase database = StoreDatabase.fresh();

    private final Orders orders = new Orders(database);

    @BeforeEach
    void anOrderOfTwoPayers() {
        long order = orders.wanted("421", orders.customer("1001"));
        orders.row(order, orders.assignment(order, 1), "50");
        database.does("UPDATE service.assignments SET invoiced_to_id = " + orders.customer("1002"));
    }

    private void sent(String payer) {
        database.does(
                database.asHub(),
                "SELECT service.hub_mark_sent('north', 'work', '421', '" + payer + "', 1, '7', now())");
    }

    private String wanted() {
        return database.one(
                "SELECT coalesce(string_agg(payer_number, ' '), 'nobody') FROM service.hub_ready_documents");
    }

    @Test
    void anAdministratorChangesThemAndNobodyElse() {
        assertThatThrownBy(() -> database.does("UPDATE service.customers SET number = '7' WHERE number = '1001'"))
                .rootCause()
                .hasMessageContaining("changed by an administrator only");
        orders.act("SELECT service.change_customer_number('1001', '7', 'admin')");
        assertThat(wanted()).isEqualTo("1002 7");
        assertThat(orders.refusal("change_customer_number('1002', '1001', 'admin')"))
                .contains("has been another customer's");
        orders.act("SELECT service.change_customer_number('7', '1001', 'admin')");
        assertThat(database.one("SELECT number FROM service.former_customer_numbers"))
                .isEqualTo("7");
    }

    @Test
    void whatWasSentUnderTheFormerNumberStaysSent() {
        sent("1001");
        orders.act("SELECT service.change_customer_number('1001', '7', 'admin')");
        assertThat(wanted()).isEqualTo("1002");
        sent("1002");
        assertThat(wanted()).isEqualTo("nobody");
        assertThat(database.one("SELECT state FROM service.orders")).isEqualTo("SENT");
    }
}
