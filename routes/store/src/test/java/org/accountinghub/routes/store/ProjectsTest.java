package org.accountinghub.routes.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.accountinghub.mappings.model.BillableOrder;
import org.accountinghub.mappings.model.DocumentKey;
import org.accountinghub.mappings.model.Problem;
import org.accountinghub.mappings.model.Row;
import org.accountinghub.mappings.model.SourceKey;
import org.accountinghub.routes.engine.port.ServiceStore.Reading;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ProjectsTest {

    private static final LocalDate DAY = LocalDate.of(2026, 3, 2);

    @AutoClose
    private final StoreDatabase database = StoreDatabase.fresh();

    private final Orders orders = new Orders(database);
    private final ContractStore store = database.store(Clock.systemUTC());
    private long acme;
    private long project;
    private long first;
    private long second;

    @BeforeEach
    void aProjectWithTwoOrders() {
        acme = orders.customer("1001");
        first = orders.wanted("421", acme);
        second = orders.wanted("422", orders.customer("1002"));
        database.does(
                "INSERT INTO service.projects (subgroup_code, number, name, customer_id) VALUES ('north', 'P7', 'Kvarteret Ekorren', "
                        + acme + ")");
        project = Long.parseLong(database.one("SELECT id FROM service.projects"));
    }

    private long collected(long... ids) {
        return orders.made("collect(" + project + ", ARRAY" + java.util.Arrays.toString(ids) + "::bigint[], 'anna')");
    }

    private static DocumentKey invoice(String number, String payer) {
        return new DocumentKey(new SourceKey("service", "north", "project", number), payer, 1);
    }

    private String wanted() {
        return database.one(
                "SELECT coalesce(string_agg(kind || ' ' || number || ' ' || payer_number, ', ' ORDER BY kind, number, payer_number), 'nothing') FROM service.hub_ready_documents");
    }

    private String state(long order) {
        return database.one("SELECT state FROM service.orders WHERE id = " + order);
    }

    private BillableOrder ready(String number, String payer) {
        Reading<BillableOrder> reading = store.document(invoice(number, payer), DAY);
        assertThat(reading).isInstanceOf(Reading.Ready.class);
        return ((Reading.Ready<BillableOrder>) reading).content();
    }

    @Test
    void collectsOrdersIntoOneInvoice() {
        String row = database.one("SELECT id FROM service.order_rows WHERE order_id = " + second);
        long invoice = collected(first, second);
        assertThat(wanted()).isEqualTo("nothing");
        orders.want(invoice);
        assertThat(wanted()).isEqualTo("project P7-1 1001");

        BillableOrder document = ready("P7-1", "1001");
        assertThat(document.pricedRows()).hasSize(2);
        assertThat(document.pricedRows().get(1).rowId()).isEqualTo(row);
        assertThat(document.rows())
                .filteredOn(Row.Text.class::isInstance)
                .extracting(text -> ((Row.Text) text).text())
                .containsExactly("Kvarteret Ekorren", "Order 421", "Order 422");
        assertThat(store.rules(invoice("P7-1", "1001")))
                .extracting(rule -> rule.detail())
                .contains(
                        "payer 1001 is invoiced: it is the project's customer",
                        "the project's invoice collects work order 421, work order 422");
        assertThat(store.document(Orders.key("421", "1001"), DAY))
                .isEqualTo(new Reading.Gone<>("it is collected by the project's invoice P7-1"));
    }

    @Test
    void collectedOrdersAreSentAndInvoicedWithIt() {
        long invoice = collected(first, second);
        orders.want(invoice);
        database.does(
                database.asHub(), "SELECT service.hub_mark_sent('north', 'project', 'P7-1', '1001', 1, '9', now())");
        assertThat(List.of(state(invoice), state(first), state(second))).containsOnly("SENT");
        database.does(
                database.asHub(),
                "SELECT service.hub_mark_invoiced('north', 'project', 'P7-1', '1001', 1, '9', '2026-03-01', NULL, 'SEK', 1, 0, 1, 1, NULL, 'BOOKED', true, false)");
        assertThat(List.of(state(invoice), state(first), state(second))).containsOnly("INVOICED");
        assertThat(orders.refusal("take_out(" + first + ", 'anna')"))
                .contains("has been sent: order 421 stays with it");
        assertThat(orders.refusal("send_again(" + first + ", 'anna')"))
                .contains("is collected by the project's invoice P7-1");
        orders.act("SELECT service.restore(" + invoice + ", 'admin')");
        assertThat(state(first)).isEqualTo("READY");
        assertThat(wanted()).isEqualTo("nothing");
    }

    @Test
    void anOrderTakenOutIsByItselfAgain() {
        database.does("INSERT INTO service.group_settings (immediately_send) VALUES (true)");
        long invoice = collected(first, second);
        orders.want(invoice);
        String before = version();
        orders.act("SELECT service.take_out(" + second + ", 'anna')");
        assertThat(version()).isNotEqualTo(before);
        assertThat(ready("P7-1", "1001").pricedRows()).hasSize(1);
        assertThat(wanted()).as("nothing goes unnoticed").isEqualTo("project P7-1 1001");
        orders.want(second);
        assertThat(wanted()).isEqualTo("project P7-1 1001, work 422 1002");
    }

    private String version() {
        return database.one("SELECT content_version FROM service.hub_documents WHERE number = 'P7-1'");
    }

    @Test
    void ordersOfTwoHouseholdsAreNotOneTaxReduction() {
        database.does("UPDATE service.customers SET kind = 'PRIVATE', organisation_number = NULL,"
                + " personal_number = '191212121212', property_designation = 'Solrosen 3:14' WHERE number = '1001';"
                + "UPDATE service.orders SET tax_reduction = 'ROT';"
                + "UPDATE service.order_rows SET work_type = 'HEATING_PLUMBING', hours = 2");
        orders.want(collected(first, second));
        assertThat(ready("P7-1", "1001").taxReduction()).isPresent();

        database.does("UPDATE service.orders SET property_designation = 'Tulpanen 1:2' WHERE id = " + second);

        Reading<BillableOrder> both = store.document(invoice("P7-1", "1001"), DAY);
        assertThat(both).isInstanceOf(Reading.Unfit.class);
        assertThat(((Reading.Unfit<BillableOrder>) both).problems())
                .extracting(Problem::cause, Problem::reason)
                .containsExactly(tuple(
                        "store.tax-reductions-differ",
                        "The orders 421, 422 ask for tax reductions of different persons, or for different properties;"
                                + " an invoice asks for one."));
        orders.act("SELECT service.take_out(" + second + ", 'anna')");
        assertThat(ready("P7-1", "1001").taxReduction()).isPresent();
    }

    @Test
    void severalInvoicesAndSeveralPayers() {
        long assignment = orders.assignment(first, 1);
        orders.row(first, assignment, "30");
        database.does("UPDATE service.assignments SET invoiced_to_id = " + orders.customer("1003"));
        orders.want(collected(first));
        orders.want(collected(second));
        assertThat(wanted()).isEqualTo("project P7-1 1001, project P7-1 1003, project P7-2 1001");
        database.does("UPDATE service.order_rows SET unit_price = 31 WHERE unit_price = 30");
        assertThat(ready("P7-1", "1003").pricedRows())
                .extracting(row -> row.unitPrice().intValue())
                .containsExactly(31);
    }

    @Test
    void pricesWithAndWithoutVatComeTogether() {
        database.does("UPDATE service.orders SET prices_include_vat = true WHERE number = '422'");
        orders.want(collected(first, second));
        assertThat(ready("P7-1", "1001").totals().rows())
                .extracting(money -> money.amount().intValue())
                .containsExactly(100, 80);
    }

    @Test
    void referencesThatTheOrdersAgreeOn() {
        database.does(
                "INSERT INTO service.group_settings (require_order_number, require_cost_centre) VALUES (true, true)");
        database.does(
                "UPDATE service.orders SET customers_order_number = 'PO-' || number, cost_centre = 'K' || number");
        orders.want(collected(first, second));
        BillableOrder differing = ready("P7-1", "1001");
        assertThat(differing.yourOrderNumber()).isEmpty();
        assertThat(differing.pricedRows())
                .extracting(row -> row.costCentre().orElse("none"))
                .containsExactly("K421", "K422");
        assertThat(differing.rows())
                .filteredOn(Row.Text.class::isInstance)
                .extracting(text -> ((Row.Text) text).text())
                .contains("Order 421, PO-421", "Order 422, PO-422");

        database.does(
                "UPDATE service.orders SET customers_order_number = 'PO-7', cost_centre = 'K7' WHERE kind = 'work'");
        BillableOrder agreeing = ready("P7-1", "1001");
        assertThat(agreeing.yourOrderNumber()).contains("PO-7");
        assertThat(agreeing.costCentre()).contains("K7");
        assertThat(store.rules(invoice("P7-1", "1001")))
                .extracting(rule -> rule.detail())
                .contains(
                        "your order number PO-7 from the collected orders", "cost centre K7 from the collected orders");
        database.does("UPDATE service.orders SET cost_centre = NULL WHERE number = '422'");
        assertThat(((Reading.Unfit<BillableOrder>) store.document(invoice("P7-1", "1001"), DAY))
                        .problems().stream().map(Problem::reason))
                .containsExactly("Order 422 has no cost centre, and the group requires one.");
    }

    @Test
    void anOrderThatTheHubHadOnItsWayStaysSent() {
        long invoice = collected(first, second);
        database.does(database.asHub(), "SELECT service.hub_mark_sent('north', 'work', '421', '1001', 1, '7', now())");
        assertThat(state(first)).isEqualTo("SENT");
        orders.want(invoice);
        assertThat(state(first)).isEqualTo("SENT");
        orders.act("SELECT service.take_out(" + first + ", 'anna')");
        assertThat(state(first)).isEqualTo("SENT");
        assertThat(wanted()).isEqualTo("project P7-1 1001");
    }

    @Test
    void ordersOfACancelledInvoiceAreNotForgotten() {
        orders.act("SELECT service.cancel(" + collected(first) + ", 'anna')");
        assertThat(store.document(Orders.key("421", "1001"), DAY))
                .isEqualTo(new Reading.Gone<>(
                        "it is collected by the project's invoice P7-1, which is cancelled: take it out"));
        orders.act("SELECT service.take_out(" + first + ", 'anna')");
        orders.want(first);
        assertThat(wanted()).contains("work 421 1001");
    }

    @Test
    void whatCannotBeCollected() {
        database.does(database.asHub(), "SELECT service.hub_mark_sent('north', 'work', '421', '1001', 1, '7', now())");
        database.does("UPDATE service.orders SET state = 'READY'");
        String collect = "collect(" + project + ", ARRAY[%d]::bigint[], 'anna')";
        assertThat(orders.refusal(String.format(collect, first))).contains("order 421 has been sent by itself");
        long unready = orders.order("430", acme);
        assertThat(orders.refusal(String.format(collect, unready))).contains("order 430 is created");
        long invoice = collected(second);
        assertThat(orders.refusal(String.format(collect, second)))
                .contains("is collected by the project's invoice P7-1");
        database.does("UPDATE service.orders SET currency = 'EUR' WHERE id = " + second);
        orders.want(invoice);
        assertThat(((Reading.Unfit<BillableOrder>) store.document(invoice("P7-1", "1001"), DAY))
                        .problems().stream().map(Problem::cause))
                .containsExactly("store.currency-mixed");
    }

    @Test
    void anOrderWithoutACurrencyIsInItsCustomers() {
        orders.want(collected(first, second));
        database.does("UPDATE service.orders SET currency = NULL WHERE id = " + second
                + "; UPDATE service.customers SET currency = 'EUR' WHERE number = '1002'");

        Reading<BillableOrder> mixed = store.document(invoice("P7-1", "1001"), DAY);

        assertThat(mixed).isInstanceOf(Reading.Unfit.class);
        assertThat(((Reading.Unfit<BillableOrder>) mixed).problems())
                .extracting(Problem::reason)
                .containsExactly("Order 422 is in EUR, the project's invoice P7-1 in SEK.");
    }
}
