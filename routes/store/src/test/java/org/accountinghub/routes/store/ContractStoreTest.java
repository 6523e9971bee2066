package org.accountinghub.routes.store;

import static org.accountinghub.routes.store.Orders.key;
import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.accountinghub.mappings.model.Address;
import org.accountinghub.mappings.model.BillableOrder;
import org.accountinghub.mappings.model.Contact;
import org.accountinghub.mappings.model.Customer;
import org.accountinghub.mappings.model.DocumentKey;
import org.accountinghub.mappings.model.Money;
import org.accountinghub.mappings.model.Problem;
import org.accountinghub.mappings.model.RegistrationNumber;
import org.accountinghub.mappings.model.Row;
import org.accountinghub.mappings.model.SourceKey;
import org.accountinghub.mappings.model.Vat;
import org.accountinghub.routes.engine.port.OrderVersion;
import org.accountinghub.routes.engine.port.ServiceStore.Reading;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.datasource.DelegatingDataSource;

class ContractStoreTest {

    private static final LocalDate DAY = LocalDate.of(2026, 3, 2);

    @AutoClose
    private final StoreDatabase database = StoreDatabase.fresh();

    private final Orders orders = new Orders(database);
    private final ContractStore store = database.store(Clock.systemUTC());
    private long acme;

    @BeforeEach
    void aCustomer() {
        acme = orders.customer("1001");
    }

    private BillableOrder ready(DocumentKey key) {
        Reading<BillableOrder> reading = store.document(key, DAY);
        assertThat(reading).isInstanceOf(Reading.Ready.class);
        return ((Reading.Ready<BillableOrder>) reading).content();
    }

    private List<String> causes(DocumentKey key) {
        return problems(key).stream().map(Problem::cause).toList();
    }

    private List<Problem> problems(DocumentKey key) {
        Reading<BillableOrder> reading = store.document(key, DAY);
        assertThat(reading).isInstanceOf(Reading.Unfit.class);
        return ((Reading.Unfit<BillableOrder>) reading).problems();
    }

    @Test
    void whatReadsAnOrderIsPlannedOnceForEachConnection() {
        orders.wanted("421", acme);
        orders.wanted("422", acme);
        ready(key("421", "1001"));
        ready(key("422", "1001"));
        store.rules(key("421", "1001"));

        assertThat(database.asHub()
                        .sql("SELECT generic_plans || ' ' || custom_plans FROM pg_prepared_statements"
                                + " WHERE statement LIKE '%service.hub_document%'")
                        .query(String.class)
                        .list())
                .containsExactlyInAnyOrder("2 0", "2 0", "2 0", "1 0");
        assertThat(database.asHub()
                        .sql("SHOW plan_cache_mode")
                        .query(String.class)
                        .single())
                .as("for others on this connection")
                .isEqualTo("auto");
    }

    @Test
    void readsHeadAndRowsOfTheSameMoment() {
        long order = orders.wanted("421", acme);
        AtomicInteger connections = new AtomicInteger();
        DataSource savedMeanwhile = new DelegatingDataSource(database.hub()) {
            @Override
            public Connection getConnection() throws SQLException {
                if (connections.incrementAndGet() == 2) {
                    database.does("UPDATE service.order_rows SET unit_price = 125");
                    database.does("UPDATE service.orders SET prices_include_vat = true WHERE id = " + order);
                }
                return super.getConnection();
            }
        };
        ContractStore during = new ContractStore(savedMeanwhile, StoreSettings.swedish("service"), Clock.systemUTC());

        assertThat(during.document(key("421", "1001"), DAY))
                .isInstanceOfSatisfying(
                        Reading.Ready.class,
                        reading -> assertThat(((BillableOrder) reading.content())
                                        .totals()
                                        .total())
                                .isEqualTo(Money.of("125", "SEK")));
    }

