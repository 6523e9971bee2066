package org.accountinghub.routes.engine.returns;

import static org.accountinghub.routes.engine.returns.OrderBench.KEY;
import static org.accountinghub.routes.engine.returns.OrderBench.OTHER;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import org.accountinghub.mappings.model.PlacedOrder.Status;
import org.accountinghub.mappings.model.Problem;
import org.accountinghub.routes.engine.Standing;
import org.accountinghub.routes.engine.port.ReturnLedger.Became;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What became of documents that were sent as orders. */
class OrderReturnTest {

    private final OrderBench bench = new OrderBench();

    @BeforeEach
    void anOrderIsSent() {
        bench.sent(KEY, "17");
    }

    private Became became(String id) {
        return Optional.ofNullable(bench.ledger.became.get(id)).orElseThrow();
    }

    private void expect(String id, Standing standing, String cause) {
        assertThat(became(id).standing()).isEqualTo(standing);
        assertThat(became(id).problem().map(Problem::cause).orElse("none"))
                .as(() -> became(id).problem().toString())
                .isEqualTo(cause);
    }

    @Test
    void anOpenOrderWaits() {
        bench.fetch();

        expect("17", Standing.ORDERED, "none");
    }

    @Test
    void aCustomerWhoseNumberWasChangedThereIsTheSame() {
        bench.renumbersTheCustomer("9001");
        bench.order("17", KEY, "100", Status.INVOICED, "5");
        bench.invoice("5", "100").put();

        bench.fetch();

        expect("17", Standing.BOOKED, "none");
    }

    @Test
    void itsInvoiceIsFollowedToTheEnd() {
        bench.order("17", KEY, "100", Status.INVOICED, "5");
        bench.invoice("5", "100").notBooked().put();
        bench.fetch();
        expect("17", Standing.MADE, "none");

        bench.invoice("5", "100").put();
        bench.fetch();
        expect("17", Standing.BOOKED, "none");

        bench.invoice("5", "100").paid().put();
        bench.fetch();
        expect("17", Standing.PAID, "none");

        bench.invoice("5", "100").paid().creditedBy("6").put();
        bench.fetch();
        expect("17", Standing.CREDITED, "none");
    }

    @Test
    void anInvoiceOfTheSameNumberAsOurOrderIsSomebodyElses() {
        bench.invoice("17", "999").put();
        bench.fetch();

        expect("17", Standing.ORDERED, "none");
        assertThat(bench.calls).doesNotContain("read invoice 17");
    }

    @Test
    void theInvoiceThatCarriesOurReferenceBecauseThePartnerCopiedItIsNoStray() {
        bench.order("17", KEY, "100", Status.INVOICED);
        bench.invoice("5", "100").carrying(KEY).put();
        bench.fetch();

        expect("17", Standing.BOOKED, "none");
        assertThat(bench.ledger.strays).isEmpty();
    }

    @Test
    void partDeliveriesAreRestOrdersAndInvoicedWhenAllAre() {
        bench.order("17", KEY, "60", Status.INVOICED, "5");
        bench.order("18", KEY, "40", Status.OPEN);
        bench.invoice("5", "60").carrying(KEY).put();
        bench.fetch();
        expect("17", Standing.PARTLY, "none");

        bench.order("18", KEY, "40", Status.INVOICED, "6");
        bench.invoice("6", "40").carrying(KEY).put();
        bench.fetch();

        expect("17", Standing.BOOKED, "none");
        assertThat(bench.ledger.strays).isEmpty();
    }

    /** As Fortnox does: amounts follow what was delivered, and the first order stays delivered in part. */
    @Test
    void aRestOrderOfWhichNothingWasDeliveredYetIsAPartToo() {
        bench.order("17", KEY, "60", Status.PARTLY_INVOICED, "5");
        bench.invoice("5", "60").carrying(KEY).put();
        bench.order("18", KEY, "0", Status.OPEN);
        bench.fetch();
        expect("17", Standing.PARTLY, "none");

        bench.order("18", KEY, "40", Status.INVOICED, "6");
        bench.invoice("6", "40").carrying(KEY).put();
        bench.fetch();
        expect("17", Standing.BOOKED, "none");
    }

    @Test
    void anOrderThatStaysPartlyInvoicedIsInvoicedWhenItsRestOrderIs() {
        bench.order("17", KEY, "60", Status.PARTLY_INVOICED, "5");
        bench.order("18", KEY, "40", Status.OPEN);
        bench.invoice("5", "60").carrying(KEY).put();
        bench.fetch();
        expect("17", Standing.PARTLY, "none");

        bench.order("18", KEY, "40", Status.INVOICED, "6");
        bench.invoice("6", "40").carrying(KEY).put();
        bench.fetch();
        expect("17", Standing.BOOKED, "none");
    }

    @Test
    void pricesWithVatMayBeRoundedOtherwiseWhileTheOrderWaits() {
        bench.sentWithVat(OTHER, "18");
        bench.order("18", OTHER, "100.01", Status.OPEN);
        bench.fetch();
        expect("18", Standing.ORDERED, "none");

        bench.order("18", OTHER, "100.02", Status.OPEN);
        bench.fetch();
        expect("18", Standing.ORDERED, "return.differs");
    }

    /** The invoice names the order by the id that it has there, not by its number. */
    @Test
    void aPartOfAnOrderThatOnlyTheInvoiceNamesIsNotCountedTwice() {
        bench.order("17", KEY, "100", Status.PARTLY_INVOICED);
        bench.invoice("5", "60").carrying(KEY).of("17").put();

        bench.fetch();

        expect("17", Standing.PARTLY, "none");
    }

