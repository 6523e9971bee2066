package org.accountinghub.routes.app.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Somebody works on an order while it is on its way. */
@Execution(ExecutionMode.CONCURRENT)
class ChangedWhileSendingTest {

    private static final String ORDER = "5001";

    private final Stage stage = Stage.shared();
    private final Company company = stage.company().withCustomer(1);

    @Test
    void aChangeIsReportedAndTheAmountStays() {
        whileItIsSent(() -> stage.desk().raisePrices(company.code(), ORDER));
        company.awaitDelivered();
        assertThat(company.cause(ORDER)).isEqualTo("engine.changed-after-send");
    }

    @Test
    void aCancellationIsReported() {
        whileItIsSent(() -> stage.desk().cancel(company.code(), ORDER));
        company.awaitDelivered();
        assertThat(company.cause(ORDER)).isEqualTo("engine.gone-after-send");
        assertThat(company.document(ORDER).path("problem").path("remedy").asString(""))
                .contains("Cancel or credit");
    }

    @Test
    void aDeletionIsReported() {
        whileItIsSent(() -> stage.desk().delete(company.code(), ORDER));
        company.awaitDelivered();
        assertThat(company.cause(ORDER)).isEqualTo("engine.gone-after-send");
    }

    @Test
    void invoicingByHandIsReported() {
        whileItIsSent(() -> stage.desk().invoiceByHand(company.code(), ORDER));
        company.awaitDelivered();
        assertThat(company.cause(ORDER)).isEqualTo("engine.gone-after-send");
    }

    @Test
    void whatIsCancelledBeforeItWasWrittenIsNotSent() {
        beforeItIsWritten(() -> stage.desk().cancel(company.code(), ORDER));
    }

    @Test
    void whatIsDeletedBeforeItWasWrittenIsNotSent() {
        beforeItIsWritten(() -> stage.desk().delete(company.code(), ORDER));
    }

    private void whileItIsSent(Runnable act) {
        Moment.WHILE.of(company, ORDER, () -> company.order(ORDER));
        act.run();
        assertThat(company.state(ORDER)).as("still on its way").isEqualTo("SENDING");
    }

    private void beforeItIsWritten(Runnable act) {
        Moment.BEFORE.of(company, ORDER, () -> company.order(ORDER));
        act.run();
        company.awaitRest();
        assertThat(company.state(ORDER)).isEqualTo("WITHDRAWN");
        assertThat(company.invoices()).isEmpty();
        new Agreement(company).check();
    }
}