    @Test
    void readsEverythingThatIsSent() {
        long order = orders.order("421", acme);
        long assignment = orders.assignment(order, 1);
        String row = orders.row(order, assignment, "99.5");
        String other = orders.row(order, "10");
        database.does(
                "UPDATE service.order_rows SET article_number = 'P1', unit = 'st', discount_percent = 10, vat_rate = 12, quantity = 2.5,"
                        + " cost_centre = 'K2', description = NULL WHERE id = '" + row + "';"
                        + "UPDATE service.order_rows SET discount_amount = 4 WHERE id = '" + other + "';"
                        + "INSERT INTO service.articles (number, description) VALUES ('P1', 'Packning');"
                        + "UPDATE service.assignments SET description = 'Läcker', error = 'Sliten', measures = 'Bytt';"
                        + "UPDATE service.customers SET customers_order_number = 'C1', assigned_technician = 'Tove', cost_centre = 'K1';"
                        + "INSERT INTO service.group_settings (subgroup_code, add_assigned_in_our_reference) VALUES ('north', true);"
                        + "INSERT INTO service.facilities (customer_id, name, line1, postal_code, city, country_code, customers_order_number)"
                        + " VALUES (" + acme + ", 'Verket', 'Ågatan 1', '903 20', 'Umeå', 'se', 'F1');"
                        + "UPDATE service.orders SET facility_id = (SELECT id FROM service.facilities), contact = 'Åsa Ö', order_text = 'Tack'");
        orders.want(order);

        BillableOrder document = ready(key("421", "1001"));

        assertThat(document.rows())
                .extracting(Object::getClass)
                .containsExactly(
                        Row.Text.class,
                        Row.Text.class,
                        Row.Text.class,
                        Row.Priced.class,
                        Row.Text.class,
                        Row.Priced.class);
        assertThat(document.rows())
                .filteredOn(Row.Text.class::isInstance)
                .extracting(text -> ((Row.Text) text).text())
                .containsExactly("Tack", "Läcker", "Sliten", "Bytt");
        Row.Priced first = document.pricedRows().get(0);
        assertThat(first.rowId()).isEqualTo(row);
        assertThat(first.articleNumber()).contains("P1");
        assertThat(first.description()).isEqualTo("Packning");
        assertThat(first.unit()).contains("st");
        assertThat(first.costCentre()).contains("K2");
        assertThat(first.vat()).isEqualTo(Vat.domestic(12));
        assertThat(document.totals().rows()).containsExactly(Money.of("223.88", "SEK"), Money.of("6", "SEK"));
        assertThat(document.target()).isEqualTo(BillableOrder.Target.INVOICE);
        assertThat(document.documentDate()).isEqualTo(DAY);
        assertThat(document.yourOrderNumber()).contains("F1");
        assertThat(document.ourReference()).contains("Tove");
        assertThat(document.yourReference()).contains("Åsa Ö");
        assertThat(document.costCentre()).contains("K1");
        assertThat(document.deliveryAddress()).contains(new Address("Ågatan 1", "", "903 20", "Umeå", "SE"));
        assertThat(document.rows()).extracting(Row::rowId).doesNotHaveDuplicates();
    }

    @Test
    void readsCustomers() {
        database.does(
                "UPDATE service.customers SET name = 'Åkes Värme AB', organisation_number = '556677-8899', vat_number = 'SE556677889901',"
                        + " language = 'SV', email = 'info@example.org', invoice_emails = '{faktura@example.org,kopia@example.org}', currency = 'EUR';"
                        + "INSERT INTO service.customer_addresses (customer_id, use, line1, postal_code, city) VALUES"
                        + " (" + acme + ", 'INVOICE', 'Box 1', '111 22', 'Örebro'), (" + acme
                        + ", 'VISITING', 'Gatan 2', '', NULL);"
                        + "INSERT INTO service.contacts (customer_id, name, phone) VALUES (" + acme
                        + ", 'Åsa', '070-1')");

        Customer customer = customer("1001");

        assertThat(customer.registration()).contains(RegistrationNumber.organisation("556677-8899"));
        assertThat(customer.invoiceAddress()).contains(new Address("Box 1", "", "111 22", "Örebro", ""));
        assertThat(customer.visitingAddress()).contains(new Address("Gatan 2", "", "", "", ""));
        assertThat(customer.postalAddress()).isEmpty();
        assertThat(customer.contacts()).containsExactly(new Contact("Åsa", "070-1", ""));
        assertThat(customer.invoiceEmail()).isEqualTo("faktura@example.org");
        assertThat(customer.terms().language()).contains("sv");
        assertThat(customer.terms().currency().getCurrencyCode()).isEqualTo("EUR");
        assertThat(customer.terms().vatTreatment()).isEqualTo(Vat.Treatment.DOMESTIC);
    }