    @Test
    void anOrderInvoicedInPartsIsInvoicedWhenItsPartsAre() {
        bench.order("17", KEY, "100", Status.PARTLY_INVOICED, "5");
        bench.invoice("5", "60").put();
        bench.fetch();
        expect("17", Standing.PARTLY, "none");

        bench.order("17", KEY, "100", Status.INVOICED, "5", "6");
        bench.invoice("6", "40").paid().put();
        bench.fetch();
        expect("17", Standing.BOOKED, "none");
    }

    @Test
    void oneInvoiceOfSeveralOrdersIsHeldAgainstAllOfThem() {
        bench.sent(OTHER, "18");
        bench.order("17", KEY, "100", Status.INVOICED, "5");
        bench.order("18", OTHER, "100", Status.INVOICED, "5");
        bench.invoice("5", "200").put();
        bench.fetch();

        expect("17", Standing.BOOKED, "none");
        expect("18", Standing.BOOKED, "none");

        bench.invoice("5", "200").paid().put();
        bench.fetch();
        expect("17", Standing.PAID, "none");
        expect("18", Standing.PAID, "none");
    }

    @Test
    void anOreOfDifferenceOverAllThatHangsTogetherIsAProblem() {
        bench.sent(OTHER, "18");
        bench.order("17", KEY, "100", Status.INVOICED, "5");
        bench.order("18", OTHER, "100", Status.INVOICED, "5");
        bench.invoice("5", "199.99").put();
        bench.fetch();

        expect("17", Standing.BOOKED, "return.differs");
        expect("18", Standing.BOOKED, "return.differs");
    }

    @Test
    void lessThanWasSentWhenTheRestIsCancelledIsAProblemAndNotInvoiced() {
        bench.order("17", KEY, "60", Status.INVOICED, "5");
        bench.order("18", KEY, "40", Status.CANCELLED);
        bench.invoice("5", "60").put();
        bench.fetch();

        expect("17", Standing.PARTLY, "return.differs");
    }

    @Test
    void aSecondOrderBeyondWhatWasSentIsADouble() {
        bench.order("18", KEY, "100", Status.OPEN);
        bench.fetch();

        expect("17", Standing.ORDERED, "return.doubled");
        assertThat(became("17").problem().orElseThrow().reason()).contains("order 2026-17", "order 2026-18");

        bench.order("18", KEY, "100", Status.CANCELLED);
        bench.fetch();
        expect("17", Standing.ORDERED, "none");
    }

    @Test
    void aSecondInvoiceBeyondWhatWasSentIsADouble() {
        bench.order("17", KEY, "100", Status.INVOICED, "5");
        bench.invoice("5", "100").carrying(KEY).put();
        bench.invoice("6", "100").carrying(KEY).put();
        bench.fetch();

        expect("17", Standing.BOOKED, "return.doubled");

        bench.invoice("6", "100").carrying(KEY).creditedBy("7").put();
        bench.fetch();
        expect("17", Standing.BOOKED, "none");
    }

    @Test
    void anInvoiceMadeByHandWhileTheOrderStillWaitsIsADouble() {
        bench.invoice("5", "100").carrying(KEY).put();
        bench.fetch();

        expect("17", Standing.PARTLY, "return.doubled");
    }

    @Test
    void anOrderThatGrewIsAProblemBeforeItIsInvoiced() {
        bench.order("17", KEY, "120", Status.OPEN);
        bench.fetch();

        expect("17", Standing.ORDERED, "return.differs");
    }

    @Test
    void cancelledAndGoneOrdersAreProblems() {
        bench.order("17", KEY, "100", Status.CANCELLED);
        bench.fetch();
        expect("17", Standing.CANCELLED, "return.cancelled");

        bench.sent(OTHER, "18");
        bench.orders.remove("18");
        bench.pass(Duration.ofDays(2));
        bench.fetch();
        expect("18", Standing.GONE, "return.gone");
    }

    @Test
    void anOrderDeletedAfterItWasInvoicedIsWell() {
        bench.order("17", KEY, "100", Status.INVOICED, "5");
        bench.invoice("5", "100").carrying(KEY).put();
        bench.fetch();
        bench.orders.remove("17");
        bench.pass(Duration.ofDays(2));
        bench.fetch();

        expect("17", Standing.BOOKED, "none");
    }

    @Test
    void aCancelledInvoiceLeavesTheOrderNotInvoiced() {
        bench.order("17", KEY, "100", Status.INVOICED, "5");
        bench.invoice("5", "100").cancelled().put();
        bench.fetch();

        expect("17", Standing.ORDERED, "return.cancelled");
    }

    @Test
    void anInvoiceNobodyKnowsIsAProblem() {
        bench.order("17", KEY, "100", Status.INVOICED);
        bench.fetch();

        expect("17", Standing.ORDERED, "return.invoice-unknown");
    }

    @Test
    void anOrderNobodyInvoicesIsAProblemAfterTwoWeeks() {
        bench.fetch();
        bench.pass(Duration.ofDays(14));
        bench.fetch();
        expect("17", Standing.ORDERED, "none");

        bench.pass(Duration.ofDays(1).plusSeconds(1));
        bench.fetch();
        expect("17", Standing.ORDERED, "return.not-invoiced");
    }

    @Test
    void whatDidNotChangeIsNotReadAgain() {
        bench.order("17", KEY, "100", Status.INVOICED, "5");
        bench.invoice("5", "100").carrying(KEY).put();
        bench.fetch();
        bench.fetch();
        bench.calls.clear();

        assertThat(bench.fetch()).isZero();
        assertThat(bench.calls).isEmpty();

        bench.invoice("5", "100").carrying(KEY).paid().put();
        assertThat(bench.fetch()).isEqualTo(1);
        assertThat(bench.calls).containsExactly("read invoice 5");
    }
}
