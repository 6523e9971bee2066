package org.accountinghub.routes.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.accountinghub.mappings.model.SourceKey;
import org.accountinghub.mappings.model.register.Register;
import org.accountinghub.routes.embedded.postgres.HubDatabase;
import org.accountinghub.routes.embedded.postgres.TemporaryPostgres;
import org.accountinghub.routes.engine.CustomerThere;
import org.accountinghub.routes.engine.Transfer;
import org.accountinghub.routes.engine.port.RegisterLedger.Link;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** A connection that serves several subgroups brings a customer of theirs once. */
class OneCustomerTest {

    private static final int AT_ONCE = 6;

    @AutoClose
    private final LedgerFixture hub = new LedgerFixture();

    private final Ledger other = hub.anotherProcess();

    @AutoClose("shutdownNow")
    private final ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE);

    @BeforeEach
    void connection() {
        hub.connection("books", Optional.empty());
    }

    @Test
    void subgroupsThatNeedACustomerAtTheSameMomentShareItsTransfer() throws Exception {
        for (int round = 0; round < 25; round++) {
            String number = "c-" + round;

            List<Long> made = atOnce(worker -> process(worker)
                    .delivery()
                    .customerTransfer("books", customer("subgroup-" + worker, number))
                    .id());

            assertThat(made).as(number).containsOnly(made.get(0));
        }
        assertThat(hub.value("SELECT count(*) FROM hub.transfer")).isEqualTo("25");
    }

    @Test
    void aRegisterAndADocumentThatNeedItAtTheSameMomentShareItsTransferToo() throws Exception {
        for (int round = 0; round < 25; round++) {
            String number = "c-" + round;

            atOnce(worker -> worker % 2 == 0
                    ? process(worker / 2)
                            .registers()
                            .ledger()
                            .export("books", Register.CUSTOMERS, List.of(number), Optional.empty())
                    : process(worker / 2)
                            .delivery()
                            .customerTransfer("books", customer("subgroup-" + worker, number))
                            .id());
        }
        assertThat(hub.sql
                        .sql("SELECT DISTINCT number || ' ' || exported FROM hub.transfer")
                        .query(String.class)
                        .list())
                .hasSize(25)
                .allMatch(one -> one.endsWith("true"), "stays wanted when no document waits for it any more");
        assertThat(hub.value("SELECT count(*) FROM hub.transfer")).isEqualTo("25");
    }

    @Test
    void oneThatASubgroupBroughtIsThereForTheOthers() {
        hub.ledger
                .registers()
                .ledger()
                .link("books", Register.CUSTOMERS, List.of(new Link("7", "no-100", "no-100", Link.By.MATCH)));
        Transfer brought = hub.ledger.delivery().customerTransfer("books", customer("north", "100"));

        hub.deliverCustomer(brought);

        SourceKey elsewhere = customer("south", "100");
        assertThat(hub.ledger.delivery().customerBinding("books", elsewhere))
                .contains(new CustomerThere("100", "no-100"));
        assertThat(hub.ledger.delivery().customerAsSent("books", elsewhere))
                .contains(LedgerFixture.customer(brought.subject().source()));
        assertThat(hub.ledger.delivery().customerTransfer("books", elsewhere).id())
                .isEqualTo(brought.id());
    }

    @Test
    void thoseThatWereUnderWayTwiceBeforeAreOneAfterTheMigrationUnlessBothMayHaveMadeIt() {
        HubDatabase database = TemporaryPostgres.shared().newDatabase();
        DriverManagerDataSource source = new DriverManagerDataSource(
                database.hub().jdbcUrl(), database.hub().user(), database.hub().password());
        Flyway.configure()
                .dataSource(source)
                .schemas("hub")
                .createSchemas(true)
                .table("ledger_migration")
                .locations("classpath:org/accountinghub/routes/ledger/migration")
                .target("22")
                .load()
                .migrate();
        JdbcClient sql = JdbcClient.create(source);
        sql.sql("INSERT INTO hub.connection (name, connector, zone, settings) VALUES ('books', 'fortnox', 'UTC', '{}')")
                .update();
        sql.sql("""
                        INSERT INTO hub.transfer (connection, subject, store, subgroup, kind, number, state, problem)
                        SELECT 'books', 'CUSTOMER', 'service', subgroup, 'customer', number, state,
                               CASE WHEN state = 'IN_DOUBT' THEN '{"cause": "x"}'::jsonb END
                        FROM (VALUES (1, 'a', '1', 'DUE'), (2, 'b', '1', 'DUE'), (3, 'a', '2', 'IN_DOUBT'),
                                     (4, 'b', '2', 'IN_DOUBT'), (5, 'c', '2', 'QUEUED'), (6, 'a', '3', 'DUE'))
                             AS was (place, subgroup, number, state) ORDER BY place""").update();

        LedgerSchema.migrate(source);

        assertThat(sql.sql("SELECT number || subgroup || ' ' || state || ' ' || twin FROM hub.transfer ORDER BY id")
                        .query(String.class)
                        .list())
                .containsExactly(
                        "1a DUE 0", "1b SUPERSEDED 0", "2a IN_DOUBT 0", "2b IN_DOUBT 4", "2c SUPERSEDED 0", "3a DUE 0");
    }

    private static SourceKey customer(String subgroup, String number) {
        return new SourceKey("service", subgroup, SourceKey.CUSTOMER, number);
    }

    private Ledger process(int number) {
        return number % 2 == 0 ? hub.ledger : other;
    }

    private interface Work<T> {
        T by(int number);
    }

    private <T> List<T> atOnce(Work<T> work) throws Exception {
        List<Callable<T>> calls = IntStream.range(0, AT_ONCE)
                .<Callable<T>>mapToObj(number -> () -> work.by(number))
                .toList();
        List<T> results = new ArrayList<>();
        for (Future<T> call : threads.invokeAll(calls)) {
            results.add(call.get());
        }
        return results;
    }
}
