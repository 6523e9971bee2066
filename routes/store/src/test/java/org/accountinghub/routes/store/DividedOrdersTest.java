package org.accountinghub.routes.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DividedOrdersTest {

    @AutoClose
    private final StoreDatabase database = StoreDatabase.fresh();

    private final Orders orders = new Orders(database);
    private long acme;
    private long order;

    @BeforeEach
    void anOrder() {
        acme = orders.customer("1001");
        order = orders.order("S12", acme);
        database.does("UPDATE service.orders SET kind = 'sales'");
    }

    private List<String> rows() {
        return database.asHub()
                .sql(
                        "SELECT number || ': ' || trim_scale(quantity) || ' x ' || trim_scale(unit_price) || coalesce(' - ' || trim_scale(discount_amount), '')"
                                + " FROM service.hub_document_rows WHERE row_kind <> 'TEXT' ORDER BY number, unit_price")
                .query(String.class)
                .list();
    }

    private String numbers(long id) {
        return database.one("SELECT number || ' ' || state FROM service.orders WHERE id = " + id);
    }

    private static String uuids(String... rows) {
        return "ARRAY['" + String.join("', '", rows) + "']::uuid[]";
    }

    @Test
    void eachPartialDeliveryHasItsOwnNumber() {
        String pump = orders.row(order, "100");
        String pipe = orders.row(order, "7");
        database.does("UPDATE service.order_rows SET quantity = 10, discount_amount = 5 WHERE unit_price = 7");
        long first = orders.made(
                "deliver_part(" + order + ", " + uuids(pump, pipe) + ", ARRAY[NULL, 4]::numeric[], 'anna')");
        assertThat(numbers(first)).isEqualTo("S12-1 CREATED");
        assertThat(rows()).containsExactly("S12: 6 x 7 - 3", "S12-1: 4 x 7 - 2", "S12-1: 1 x 100");
        assertThat(database.one("SELECT order_id FROM service.order_rows WHERE id = '" + pump + "'"))
                .as("a whole row moves with its id")
                .isEqualTo(String.valueOf(first));
        assertThat(database.one("SELECT order_id FROM service.order_rows WHERE id = '" + pipe + "'"))
                .as("what is delivered keeps the id, so that it is not delivered twice")
                .isEqualTo(String.valueOf(first));
        String rest = database.one("SELECT id FROM service.order_rows WHERE order_id = " + order);
        assertThat(orders.refusal("deliver_part(" + order + ", " + uuids(rest) + ", ARRAY[7]::numeric[], 'anna')"))
                .contains("has 6.0000 to deliver");
        long second = orders.made("deliver_part(" + order + ", " + uuids(rest) + ", ARRAY[6]::numeric[], 'anna')");
        assertThat(numbers(second)).isEqualTo("S12-2 CREATED");
        orders.want(first);
        orders.want(second);
        orders.want(order);
        assertThat(database.one("SELECT string_agg(number, ' ' ORDER BY number) FROM service.hub_ready_documents"))
                .as("nothing is left of the whole")
                .isEqualTo("S12-1 S12-2");
        assertThat(database.one("SELECT unwanted_because FROM service.hub_documents WHERE number = 'S12'"))
                .isEqualTo("everything of it is in its parts S12-1, S12-2");
        assertThat(database.one(
                        "SELECT detail FROM service.hub_document_rules WHERE number = 'S12-1' AND rule = 'part-of'"))
                .isEqualTo("made from sales order S12: each part is invoiced under its own number");
    }

    @Test
    void whatIsOnItsWayIsNotDivided() {
        String row = orders.row(order, "100");
        database.does("UPDATE service.order_rows SET quantity = 10");
        String part = "deliver_part(" + order + ", " + uuids(row) + ", ARRAY[1]::numeric[], 'anna')";
        orders.want(order);
        assertThat(orders.refusal(part)).contains("restore it before it is divided");
        orders.act("SELECT service.restore(" + order + ", 'anna')");
        database.does(database.asHub(), "SELECT service.hub_mark_sent('north', 'sales', 'S12', '1001', 1, '7', now())");
        assertThat(orders.refusal(part))
                .as("the hub was faster")
                .contains("order S12 is sent, or on its way to the accounting system");
    }

    @Test
    void bothPartsOfADividedRowAreCalledAfterIt() {
        String pipe = orders.row(order, "7");
        database.does("UPDATE service.order_rows SET quantity = 10");
        orders.made("deliver_part(" + order + ", " + uuids(pipe) + ", ARRAY[4]::numeric[], 'anna')");
        String rest = database.one("SELECT id FROM service.order_rows WHERE order_id = " + order);
        orders.made("deliver_part(" + order + ", " + uuids(rest) + ", ARRAY[1]::numeric[], 'anna')");

        assertThat(database.asHub()
                        .sql("SELECT number || ' ' || row_id FROM service.hub_document_rows ORDER BY number")
                        .query(String.class)
                        .list())
                .as("the hub may hold the whole row already, and knows what it was divided into")
                .containsExactly(
                        "S12 " + pipe + "/part-2/part-2",
                        "S12-1 " + pipe + "/part-1",
                        "S12-2 " + pipe + "/part-2/part-1");
        database.does("UPDATE service.order_rows SET quantity = NULL WHERE order_id = " + order);
        String unknown = "deliver_part(" + order + ", ARRAY[(SELECT id FROM service.order_rows WHERE order_id = "
                + order + ")], ARRAY[1]::numeric[], 'anna')";
        assertThat(orders.refusal(unknown)).contains("nothing to deliver");
    }

    @Test
    void aNumberThatWasUsedIsNotUsedAgain() {
        String row = orders.row(order, "100");
        database.does("UPDATE service.order_rows SET quantity = 10");
        String part = "deliver_part(" + order + ", " + uuids(row) + ", ARRAY[1]::numeric[], 'anna')";
        long first = orders.made(part);
        database.does("DELETE FROM service.orders WHERE id = " + first);
        assertThat(numbers(orders.made(part.replace(row, database.one("SELECT id FROM service.order_rows")))))
                .isEqualTo("S12-2 CREATED");
    }

    @Test
    void aPartOfAServiceOrderTakesItsAssignments() {
        database.does("UPDATE service.orders SET kind = 'service', number = '107', tax_reduction = 'ROT'");
        long first = orders.assignment(order, 1);
        long second = orders.assignment(order, 2);
        orders.row(order, first, "1");
        String moved = orders.row(order, second, "2");
        database.does("UPDATE service.assignments SET description = 'Läcker', measures = 'Bytt', invoiced_to_id = "
                + acme + " WHERE id = " + second);
        database.does("INSERT INTO service.order_persons VALUES (" + order + ", 1, 'Åsa', '191212121212', 1)");
        long part = orders.made("part_order(" + order + ", ARRAY[" + second + "]::bigint[], 'anna')");

        assertThat(numbers(part)).isEqualTo("107_1 CREATED");
        assertThat(rows()).containsExactly("107: 1 x 1", "107_1: 1 x 2");
        assertThat(database.one(
                        "SELECT row_id FROM service.hub_document_rows WHERE number = '107_1' AND unit_price = 2"))
                .isEqualTo(moved);
        assertThat(
                        database.one(
                                "SELECT string_agg(description, ', ' ORDER BY position) FROM service.hub_document_rows WHERE number = '107_1' AND row_kind = 'TEXT'"))
                .isEqualTo("Läcker, Bytt");
        assertThat(database.one("SELECT count(*) FROM service.order_persons WHERE order_id = " + part))
                .isEqualTo("1");
        assertThat(orders.refusal("part_order(" + order + ", ARRAY[" + second + "]::bigint[], 'anna')"))
                .contains("order 107 has no such assignment");
    }

    @Test
    void aSeparatedAssignmentIsANewOrderWithTheSameRows() {
        long assignment = orders.assignment(order, 1);
        String row = orders.row(order, assignment, "2");
        orders.row(order, "1");
        long named = orders.made("separate_assignment(" + assignment + ", 'S40', 'anna')");
        assertThat(numbers(named)).isEqualTo("S40 CREATED");
        assertThat(database.one("SELECT row_id FROM service.hub_document_rows WHERE number = 'S40'"))
                .isEqualTo(row);

        database.does("UPDATE service.orders SET number = '40' WHERE id = " + named);
        String next = "separate_assignment((SELECT id FROM service.assignments WHERE order_id = " + named
                + "), NULL, 'anna')";
        assertThat(numbers(orders.made(next))).isEqualTo("41 CREATED");
    }

    @Test
    void aBackOrderTakesWhatIsStillToBeOrdered() {
        database.does("UPDATE service.orders SET kind = 'work', number = '421'");
        long assignment = orders.assignment(order, 1);
        database.does("UPDATE service.assignments SET description = 'Läcker', measures = 'Bytt'");
        orders.row(order, assignment, "100");
        String waiting = orders.row(order, assignment, "9");
        database.does("UPDATE service.order_rows SET to_be_ordered = true WHERE unit_price = 9");
        assertThat(orders.refusal("back_order(" + order + ", 'anna')")).contains("is created");
        orders.want(order);
        long back = orders.made("back_order(" + order + ", 'anna')");

        assertThat(numbers(back)).isEqualTo("421-1 CREATED");
        assertThat(database.one(
                        "SELECT description || coalesce(measures, '') FROM service.assignments WHERE order_id = "
                                + back))
                .isEqualTo("Läcker");
        database.does("UPDATE service.order_rows SET to_be_ordered = false");
        assertThat(rows()).containsExactly("421: 1 x 100", "421-1: 1 x 9");
        assertThat(database.one("SELECT id FROM service.order_rows WHERE order_id = " + back))
                .isEqualTo(waiting);
        orders.want(back);
        assertThat(numbers(orders.made("back_order(" + back + ", 'anna')"))).isEqualTo("421-2 CREATED");
    }
}