    private Customer customer(String number) {
        return ((Reading.Ready<Customer>) store.customer(new SourceKey("service", "north", SourceKey.CUSTOMER, number)))
                .content();
    }

    @Test
    void personalNumbersAreKnownAsSuchWhereverTheyStand() {
        database.does("UPDATE service.customers SET kind = 'PRIVATE', personal_number = '191212121212'");
        assertThat(customer("1001").registration()).contains(RegistrationNumber.personal("191212121212"));

        database.does(
                "UPDATE service.customers SET kind = 'BUSINESS', personal_number = NULL, organisation_number = '121212-1212'");
        assertThat(customer("1001").registration()).contains(RegistrationNumber.personal("121212-1212"));
        assertThat(customer("1001").toString()).doesNotContain("1212");

        database.does("UPDATE service.customers SET name = 'Brf Utsikten'");
        assertThat(store.customer(new SourceKey("service", "north", SourceKey.CUSTOMER, "1001")))
                .isInstanceOf(Reading.Unfit.class);
    }

    @Test
    void aCustomerThatIsNoMoreIsGone() {
        assertThat(store.customer(new SourceKey("service", "north", SourceKey.CUSTOMER, "4711")))
                .isInstanceOf(Reading.Gone.class);
    }

    @Test
    void whatIsNotWantedIsGoneAndSaysWhy() {
        long order = orders.wanted("421", acme);
        assertThat(store.document(key("421", "1001", 2), DAY)).isInstanceOf(Reading.Gone.class);
        assertThat(store.document(key("421", "1002"), DAY)).isInstanceOf(Reading.Gone.class);

        database.does(database.asHub(), "SELECT service.hub_mark_sent('north', 'work', '421', '1001', 1, '7', now())");
        assertThat(store.document(key("421", "1001"), DAY)).isEqualTo(new Reading.Gone<>("it has been sent already"));
        assertThat(store.asItStands(key("421", "1001"), DAY)).isInstanceOf(Reading.Ready.class);
        orders.act("SELECT service.send_again(" + order + ", 'a'), service.cancel(" + order + ", 'a')");
        assertThat(store.document(key("421", "1001", 2), DAY)).isEqualTo(new Reading.Gone<>("the order is cancelled"));
    }

    @Test
    void namesTheDocumentsOfANumberWhetherWantedOrNot() {
        orders.wanted("421", acme);
        orders.wanted("421-1", acme);

        assertThat(store.documentsOf("421", Optional.empty(), Optional.empty())).containsExactly(key("421", "1001"));
        assertThat(store.documentsOf("421", Optional.of("work"), Optional.of("north")))
                .containsExactly(key("421", "1001"));
        assertThat(store.documentsOf("421", Optional.of("sales"), Optional.empty()))
                .isEmpty();
        assertThat(store.documentsOf("421", Optional.empty(), Optional.of("south")))
                .isEmpty();
    }

    @Test
    void saysWhatWasChangedSinceItWasLookedAt() {
        long order = orders.wanted("421", acme);
        orders.wanted("9", acme);
        long mark = store.changedSince(Optional.empty()).mark();
        assertThat(store.changedSince(Optional.of(mark)).documents()).isEmpty();
        String before = store.versionsOf("421", "work").get(0).content();

        orders.row(order, "25");
        List<OrderVersion> changed = store.changedSince(Optional.of(mark)).documents();
        assertThat(changed).extracting(OrderVersion::key).containsExactly(key("421", "1001"));
        assertThat(changed.get(0).content()).isNotEqualTo(before);

        String withRow = changed.get(0).content();
        orders.act("SELECT service.cancel(" + order + ", 'anna')");
        OrderVersion cancelled = store.versionsOf("421", "work").get(0);
        assertThat(cancelled.cancelled()).isTrue();
        assertThat(cancelled.content()).isNotEqualTo(withRow);
    }

