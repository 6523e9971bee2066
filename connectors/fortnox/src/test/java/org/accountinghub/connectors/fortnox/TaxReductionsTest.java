package org.accountinghub.connectors.fortnox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.accountinghub.connectors.fortnox.simulator.Assumption;
import org.accountinghub.connectors.spi.Delivery;
import org.accountinghub.connectors.spi.Finding;
import org.accountinghub.connectors.spi.InvoiceSink;
import org.accountinghub.connectors.spi.Outcome;
import org.accountinghub.connectors.spi.PartnerDocument;
import org.accountinghub.connectors.spi.Step;
import org.accountinghub.connectors.spi.Work;
import org.accountinghub.connectors.testkit.acceptance.Documents;
import org.accountinghub.connectors.testkit.acceptance.Progress;
import org.accountinghub.connectors.testkit.acceptance.Trial;
import org.accountinghub.connectors.testkit.partner.Effect.Action;
import org.accountinghub.connectors.testkit.partner.Fault;
import org.accountinghub.mappings.model.BillableOrder;
import org.accountinghub.mappings.model.Problem;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** An invoice never stands without its tax reduction, and no person asks twice. */
class TaxReductionsTest {

    private static final BillableOrder ORDER = Documents.orderWithEverything();
    private static final String FIRST = "tax-reduction-1";
    private static final String SECOND = "tax-reduction-2";
    private static final String ASKS = "POST /3/taxreductions";

    private final FortnoxBench bench = new FortnoxBench();
    private final Trial trial = new Trial(bench);

    @BeforeEach
    void prepare() {
        bench.addArticle(Documents.ARTICLE);
        bench.addCustomer(ORDER.payer().number(), ORDER.payer().name(), Documents.PERSONAL_NUMBER);
    }

    @AfterEach
    void close() {
        trial.close();
        bench.close();
    }

    @Test
    void thereIsAStepForEachPersonBeforeAnythingIsBooked() {
        try (Trial booking = new Trial(bench, Map.of("after-invoice", "bookkeep"))) {
            assertThat(booking.begin(ORDER).steps())
                    .extracting(Step::name)
                    .containsExactly("create", FIRST, SECOND, "bookkeep");
        }
        assertThat(trial.begin(Documents.asOrder(ORDER)).steps())
                .extracting(Step::name)
                .containsExactly("create", FIRST, SECOND);
    }

    /** 7.5 x 850 with 25 % VAT is 7,968.75, of which 30 % is 2,390 whole kronor: two shares and one. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void whatFortnoxComputedIsSplitByShare(boolean askedReplacesComputed) {
        bench.simulator()
                .tenant(FortnoxBench.TENANT)
                .assume(Assumption.REDUCTION_IS_WHAT_IS_ASKED_FOR, askedReplacesComputed);

        assertThat(trial.bring(ORDER)).isInstanceOf(Outcome.Delivered.class);

        assertThat(asked())
                .usingComparatorForType(BigDecimal::compareTo, BigDecimal.class)
                .containsExactly(new BigDecimal("1593"), new BigDecimal("797"));
    }

    /** The hub dies between the steps; another process takes up with what is stored: the steps that are done. */
    @ParameterizedTest
    @ValueSource(strings = {"ORDER", "INVOICE"})
    void aCrashAfterTheCreationLeavesTheReductionDue(BillableOrder.Target target) {
        BillableOrder order = target == BillableOrder.Target.ORDER ? Documents.asOrder(ORDER) : ORDER;
        Progress<BillableOrder> before = trial.begin(order);
        before.perform(before.step(Step.CREATE));
        Map<String, PartnerDocument> stored = before.done();

        try (Trial after = new Trial(bench)) {
            Progress<BillableOrder> again = after.begin(order);
            stored.forEach((step, made) -> again.done(again.step(step), made));
            assertThat(again.perform(again.step(FIRST))).isInstanceOf(Outcome.Delivered.class);
            assertThat(again.perform(again.step(SECOND))).isInstanceOf(Outcome.Delivered.class);
        }

        assertThat(asked()).hasSize(2);
        assertThat(bench.partner().book().duplicates()).isEmpty();
    }

    /** Even the answer to the creation was lost, so that what Fortnox computed was never heard but for the search. */
    @Test
    void aFoundInvoiceTellsWhatWasComputed() {
        bench.partner().faults().on(bench.createsInvoice()).next(Fault.commitAndCut());
        Progress<BillableOrder> progress = trial.begin(ORDER);
        Step create = progress.step(Step.CREATE);
        assertThat(progress.attempt(create)).isInstanceOf(Outcome.Uncertain.class);
        progress.resume(create);
        bench.partner().faults().on(ASKS).next(Fault.commitAndCut());
        assertThat(progress.attempt(progress.step(FIRST))).isInstanceOf(Outcome.Uncertain.class);

        assertThat(progress.resume(progress.step(FIRST))).containsInstanceOf(Outcome.Delivered.class);
        assertThat(progress.perform(progress.step(SECOND))).isInstanceOf(Outcome.Delivered.class);

        assertThat(asked())
                .usingComparatorForType(BigDecimal::compareTo, BigDecimal.class)
                .containsExactly(new BigDecimal("1593"), new BigDecimal("797"));
    }

