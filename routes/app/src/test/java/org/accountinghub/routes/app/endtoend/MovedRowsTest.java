package org.accountinghub.routes.app.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.stream.Stream;
import org.accountinghub.routes.app.endtoend.ServiceDesk.Line;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

/** Rows and assignments get another order: each row is invoiced once, and who has it already is told. */
@Execution(ExecutionMode.CONCURRENT)
class MovedRowsTest {

    private static final String FIRST = "5101";
    private static final String SECOND = "5102";

    private final Stage stage = Stage.shared();
    private final Company company = stage.company().withCustomer(1);
    private final Rearrangement rearrangement = new Rearrangement(stage.desk(), company.code());
    private final List<Line> kept = InvoicedRows.lines(company, FIRST, 2);
    private final List<Line> moved = InvoicedRows.lines(company, "5199", 1);
    private final List<Line> own = InvoicedRows.lines(company, SECOND, 1);

    @ParameterizedTest
    @EnumSource
    void aRowInAnotherOrder(Moment moment) {
        moment.of(company, FIRST, () -> company.order(FIRST, joined(kept, moved)));
        company.order(SECOND, own, id -> {
            rearrangement.moveRow(moved.get(0).text(), SECOND);
            company.says(SECOND, joined(own, moved));
        });
        judge(moment, own);
    }

    @ParameterizedTest
    @EnumSource
    void anAssignmentThatBecomesAnOrder(Moment moment) {
        moment.of(
                company,
                FIRST,
                () -> company.order(FIRST, kept, id -> {
                    stage.desk().assignment(id, 2, company.payer(1), moved);
                    company.says(FIRST, joined(kept, moved));
                }));
        rearrangement.separate(FIRST, SECOND);
        company.expect(SECOND, company.payer(1), 1);
        company.says(SECOND, moved);
        judge(moment, List.of());
    }

    /** Before the first was written, the row goes with the second; afterwards it stays with the first. */
    private void judge(Moment moment, List<Line> ofSecond) {
        if (moment == Moment.BEFORE) {
            company.says(FIRST, kept);
            company.awaitDelivered();
            InvoicedRows.of(company).are(1, ofSecond);
        } else {
            company.awaitRest();
            refused();
            company.retry(SECOND);
            company.awaitRest();
            assertThat(refused())
                    .contains("document " + company.invoices(FIRST).get(0).number());
            InvoicedRows.of(company).are(0, ofSecond);
        }
        InvoicedRows.of(company).are(1, joined(kept, moved));
        new Agreement(company).check();
    }

    /** What operators and the service system's users read. */
    private String refused() {
        JsonNode problem = company.document(SECOND).path("problem");
        assertThat(problem.path("cause").asString("")).isEqualTo("ledger.row-in-another-document");
        String reason = problem.path("reason").asString("");
        assertThat(reason).contains("order " + FIRST + " for payer " + company.payer(1), "at " + company.connection());
        await().untilAsserted(() -> assertThat(stage.desk().problems(company.code(), SECOND))
                .singleElement()
                .asString()
                .contains(reason));
        return reason;
    }

    private static List<Line> joined(List<Line> some, List<Line> others) {
        return Stream.concat(some.stream(), others.stream()).toList();
    }
}
