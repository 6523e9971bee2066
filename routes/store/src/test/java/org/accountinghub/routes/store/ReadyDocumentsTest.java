package org.accountinghub.routes.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ReadyDocumentsTest {

    @AutoClose
    private final StoreDatabase database = StoreDatabase.fresh();

    private final Orders orders = new Orders(database);
    private long acme;

    @BeforeEach
    void aCustomer() {
        acme = orders.customer("1001");
    }

    private List<String> ready() {
        return database.asHub()
                .sql(
                        "SELECT number || ' ' || payer_number || ' ' || generation FROM service.hub_ready_documents ORDER BY 1")
                .query(String.class)
                .list();
    }

    private void settings(String assignments) {
        database.does("INSERT INTO service.group_settings (subgroup_code) VALUES ('north') ON CONFLICT DO NOTHING");
        database.does("UPDATE service.group_settings SET " + assignments + " WHERE subgroup_code = 'north'");
    }

    @Test
    void aPersonAsksForItOrTheGroupSendsImmediately() {
        long order = orders.order("421", acme);
        orders.row(order, "100");
        assertThat(ready()).isEmpty();
        orders.act("SELECT service.set_ready(" + order + ", 'anna')");
        assertThat(ready()).isEmpty();

        settings("immediately_send = true");
        assertThat(ready()).containsExactly("421 1001 1");

        settings("immediately_send = false");
        orders.act("SELECT service.request_sending(ARRAY[" + order + "]::bigint[], 'bo')");
        assertThat(ready()).containsExactly("421 1001 1");
        assertThat(database.one("SELECT requested_by FROM service.hub_ready_documents"))
                .isEqualTo("bo");
    }

    @Test
    void numbersAreTextAndSharedByKinds() {
        orders.wanted("107-1", acme);
        orders.wanted("107_1", acme);
        long service = orders.wanted("0107", acme);
        database.does("UPDATE service.orders SET kind = 'service', number = '107_1' WHERE id = " + service);

        assertThat(ready()).containsExactlyInAnyOrder("107-1 1001 1", "107_1 1001 1", "107_1 1001 1");
    }

    @Test
    void cancelledDeletedRestoredAndInvoicedByHandAreGone() {
        for (String act : List.of("cancel(%d, 'anna')", "restore(%d, 'anna')", "mark_invoiced_by_hand(%d, 'anna')")) {
            long order = orders.wanted("1", acme);
            assertThat(ready()).hasSize(1);
            orders.act("SELECT service." + String.format(act, order));
            assertThat(ready()).as(act).isEmpty();
            database.does("DELETE FROM service.orders WHERE id = " + order);
        }
        long order = orders.wanted("2", acme);
        database.does("DELETE FROM service.orders WHERE id = " + order);
        assertThat(ready()).isEmpty();
        assertThat(database.one("SELECT count(*) FROM service.order_rows")).isEqualTo("0");
    }

    @Test
    void aRestoredOrderIsNotSentAgainByItself() {
        settings("immediately_send = true");
        long order = orders.order("421", acme);
        orders.row(order, "100");
        orders.act("SELECT service.set_ready(" + order + ", 'anna')");
        sent("421", "1001", 1);
        orders.act("SELECT service.restore(" + order + ", 'admin'), service.set_ready(" + order + ", 'admin')");
        long other = orders.customer("1002");
        database.does("UPDATE service.orders SET invoiced_to_id = " + other + " WHERE id = " + order);
        assertThat(ready()).isEmpty();

        orders.act("SELECT service.send_again(" + order + ", 'admin')");
        assertThat(ready()).containsExactly("421 1002 2");
    }

    @Test
    void anOrderCancelledBeforeItWasSentIsSentWhenRestored() {
        settings("immediately_send = true");
        long order = orders.wanted("421", acme);
        orders.act("SELECT service.cancel(" + order + ", 'a'), service.restore(" + order + ", 'a'), service.set_ready("
                + order + ", 'a')");

        assertThat(ready()).containsExactly("421 1001 1");
    }

    @Test
    void payersByAssignment() {
        long object = orders.customer("2001");
        long facility = orders.customer("2002");
        long assigned = orders.customer("2003");
        long header = orders.customer("2004");
        long order = orders.order("421", acme);
        database.does("INSERT INTO service.facilities (customer_id, name) VALUES (" + acme + ", 'Plant')");
        database.does("INSERT INTO service.service_objects (customer_id, name, invoiced_to_id) VALUES (" + acme
                + ", 'Pump', " + object + ")");
        long first = orders.assignment(order, 1);
        long second = orders.assignment(order, 2);
        long third = orders.assignment(order, 3);
        database.does(
                "UPDATE service.assignments SET service_object_id = (SELECT id FROM service.service_objects) WHERE id = "
                        + first);
        orders.row(order, first, "1");
        orders.row(order, second, "2");
        orders.row(order, third, "3");
        orders.row(order, "4");
        orders.want(order);
        assertThat(payers()).containsExactly("1 2001", "2 1001", "3 1001", "4 1001");

        database.does("UPDATE service.orders SET invoiced_to_id = " + header);
        assertThat(payers()).containsExactly("1 2001", "2 2004", "3 2004", "4 2004");

        database.does("UPDATE service.facilities SET invoiced_to_id = " + facility);
        database.does("UPDATE service.orders SET facility_id = (SELECT id FROM service.facilities)");
        assertThat(payers()).containsExactly("1 2001", "2 2002", "3 2002", "4 2004");

        database.does("UPDATE service.assignments SET invoiced_to_id = " + assigned + " WHERE position <> 2");
        assertThat(payers()).containsExactly("1 2003", "2 2002", "3 2003", "4 2004");
        assertThat(ready()).containsExactly("421 2002 1", "421 2003 1", "421 2004 1");
    }

    private List<String> payers() {
        return database.asHub()
                .sql(
                        "SELECT unit_price::int || ' ' || payer_number FROM service.hub_document_rows WHERE row_kind <> 'TEXT' ORDER BY 1")
                .query(String.class)
                .list();
    }

    @Test
    void articlesToBeOrderedAreNeverThere() {
        long order = orders.wanted("421", acme);
        orders.row(order, "999");
        database.does("UPDATE service.order_rows SET to_be_ordered = true WHERE unit_price = 999");
        assertThat(payers()).containsExactly("100 1001");

        database.does("UPDATE service.order_rows SET to_be_ordered = true");
        assertThat(payers()).isEmpty();
        assertThat(ready())
                .as("an order without a row to invoice is not overlooked")
                .containsExactly("421 1001 1");
    }

    @Test
    void anOrderWithoutCustomerIsListedForNobody() {
        long order = orders.wanted("421", acme);
        database.does("UPDATE service.orders SET customer_id = NULL WHERE id = " + order);

        assertThat(ready()).containsExactly("421 - 1");
    }

    @Test
    void orderOrInvoice() {
        orders.wanted("421", acme);
        settings("send_as = 'ORDER'");
        assertThat(database.one("SELECT target FROM service.hub_ready_documents"))
                .isEqualTo("ORDER");
        database.does("UPDATE service.customers SET always_as_invoice = true");
        assertThat(database.one("SELECT target FROM service.hub_ready_documents"))
                .isEqualTo("INVOICE");
    }

    @Test
    void contentVersionFollowsContentAndRowIdsStay() {
        orders.wanted("421", acme);
        String row = database.one("SELECT row_id FROM service.hub_document_rows");
        String before = version();
        sent("421", "1001", 1);
        assertThat(version()).isEqualTo(before);

        database.does("UPDATE service.order_rows SET quantity = 2");
        String after = version();
        assertThat(after).isNotEqualTo(before);

        long other = orders.order("421-1", acme);
        database.does("UPDATE service.order_rows SET order_id = " + other);
        assertThat(version()).isNotEqualTo(after);
        assertThat(database.one("SELECT row_id FROM service.hub_document_rows WHERE number = '421-1'"))
                .isEqualTo(row);
        database.does("UPDATE service.orders SET number = '500' WHERE id = " + other);
        assertThat(database.one("SELECT row_id FROM service.hub_document_rows WHERE number = '500'"))
                .isEqualTo(row);
    }

    private String version() {
        return database.one("SELECT content_version FROM service.hub_documents WHERE number = '421'");
    }

    private void sent(String number, String payer, int generation) {
        database.does(
                database.asHub(),
                "SELECT service.hub_mark_sent('north', 'work', '" + number + "', '" + payer + "', " + generation
                        + ", '1', now())");
    }

    @Test
    void usersAreToldWhatIsNotPossible() {
        long order = orders.order("421", acme);

        assertThat(refusal("SELECT service.request_sending(ARRAY[" + order + "]::bigint[], 'a')"))
                .contains("order 421 is created");
        assertThat(refusal("SELECT service.cancel(4711, 'a')")).contains("no order with id 4711");
        settings("refuse_ready_when_to_be_ordered = true");
        orders.row(order, "1");
        database.does("UPDATE service.order_rows SET to_be_ordered = true");
        assertThat(refusal("SELECT service.set_ready(" + order + ", 'a')"))
                .contains("still has articles to be ordered");
    }

    private String refusal(String select) {
        try {
            orders.act(select);
            return "";
        } catch (org.springframework.dao.DataAccessException e) {
            return String.valueOf(e.getMostSpecificCause().getMessage());
        }
    }
}