    @Test
    void aReductionThatAPersonEnteredIsFoundOrDisagreesByItsAmount() {
        Progress<BillableOrder> progress = trial.begin(ORDER);
        progress.perform(progress.step(Step.CREATE));
        enter(progress, "1593");

        assertThat(progress.perform(progress.step(FIRST))).isInstanceOf(Outcome.Delivered.class);
        assertThat(requests()).isZero();
    }

    /** Should lists ever hide personal numbers, the hub's own reduction must not pass for another person's. */
    @Test
    void nobodyAsksBesideAReductionThatDoesNotTellWhoseItIs() {
        Progress<BillableOrder> progress = trial.begin(ORDER);
        progress.perform(progress.step(Step.CREATE));
        enter(progress, "1593", "19121212****");

        assertThat(rejected(progress.perform(progress.step(FIRST))).cause())
                .isEqualTo("fortnox.tax-reduction-anybodys");
        assertThat(progress.find(progress.step(FIRST))).isInstanceOf(Finding.Disagrees.class);
        assertThat(requests()).isZero();
    }

    @Test
    void anotherAmountThanOursIsAProblem() {
        Progress<BillableOrder> progress = trial.begin(ORDER);
        progress.perform(progress.step(Step.CREATE));
        enter(progress, "1000");

        assertThat(rejected(progress.perform(progress.step(FIRST))).cause()).isEqualTo("fortnox.tax-reduction-differs");
        assertThat(progress.find(progress.step(FIRST))).isInstanceOf(Finding.Disagrees.class);
        assertThat(requests()).isZero();
    }

    @Test
    void anInvoiceThatWasCancelledMeanwhileIsAProblem() {
        Progress<BillableOrder> progress = trial.begin(ORDER);
        progress.perform(progress.step(Step.CREATE));
        bench.bookKeeper().cancel(number(progress));

        assertThat(rejected(progress.perform(progress.step(FIRST))).cause()).isEqualTo("fortnox.invoice-cancelled");
        assertThat(asked()).isEmpty();
    }

    @Test
    void aRefusalNamesTheInvoiceThatIsThereAllTheSame() {
        Progress<BillableOrder> progress = trial.begin(ORDER);
        progress.perform(progress.step(Step.CREATE));
        bench.bookKeeper().book(number(progress));

        Problem problem = rejected(progress.perform(progress.step(FIRST)));

        assertThat(problem.reason())
                .contains("The invoice is in Fortnox, as number " + number(progress))
                .contains("no tax reduction");
        assertThat(problem.partnerSays()).isPresent();
    }

    @Test
    void anOrderThatWasInvoicedBeforeIsAProblem() {
        BillableOrder order = Documents.asOrder(ORDER);
        Progress<BillableOrder> progress = trial.begin(order);
        progress.perform(progress.step(Step.CREATE));
        String invoice = bench.bookKeeper().invoiceOrder(number(progress));

        Problem problem = rejected(progress.perform(progress.step(FIRST)));

        assertThat(problem.cause()).isEqualTo("fortnox.order-invoiced");
        assertThat(problem.reason()).contains("invoice " + invoice);
    }

    @Test
    void withoutTheCreatedDocumentNothingIsAskedFor() {
        Delivery<BillableOrder> delivery = ((InvoiceSink) trial.connector()).invoices();
        Work<BillableOrder> work = new Work<>(
                delivery.steps(ORDER).get(1),
                ORDER,
                Map.of(),
                Map.of(),
                trial.clock().instant());

        assertThatThrownBy(() -> delivery.perform(work, trial.transcript()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void itIsRehearsedAsANote() {
        assertThat(trial.rehearse(ORDER).notes())
                .anyMatch(note -> note.contains("tax reduction ROT would be asked for by 2 persons"));
    }

    private void enter(Progress<BillableOrder> progress, String amount) {
        enter(progress, amount, Documents.PERSONAL_NUMBER);
    }

    private void enter(Progress<BillableOrder> progress, String amount, String personalNumber) {
        ObjectNode asked = JsonMapper.shared()
                .createObjectNode()
                .put("CustomerName", "Örjan Öberg")
                .put("SocialSecurityNumber", personalNumber)
                .put("ReferenceDocumentType", "INVOICE")
                .put("ReferenceNumber", number(progress))
                .put("AskedAmount", new BigDecimal(amount))
                .put("PropertyDesignation", "Solrosen 3:14");
        bench.bookKeeper().addTaxReduction(asked);
    }

    private List<BigDecimal> asked() {
        return bench.partner().book().effects("tax-reduction", Action.CREATED).stream()
                .map(effect ->
                        Optional.ofNullable(effect.amounts().get("AskedAmount")).orElseThrow())
                .toList();
    }

    private int requests() {
        return bench.partner().journal().count(ASKS);
    }

    private static String number(Progress<BillableOrder> progress) {
        return Objects.requireNonNull(progress.done().get(Step.CREATE)).number();
    }

    private static Problem rejected(Outcome outcome) {
        assertThat(outcome).isInstanceOf(Outcome.Rejected.class);
        return ((Outcome.Rejected) outcome).problem();
    }
}
