package org.accountinghub.routes.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MarksTest {

    @AutoClose
    private final StoreDatabase database = StoreDatabase.fresh();

    private final Orders orders = new Orders(database);
    private long order;

    @BeforeEach
    void anOrderOfTwoPayers() {
        long acme = orders.customer("1001");
        long other = orders.customer("1002");
        order = orders.wanted("421", acme);
        long assignment = orders.assignment(order, 1);
        orders.row(order, assignment, "50");
        database.does("UPDATE service.assignments SET invoiced_to_id = " + other);
    }

    private String sent(String payer, String number) {
        return hub("hub_mark_sent('north', 'work', '421', '" + payer + "', 1, '" + number + "', now())");
    }

    private String invoiced(String payer, String invoice, int balance, String state, boolean all) {
        return invoiced(payer, invoice, balance, state, !state.equals("CANCELLED"), all);
    }

    private String invoiced(String payer, String invoice, int balance, String state, boolean document, boolean all) {
        return hub("hub_mark_invoiced('north', 'work', '421', '" + payer + "', 1, '" + invoice
                + "', '2026-03-01', '2026-03-31', 'SEK', 100, 25, 125, " + balance + ", NULL, '" + state + "', "
                + document + ", " + all + ")");
    }

    private String hub(String call) {
        return database.asHub()
                .sql("SELECT service." + call)
                .query(String.class)
                .single();
    }

    private String state() {
        return database.one("SELECT state FROM service.orders WHERE id = " + order);
    }

    @Test
    void theOrderFollowsWhenAllItsDocumentsHaveCome() {
        assertThat(sent("1001", "7")).isEqualTo("MARKED");
        assertThat(state()).isEqualTo("READY");
        assertThat(sent("1002", "8")).isEqualTo("MARKED");
        assertThat(state()).isEqualTo("SENT");
        assertThat(invoiced("1001", "7", 125, "BOOKED", false)).isEqualTo("MARKED");
        assertThat(state()).isEqualTo("SENT");
        assertThat(invoiced("1002", "8", 125, "BOOKED", false)).isEqualTo("MARKED");
        assertThat(state()).isEqualTo("INVOICED");
    }

    @Test
    void tellingTwiceChangesNothing() {
        sent("1001", "7");
        assertThat(sent("1001", "7")).isEqualTo("ALREADY");
        invoiced("1001", "7", 125, "BOOKED", false);
        String history = database.one("SELECT count(*) FROM service.order_history");
        assertThat(invoiced("1001", "7", 125, "BOOKED", false)).isEqualTo("ALREADY");
        assertThat(database.one("SELECT count(*) FROM service.order_history")).isEqualTo(history);
    }

    @Test
    void paymentsFollow() {
        invoiced("1001", "7", 125, "BOOKED", false);
        assertThat(invoiced("1001", "7", 0, "PAID", false)).isEqualTo("MARKED");

        assertThat(database.one("SELECT balance || ' ' || state FROM service.order_invoices"))
                .isEqualTo("0.00 PAID");
    }

    @Test
    void theHubMaySayThatAllIsInvoiced() {
        assertThat(invoiced("1001", "7", 125, "BOOKED", false)).isEqualTo("MARKED");
        assertThat(state()).isEqualTo("READY");
        assertThat(invoiced("1001", "7", 125, "BOOKED", true)).isEqualTo("MARKED");
        assertThat(state()).isEqualTo("INVOICED");
    }

    @Test
    void aPartInvoicesNothingUntilTheDocumentIsWhole() {
        invoiced("1002", "5", 125, "BOOKED", true, false);
        assertThat(invoiced("1001", "7", 125, "BOOKED", false, false)).isEqualTo("MARKED");
        assertThat(state()).isEqualTo("READY");

        assertThat(invoiced("1001", "7", 125, "BOOKED", true, false)).isEqualTo("MARKED");
        assertThat(invoiced("1001", "8", 125, "BOOKED", true, false)).isEqualTo("MARKED");

        assertThat(state()).isEqualTo("INVOICED");
        assertThat(database.one("SELECT count(*) FROM service.order_invoices")).isEqualTo("3");
    }

    @Test
    void aCreditAfterwardsReopensNothing() {
        invoiced("1001", "7", 125, "BOOKED", true, false);
        invoiced("1002", "8", 0, "PAID", true, true);
        assertThat(invoiced("1002", "8", 0, "CREDITED", false, false)).isEqualTo("MARKED");

        assertThat(state()).isEqualTo("INVOICED");
    }

    @Test
    void aCancelledInvoiceInvoicesNothing() {
        invoiced("1001", "7", 0, "CANCELLED", false);
        invoiced("1002", "8", 125, "BOOKED", false);
        assertThat(state()).isEqualTo("READY");
    }

    @Test
    void anotherDocumentNumberIsKeptForPeople() {
        sent("1001", "7");
        assertThat(sent("1001", "9")).isEqualTo("RECORDED");
        assertThat(database.one("SELECT document_number || ': ' || note FROM service.order_documents"))
                .isEqualTo("7: also reported as 9");
    }

    @Test
    void whatComesTooLateIsRecordedAndChangesNoState() {
        orders.act("SELECT service.cancel(" + order + ", 'anna')");
        assertThat(sent("1001", "7")).isEqualTo("RECORDED");
        assertThat(state()).isEqualTo("CANCELLED");

        orders.act("SELECT service.restore(" + order + ", 'anna')");
        assertThat(invoiced("1001", "7", 125, "BOOKED", true)).isEqualTo("RECORDED");
        assertThat(state()).isEqualTo("SIGNED");
        assertThat(database.one("SELECT note FROM service.order_documents")).contains("restored");

        database.does("DELETE FROM service.orders");
        assertThat(sent("1002", "8")).isEqualTo("RECORDED");
        assertThat(
                        database.one(
                                "SELECT string_agg(document_number, ' ' ORDER BY document_number) FROM service.order_documents"))
                .isEqualTo("7 8");
    }

    @Test
    void anotherOrderWithTheNumberOfADeletedOneIsNotMarked() {
        sent("1001", "7");
        database.does("DELETE FROM service.orders");
        long another = orders.order("421", orders.customer("1003"));
        orders.row(another, "500");
        orders.want(another);

        assertThat(invoiced("1001", "7", 125, "BOOKED", true)).isEqualTo("RECORDED");
        assertThat(database.one("SELECT state FROM service.orders WHERE id = " + another))
                .isEqualTo("READY");
    }

    @Test
    void aRestoredOrderThatIsReadyAgainIsNotMarked() {
        sent("1001", "7");
        sent("1002", "8");
        orders.act("SELECT service.restore(" + order + ", 'anna'), service.set_ready(" + order + ", 'anna')");

        assertThat(invoiced("1001", "7", 125, "BOOKED", true)).isEqualTo("RECORDED");
        assertThat(state()).isEqualTo("READY");
        orders.act("SELECT service.mark_invoiced_by_hand(" + order + ", 'anna')");
        assertThat(state()).isEqualTo("INVOICED");
    }

    @Test
    void anOlderGenerationDoesNotMarkTheNewer() {
        sent("1001", "7");
        orders.act("SELECT service.send_again(" + order + ", 'anna')");

        assertThat(invoiced("1001", "7", 125, "BOOKED", true)).isEqualTo("RECORDED");
        assertThat(state()).isEqualTo("READY");
    }

    @Test
    void problemsShowOnTheOrderUntilCleared() {
        String key = "'north', 'work', '421', '1001', 1";
        assertThat(hub("hub_report_problem(" + key + ", 'No price. Enter one.')"))
                .isEqualTo("MARKED");
        assertThat(hub("hub_report_problem(" + key + ", 'No price. Enter one.')"))
                .isEqualTo("ALREADY");
        assertThat(database.one("SELECT problem FROM service.order_documents")).isEqualTo("No price. Enter one.");

        assertThat(hub("hub_clear_problem(" + key + ")")).isEqualTo("MARKED");
        assertThat(hub("hub_clear_problem(" + key + ")")).isEqualTo("ALREADY");
        hub("hub_report_problem(" + key + ", 'again')");
        sent("1001", "7");
        assertThat(database.one("SELECT count(problem) FROM service.order_documents"))
                .isEqualTo("0");
    }

    @Test
    void readingNeverWaitsAndWritingWaitsOnlyAWhileForAUserWhoSaves() throws SQLException {
        try (Connection user = database.owner().getConnection();
                Statement saving = user.createStatement()) {
            user.setAutoCommit(false);
            saving.execute("LOCK TABLE service.orders, service.order_rows, service.customers IN EXCLUSIVE MODE");

            assertThat(database.asHub()
                            .sql("SELECT count(*) FROM service.hub_ready_documents")
                            .query(Long.class)
                            .single())
                    .isEqualTo(2);
            assertThat(database.asHub()
                            .sql("SELECT count(*) FROM service.hub_document_rows")
                            .query(Long.class)
                            .single())
                    .isEqualTo(2);
            assertThatThrownBy(() -> sent("1001", "7")).rootCause().hasMessageContaining("lock timeout");
            user.rollback();
        }
        assertThat(sent("1001", "7")).isEqualTo("MARKED");
    }
}
