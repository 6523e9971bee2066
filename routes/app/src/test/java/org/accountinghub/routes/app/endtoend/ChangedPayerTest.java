package org.accountinghub.routes.app.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.concurrent.Callable;
import org.accountinghub.routes.app.endtoend.Company.Sent;
import org.accountinghub.routes.app.endtoend.ServiceDesk.Line;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

/** Somebody else shall pay, or another company invoice, what is on its way or there already. */
@Execution(ExecutionMode.CONCURRENT)
class ChangedPayerTest {

    private static final String ORDER = "5201";

    private final Stage stage = Stage.shared();
    private final Company company = stage.company().withCustomer(1).withCustomer(2);
    private final Rearrangement rearrangement = new Rearrangement(stage.desk(), company.code());
    private final List<Line> lines = InvoicedRows.lines(company, ORDER, 3);

    @ParameterizedTest
    @EnumSource
    void anotherPayerAfterSendingInvoicesNothingTwice(Rearrangement.Payer where) {
        Moment.AFTER.of(
                company,
                ORDER,
                () -> company.order(ORDER, lines, id -> rearrangement.onlyPayer(where, id, company.payer(1))));
        rearrangement.payer(where, ORDER, company.payer(2));
        company.nothingMore("5202");
        rearrangement.restoreAndReady(ORDER);
        company.nothingMore("5203");

        rearrangement.send(ORDER);
        Sent other = new Sent(ORDER, company.payer(2), 1);
        company.expect(other.order(), other.payer(), other.generation());
        company.awaitRest();
        JsonNode late = company.document(other);
        assertThat(cause(late)).isEqualTo("ledger.payer-came-late");
        assertThat(late.path("problem").path("reason").asString(""))
                .contains("already sent to payer " + company.payer(1));
        company.retry(late);
        company.awaitRest();
        assertThat(company.document(other).path("problem").path("reason").asString(""))
                .contains("already belongs to order " + ORDER + " for payer " + company.payer(1));
        InvoicedRows.of(company).are(1, lines);
        new Agreement(company).check();
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "AFTER")
    void anotherPayerOnTheWay(Moment moment) {
        moment.of(company, ORDER, () -> company.order(ORDER, lines));
        rearrangement.payer(Rearrangement.Payer.ASSIGNMENT, ORDER, company.payer(2));
        company.expect(ORDER, company.payer(2), 1);
        company.awaitRest();
        Sent sent = new Sent(ORDER, company.payer(1), 1);
        if (moment != Moment.BEFORE) {
            awaitNoticed(() -> cause(company.document(sent)));
        }
        JsonNode first = company.document(sent);
        JsonNode second = company.document(new Sent(ORDER, company.payer(2), 1));
        if (moment == Moment.BEFORE) {
            assertThat(first.path("state").asString("")).isEqualTo("WITHDRAWN");
            assertThat(second.path("state").asString("")).isEqualTo("DELIVERED");
        } else {
            assertThat(first.path("state").asString("")).isEqualTo("DELIVERED");
            assertThat(second.path("state").asString("")).isEqualTo("REJECTED");
            assertThat(second.path("problem").path("reason").asString(""))
                    .contains("order " + ORDER, "payer " + company.payer(1));
        }
        InvoicedRows.of(company).are(1, lines);
        new Agreement(company).check();
    }

    @ParameterizedTest
    @EnumSource
    void anotherCompany(Moment moment) {
        Company other = stage.company().withCustomer(1);
        moment.of(company, ORDER, () -> company.order(ORDER, lines));
        rearrangement.giveToCompany(ORDER, other.code());
        if (moment == Moment.AFTER) {
            Rearrangement there = new Rearrangement(stage.desk(), other.code());
            other.nothingMore("5204");
            there.restoreAndReady(ORDER);
            there.send(ORDER);
            other.nothingMore("5205");
        } else {
            other.expect(ORDER, company.payer(1), 1);
            other.says(ORDER, lines);
            company.awaitRest();
            other.awaitRest();
            if (moment == Moment.BEFORE) {
                assertThat(company.state(ORDER)).isEqualTo("WITHDRAWN");
                assertThat(other.state(ORDER)).isEqualTo("DELIVERED");
            } else {
                awaitNoticed(() -> company.cause(ORDER));
                assertThat(other.cause(ORDER)).isEqualTo("ledger.row-in-another-document");
                assertThat(other.document(ORDER).path("problem").path("reason").asString(""))
                        .contains("order " + ORDER, "at " + company.connection());
            }
        }
        InvoicedRows.of(company, other).are(1, lines);
        new Agreement(company).check();
        new Agreement(other).check();
    }

    /** Told with the delivery, or a moment later when the change came after it. */
    private static void awaitNoticed(Callable<String> cause) {
        await().atMost(Company.PATIENCE).until(cause, seen -> seen.endsWith("-after-send"));
    }

    private static String cause(JsonNode document) {
        return document.path("problem").path("cause").asString("");
    }
}
