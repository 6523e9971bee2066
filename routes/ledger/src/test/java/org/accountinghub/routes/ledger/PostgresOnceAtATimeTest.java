package org.accountinghub.routes.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.fail;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.accountinghub.routes.embedded.postgres.DatabaseLogin;
import org.accountinghub.routes.embedded.postgres.TemporaryPostgres;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.dao.DataAccessResourceFailureException;

class PostgresOnceAtATimeTest {

    private DatabaseLogin login;
    private PostgresOnceAtATime here;
    private PostgresOnceAtATime elsewhere;

    @BeforeEach
    void twoProcesses() {
        login = TemporaryPostgres.shared().newDatabase().hub();
        here = new PostgresOnceAtATime(source(login.jdbcUrl()));
        elsewhere = new PostgresOnceAtATime(source(login.jdbcUrl()));
    }

    @Test
    void what_is_being_done_is_not_done_beside() {
        AtomicInteger others = new AtomicInteger();

        boolean done = here.tryRun("invoices of north", () -> {
            assertThat(elsewhere.tryRun("invoices of north", () -> fail("done twice at once")))
                    .isFalse();
            assertThat(here.tryRun("invoices of north", () -> fail("done twice at once")))
                    .isFalse();
            assertThat(elsewhere.tryRun("invoices of south", others::incrementAndGet))
                    .isTrue();
        });

        assertThat(done).isTrue();
        assertThat(others).hasValue(1);
        assertThat(elsewhere.tryRun("invoices of north", others::incrementAndGet))
                .isTrue();
    }

    @Test
    void of_many_that_begin_together_one_does_it() throws Exception {
        CountDownLatch refused = new CountDownLatch(3);
        AtomicInteger done = new AtomicInteger();
        CompletableFuture<?>[] all = new CompletableFuture<?>[4];
        for (int i = 0; i < all.length; i++) {
            PostgresOnceAtATime process = i % 2 == 0 ? here : elsewhere;
            all[i] = CompletableFuture.runAsync(
                    () -> {
                        boolean ran = process.tryRun("sweep", () -> {
                            done.incrementAndGet();
                            pause(refused);
                        });
                        if (!ran) {
                            refused.countDown();
                        }
                    },
                    runnable -> new Thread(runnable).start());
        }
        CompletableFuture.allOf(all).get(2, TimeUnit.MINUTES);

        assertThat(done).hasValue(1);
    }

    @Test
    void failing_gives_the_lock_back() {
        assertThatThrownBy(() -> here.tryRun("fails", () -> {
                    throw new IllegalStateException("no");
                }))
                .isInstanceOf(IllegalStateException.class);

        await().atMost(Duration.ofMinutes(1)).until(() -> elsewhere.tryRun("fails", () -> {}));
    }

    @Test
    void a_process_that_loses_its_database_loses_the_lock() {
        assertThatThrownBy(() -> here.tryRun("long", () -> {
                    endAllOtherSessions();
                    await().atMost(Duration.ofMinutes(1)).until(() -> elsewhere.tryRun("long", () -> {}));
                }))
                .isInstanceOf(DataAccessResourceFailureException.class)
                .hasMessageContaining("long");
    }

    @Test
    void without_a_database_nothing_is_done() {
        PostgresOnceAtATime nowhere = new PostgresOnceAtATime(source("jdbc:postgresql://127.0.0.1:1/none"));

        assertThatThrownBy(() -> nowhere.tryRun("anything", () -> fail("done without the lock")))
                .isInstanceOf(DataAccessResourceFailureException.class);
    }

    private PGSimpleDataSource source(String url) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(url);
        source.setUser(login.user());
        source.setPassword(login.password());
        return source;
    }

    private void endAllOtherSessions() {
        try (Connection session = DriverManager.getConnection(login.jdbcUrl(), login.user(), login.password())) {
            session.createStatement()
                    .execute("SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
                            + " WHERE datname = current_database() AND pid <> pg_backend_pid()");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void pause(CountDownLatch latch) {
        try {
            latch.await(1, TimeUnit.MINUTES);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