    @Test
    void saysEverythingThatIsWrongAtOnce() {
        long order = orders.wanted("421", acme);
        for (int i = 0; i < 5; i++) {
            orders.row(order, "1");
        }
        database.does("INSERT INTO service.articles (number, description, active) VALUES ('OLD', 'Gammal', false);"
                + "UPDATE service.order_rows SET description = ' ' WHERE position = 1;"
                + "UPDATE service.order_rows SET unit_price = NULL WHERE position = 2;"
                + "UPDATE service.order_rows SET vat_rate = 17 WHERE position = 3;"
                + "UPDATE service.order_rows SET vat_rate = NULL WHERE position = 4;"
                + "UPDATE service.order_rows SET quantity = NULL WHERE position = 5;"
                + "UPDATE service.order_rows SET article_number = 'OLD' WHERE position = 6;"
                + "UPDATE service.orders SET currency = 'KRONOR';"
                + "UPDATE service.customers SET active = false");

        assertThat(causes(key("421", "1001")))
                .containsExactlyInAnyOrder(
                        "store.payer-inactive",
                        "store.currency-unknown",
                        "store.row-without-text",
                        "store.price-missing",
                        "store.vat-unknown",
                        "store.vat-missing",
                        "store.quantity-missing",
                        "store.article-inactive");
        assertThat(problems(key("421", "1001"))).allSatisfy(problem -> {
            assertThat(problem.field()).isPresent();
            assertThat(problem.remedy()).isNotBlank();
        });
    }

    @Test
    void nobodyToInvoiceNothingToInvoiceNoCurrency() {
        orders.wanted("421", acme);
        database.does("UPDATE service.orders SET customer_id = NULL");
        assertThat(causes(key("421", "-"))).containsExactly("store.payer-missing");

        database.does("UPDATE service.orders SET currency = NULL, customer_id = " + acme);
        assertThat(causes(key("421", "1001"))).containsExactly("store.currency-missing");

        database.does("UPDATE service.orders SET currency = 'SEK', order_text = 'Only words'");
        database.does("DELETE FROM service.order_rows");
        assertThat(causes(key("421", "1001"))).containsExactly("store.nothing-to-invoice");
    }

    @Test
    void zeroAndNegativeRowsAreRows() {
        long order = orders.wanted("421", acme);
        orders.row(order, "-20");
        database.does("UPDATE service.order_rows SET quantity = 0 WHERE unit_price = 100");

        assertThat(ready(key("421", "1001")).totals().total()).isEqualTo(Money.of("-25", "SEK"));
    }

    @Test
    void theGroupChoosesWhichTextsTravel() {
        long order = orders.order("421", acme);
        orders.row(order, orders.assignment(order, 1), "1");
        orders.want(order);
        database.does("UPDATE service.assignments SET description = 'd', measures = 'm';"
                + "INSERT INTO service.group_settings (subgroup_code, texts_as_rows) VALUES ('north', 'MEASURES')");
        assertThat(texts()).containsExactly("m");
        database.does("UPDATE service.group_settings SET texts_as_rows = 'NONE'");
        assertThat(texts()).isEmpty();
    }

    private List<String> texts() {
        return ready(key("421", "1001")).rows().stream()
                .filter(Row.Text.class::isInstance)
                .map(row -> ((Row.Text) row).text())
                .toList();
    }

    @Test
    void vatTreatmentIsTheRowsElseThePayers() {
        orders.wanted("421", acme);
        database.does("UPDATE service.customers SET vat_treatment = 'DOMESTIC_REVERSE_CHARGE'");
        assertThat(ready(key("421", "1001")).pricedRows().get(0).vat().treatment())
                .isEqualTo(Vat.Treatment.DOMESTIC_REVERSE_CHARGE);

        database.does("UPDATE service.order_rows SET vat_treatment = 'EXPORT', vat_rate = NULL");
        assertThat(ready(key("421", "1001")).totals().vat()).isEqualTo(Money.of("0", "SEK"));
        assertThat(Optional.of(ready(key("421", "1001")).pricesIncludeVat())).contains(false);
    }
}
