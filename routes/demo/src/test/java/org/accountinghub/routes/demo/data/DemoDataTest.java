package org.accountinghub.routes.demo.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.accountinghub.mappings.model.BillableOrder;
import org.accountinghub.mappings.model.DocumentKey;
import org.accountinghub.mappings.model.Problem;
import org.accountinghub.mappings.model.Row;
import org.accountinghub.mappings.model.SourceKey;
import org.accountinghub.routes.embedded.postgres.DatabaseLogin;
import org.accountinghub.routes.embedded.postgres.HubDatabase;
import org.accountinghub.routes.embedded.postgres.TemporaryPostgres;
import org.accountinghub.routes.engine.port.ServiceStore.Reading;
import org.accountinghub.routes.store.ContractStore;
import org.accountinghub.routes.store.ReferenceStore;
import org.accountinghub.routes.store.StoreSettings;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

class DemoDataTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);
    private static final int SYSTEMS = 4;

    private static DataSource login(DatabaseLogin login) {
        return new DriverManagerDataSource(login.jdbcUrl(), login.user(), login.password());
    }

    private static HubDatabase store() {
        return TemporaryPostgres.shared()
                .newDatabase("demo store", database -> ReferenceStore.install(login(database.serviceOwner()), "hub"));
    }

    @Test
    void isLargeEnoughAndTheSameEveryTime() {
        DemoData data = DemoData.generate(TODAY, 2);

        assertThat(data).isEqualTo(DemoData.generate(TODAY, 2));
        assertThat(data.customers()).hasSizeGreaterThanOrEqualTo(200);
        assertThat(data.articles()).hasSizeGreaterThanOrEqualTo(120);
        assertThat(data.wanted()).hasSizeGreaterThanOrEqualTo(120);
        assertThat(data.wanted())
                .extracting(name -> name.substring(0, name.lastIndexOf(' ')))
                .contains("NORR work", "NORR service", "NORR sales", "NORR project")
                .contains("SYD work", "SYD service", "SYD sales", "SYD project");
        assertThat(data.orders()).extracting(DemoOrder::number).contains("421", "421-1", "107", "107_1");
        assertThat(data.customers()).extracting(DemoCustomer::number).doesNotHaveDuplicates();
        assertThat(data.customers()).extracting(DemoCustomer::name).doesNotHaveDuplicates();
    }

    @Test
    void moreSystemsTakeMoreCompaniesAndChangeNothingForTheFirstTwo() {
        DemoData two = DemoData.generate(TODAY, 1);
        DemoData four = DemoData.generate(TODAY, 4);

        assertThat(two).isEqualTo(DemoData.generate(TODAY, 2));
        assertThat(DemoCompany.codes(four.companies())).containsExactly("NORR", "SYD", "BOLAG3", "BOLAG4");
        assertThat(four.orders()).startsWith(two.orders().toArray(DemoOrder[]::new));
        assertThat(four.customers()).isEqualTo(two.customers());
        assertThat(four.wanted()).hasSize(two.wanted().size() + 2 * Orders.PLAIN);
        assertThat(four.companies()).extracting(DemoCompany::organisationNumber).doesNotHaveDuplicates();
    }

    @Test
    void everyWantedDocumentCanBeReadExceptTheTroubledOnes() {
        HubDatabase database = store();
        DemoData data = DemoData.load(login(database.serviceOwner()), TODAY, SYSTEMS);
        DataSource hub = new SingleConnectionDataSource(
                database.hub().jdbcUrl(), database.hub().user(), database.hub().password(), true);
        ContractStore store = new ContractStore(hub, StoreSettings.swedish("service"), Clock.systemUTC());

        List<DocumentKey> keys = JdbcClient.create(hub)
                .sql("SELECT * FROM service.hub_ready_documents")
                .query((line, n) -> new DocumentKey(
                        new SourceKey(
                                "service",
                                line.getString("subgroup"),
                                line.getString("kind"),
                                line.getString("number")),
                        line.getString("payer_number"),
                        line.getInt("generation")))
                .list();
        Map<String, Set<String>> payers = new HashMap<>();
        List<BillableOrder> documents = new ArrayList<>();
        Map<String, Set<String>> problems = new HashMap<>();
        for (DocumentKey key : keys) {
            payers.computeIfAbsent(name(key), any -> new HashSet<>()).add(key.payer());
            Reading<BillableOrder> reading = store.document(key, TODAY);
            if (reading instanceof Reading.Ready<BillableOrder> ready) {
                documents.add(ready.content());
            } else if (reading instanceof Reading.Unfit<BillableOrder> unfit) {
                problems.put(
                        name(key), unfit.problems().stream().map(Problem::cause).collect(Collectors.toSet()));
            }
        }

        assertThat(payers.keySet()).isEqualTo(data.wanted());
        assertThat(keys.stream().map(DemoDataTest::name).toList())
                .containsAll(ShownActs.shown().keySet());
        assertThat(payers.values())
                .as("orders of several payers")
                .filteredOn(of -> of.size() > 1)
                .hasSizeGreaterThan(4);
        Map<String, Set<String>> expected = EnumSet.allOf(Trouble.class).stream()
                .filter(trouble -> trouble.cause().startsWith("store."))
                .collect(Collectors.toMap(trouble -> name(data.troubled(trouble)), trouble -> Set.of(trouble.cause())));
        assertThat(problems).isEqualTo(expected);
        assertThat(documents).hasSize(keys.size() - expected.size());
        assertThat(documents)
                .allSatisfy(document ->
                        assertThat(document.totals().total().amount()).isPositive());
        assertThat(documents)
                .anyMatch(BillableOrder::pricesIncludeVat)
                .anyMatch(document -> !document.pricesIncludeVat());
        assertThat(rates(documents))
                .contains(BigDecimal.ZERO, BigDecimal.valueOf(6), BigDecimal.valueOf(12), BigDecimal.valueOf(25));
        assertThat(documents)
                .flatExtracting(BillableOrder::rows)
                .filteredOn(Row.Text.class::isInstance)
                .anyMatch(row -> ((Row.Text) row).text().length() > 500);
    }

    private static Set<BigDecimal> rates(List<BillableOrder> documents) {
        return documents.stream()
                .flatMap(document -> document.totals().netByRate().keySet().stream())
                .collect(Collectors.toSet());
    }

    private static String name(DocumentKey key) {
        return key.order().subgroup() + " " + key.order().kind() + " "
                + key.order().number();
    }

    private static String name(DemoOrder order) {
        return order.company().code() + " " + order.kind() + " " + order.number();
    }

    @Test
    void doesNotMixWithOtherOrders() {
        HubDatabase database = store();
        DemoData.load(login(database.serviceOwner()), TODAY, SYSTEMS);

        assertThatThrownBy(() -> DemoData.load(login(database.serviceOwner()), TODAY, SYSTEMS))
                .hasMessageContaining("orders already");
    }

    @Test
    void thePartnerAlreadyKnowsSome() {
        DemoData data = DemoData.generate(TODAY, 2);

        List<PartnerSeed> seeds = PartnerSeed.of(data);
        Set<PartnerSeed.Because> reasons = seeds.stream()
                .flatMap(seed -> seed.customers().stream())
                .map(PartnerSeed.PartnerCustomer::because)
                .collect(Collectors.toSet());
        assertThat(reasons).containsExactlyInAnyOrder(PartnerSeed.Because.values());
        for (PartnerSeed seed : seeds) {
            assertThat(seed.customers())
                    .extracting(PartnerSeed.PartnerCustomer::number)
                    .doesNotHaveDuplicates();
            assertThat(seed.articles()).hasSizeBetween(60, data.articles().size() - 1);
        }
        assertThat(seeds.toString()).doesNotContain("1212121212");
    }
}
