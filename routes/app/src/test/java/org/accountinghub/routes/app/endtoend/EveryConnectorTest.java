package org.accountinghub.routes.app.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.stream.Stream;
import org.accountinghub.connectors.testkit.partner.Fault;
import org.accountinghub.connectors.testkit.partner.SimulatedCompany.Paper;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What must hold with every connector that is installed, whatever its protocol. */
@Execution(ExecutionMode.CONCURRENT)
class EveryConnectorTest {

    static Stream<String> systems() {
        return Stage.shared().systems().names().stream();
    }

    static Stream<String> takingInvoices() {
        return systems().filter(system -> Stage.shared().systems().takes(system, Trial.INVOICE));
    }

    static Stream<String> takingOrders() {
        return systems().filter(system -> Stage.shared().systems().takes(system, Trial.ORDER));
    }

    @ParameterizedTest
    @MethodSource("takingInvoices")
    void anInvoiceIsBookedPaidAndTold(String system) {
        Trial trial = Trial.of(system);
        trial.company().withCustomer(1);
        trial.company().order("6101");
        trial.everyOrderIsThereOnce(Trial.INVOICE);

        Paper invoice = trial.there().invoices().get(0);
        if (!invoice.settled()) {
            trial.there().book(invoice.number());
        }
        trial.isTold("6101", invoice.number(), "BOOKED");
        trial.there().pay(invoice.number());
        trial.isTold("6101", invoice.number(), "PAID");
    }

    @ParameterizedTest
    @MethodSource("takingOrders")
    void anOrderIsInvoicedThereAndTold(String system) {
        Trial trial = Trial.of(system);
        trial.company().withCustomer(1);
        trial.sendAs(Trial.ORDER);
        trial.company().order("6201");
        trial.everyOrderIsThereOnce(Trial.ORDER);

        String invoice =
                trial.there().invoiceOrder(trial.there().orders().get(0).number());
        if (trial.there().invoices().stream().noneMatch(Paper::settled)) {
            trial.there().book(invoice);
        }
        trial.isTold("6201", invoice, "BOOKED");
        assertThat(trial.there().invoices()).hasSize(1);
    }

    @ParameterizedTest
    @MethodSource("systems")
    void lostAnswersMakeNothingTwice(String system) {
        Trial trial = Trial.of(system);
        trial.company().withCustomer(1);
        String kind = trial.kind();
        trial.sendAs(kind);
        trial.fault(Trial.CUSTOMER).next(Fault.commitAndCut());
        trial.fault(kind).next(Fault.commitAndCut());
        trial.fault(kind).next(Fault.cut());
        trial.fault(kind).next(Fault.commitAndStatus(500));
        trial.fault(kind).next(Fault.malformed());
        for (int order = 0; order < 5; order++) {
            trial.company().order(String.valueOf(6301 + order));
        }
        trial.everyOrderIsThereOnce(kind);
    }

    @ParameterizedTest
    @MethodSource("systems")
    void aLateCommitIsFound(String system) {
        Trial trial = Trial.of(system);
        trial.company().withCustomer(1);
        String kind = trial.kind();
        trial.sendAs(kind);
        trial.fault(kind).next(Fault.commitLate(Duration.ofSeconds(4)));
        trial.company().order("6401");
        trial.everyOrderIsThereOnce(kind);
    }

    @ParameterizedTest
    @MethodSource("systems")
    void aStormOfRefusalsByTheLimitPasses(String system) {
        Trial trial = Trial.of(system);
        trial.company().withCustomer(1);
        String kind = trial.kind();
        trial.sendAs(kind);
        trial.fault(kind).times(3, Fault.status(429));
        trial.company().order("6501");
        trial.everyOrderIsThereOnce(kind);
    }

    @ParameterizedTest
    @MethodSource("systems")
    void withoutConsentEverythingWaits(String system) {
        Trial trial = Trial.of(system);
        trial.company().withCustomer(1);
        String kind = trial.kind();
        trial.sendAs(kind);
        trial.partner().revokeConsent(trial.company().tenant());
        trial.company().order("6601");
        await().untilAsserted(() -> assertThat(
                        trial.company().connectionLine().path("state").asString(""))
                .isEqualTo("BLOCKED"));
        assertThat(trial.papers(kind)).isEmpty();
        assertThat(trial.parts().desk().state(trial.company().code(), "6601")).isEqualTo("READY");
    }
}
