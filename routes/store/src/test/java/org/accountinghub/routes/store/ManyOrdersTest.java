package org.accountinghub.routes.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Twenty thousand orders, of which two hundred are to be sent now. */
class ManyOrdersTest {

    private static final Pattern HIT = Pattern.compile("shared hit=(\\d+)");

    @AutoClose
    private final StoreDatabase database = StoreDatabase.fresh();

    private final Orders orders = new Orders(database);

    @BeforeEach
    void manyOrders() {
        orders.customer("1001");
        database.does(
                "ALTER TABLE service.orders DISABLE TRIGGER USER; ALTER TABLE service.assignments DISABLE TRIGGER USER;"
                        + " ALTER TABLE service.order_rows DISABLE TRIGGER USER;"
                        + "INSERT INTO service.customers (number, name, organisation_number)"
                        + " SELECT (20000 + n)::text, 'Kund ' || n, '556036-0793' FROM generate_series(1, 500) n;"
                        + "INSERT INTO service.orders (subgroup_code, kind, number, customer_id, currency, state, ready_at, requested_at, requested_by)"
                        + " SELECT 'north', (ARRAY['work', 'service', 'sales'])[n % 3 + 1], n::text, 2 + n % 500, 'SEK',"
                        + " CASE WHEN n % 100 = 0 THEN 'READY' WHEN n % 7 = 0 THEN 'CREATED' ELSE 'INVOICED' END, now(),"
                        + " CASE WHEN n % 100 = 0 THEN now() END, 'anna' FROM generate_series(1, 20000) n;"
                        + "INSERT INTO service.assignments (order_id, position, description)"
                        + " SELECT id, 1, 'Tillsyn' FROM service.orders WHERE id % 2 = 0;"
                        + "INSERT INTO service.order_rows (order_id, assignment_id, position, description, quantity, unit_price, vat_rate)"
                        + " SELECT o.id, a.id, 1, 'Arbete', 1, 100, 25 FROM service.orders o LEFT JOIN service.assignments a ON a.order_id = o.id;"
                        + "ALTER TABLE service.orders ENABLE TRIGGER USER; ALTER TABLE service.assignments ENABLE TRIGGER USER;"
                        + " ALTER TABLE service.order_rows ENABLE TRIGGER USER; ANALYZE");
    }

    @Test
    void whatIsWantedIsFoundWithoutReadingTheRest() {
        assertThat(database.one("SELECT count(*) FROM service.hub_ready_documents"))
                .isEqualTo("200");
        light("SELECT * FROM service.hub_ready_documents", 30_000);
        for (String view : List.of(
                "hub_documents",
                "hub_document_rows",
                "hub_document_persons",
                "hub_document_rules",
                "hub_document_obstacles")) {
            light(
                    "SELECT * FROM service." + view
                            + " WHERE subgroup = 'north' AND kind = 'sales' AND number = '2000' AND payer_number = '20001' AND generation = 1",
                    2_000);
            database.does("PREPARE any_" + view + " (text, text, text, text, int) AS SELECT * FROM service." + view
                    + " WHERE subgroup = $1 AND kind = $2 AND number = $3 AND payer_number = $4 AND generation = $5");
            database.does("SET plan_cache_mode = force_generic_plan");
            light("EXECUTE any_" + view + " ('north', 'sales', '2000', '20001', 1)", 2_000);
        }
    }

    /** Touches few pages, and reads no table of orders from end to end. */
    private void light(String query, int pages) {
        String plan = String.join(
                "\n",
                database.asOwner()
                        .sql("EXPLAIN (ANALYZE, BUFFERS, TIMING OFF) " + query)
                        .query(String.class)
                        .list());
        assertThat(plan.lines().filter(line -> !line.endsWith("(never executed)")))
                .as(plan)
                .noneMatch(line -> line.matches(".*Seq Scan on (orders|order_rows|assignments) .*"));
        assertThat(HIT.matcher(plan)
                        .results()
                        .mapToInt(found -> Integer.parseInt(found.group(1)))
                        .max()
                        .orElseThrow())
                .as(plan)
                .isLessThan(pages);
    }
}
