package org.accountinghub.routes.store;

import static org.accountinghub.mappings.model.register.RegisterField.EMAIL;
import static org.accountinghub.mappings.model.register.RegisterField.NAME;
import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.accountinghub.mappings.model.register.Register;
import org.accountinghub.mappings.model.register.RegisterRecord;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** The hub writes registers while users, and other processes of the hub, do. */
class RegistersTogetherTest {

    @AutoClose
    private final StoreDatabase database = StoreDatabase.fresh();

    private RegisterWriter writer() {
        return new RegisterWriter(database.hub(), StoreSettings.swedish("service"));
    }

    private static List<RegisterRecord> customers(String name, int from, int to) {
        return IntStream.rangeClosed(from, to)
                .mapToObj(n -> new RegisterRecord(
                        Register.CUSTOMERS, Integer.toString(n), Map.of(NAME, name, EMAIL, name + "@example.com")))
                .toList();
    }

    private static List<OptionalLong> any(int count) {
        return Collections.nCopies(count, OptionalLong.empty());
    }

    @Test
    void whoIsEditingIsWaitedForAndTheOthersAreWritten() throws Exception {
        writer().put(Register.CUSTOMERS, customers("A", 1, 20), any(20), "hub");
        try (Connection user = database.owner().getConnection();
                Statement editing = user.createStatement()) {
            user.setAutoCommit(false);
            editing.execute("UPDATE service.customers SET phone = 'mine' WHERE number IN ('3', '7')");
            long started = System.nanoTime();

            List<PutVerdict> verdicts = writer().put(Register.CUSTOMERS, customers("B", 1, 21), any(21), "hub");

            assertThat(Duration.ofNanos(System.nanoTime() - started)).isLessThan(Duration.ofSeconds(45));
            assertThat(verdicts)
                    .filteredOn(verdict -> verdict.kind() == PutVerdict.Kind.BUSY)
                    .extracting(PutVerdict::number)
                    .containsExactly("3", "7");
            assertThat(verdicts).filteredOn(PutVerdict::isWritten).hasSize(19);
            user.commit();
        }
        assertThat(writer().put(Register.CUSTOMERS, customers("B", 3, 3), any(1), "hub")
                        .get(0)
                        .kind())
                .isEqualTo(PutVerdict.Kind.UPDATED);
        assertThat(database.one("SELECT name || phone FROM service.customers WHERE number = '3'"))
                .isEqualTo("Bmine");
    }

    @Test
    void ordersAreMadeForACustomerWhileItIsWritten() throws SQLException {
        Orders orders = new Orders(database);
        long customer = orders.customer("1");
        try (Connection user = database.owner().getConnection();
                Statement making = user.createStatement()) {
            user.setAutoCommit(false);
            making.execute(
                    "INSERT INTO service.orders (subgroup_code, kind, number, customer_id, currency) VALUES ('north', 'work', '421', "
                            + customer + ", 'SEK')");

            assertThat(writer().put(Register.CUSTOMERS, customers("B", 1, 1), any(1), "hub")
                            .get(0)
                            .kind())
                    .isEqualTo(PutVerdict.Kind.UPDATED);
            user.commit();
        }
    }

    @Test
    void fourWritersOfTheSameRecordsMakeEachOnce() {
        List<CompletableFuture<List<PutVerdict>>> running = new ArrayList<>();
        for (String name : List.of("A", "B", "C", "D")) {
            List<RegisterRecord> mine = new ArrayList<>(customers(name, 1, 300));
            if (name.compareTo("B") > 0) {
                Collections.reverse(mine);
            }
            running.add(CompletableFuture.supplyAsync(() -> writer().put(Register.CUSTOMERS, mine, any(300), name)));
        }
        List<PutVerdict> all =
                running.stream().flatMap(one -> one.join().stream()).toList();

        assertThat(all).filteredOn(one -> one.kind() == PutVerdict.Kind.CREATED).hasSize(300);
        assertThat(all).noneMatch(one -> one.kind() == PutVerdict.Kind.REFUSED);
        assertThat(database.one("SELECT count(*) FROM service.customers WHERE email = name || '@example.com'"))
                .isEqualTo("300");
    }

    @Test
    void noNumberIsGivenTwice() {
        List<CompletableFuture<Map<String, String>>> running = IntStream.range(0, 8)
                .mapToObj(n -> CompletableFuture.supplyAsync(() -> writer().numbersFor(List.of("", "-"))))
                .toList();

        assertThat(running.stream().flatMap(one -> one.join().values().stream()))
                .hasSize(16)
                .doesNotHaveDuplicates();
    }

    @Test
    void usersFieldsAndOursMeetInOneRecord() {
        writer().put(Register.CUSTOMERS, customers("A", 1, 50), any(50), "hub");
        CompletableFuture<Void> users = CompletableFuture.runAsync(() -> IntStream.rangeClosed(1, 50)
                .forEach(n ->
                        database.does("UPDATE service.customers SET phone = 'p" + n + "' WHERE number = '" + n + "'")));
        for (int i = 0; i < 10; i++) {
            writer().put(Register.CUSTOMERS, customers("B" + i, 1, 50), any(50), "hub");
        }
        users.join();

        assertThat(database.one("SELECT count(*) FROM service.customers WHERE phone = 'p' || number AND name = 'B9'"))
                .isEqualTo("50");
    }
}
