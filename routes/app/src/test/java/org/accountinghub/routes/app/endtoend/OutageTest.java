package org.accountinghub.routes.app.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.accountinghub.connectors.testkit.partner.Fault;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

/**
 * Broker and database stop in the middle of the work and come back. Late and alone: nobody can write
 * orders meanwhile, and the hub's own broker is another afterwards.
 */
@Order(Integer.MAX_VALUE - 1)
@Isolated
class OutageTest {

    private final Stage stage = Stage.shared();
    private final Company company = stage.company().withCustomer(1);
    private final Browser browser = new Browser();

    @Test
    void ordersWaitForABrokerThatStopped() {
        underWay();
        stage.stopBroker();
        company.order("4010");
        await().atMost(Company.PATIENCE)
                .untilAsserted(() -> assertThat(company.documents()).hasSize(4));
        assertThat(health().body()).contains("\"broker\":{\"status\":\"DOWN\"}");
        stage.startBroker();
        company.awaitDelivered();
    }

    @Test
    void aBrokerThatLostItsDiskLosesNothing() throws IOException {
        underWay();
        stage.stopBroker();
        for (String folder : List.of("journal", "bindings", "paging", "large-messages")) {
            Path doomed = stage.data().resolve("broker").resolve(folder);
            if (Files.exists(doomed)) {
                Stage.delete(doomed);
            }
        }
        stage.startBroker();
        company.awaitDelivered();
    }

    /** Away for longer than all redeliveries of a message take together. */
    @Test
    void aDatabaseThatIsAwayFillsNoDeadLetters() {
        underWay();
        stage.stopDatabase();
        try {
            await().atMost(Company.PATIENCE).until(() -> health().statusCode(), status -> status == 503);
            await().during(Duration.ofSeconds(6))
                    .atMost(Company.PATIENCE)
                    .until(() -> stage.broker().messageCount("transfers.dead"), count -> count == 0);
        } finally {
            stage.startDatabase();
        }
        company.awaitDelivered();
        assertThat(stage.broker().messageCount("transfers.dead")).isZero();
        assertThat(company.documents())
                .extracting(document -> document.path("problem").isNull())
                .containsOnly(true);
        await().atMost(Company.PATIENCE)
                .until(() -> health().body(), body -> body.contains("\"db\":{\"status\":\"UP\"}"));
    }

    /** Three orders, one of which has just been written at the partner, who is slow to say so. */
    private void underWay() {
        company.order("4001");
        company.awaitDelivered();
        company.faultAtInvoice("4002").next(Fault.slow(Duration.ofSeconds(1)));
        Stream.of("4002", "4003").forEach(company::order);
        await().atMost(Company.PATIENCE).until(() -> company.invoices("4002").size(), made -> made == 1);
    }

    private HttpResponse<String> health() {
        return browser.get(stage.address().resolve("/actuator/health"));
    }
}
