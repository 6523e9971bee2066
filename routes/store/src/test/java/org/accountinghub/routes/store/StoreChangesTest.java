package org.accountinghub.routes.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.accountinghub.routes.store.StoreChanges.Register;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class StoreChangesTest {

    private static final Duration NEVER = Duration.ofMinutes(10);
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    @AutoClose
    private final StoreDatabase database = StoreDatabase.fresh();

    private final Orders orders = new Orders(database);
    private final List<Set<Register>> told = new CopyOnWriteArrayList<>();

    private @Nullable StoreChanges started;

    @AfterEach
    void stop() {
        if (started != null) {
            started.close();
        }
    }

    private void listening(Duration poll) {
        started = new StoreChanges(database.hub(), poll, told::add).start();
        await().atMost(PATIENCE).until(() -> !told.isEmpty());
    }

    @Test
    void hearsChangesAtOnce() {
        long acme = orders.customer("1001");
        listening(NEVER);
        assertThat(told).containsExactly(Set.of(Register.values()));
        orders.wanted("421", acme);
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(told).contains(Set.of(Register.ORDERS)));
        database.does("UPDATE service.customers SET phone = '1'");
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(told).contains(Set.of(Register.CUSTOMERS)));
    }

    @Test
    void whoStopsDoesNotWaitForTheNextNews() {
        listening(NEVER);
        long began = System.nanoTime();
        Optional.ofNullable(started).orElseThrow().close();
        assertThat(Duration.ofNanos(System.nanoTime() - began))
                .as("what it waits at most")
                .isLessThan(Duration.ofSeconds(5));
    }

    @Test
    void theHubsOwnMarksAreNoNews() throws SQLException {
        orders.wanted("421", orders.customer("1001"));
        try (Connection connection = database.hub().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("LISTEN hub_orders");
            database.does(
                    database.asHub(), "SELECT service.hub_mark_sent('north', 'work', '421', '1001', 1, '7', now())");
            database.does("UPDATE service.orders SET order_text = 'x'");
            org.postgresql.PGNotification[] heard =
                    connection.unwrap(org.postgresql.PGConnection.class).getNotifications((int) PATIENCE.toMillis());
            assertThat(heard).hasSize(1);
            assertThat(heard[0].getParameter()).isEqualTo("north/work/421");
        }
    }

    @Test
    void pollsInSilenceAndAfterAListenerThatThrows() {
        started = new StoreChanges(database.hub(), Duration.ofMillis(50), registers -> {
                    told.add(registers);
                    throw new IllegalStateException("on purpose");
                })
                .start();
        await().atMost(PATIENCE).until(() -> told.size() >= 4);
        assertThat(told).allMatch(registers -> registers.size() == 3);
    }

    @Test
    void comesBackAfterTheConnectionWasLost() {
        long acme = orders.customer("1001");
        listening(NEVER);
        org.springframework.jdbc.core.simple.JdbcClient.create(database.superuser())
                .sql(
                        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND query LIKE 'LISTEN%'")
                .query()
                .listOfRows();
        await().atMost(PATIENCE).until(() -> told.size() >= 3);
        told.clear();
        orders.wanted("421", acme);
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(told).contains(Set.of(Register.ORDERS)));
    }

    @Test
    void theWatermarkMissesNoLateCommit() throws SQLException {
        try (Connection slow = database.owner().getConnection();
                Statement statement = slow.createStatement()) {
            slow.setAutoCommit(false);
            statement.execute("INSERT INTO service.customers (number, name) VALUES ('slow', 'Slow')");
            orders.customer("fast");
            long watermark = database.asHub()
                    .sql("SELECT watermark FROM service.hub_watermark")
                    .query(Long.class)
                    .single();
            slow.commit();

            assertThat(database.asHub()
                            .sql("SELECT number FROM service.hub_customers WHERE change >= ?")
                            .param(watermark)
                            .query(String.class)
                            .list())
                    .contains("slow");
        }
    }

    @Test
    void whatBelongsToACustomerChangesIt() {
        long acme = orders.customer("1001");
        String before = database.one("SELECT change FROM service.hub_customers");
        database.does("INSERT INTO service.customer_addresses (customer_id, use) VALUES (" + acme + ", 'INVOICE')");
        String after = database.one("SELECT change FROM service.hub_customers");
        assertThat(Long.parseLong(after)).isGreaterThan(Long.parseLong(before));
    }
}
