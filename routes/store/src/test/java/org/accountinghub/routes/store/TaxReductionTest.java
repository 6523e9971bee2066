package org.accountinghub.routes.store;

import static org.accountinghub.routes.store.Orders.key;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.accountinghub.mappings.model.BillableOrder;
import org.accountinghub.mappings.model.HouseWork;
import org.accountinghub.mappings.model.Problem;
import org.accountinghub.mappings.model.RegistrationNumber;
import org.accountinghub.mappings.model.Row;
import org.accountinghub.mappings.model.TaxReduction;
import org.accountinghub.mappings.model.TaxReduction.Person;
import org.accountinghub.mappings.model.TaxReduction.Property;
import org.accountinghub.mappings.model.WorkType;
import org.accountinghub.routes.engine.port.AppliedRule;
import org.accountinghub.routes.engine.port.ServiceStore.Reading;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TaxReductionTest {

    private static final LocalDate DAY = LocalDate.of(2026, 3, 2);
    private static final RegistrationNumber SOMEBODY = RegistrationNumber.personal("191212121212");

    @AutoClose
    private final StoreDatabase database = StoreDatabase.fresh();

    private final Orders orders = new Orders(database);
    private final ContractStore store = database.store(Clock.systemUTC());
    private long order;
    private long home;

    @BeforeEach
    void anOrderWithLabourAndMaterial() {
        home = orders.customer("P1");
        customer("name = 'Åsa Öberg', kind = 'PRIVATE', organisation_number = NULL, personal_number = '191212121212',"
                + " property_designation = 'Solrosen 3:14'");
        order = orders.order("421", home);
        orders.row(order, "100");
        orders.row(order, "500");
        orders.want(order);
        database.does("UPDATE service.orders SET tax_reduction = 'ROT';"
                + "UPDATE service.order_rows SET work_type = 'HEATING_PLUMBING', hours = 1.5 WHERE unit_price = 500");
    }

    private void customer(String assignments) {
        database.does("UPDATE service.customers SET " + assignments + " WHERE number = 'P1'");
    }

    private BillableOrder ready() {
        Reading<BillableOrder> reading = store.document(key("421", "P1"), DAY);
        assertThat(reading).isInstanceOf(Reading.Ready.class);
        return ((Reading.Ready<BillableOrder>) reading).content();
    }

    private TaxReduction reduction() {
        return ready().taxReduction().orElseThrow();
    }

    private List<String> causes() {
        Reading<BillableOrder> reading = store.document(key("421", "P1"), DAY);
        assertThat(reading).isInstanceOf(Reading.Unfit.class);
        List<Problem> problems = ((Reading.Unfit<BillableOrder>) reading).problems();
        assertThat(problems).allSatisfy(problem -> {
            assertThat(problem.remedy()).isNotBlank();
            assertThat(problem.toString()).doesNotContain("1212");
        });
        return problems.stream().map(Problem::cause).toList();
    }

    private List<Optional<HouseWork>> work() {
        return ready().pricedRows().stream().map(Row.Priced::houseWork).toList();
    }

    @Test
    void thePayerAsksForTheLabour() {
        assertThat(reduction())
                .isEqualTo(new TaxReduction(
                        TaxReduction.Type.ROT,
                        Optional.of(new Property.House("Solrosen 3:14")),
                        List.of(new Person("Åsa Öberg", SOMEBODY, 1))));
        assertThat(work())
                .containsExactly(
                        Optional.empty(),
                        Optional.of(new HouseWork(WorkType.HEATING_PLUMBING, new BigDecimal("1.50"))));
    }

    @Test
    void theCustomersPersonsElseTheOrders() {
        database.does("INSERT INTO service.customer_persons VALUES (" + home + ", 1, 'Åsa', '19121212-1212', 2), ("
                + home + ", 2, 'Bo', '121212-1212', 1)");
        assertThat(reduction().persons())
                .extracting(Person::name, Person::share)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("Åsa", 2), org.assertj.core.groups.Tuple.tuple("Bo", 1));

        database.does("INSERT INTO service.order_persons VALUES (" + order + ", 1, 'Cilla', '191212121212', 1)");
        assertThat(reduction().persons()).extracting(Person::name).containsExactly("Cilla");
    }

    @Test
    void aFlatOfTheOrderElseTheCustomers() {
        customer("property_designation = NULL, apartment_number = '1101', housing_association = '769600-1236'");
        assertThat(reduction().property())
                .contains(new Property.Flat("1101", RegistrationNumber.organisation("769600-1236")));

        database.does("UPDATE service.orders SET property_designation = 'Björken 1'");
        assertThat(reduction().property()).contains(new Property.House("Björken 1"));

        customer("property_designation = 'Solrosen 3:14'");
        database.does("UPDATE service.orders SET property_designation = NULL, apartment_number = '1202'");
        assertThat(reduction().property())
                .as("the flat that the order names, not the customer's house")
                .contains(new Property.Flat("1202", RegistrationNumber.organisation("769600-1236")));
    }

    @Test
    void theArticlesWorkTypeAndTheHoursOfTimeRows() {
        database.does(
                "INSERT INTO service.articles (number, description, kind, work_type) VALUES ('T1', 'Tid', 'TIME', 'PAINTING_WALLPAPERING');"
                        + "UPDATE service.order_rows SET article_number = 'T1', work_type = NULL, hours = NULL, kind = 'TIME', quantity = 3 WHERE unit_price = 500");

        assertThat(work().get(1)).contains(new HouseWork(WorkType.PAINTING_WALLPAPERING, new BigDecimal("3.0000")));
    }

    @Test
    void labourWithoutARequestIsANoteOnly() {
        database.does("UPDATE service.orders SET tax_reduction = NULL");

        assertThat(ready().taxReduction()).isEmpty();
        assertThat(work()).containsOnly(Optional.empty());
        assertThat(store.rules(key("421", "P1")))
                .contains(new AppliedRule(
                        "house-work", "1 row is labour of a kind with tax reduction, but the order asks for none"));
    }

    @Test
    void nobodyNamed() {
        customer("personal_number = NULL");
        assertThat(causes()).containsExactly("store.tax-reduction-without-person");
    }

    @Test
    void noPropertyWhereTheLawWantsOne() {
        customer("property_designation = ' '");
        assertThat(causes()).containsExactly("store.tax-reduction-property");
        customer("apartment_number = '1101'");
        assertThat(causes()).containsExactly("store.tax-reduction-association");
        database.does("UPDATE service.orders SET tax_reduction = 'RUT'");
        database.does("UPDATE service.order_rows SET work_type = 'CLEANING' WHERE unit_price = 500");
        customer("apartment_number = NULL");
        assertThat(reduction().property()).isEmpty();
    }

    @Test
    void personalNumbersThatCannotBe() {
        for (String wrong : List.of("191212121213", "191213121212", "191212321212", "1212", "556677-8899", "abc")) {
            customer("personal_number = '" + wrong + "'");
            assertThat(causes()).as(wrong).containsExactly("store.personal-number-wrong");
        }
        for (String right : List.of("19121212-1212", "121212-1212", "121212+1212", "1212121212", "191212721219")) {
            customer("personal_number = '" + right + "'");
            assertThat(reduction().persons()).as(right).hasSize(1);
        }
    }

    @Test
    void workOfAnotherReductionOrOfSeveral() {
        database.does("UPDATE service.order_rows SET work_type = 'CLEANING' WHERE unit_price = 500");
        assertThat(causes()).containsExactly("store.tax-reduction-other-work");
        database.does("UPDATE service.order_rows SET work_type = 'MASONRY', hours = 1 WHERE unit_price = 100");
        assertThat(causes()).containsExactly("store.tax-reductions-several");
        database.does("UPDATE service.order_rows SET work_type = NULL");
        assertThat(causes()).containsExactly("store.tax-reduction-without-work");
    }

    @Test
    void wrongWorkAndHours() {
        database.does("UPDATE service.order_rows SET work_type = 'GUARDING' WHERE unit_price = 500");
        assertThat(causes()).containsExactly("store.work-type-unknown");
        database.does("UPDATE service.order_rows SET work_type = 'MASONRY', hours = NULL WHERE unit_price = 500");
        assertThat(causes()).containsExactly("store.house-work-hours-missing");
        database.does("UPDATE service.orders SET tax_reduction = 'GREEN'");
        database.does("UPDATE service.order_rows SET work_type = 'SOLAR_CELLS' WHERE unit_price = 500");
        assertThat(work().get(1)).contains(new HouseWork(WorkType.SOLAR_CELLS, BigDecimal.ZERO));
    }

    @Test
    void onlyPersonsAndOnlyInKronor() {
        database.does("UPDATE service.orders SET currency = 'EUR'");
        customer("kind = 'BUSINESS', personal_number = NULL, organisation_number = '556036-0793'");

        assertThat(causes())
                .containsExactlyInAnyOrder(
                        "store.tax-reduction-company",
                        "store.tax-reduction-currency",
                        "store.tax-reduction-without-person");
    }

    @Test
    void ofSeveralPayersTheOneWhoPaysForTheLabourAsks() {
        long company = orders.customer("1001");
        long assignment = orders.assignment(order, 1);
        orders.row(order, assignment, "70");
        database.does("UPDATE service.assignments SET invoiced_to_id = " + company);

        Reading<BillableOrder> other = store.document(key("421", "1001"), DAY);
        assertThat(other)
                .isInstanceOfSatisfying(
                        Reading.Ready.class,
                        document -> assertThat(((BillableOrder) document.content()).taxReduction())
                                .isEmpty());
        assertThat(reduction().type()).isEqualTo(TaxReduction.Type.ROT);
        assertThat(store.rules(key("421", "1001")))
                .extracting(AppliedRule::detail)
                .contains("ROT is not asked for here: another payer of the order pays for the labour");
    }

    @Test
    void personalNumbersStandInOneViewOnly() {
        assertThat(database.one("SELECT personal_number FROM service.hub_document_persons"))
                .isEqualTo("191212121212");
        for (String view :
                List.of("hub_documents", "hub_document_rows", "hub_document_rules", "hub_document_obstacles")) {
            assertThat(database.one("SELECT coalesce(string_agg(x::text, ' '), '') FROM service." + view + " x"))
                    .as(view)
                    .doesNotContain("1212121212");
        }
    }
}
