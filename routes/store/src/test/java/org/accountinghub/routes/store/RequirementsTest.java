package org.accountinghub.routes.store;

import static org.accountinghub.routes.store.Orders.key;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.accountinghub.mappings.model.BillableOrder;
import org.accountinghub.mappings.model.Problem;
import org.accountinghub.routes.engine.port.ServiceStore.Reading;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RequirementsTest {

    private static final LocalDate DAY = LocalDate.of(2026, 3, 2);

    @AutoClose
    private final StoreDatabase database = StoreDatabase.fresh();

    private final Orders orders = new Orders(database);
    private final ContractStore store = database.store(Clock.systemUTC());
    private long order;

    @BeforeEach
    void anOrder() {
        order = orders.wanted("421", orders.customer("1001"));
        orders.assignment(order, 1);
        database.does("INSERT INTO service.group_settings (subgroup_code) VALUES ('north')");
    }

    private void group(String settings) {
        database.does("UPDATE service.group_settings SET " + settings);
    }

    private void customer(String settings) {
        database.does("UPDATE service.customers SET " + settings + " WHERE number = '1001'");
    }

    private List<Problem> problems() {
        Reading<BillableOrder> reading = store.document(key("421", "1001"), DAY);
        return reading instanceof Reading.Unfit<BillableOrder> unfit ? unfit.problems() : List.of();
    }

    private List<String> causes() {
        return problems().stream().map(Problem::cause).toList();
    }

    @Test
    void nothingIsRequiredByDefault() {
        assertThat(causes()).isEmpty();
    }

    @Test
    void aMeasureOnTheOrder() {
        group("require_measures = true");
        assertThat(causes()).containsExactly("store.measures-missing");

        database.does("INSERT INTO service.measures (order_id, assignment_id, position, measure)"
                + " SELECT order_id, id, 1, 'Bytt filter' FROM service.assignments");
        assertThat(causes()).isEmpty();
        database.does("DELETE FROM service.measures");
        database.does("UPDATE service.assignments SET measures = 'Bytt filter'");
        assertThat(causes()).isEmpty();
        database.does("DELETE FROM service.assignments");
        assertThat(causes()).containsExactly("store.measures-missing");
        database.does("UPDATE service.orders SET kind = 'sales'");
        assertThat(store.document(
                        new org.accountinghub.mappings.model.DocumentKey(
                                new org.accountinghub.mappings.model.SourceKey("service", "north", "sales", "421"),
                                "1001",
                                1),
                        DAY))
                .isInstanceOf(Reading.Ready.class);
    }

    @Test
    void pricesOnAllArticlesButTimeWithoutHours() {
        group("require_prices = true");
        assertThat(causes()).isEmpty();
        orders.row(order, "0");
        assertThat(causes()).containsExactly("store.price-required");
        database.does("UPDATE service.order_rows SET kind = 'TIME', quantity = 0 WHERE unit_price = 0");
        assertThat(causes()).isEmpty();
        database.does("UPDATE service.order_rows SET kind = 'TIME', quantity = 2 WHERE unit_price = 0");
        assertThat(causes()).containsExactly("store.price-required");
        database.does("UPDATE service.order_rows SET to_be_ordered = true WHERE unit_price = 0");
        assertThat(causes()).isEmpty();
    }

    @Test
    void articlesFromTheRegisterOnly() {
        group("require_registry_articles = true");
        orders.row(order, "10");
        database.does("UPDATE service.order_rows SET article_number = 'P1' WHERE unit_price = 10");
        assertThat(causes()).containsExactly("store.article-not-in-registry", "store.article-not-in-registry");
        assertThat(problems())
                .extracting(Problem::reason)
                .anyMatch(reason -> reason.contains("free text"))
                .anyMatch(reason -> reason.contains("article P1, which is not in the register"));

        database.does("INSERT INTO service.articles (number, description) VALUES ('P1', 'Packning');"
                + "UPDATE service.order_rows SET article_number = 'P1'");
        assertThat(causes()).isEmpty();
    }

    @Test
    void theCustomersOrderNumber() {
        for (String required : List.of("group", "customer")) {
            group("require_order_number = " + required.equals("group"));
            customer("require_order_number = " + required.equals("customer"));
            assertThat(causes()).as(required).containsExactly("store.order-number-missing");
            customer("customers_order_number = 'PO-1'");
            assertThat(causes()).as(required).isEmpty();
            customer("customers_order_number = NULL");
        }
    }

    @Test
    void aCostCentre() {
        for (String required : List.of("group", "customer")) {
            group("require_cost_centre = " + required.equals("group"));
            customer("require_cost_centre = " + required.equals("customer"));
            assertThat(causes()).as(required).containsExactly("store.cost-centre-missing");
            database.does("UPDATE service.orders SET cost_centre = 'K1'");
            assertThat(causes()).as(required).isEmpty();
            database.does("UPDATE service.orders SET cost_centre = NULL");
        }
    }

    @Test
    void aFacilityOrNone() {
        group("require_facility = true");
        assertThat(causes()).containsExactly("store.facility-missing");
        customer("facilities_disabled = true");
        assertThat(causes()).as("the customer's own setting is nearer").isEmpty();

        database.does("INSERT INTO service.facilities (customer_id, name) SELECT id, 'Verket' FROM service.customers");
        database.does("UPDATE service.orders SET facility_id = (SELECT id FROM service.facilities)");
        assertThat(causes()).containsExactly("store.facility-not-allowed");
        customer("facilities_disabled = false, require_facility = true");
        group("require_facility = false, facilities_disabled = true");
        assertThat(causes()).isEmpty();
        customer("require_facility = false");
        assertThat(causes()).containsExactly("store.facility-not-allowed");
    }

    @Test
    void theLengthOfTheCustomersNumber() {
        group("customer_number_min_length = 4, customer_number_max_length = 4");
        assertThat(causes()).isEmpty();
        group("customer_number_min_length = 5, customer_number_max_length = 6");
        assertThat(causes()).containsExactly("store.customer-number-length");
        assertThat(problems().get(0).reason())
                .isEqualTo("Customer number 1001 has 4 characters; the group requires at least 5 and at most 6.");
        group("customer_number_min_length = NULL, customer_number_max_length = 3");
        assertThat(causes()).containsExactly("store.customer-number-length");
    }

    @Test
    void allAtOnceAndEachWithItsRemedy() {
        group(
                "require_measures = true, require_prices = true, require_registry_articles = true, require_order_number = true,"
                        + " require_cost_centre = true, require_facility = true, customer_number_min_length = 9");
        database.does("UPDATE service.order_rows SET unit_price = 0, vat_rate = NULL");
        customer("active = false");

        assertThat(causes())
                .containsExactlyInAnyOrder(
                        "store.payer-inactive",
                        "store.vat-missing",
                        "store.measures-missing",
                        "store.facility-missing",
                        "store.order-number-missing",
                        "store.cost-centre-missing",
                        "store.customer-number-length",
                        "store.price-required",
                        "store.article-not-in-registry");
        assertThat(problems()).allSatisfy(problem -> {
            assertThat(problem.field()).isPresent();
            assertThat(problem.remedy()).isNotBlank();
        });
    }
}
