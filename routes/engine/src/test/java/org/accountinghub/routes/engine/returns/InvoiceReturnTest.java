package org.accountinghub.routes.engine.returns;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.accountinghub.mappings.model.Money;
import org.accountinghub.mappings.model.Problem;
import org.accountinghub.mappings.model.RegistrationNumber;
import org.accountinghub.mappings.model.TaxReduction;
import org.accountinghub.routes.engine.Standing;
import org.accountinghub.routes.engine.TransferState;
import org.accountinghub.routes.engine.memory.Orders;
import org.accountinghub.routes.engine.port.ReturnLedger.Became;
import org.accountinghub.routes.engine.port.ReturnLedger.DeliveredDocument;
import org.accountinghub.routes.engine.port.ReturnLedger.Stray;
import org.accountinghub.routes.engine.port.ReturnLedger.Unbound;
import org.junit.jupiter.api.Test;

class InvoiceReturnTest {

    private final ReturnBench bench = new ReturnBench();
    private final InvoiceReturn invoices = bench.invoiceReturn();

    private Became became(String id) {
        return Optional.ofNullable(bench.ledger.became.get(id)).orElseThrow();
    }

    private String cause(String id) {
        return became(id).problem().map(Problem::cause).orElse("none");
    }

    private Became fetched(ReturnBench.Draft draft) {
        bench.delivered(ReturnBench.KEY, "1001");
        bench.register.put("1001", draft.as("1001"));
        assertThat(invoices.fetch("books")).isEqualTo(1);
        return became("1001");
    }

    @Test
    void anInvoiceThatEqualsWhatWasSentIsWell() {
        ReturnBench.Draft draft = bench.invoice(ReturnBench.KEY);

        Became became = fetched(draft);

        assertThat(became.standing()).isEqualTo(Standing.MADE);
        assertThat(became.problem()).isEmpty();
        assertThat(became.explained()).isEmpty();
    }

    @Test
    void aBookedThenPaidInvoiceIsFollowed() {
        ReturnBench.Draft draft = bench.invoice(ReturnBench.KEY);
        draft.booked = true;
        assertThat(fetched(draft).standing()).isEqualTo(Standing.BOOKED);

        draft.balance = "0";
        draft.paid = Optional.of(LocalDate.of(2026, 3, 20));
        bench.register.put("1001", draft.as("1001"));
        assertThat(invoices.fetch("books")).isEqualTo(1);

        assertThat(became("1001").standing()).isEqualTo(Standing.PAID);
    }

    @Test
    void whatDidNotChangeIsNotReadAgain() {
        fetched(bench.invoice(ReturnBench.KEY));
        bench.calls.clear();

        assertThat(invoices.fetch("books")).isZero();

        assertThat(bench.calls).containsExactly("list");
    }

    @Test
    void aCreditedInvoiceIsNoProblemButACancelledOneIs() {
        ReturnBench.Draft draft = bench.invoice(ReturnBench.KEY);
        draft.booked = true;
        draft.creditNote = Optional.of("1002");
        assertThat(fetched(draft).standing()).isEqualTo(Standing.CREDITED);
        assertThat(cause("1001")).isEqualTo("none");

        draft.creditNote = Optional.empty();
        draft.cancelled = true;
        bench.register.put("1001", draft.as("1001"));
        invoices.fetch("books");

        assertThat(became("1001").standing()).isEqualTo(Standing.CANCELLED);
        assertThat(cause("1001")).isEqualTo("return.cancelled");
    }

    @Test
    void anInvoiceThatWasPaidAndIsCreditedLaterIsSeen() {
        ReturnBench.Draft draft = bench.invoice(ReturnBench.KEY);
        draft.booked = true;
        draft.balance = "0";
        draft.paid = Optional.of(LocalDate.of(2026, 3, 20));
        assertThat(fetched(draft).standing()).isEqualTo(Standing.PAID);
        bench.clock.advance(Duration.ofDays(40));

        draft.creditNote = Optional.of("1002");
        draft.balance = "-125";
        bench.register.put("1001", draft.as("1001"));
        assertThat(invoices.fetch("books")).isEqualTo(1);

        assertThat(became("1001").standing()).isEqualTo(Standing.CREDITED);
        assertThat(became("1001").invoice().orElseThrow().balance()).isEqualTo(Money.of("-125", "SEK"));
        assertThat(cause("1001")).isEqualTo("none");
    }

    @Test
    void aCustomerWhoseNumberWasChangedThereIsTheSame() {
        ReturnBench.Draft draft = bench.invoice(ReturnBench.KEY);
        draft.customer = "9001";

        assertThat(fetched(draft).problem()).isEmpty();
    }

    @Test
    void anotherCustomerUnderTheNumberIsAnother() {
        ReturnBench.Draft draft = bench.invoice(ReturnBench.KEY);
        draft.customerId = Optional.of("id-8");

        fetched(draft);

        assertThat(cause("1001")).isEqualTo("return.differs");
    }

    @Test
    void whatWasKeptBeforeIdsWereReadIsComparedByNumber() {
        ReturnBench.Draft draft = bench.invoice(ReturnBench.KEY);
        draft.customerId = Optional.empty();
        assertThat(fetched(draft).problem()).isEmpty();

        draft.customer = "9001";
        bench.register.put("1001", draft.as("1001"));
        invoices.fetch("books");
        assertThat(cause("1001")).isEqualTo("return.differs");
    }

