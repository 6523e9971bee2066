package org.accountinghub.routes.app.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import org.accountinghub.connectors.testkit.partner.Effect.Action;
import org.accountinghub.connectors.testkit.partner.Fault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import tools.jackson.databind.JsonNode;

/** What cannot be looked for waits for a person; a locked period holds, or gives way to the first open day. */
@Execution(ExecutionMode.CONCURRENT)
class FollowUpsTest {

    private final Stage stage = Stage.shared();
    private final LocalDate today = LocalDate.now(ZoneId.of("Europe/Stockholm"));

    @Test
    void anEInvoiceWhoseAnswerIsLostIsEndedByAPerson() {
        Company company = stage.company(Stage.Setting.E_INVOICED).withCustomer(1);
        company.fault("GET /3/invoices/{DocumentNumber}/einvoice").next(Fault.commitAndCut());
        company.order("5501");
        company.awaitRest();
        assertThat(company.state("5501")).isEqualTo("IN_DOUBT");
        new Agreement(company).check();

        JsonNode done = stage.api()
                .post(
                        "/api/transfers/" + company.document("5501").path("id").asLong() + "/complete",
                        Map.of("reason", "den ligger som skickad"));
        assertThat(done.path("changed").asBoolean()).as("%s", done).isTrue();
        company.awaitDelivered();
        assertThat(stage.fortnox().book().effects("invoice", Action.EINVOICED))
                .filteredOn(effect -> effect.tenant().equals(company.tenant()))
                .hasSize(1);
    }

    @Test
    void aLockedPeriodHoldsTheInvoice() {
        Company company = stage.company().withCustomer(1);
        stage.fortnox().tenant(company.tenant()).lockedUntil(today.plusDays(1));
        company.order("5502");
        company.awaitRest();
        assertThat(company.cause("5502")).isEqualTo("fortnox.period-locked");
        assertThat(company.invoices()).isEmpty();

        stage.fortnox().tenant(company.tenant()).lockedUntil(today.minusDays(7));
        company.retry("5502");
        company.awaitDelivered();
    }

    @Test
    void theFirstOpenDayIsTakenAndTold() {
        Company company = stage.company(Stage.Setting.FIRST_OPEN_DATE).withCustomer(1);
        stage.fortnox().tenant(company.tenant()).lockedUntil(today.plusDays(1));
        company.order("5503");
        company.awaitDelivered();
        LocalDate open = today.plusDays(2);
        assertThat(company.bookKeeper().invoices().get(0).path("InvoiceDate").asString(""))
                .isEqualTo(open.toString());
        assertThat(company.story("5503").path("steps").toString()).contains(open.toString());
    }
}
