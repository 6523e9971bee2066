package org.accountinghub.routes.app.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.accountinghub.connectors.fortnox.simulator.FortnoxSimulator;
import org.accountinghub.connectors.testkit.partner.Fault;
import org.accountinghub.routes.embedded.FreePort;
import org.accountinghub.routes.embedded.postgres.HubDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A hub that is killed again and again, as a real process with 100 orders under way. */
class KilledHubTest {

    private static final int ORDERS = 100;
    private static final List<String> CODES = List.of("K01", "K02", "K03", "K04");

    /** Told to come again later until both kills are over: however fast the hub is, it never is done before. */
    private static final String PUT_OFF = "K04";

    /** Each has one order of house work. When the hub is killed, one lacks both its tax reductions and the other the second. */
    private static final List<String> HOUSES = List.of("K81", "K82");

    private static final String TAX_REDUCTIONS = "POST /3/taxreductions";

    private final FortnoxSimulator fortnox = FortnoxSimulator.start(0, InstantSource.system());

    @TempDir
    private Path folder;

    @AfterEach
    void removePostgres() {
        fortnox.close();
        Stage.removeDatabase(folder.resolve("data"));
    }

    @Test
    @Timeout(value = 15, unit = TimeUnit.MINUTES)
    void sendsEachOrderOnce() throws Exception {
        Path data = folder.resolve("data");
        HubDatabase database = Stage.installStore(data);
        ServiceDesk desk = new ServiceDesk(database);
        RemoteHub parts = new RemoteHub(Optional.of(fortnox), desk, data, FreePort.choose());
        List<Company> companies =
                CODES.stream().map(code -> new Company(parts, code)).toList();
        List<Company> houses =
                HOUSES.stream().map(code -> new Company(parts, code)).toList();
        List<String> all = Stream.concat(CODES.stream(), HOUSES.stream()).toList();
        all.forEach(code -> {
            desk.openCompany(code);
            fortnox.tenant(Company.tenantOf(code));
        });
        houses.forEach(house -> house.withPrivateCustomer(1).houseWork("8200"));
        for (int i = 0; i < ORDERS; i++) {
            Company company = companies.get(i % companies.size());
            if (i < companies.size()) {
                company.withCustomer(1);
            }
            company.order(String.valueOf(8000 + i));
        }
        Files.writeString(folder.resolve("connections.yml"), Stage.connections(fortnox, all));
        Files.writeString(folder.resolve("client.secret"), FortnoxSimulator.CLIENT_SECRET);
        fortnox.windowScale(0);
        fortnox.faults().on(Company.INVOICES).tenant(Company.tenantOf(PUT_OFF)).every(1, Fault.status(429));
        houses.get(1).fault(TAX_REDUCTIONS).next(Fault.slow(Duration.ZERO));
        houses.forEach(house -> house.fault(TAX_REDUCTIONS).every(1, Fault.status(429)));
        misbehave();

        Map<String, String> environment = parts.environment(folder.resolve("connections.yml"));
        try (ChildHub first = ChildHub.start(environment, folder.resolve("hub.log"))) {
            awaitInvoices(first, 10);
            first.kill();
        }
        int madeByTheFirst = invoices();
        assertThat(madeByTheFirst).as("killed in the middle").isLessThan(ORDERS);
        try (ChildHub second = ChildHub.start(environment, folder.resolve("hub.log"))) {
            awaitInvoices(second, Math.min(madeByTheFirst + 20, ORDERS - ORDERS / CODES.size()));
            await().atMost(Duration.ofMinutes(5))
                    .until(() -> houses.stream().allMatch(house -> house.toldToWait(TAX_REDUCTIONS)));
            second.kill();
        }
        assertThat(invoices()).as("killed in the middle again").isLessThan(ORDERS);
        assertThat(houses)
                .extracting(house -> house.bookKeeper().taxReductions().size())
                .containsExactly(0, 1);
        fortnox.faults().clear();
        houses.forEach(house -> house.fault(TAX_REDUCTIONS).next(Fault.commitAndCut()));
        misbehave();
        try (ChildHub third = ChildHub.start(environment, folder.resolve("hub.log"))) {
            awaitInvoices(third, ORDERS);
            companies.forEach(Company::awaitDelivered);
            houses.forEach(Company::awaitDelivered);
            assertThat(third.output()).contains("PostgreSQL was still running");
        }
        assertThat(invoices()).isEqualTo(ORDERS);
        assertThat(fortnox.book().duplicates()).isEmpty();
        houses.forEach(HouseWorkTest::invoicedBookedAndSentOnceWithBothReductions);
    }

    private void misbehave() {
        fortnox.faults().on(Company.INVOICES).every(9, Fault.commitAndCut());
        fortnox.faults().on(Company.INVOICES).every(3, Fault.slow(Duration.ofMillis(200)));
    }

    private void awaitInvoices(ChildHub hub, int made) {
        await().atMost(Duration.ofMinutes(5)).until(() -> {
            assertThat(hub.process().isAlive()).as(hub::output).isTrue();
            return invoices() >= made;
        });
    }

    private int invoices() {
        return CODES.stream()
                .mapToInt(code -> fortnox.book()
                        .created(Company.tenantOf(code), "invoice")
                        .size())
                .sum();
    }
}
