package org.accountinghub.routes.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.accountinghub.mappings.model.register.Register;
import org.accountinghub.mappings.model.register.RegisterField;
import org.accountinghub.mappings.model.register.RegisterRecord;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class ReferenceStoreTest {

    @Test
    void installsOnceAndProvidesTheWholeContract() {
        StoreDatabase database = StoreDatabase.empty();

        assertThat(ReferenceStore.install(database.owner(), "hub")).isPositive();
        assertThat(ReferenceStore.install(database.owner(), "hub")).isZero();

        StoreContract.check(database.hub());
    }

    @Test
    void aStoreOfTheFirstContractIsUpgradedWithItsOrders() {
        StoreDatabase database = StoreDatabase.empty();
        Flyway.configure()
                .dataSource(database.owner())
                .schemas("service")
                .table("store_history")
                .locations("classpath:org/accountinghub/routes/store/reference")
                .target("6")
                .load()
                .migrate();
        Orders orders = new Orders(database);
        orders.wanted("421", orders.customer("1001"));

        assertThat(ReferenceStore.install(database.owner(), "hub")).isPositive();

        StoreContract.check(database.hub());
        assertThat(database.one("SELECT number || ' ' || payer_number FROM service.hub_ready_documents"))
                .isEqualTo("421 1001");
    }

    @Test
    void aStoreOfTheSecondContractIsUpgradedWithItsCustomers() {
        StoreDatabase database = StoreDatabase.empty();
        Flyway.configure()
                .dataSource(database.owner())
                .schemas("service")
                .table("store_history")
                .locations("classpath:org/accountinghub/routes/store/reference")
                .target("22")
                .load()
                .migrate();
        database.does("INSERT INTO service.customers (number, name) VALUES ('7', 'Seven'), ('K8', 'Eight')");
        database.does("SELECT service.change_customer_number('7', '9', 'admin')");

        assertThat(ReferenceStore.install(database.owner(), "hub")).isPositive();

        StoreContract.check(database.hub());
        assertThat(database.one("SELECT service.next_customer_number('')")).isEqualTo("10");
        assertThat(new RegisterWriter(database.hub(), StoreSettings.swedish("service"))
                        .put(
                                Register.CUSTOMERS,
                                List.of(new RegisterRecord(Register.CUSTOMERS, "K8", Map.of(RegisterField.PHONE, "8"))),
                                List.of(OptionalLong.empty()),
                                "hub"))
                .containsExactly(new PutVerdict("K8", PutVerdict.Kind.UPDATED, "", ""));
    }

    @Test
    void theHubReadsTheContractsViewsAndNothingElse() {
        StoreDatabase database = StoreDatabase.fresh();
        List<String> relations = database.asOwner()
                .sql(
                        "SELECT relname FROM pg_class WHERE relnamespace = 'service'::regnamespace AND relkind IN ('r', 'v')")
                .query(String.class)
                .list();

        assertThat(relations).hasSizeGreaterThan(20);
        for (String relation : relations) {
            String query = "SELECT count(*) FROM service." + relation;
            if (relation.startsWith("hub_")) {
                assertThat(database.asHub().sql(query).query(Long.class).single())
                        .as(relation)
                        .isNotNegative();
            } else {
                assertThatThrownBy(() ->
                                database.asHub().sql(query).query(Long.class).single())
                        .as(relation)
                        .rootCause()
                        .hasMessageContaining("permission denied");
            }
        }
    }

    @Test
    void theHubWritesNothingAndActsForNobody() {
        StoreDatabase database = StoreDatabase.fresh();

        for (String statement : List.of(
                "INSERT INTO service.subgroups VALUES ('x', 'X')",
                "UPDATE service.hub_customers SET name = 'x'",
                "DELETE FROM service.hub_articles",
                "CREATE TABLE service.mine (id int)",
                "SELECT service.send_again(1, 'hub')",
                "SELECT service.note(1, 'hub', 'x')",
                "SELECT service.document_of('', 'work', '1', '1', 1)",
                "SELECT service.change_customer_number('1', '2', 'hub')",
                "SELECT service.generate_numbers('', 1)",
                "INSERT INTO service.customer_accounting (customer_id, connection) VALUES (1, '')",
                "UPDATE service.customers SET name = 'x'")) {
            assertThatThrownBy(() -> database.does(database.asHub(), statement))
                    .as(statement)
                    .rootCause()
                    .hasMessageContaining("permission denied");
        }
    }

    @Test
    void theHubOwnsSchemaHub() {
        StoreDatabase database = StoreDatabase.fresh();

        database.does(database.asHub(), "CREATE TABLE hub.anything (id int)");

        assertThat(database.asHub()
                        .sql("SELECT count(*) FROM hub.anything")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void saysWhatIsInTheWay() {
        StoreDatabase database = StoreDatabase.empty();

        assertThatThrownBy(() -> ReferenceStore.install(database.owner(), "nobody"))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("no role nobody")
                .hasMessageContaining("CREATE ROLE");
        assertThatThrownBy(() -> ReferenceStore.install(database.owner(), "service_owner"))
                .hasMessageContaining("a role of its own");
        assertThatThrownBy(() -> ReferenceStore.install(database.hub(), "hub")).isInstanceOf(StoreException.class);
        JdbcClient.create(database.owner())
                .sql("CREATE SCHEMA service; CREATE TABLE service.theirs (id int)")
                .update();
        assertThatThrownBy(() -> ReferenceStore.install(database.owner(), "hub"))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("belongs to a service system already");
    }

    @Test
    void namesWhatAStoreLacks() {
        StoreDatabase nothing = StoreDatabase.empty();
        assertThatThrownBy(() -> StoreContract.check(nothing.hub()))
                .hasMessageContaining("view hub_ready_documents")
                .hasMessageContaining("./hub store install");

        StoreDatabase older = StoreDatabase.fresh();
        older.does("ALTER VIEW service.hub_articles RENAME COLUMN unit TO measure;"
                + "REVOKE EXECUTE ON FUNCTION service.hub_clear_problem FROM hub;"
                + "REVOKE SELECT ON service.hub_customers FROM hub");
        assertThatThrownBy(() -> StoreContract.check(older.hub()))
                .hasMessageContaining("column hub_articles.unit")
                .hasMessageContaining("function hub_clear_problem(")
                .hasMessageContaining("view hub_customers");

        StoreDatabase newer = StoreDatabase.fresh();
        newer.does("CREATE OR REPLACE VIEW service.hub_contract AS SELECT 4 AS version");
        assertThatThrownBy(() -> StoreContract.check(newer.hub())).hasMessageContaining("version 4");
    }
}
