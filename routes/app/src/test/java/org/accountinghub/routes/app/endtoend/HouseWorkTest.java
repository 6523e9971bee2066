package org.accountinghub.routes.app.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.accountinghub.connectors.testkit.partner.Effect;
import org.accountinghub.connectors.testkit.partner.Effect.Action;
import org.accountinghub.connectors.testkit.partner.Fault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import tools.jackson.databind.node.ObjectNode;

/** An invoice, the tax reductions of two persons, booking and sending: five steps, any of which may be lost on its way. */
@Execution(ExecutionMode.CONCURRENT)
class HouseWorkTest {

    private static final String TAX_REDUCTIONS = "POST /3/taxreductions";

    private final Stage stage = Stage.shared();
    private final Company company = stage.company(Stage.Setting.BOOKED_AND_SENT).withPrivateCustomer(1);

    @Test
    void answersThatAreLostAtEveryStepDoubleNothing() {
        company.fault(Company.INVOICES).next(Fault.commitAndCut());
        company.fault(TAX_REDUCTIONS).times(2, Fault.commitAndCut());
        company.fault("PUT /3/invoices/{DocumentNumber}/bookkeep").next(Fault.commitAndCut());
        company.fault("PUT /3/invoices/{DocumentNumber}/externalprint").next(Fault.commitAndCut());
        company.houseWork("5401");
        company.awaitDelivered();
        invoicedBookedAndSentOnceWithBothReductions(company);
    }

    @Test
    void aReductionThatWasNotMadeIsAskedForAgain() {
        company.fault(TAX_REDUCTIONS).nth(2, Fault.status(500));
        company.houseWork("5402");
        company.awaitDelivered();
        invoicedBookedAndSentOnceWithBothReductions(company);
    }

    static void invoicedBookedAndSentOnceWithBothReductions(Company company) {
        List<ObjectNode> invoices = company.bookKeeper().invoices();
        assertThat(invoices).hasSize(1);
        assertThat(invoices.get(0).path("Booked").asBoolean()).isTrue();
        assertThat(invoices.get(0).path("Sent").asBoolean()).isTrue();
        assertThat(company.bookKeeper().taxReductions())
                .extracting(asked -> asked.path("CustomerName").asString("") + " "
                        + asked.path("AskedAmount").decimalValue().intValue())
                .containsExactlyInAnyOrder("Tolvan Tolvansson 2000", "Elva Tolvansson 1000");
        for (Action once : List.of(Action.CREATED, Action.BOOKED, Action.SENT)) {
            assertThat(effects(company, "invoice", once)).as("%s", once).hasSize(1);
        }
        assertThat(effects(company, "tax-reduction", Action.CREATED)).hasSize(2);
    }

    private static List<Effect> effects(Company company, String kind, Action action) {
        return company.stage().fortnox().book().effects(kind, action).stream()
                .filter(effect -> effect.tenant().equals(company.tenant()))
                .toList();
    }
}
