package org.accountinghub.routes.app.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSContext;
import java.util.List;
import java.util.stream.IntStream;
import org.accountinghub.connectors.testkit.partner.Fault;
import org.accountinghub.routes.app.endtoend.Company.Sent;
import org.accountinghub.routes.app.endtoend.ServiceDesk.Line;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

/** An order is read again, restored, written anew or sent again: only a person's "send again" makes a second invoice. */
@Execution(ExecutionMode.CONCURRENT)
class SentAgainTest {

    private static final String ORDER = "5301";

    private final Stage stage = Stage.shared();
    private final Company company = stage.company().withCustomer(1);
    private final Rearrangement rearrangement = new Rearrangement(stage.desk(), company.code());
    private final List<Line> lines = InvoicedRows.lines(company, ORDER, 3);
    private final Sent again = new Sent(ORDER, company.payer(1), 2);

    @Test
    void readAndDispatchedManyTimesIsSentOnce() {
        Moment.WHILE.of(company, ORDER, () -> company.order(ORDER, lines));
        long id = company.document(ORDER).path("id").asLong();
        try (JMSContext jms = stage.bean(ConnectionFactory.class).createContext()) {
            var queue = jms.createQueue("transfers.fortnox");
            IntStream.rangeClosed(1, 20)
                    .forEach(dispatch -> jms.createProducer()
                            .send(queue, "{\"transferId\":" + id + ",\"dispatch\":" + (1 + dispatch % 4) + "}"));
        }
        for (int i = 0; i < 20; i++) {
            stage.desk()
                    .owner()
                    .sql("SELECT pg_notify('hub_orders', ?)")
                    .param(company.code() + "/work/" + ORDER)
                    .query(Object.class)
                    .optional();
        }
        company.awaitDelivered();
        InvoicedRows.of(company).are(1, lines);
    }

    @ParameterizedTest
    @EnumSource
    void restoredAndReadyIsNotSentAgain(Moment moment) {
        moment.of(company, ORDER, () -> company.order(ORDER, lines));
        rearrangement.restoreAndReady(ORDER);
        company.nothingMore("5302");
        if (moment == Moment.AFTER) {
            rearrangement.send(ORDER);
            company.nothingMore("5303");
        }
        InvoicedRows.of(company).are(1, lines);
    }

    @Test
    void sentAgainByAPersonIsInvoicedOnceMore() {
        Moment.AFTER.of(company, ORDER, () -> company.order(ORDER, lines));
        rearrangement.restoreAndReady(ORDER);
        rearrangement.sendAgain(ORDER);
        company.expect(ORDER, company.payer(1), 2);
        company.awaitDelivered();
        assertThat(company.document(again).path("requestedBy").asString("")).isEqualTo("Tove Ek");
        InvoicedRows.of(company).are(2, lines);
    }

    /** The second may not overtake the first: as long as nobody knows what became of that, it stops. */
    @Test
    void sentAgainWhileTheFirstIsOnItsWayStops() {
        company.faultAtInvoice(ORDER).next(Fault.commitLate(Quick.COMMIT_LATENESS.minusSeconds(1)));
        company.order(ORDER, lines);
        await().atMost(Company.PATIENCE).until(() -> company.writes(ORDER) > 0);
        rearrangement.sendAgain(ORDER);
        company.expect(ORDER, company.payer(1), 2);
        company.awaitRest();
        JsonNode second = company.document(again);
        assertThat(second.path("problem").path("cause").asString("")).isEqualTo("ledger.row-in-another-document");
        assertThat(second.path("problem").path("reason").asString(""))
                .contains("order " + ORDER + " for payer " + company.payer(1) + ", generation 1");
        InvoicedRows.of(company).are(1, lines);
        new Agreement(company).check();
    }

    @Test
    void anotherOrderOfTheSameNumberWaitsForAPerson() {
        Moment.AFTER.of(company, ORDER, () -> company.order(ORDER, lines));
        List<Line> others = InvoicedRows.lines(company, "5309", 2);
        anew(others);
        await().atMost(Company.PATIENCE).until(() -> company.cause(ORDER), "ledger.number-used-again"::equals);
        company.nothingMore("5304");
        InvoicedRows.of(company).are(1, lines);
        InvoicedRows.of(company).are(0, others);

        rearrangement.sendAgain(ORDER);
        company.expect(ORDER, company.payer(1), 2);
        company.awaitRest();
        assertThat(company.document(again).path("state").asString("")).isEqualTo("DELIVERED");
        InvoicedRows.of(company).are(1, lines);
        InvoicedRows.of(company).are(1, others);
    }

    @Test
    void anotherOrderOfTheSameNumberOnTheWayIsReported() {
        Moment.WHILE.of(company, ORDER, () -> company.order(ORDER, lines));
        List<Line> others = InvoicedRows.lines(company, "5309", 2);
        anew(others);
        company.awaitDelivered();
        assertThat(company.cause(ORDER)).isEqualTo("engine.changed-after-send");
        InvoicedRows.of(company).are(1, lines);
        InvoicedRows.of(company).are(0, others);
    }

    @ParameterizedTest
    @EnumSource
    void theSameRowsInAnOrderWrittenAnewUnderAnotherNumber(Moment moment) {
        moment.of(company, ORDER, () -> company.order(ORDER, lines));
        rearrangement.rewrite(ORDER, "5301-1");
        company.expect("5301-1", company.payer(1), 1);
        company.says("5301-1", lines);
        company.awaitRest();
        if (moment == Moment.BEFORE) {
            assertThat(company.state(ORDER)).isEqualTo("WITHDRAWN");
            assertThat(company.state("5301-1")).isEqualTo("DELIVERED");
        } else {
            assertThat(company.cause("5301-1")).isEqualTo("ledger.row-in-another-document");
            assertThat(company.document("5301-1").path("problem").path("reason").asString(""))
                    .contains("order " + ORDER + " for payer " + company.payer(1));
        }
        InvoicedRows.of(company).are(1, lines);
        new Agreement(company).check();
    }

    /** Deletes the order and writes another one under its number. */
    private void anew(List<Line> others) {
        stage.desk().inTransaction(() -> {
            stage.desk().delete(company.code(), ORDER);
            stage.desk().order(company.code(), ORDER, List.of(company.payer(1)), others);
        });
    }
}
