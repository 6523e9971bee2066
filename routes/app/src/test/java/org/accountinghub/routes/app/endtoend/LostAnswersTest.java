package org.accountinghub.routes.app.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import org.accountinghub.connectors.testkit.partner.Fault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** The partner says nothing, or the wrong thing, about a write. The tests run at the same time, for most of it is waiting. */
@Execution(ExecutionMode.CONCURRENT)
class LostAnswersTest {

    private final Stage stage = Stage.shared();
    private final Company company = stage.company().withCustomer(1);

    @Test
    void anInvoiceWhoseAnswerWasCutIsFound() {
        String order = reserve(Fault.commitAndCut());
        company.awaitDelivered();
        assertThat(company.writes(order)).isEqualTo(1);
    }

    @Test
    void anInvoiceWhoseAnswerNeverCameIsFound() {
        String order = reserve(Fault.commitAndHang(Duration.ofSeconds(7)));
        company.awaitDelivered();
        assertThat(company.writes(order)).isEqualTo(1);
    }

    @Test
    void anInvoiceWithAMalformedAnswerIsFound() {
        String order = reserve(Fault.malformed());
        company.awaitDelivered();
        assertThat(company.writes(order)).isEqualTo(1);
    }

    @Test
    void anInvoiceThatWasMadeBehindAnErrorIsFound() {
        String order = reserve(Fault.commitAndStatus(500));
        company.awaitDelivered();
        assertThat(company.writes(order)).isEqualTo(1);
    }

    @Test
    void anInvoiceThatAppearsLateIsFound() {
        String order = reserve(Fault.commitLate(Quick.COMMIT_LATENESS.minusSeconds(1)));
        company.awaitDelivered();
        assertThat(company.writes(order)).isEqualTo(1);
    }

    @Test
    void anInvoiceThatWasNotMadeIsSentAgainAfterTwoSearches() {
        String order = reserve(Fault.status(500));
        company.awaitDelivered();
        assertThat(company.writes(order)).isEqualTo(2);
        assertThat(company.story(order).path("attempts").toString()).contains("not found");
    }

    @Test
    void aStormOf429SpendsNoAttempts() {
        company.fault(Company.INVOICES).times(6, Fault.status(429));
        for (int i = 1; i <= 4; i++) {
            company.order("20" + i);
        }
        company.awaitDelivered();
        assertThat(stage.fortnox().journal().newest())
                .filteredOn(entry -> entry.call().tenant().equals(company.tenant()) && entry.status() == 429)
                .hasSize(6);
        assertThat(company.documents())
                .allSatisfy(document ->
                        assertThat(document.path("attempts").asInt()).isLessThanOrEqualTo(1));
    }

    /** An order whose invoice will meet this fault. */
    private String reserve(Fault fault) {
        String order = "2000";
        company.faultAtInvoice(order).next(fault);
        company.order(order);
        await().atMost(Company.PATIENCE).until(() -> company.writes(order) > 0);
        return order;
    }
}
