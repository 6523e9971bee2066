package org.accountinghub.routes.ledger;

import static org.accountinghub.routes.ledger.LedgerFixture.LEASE;
import static org.accountinghub.routes.ledger.LedgerFixture.key;
import static org.accountinghub.routes.ledger.LedgerFixture.row;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.accountinghub.routes.embedded.postgres.TemporaryPostgres;
import org.accountinghub.routes.engine.Claim;
import org.accountinghub.routes.engine.Dispatch;
import org.accountinghub.routes.engine.StepState;
import org.accountinghub.routes.engine.Transfer;
import org.accountinghub.routes.engine.TransferState;
import org.accountinghub.routes.engine.port.DeliveryLedger.Freeze;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;

/** Two processes at the same work, and databases that go away. */
class LedgerRaceTest {

    private final LedgerFixture hub = new LedgerFixture();
    private final Ledger other = hub.anotherProcess();
    private final ExecutorService threads = Executors.newFixedThreadPool(6);

    @BeforeEach
    void connection() {
        hub.connection("north", Optional.of("north"));
    }

    @AfterEach
    void close() {
        threads.shutdownNow();
        hub.close();
    }

    @Test
    void everyDocumentIsCollectedOnce() throws Exception {
        ready(200);

        List<Integer> created =
                atOnce(6, number -> process(number).planning().collect().created());

        assertThat(created.stream().mapToInt(Integer::intValue).sum()).isEqualTo(200);
        assertThat(hub.value("SELECT count(*) FROM hub.transfer")).isEqualTo("200");
    }

    @Test
    void everyTransferIsDispatchedOnceAndTheCreditHolds() throws Exception {
        ready(200);
        hub.ledger.planning().collect();

        List<Dispatch> taken = new ArrayList<>();
        atOnce(6, number -> process(number).planning().takeDue(Duration.ofMinutes(1), LedgerFixture.atMost(50)))
                .forEach(taken::addAll);

        assertThat(taken).extracting(Dispatch::transferId).doesNotHaveDuplicates();
        assertThat(taken).hasSize(50);
    }

    @Test
    void oneOfManyWorkersGetsTheClaim() throws Exception {
        for (int round = 0; round < 10; round++) {
            Dispatch dispatch = hub.dispatched(key("" + round));

            List<Optional<Claim>> claims = atOnce(
                    6,
                    number -> process(number)
                            .delivery()
                            .claim(dispatch.transferId(), dispatch.dispatch(), "worker " + number, LEASE));

            assertThat(claims.stream().flatMap(Optional::stream)).hasSize(1);
        }
    }

    @Test
    void oneOfManyDocumentsGetsTheRow() throws Exception {
        List<Claim> claims = IntStream.range(0, 6)
                .mapToObj(number -> hub.claimed(key("" + number)))
                .toList();

        List<Freeze> freezes = atOnce(6, number -> hub.freeze(claims.get(number), row("r-shared"), row("r" + number)));

        assertThat(freezes.stream().filter(Freeze.Done.class::isInstance)).hasSize(1);
        assertThat(hub.value("SELECT count(*) FROM hub.transfer_content")).isEqualTo("1");
        assertThat(hub.value("SELECT count(*) FROM hub.document_row")).isEqualTo("2");
    }

    @Test
    void noDocumentWaitsForACustomerThatWasDeliveredInBetween() throws Exception {
        for (int round = 0; round < 8; round++) {
            Transfer customer = hub.ledger
                    .delivery()
                    .customerTransfer("north", key("1").order().customer("round-" + round));
            String prefix = round + "-";
            List<Claim> documents = IntStream.range(0, 5)
                    .mapToObj(number -> hub.claimed(key(prefix + number)))
                    .toList();

            atOnce(6, number -> {
                if (number == 5) {
                    hub.deliverCustomer(customer);
                } else {
                    process(number).delivery().conclude(documents.get(number), Ends.waiting(customer.id()));
                }
                return number;
            });

            assertThat(documents)
                    .allSatisfy(document ->
                            assertThat(hub.state(document.transfer().id())).isEqualTo(TransferState.DUE));
        }
    }