    @Test
    void aTaxReductionThatWasSentAndIsNotOnTheInvoiceIsAProblem() {
        DeliveredDocument plain = bench.delivered(ReturnBench.KEY, "1001");
        RegistrationNumber anna = RegistrationNumber.personal("191212121212");
        bench.ledger.bind(new DeliveredDocument(
                plain.transferId(),
                plain.connection(),
                plain.key(),
                plain.partnerId(),
                plain.number(),
                plain.customer(),
                Orders.asking(
                        new TaxReduction(
                                TaxReduction.Type.RUT,
                                Optional.empty(),
                                List.of(new TaxReduction.Person("Anna", anna, 1))),
                        plain.sent())));
        bench.register.put("1001", bench.invoice(ReturnBench.KEY).as("1001"));

        invoices.fetch("books");

        assertThat(cause("1001")).isEqualTo("return.differs");
    }

    @Test
    void anOreOfDifferenceIsAProblem() {
        ReturnBench.Draft draft = bench.invoice(ReturnBench.KEY);
        draft.net = "99.99";

        fetched(draft);

        assertThat(cause("1001")).isEqualTo("return.differs");
    }

    @Test
    void anotherCustomerIsAProblem() {
        ReturnBench.Draft draft = bench.invoice(ReturnBench.KEY);
        draft.customer = "C2";
        draft.customerId = Optional.of("id-of-another");

        assertThat(fetched(draft).problem())
                .hasValueSatisfying(problem ->
                        assertThat(problem.reason()).contains("sent to customer C1, invoiced to customer C2"));
    }

    @Test
    void roundOffAndFeeAreExplained() {
        ReturnBench.Draft draft = bench.invoice(ReturnBench.KEY);
        draft.roundOff = "0.40";
        draft.fee = "25";

        Became became = fetched(draft);

        assertThat(became.problem()).isEmpty();
        assertThat(became.explained()).hasSize(2);
    }

    @Test
    void anInvoiceNobodyBooksIsAProblemAfterAWhile() {
        fetched(bench.invoice(ReturnBench.KEY));
        bench.clock.advance(Duration.ofDays(31));

        invoices.fetch("books");

        assertThat(cause("1001")).isEqualTo("return.not-booked");
    }

    @Test
    void aDocumentNotSeenForLongIsReadByItselfAndMissedWhenGone() {
        fetched(bench.invoice(ReturnBench.KEY));
        bench.register.clear();
        bench.clock.advance(Duration.ofHours(23));
        assertThat(invoices.fetch("books")).isZero();
        bench.clock.advance(Duration.ofHours(2));

        assertThat(invoices.fetch("books")).isEqualTo(1);

        assertThat(became("1001").standing()).isEqualTo(Standing.GONE);
        assertThat(cause("1001")).isEqualTo("return.gone");
    }

    @Test
    void aSecondInvoiceWithOurReferenceIsADouble() {
        bench.register.put("1002", bench.invoice(ReturnBench.KEY).as("1002"));

        fetched(bench.invoice(ReturnBench.KEY), 2);

        assertThat(bench.ledger.strays)
                .singleElement()
                .satisfies(stray -> assertThat(cause(stray)).isEqualTo("return.doubled"));
        assertThat(cause("1001")).isEqualTo("none");
    }

    private void fetched(ReturnBench.Draft draft, int changes) {
        bench.delivered(ReturnBench.KEY, "1001");
        bench.register.put("1001", draft.as("1001"));
        assertThat(invoices.fetch("books")).isEqualTo(changes);
    }

    private static String cause(Stray stray) {
        return stray.problem().map(Problem::cause).orElse("none");
    }

    @Test
    void aDoubleIsSearchedForWhereListsShowNoReferences() {
        bench.listsReferences = false;
        bench.register.put("1002", bench.invoice(ReturnBench.KEY).as("1002"));

        fetched(bench.invoice(ReturnBench.KEY), 2);

        assertThat(bench.ledger.strays).extracting(Stray::partnerId).containsExactly("1002");
    }

    @Test
    void theCreditNoteOfOurInvoiceIsNoDouble() {
        ReturnBench.Draft note = bench.invoice(ReturnBench.KEY);
        note.credits = Optional.of("1001");
        bench.register.put("1002", note.as("1002"));

        fetched(bench.invoice(ReturnBench.KEY), 2);

        assertThat(bench.ledger.strays)
                .singleElement()
                .satisfies(stray -> assertThat(cause(stray)).isEqualTo("none"));
    }

    @Test
    void anInvoiceOfATransferThatStoppedIsEvidence() {
        bench.ledger.leaveUnbound(new Unbound(7, ReturnBench.KEY, TransferState.EXHAUSTED));
        bench.register.put("1001", bench.invoice(ReturnBench.KEY).as("1001"));

        invoices.fetch("books");

        assertThat(bench.ledger.strays).singleElement().satisfies(stray -> {
            assertThat(stray.transferId()).isEqualTo(7);
            assertThat(cause(stray)).isEqualTo("return.unexpected");
        });
    }

    @Test
    void anInvoiceOfATransferUnderWayIsLookedAtAgainUntilThatIsDecided() {
        bench.ledger.leaveUnbound(new Unbound(7, ReturnBench.KEY, TransferState.DUE));
        bench.register.put("1001", bench.invoice(ReturnBench.KEY).as("1001"));
        invoices.fetch("books");
        assertThat(bench.ledger.strays).isEmpty();
        assertThat(bench.ledger.cursor("books", "invoices")).isEmpty();

        bench.delivered(ReturnBench.KEY, "1001");
        invoices.fetch("books");

        assertThat(became("1001").standing()).isEqualTo(Standing.MADE);
        assertThat(bench.ledger.cursor("books", "invoices"))
                .contains(bench.clock.instant().toString());
    }

    @Test
    void otherPeoplesInvoicesAreLeftAlone() {
        bench.register.put("9", bench.invoice(Orders.key("somebody's", "C9")).as("9"));

        assertThat(invoices.fetch("books")).isZero();

        assertThat(bench.calls).containsExactly("list");
    }
}