    @Test
    void collectingNeverWithdrawsWhatAWorkerIntended() throws Exception {
        for (int round = 0; round < 15; round++) {
            String number = "" + round;
            Dispatch dispatch = hub.dispatched(key(number));
            hub.gone(key(number));

            atOnce(2, worker -> {
                if (worker == 0) {
                    return other.planning().collect().withdrawn();
                }
                Optional<Claim> claim =
                        hub.ledger.delivery().claim(dispatch.transferId(), dispatch.dispatch(), "worker", LEASE);
                claim.ifPresent(held -> {
                    Claim intended = hub.intended(hub.frozen(held, row("r" + number)));
                    hub.ledger
                            .delivery()
                            .conclude(intended, Ends.later(intended, Duration.ofHours(1), StepState.UNCERTAIN));
                });
                return 0;
            });

            assertThat(hub.state(dispatch.transferId()) == TransferState.WITHDRAWN)
                    .as("withdrawn and content left, or intended and content kept")
                    .isEqualTo(hub.value(
                                    "SELECT count(*) FROM hub.transfer_content WHERE transfer_id = ?",
                                    dispatch.transferId())
                            .equals("0"));
        }
    }

    @Test
    void aKilledDatabaseConnectionIsADataAccessExceptionAndChangesNothing() throws Exception {
        Claim claim = hub.intended(hub.frozen(key("1")));
        try (HikariDataSource pool = hub.newPool();
                Connection blocker = hub.database.hub().connect()) {
            Ledger ledger = Ledger.open(pool, SecretKeys.parse(LedgerFixture.KEY), "service", LedgerFixture.READY);
            blocker.setAutoCommit(false);
            execute(
                    blocker,
                    "SELECT FROM hub.transfer WHERE id = " + claim.transfer().id() + " FOR UPDATE");
            Future<?> concluding = threads.submit(() -> ledger.delivery()
                    .conclude(claim, Ends.delivered(claim.steps().get(0), "7")));
            killWhoWaits();

            assertThatThrownBy(concluding::get).hasCauseInstanceOf(DataAccessException.class);
            blocker.rollback();
        }
        assertThat(hub.state(claim.transfer().id())).isEqualTo(TransferState.SENDING);
        assertThat(hub.value("SELECT count(*) FROM hub.binding")).isEqualTo("0");

        hub.ledger.delivery().conclude(claim, Ends.delivered(claim.steps().get(0), "7"));
        assertThat(hub.state(claim.transfer().id())).isEqualTo(TransferState.DELIVERED);
    }

    @Test
    void aDatabaseThatIsAwayIsADataAccessException() {
        TemporaryPostgres server = TemporaryPostgres.start();
        try (HikariDataSource pool = new HikariDataSource()) {
            var login = server.newDatabase().hub();
            pool.setJdbcUrl(login.jdbcUrl());
            pool.setUsername(login.user());
            pool.setPassword(login.password());
            Ledger ledger = Ledger.open(
                    pool,
                    SecretKeys.parse(LedgerFixture.KEY),
                    "service",
                    "SELECT 'a' AS store, 'a' AS subgroup, 'a' AS kind, 'a' AS number, 'a' AS payer, 1 AS generation,"
                            + " 'a' AS requested_by WHERE false");
            server.close();
            pool.setConnectionTimeout(500);

            assertThatThrownBy(() -> ledger.planning().collect()).isInstanceOf(DataAccessException.class);
            assertThatThrownBy(() -> ledger.delivery().claim(1, 1, "w", LEASE)).isInstanceOf(DataAccessException.class);
            assertThatThrownBy(() -> ledger.planning().takeDue(Duration.ZERO, LedgerFixture.atMost(1)))
                    .isInstanceOf(DataAccessException.class);
            assertThatThrownBy(() -> ledger.connections().changeGrant("north", before -> before))
                    .isInstanceOf(DataAccessException.class);
        }
    }

    private void killWhoWaits() {
        Awaitility.await()
                .atMost(Duration.ofMinutes(1))
                .until(() -> !hub.value("SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity"
                                + " WHERE wait_event_type = 'Lock' AND datname = current_database()")
                        .equals("0"));
    }

    private static void execute(Connection connection, String text) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(text);
        }
    }

    private void ready(int documents) {
        for (int number = 0; number < documents; number++) {
            hub.ready(key("" + number));
        }
    }

    private Ledger process(int number) {
        return number % 2 == 0 ? hub.ledger : other;
    }

    private interface Work<T> {
        T by(int number) throws Exception;
    }

    private <T> List<T> atOnce(int workers, Work<T> work) throws Exception {
        List<Callable<T>> calls = IntStream.range(0, workers)
                .<Callable<T>>mapToObj(number -> () -> work.by(number))
                .toList();
        List<T> results = new ArrayList<>();
        for (Future<T> call : threads.invokeAll(calls)) {
            results.add(call.get());
        }
        return results;
    }
}
