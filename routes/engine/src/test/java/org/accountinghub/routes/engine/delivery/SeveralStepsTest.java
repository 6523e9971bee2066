package org.accountinghub.routes.engine.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.accountinghub.connectors.spi.Finding;
import org.accountinghub.connectors.spi.IdempotencyClass;
import org.accountinghub.connectors.spi.Outcome;
import org.accountinghub.connectors.spi.PartnerDocument;
import org.accountinghub.connectors.spi.Step;
import org.accountinghub.mappings.model.BillableOrder;
import org.accountinghub.mappings.model.Problem;
import org.accountinghub.routes.engine.StepProgress;
import org.accountinghub.routes.engine.StepState;
import org.accountinghub.routes.engine.TransferState;
import org.accountinghub.routes.engine.changes.AfterSend;
import org.accountinghub.routes.engine.memory.Entry;
import org.accountinghub.routes.engine.port.ServiceStore;
import org.junit.jupiter.api.Test;

/** Deliveries of several steps: articles, the document, its tax reduction, what follows. */
class SeveralStepsTest {

    private static final Step ARTICLE = step("article-A1", IdempotencyClass.B);
    private static final Step CREATE = Step.create(IdempotencyClass.C, Duration.ZERO);
    private static final Step REDUCTION = step("tax-reduction-1", IdempotencyClass.C);
    private static final Step BOOKKEEP = step("bookkeep", IdempotencyClass.B);
    private static final Step E_INVOICE = step("e-invoice", IdempotencyClass.D);

    private final Bench bench = new Bench();

    private static Step step(String name, IdempotencyClass idempotency) {
        return new Step(name, idempotency, Duration.ZERO);
    }

    private Entry document(Step... steps) {
        bench.steps = List.of(steps);
        return bench.documentOfKnownCustomer();
    }

    private static String cause(Entry entry) {
        return entry.transfer().problem().map(Problem::cause).orElse("none");
    }

    private static List<StepState> states(Entry entry) {
        return entry.steps().stream().map(StepProgress::state).toList();
    }

    @Test
    void allStepsAreDoneInOneAttemptAndKnowWhatWasMadeBefore() {
        Entry entry = document(ARTICLE, CREATE, REDUCTION, BOOKKEEP, E_INVOICE);
        bench.answer(new Outcome.Delivered(new PartnerDocument("A1", "A1", List.of())));
        for (int step = 0; step < 4; step++) {
            bench.answer(Bench.delivered());
        }

        bench.attempt(entry);

        assertThat(entry.transfer().state()).isEqualTo(TransferState.DELIVERED);
        assertThat(entry.transfer().attempts()).isEqualTo(1);
        assertThat(entry.binding()).contains(Bench.MADE);
        assertThat(bench.works.get(4).done().keySet())
                .containsExactlyInAnyOrder("article-A1", "create", "tax-reduction-1", "bookkeep");
    }

    private void gone(String why) {
        bench.documents.put(Bench.KEY, date -> new ServiceStore.Reading.Gone<>(why));
    }

    @Test
    void whatTheStoreWantsNoMoreSinceItWasToldIsDelivered() {
        Entry entry = document(CREATE, REDUCTION, BOOKKEEP);
        bench.answer(Bench.delivered());
        bench.answers.add(() -> {
            gone("it has been sent already");
            return Bench.delivered();
        });
        bench.answer(new Outcome.Retry(Bench.problem("partner.away"), Optional.empty(), true));
        bench.attempt(entry);
        bench.answer(Bench.delivered());
        bench.attempt(entry);

        assertThat(entry.transfer().state()).isEqualTo(TransferState.DELIVERED);
        assertThat(entry.transfer().problem()).isEmpty();
    }

    @Test
    void whatWasWantedNoMoreWhenItWasMadeIsTold() {
        Entry entry = document(CREATE, BOOKKEEP);
        bench.answers.add(() -> {
            gone("the order was marked as invoiced by hand");
            return Bench.delivered();
        });
        bench.answer(Bench.delivered());
        bench.attempt(entry);

        assertThat(entry.transfer().state()).isEqualTo(TransferState.DELIVERED);
        assertThat(cause(entry)).isEqualTo(AfterSend.GONE);
    }

    @Test
    void whatWasWantedNoMoreWhenItWasMadeIsKeptWithItWhereAnotherAttemptEndsIt() {
        Entry entry = document(CREATE, BOOKKEEP);
        bench.answers.add(() -> {
            gone("the order was marked as invoiced by hand");
            return Bench.delivered();
        });
        bench.answer(new Outcome.Retry(Bench.problem("partner.away"), Optional.empty(), true));
        bench.attempt(entry);

        assertThat(entry.steps().get(0).made())
                .hasValueSatisfying(
                        made -> assertThat(made.notes()).anyMatch(note -> note.contains("invoiced by hand")));
    }

    @Test
    void withoutItsTaxReductionAnInvoiceIsNotDelivered() {
        Entry entry = document(CREATE, REDUCTION);
        bench.answer(Bench.delivered());
        bench.answer(new Outcome.Retry(Bench.problem("partner.away"), Optional.empty(), true));

        bench.attempt(entry);

        assertThat(entry.transfer().state()).isEqualTo(TransferState.DUE);
        assertThat(states(entry)).containsExactly(StepState.DONE, StepState.PLANNED);
        assertThat(entry.binding()).contains(Bench.MADE);
    }

    @Test
    void aRefusedLaterStepIsRetriedAlone() {
        Entry entry = document(CREATE, REDUCTION, BOOKKEEP);
        bench.answer(Bench.delivered());
        bench.answer(new Outcome.Rejected(Bench.problem("partner.person-refused")));
        bench.attempt(entry);
        assertThat(entry.transfer().state()).isEqualTo(TransferState.REJECTED);
        assertThat(cause(entry)).isEqualTo("partner.person-refused");
        assertThat(entry.frozen()).isPresent();

        bench.ledger.retry(entry.transfer().id(), false);
        bench.answer(Bench.delivered());
        bench.answer(Bench.delivered());
        bench.attempt(entry);

        assertThat(bench.calls)
                .containsExactly(
                        "perform create", "perform tax-reduction-1", "perform tax-reduction-1", "perform bookkeep");
        assertThat(entry.transfer().state()).isEqualTo(TransferState.DELIVERED);
    }

    @Test
    void aLostAnswerToALaterStepIsSearchedForAndNothingElseIs() {
        Entry entry = document(CREATE, REDUCTION, BOOKKEEP);
        bench.answer(Bench.delivered());
        bench.answer(Bench.uncertain());
        bench.attempt(entry);
        bench.found(new Finding.Found(new PartnerDocument("r-1", "r-1", List.of())));
        bench.answer(Bench.delivered());
        bench.attempt(entry);

        assertThat(bench.calls)
                .containsExactly(
                        "perform create", "perform tax-reduction-1", "find tax-reduction-1", "perform bookkeep");
        assertThat(entry.transfer().state()).isEqualTo(TransferState.DELIVERED);
    }

    @Test
    void whatCannotBeSearchedForIsInDoubtAloneAndNamesTheDocument() {
        Entry entry = document(CREATE, E_INVOICE);
        bench.answer(Bench.delivered());
        bench.answer(Bench.uncertain());
        bench.attempt(entry);
        assertThat(entry.transfer().state()).isEqualTo(TransferState.IN_DOUBT);
        assertThat(entry.transfer().problem()).hasValueSatisfying(problem -> {
            assertThat(problem.cause()).isEqualTo("engine.step-in-doubt");
            assertThat(problem.reason()).contains("document 1001 is made", "e-invoice");
        });

        bench.ledger.retry(entry.transfer().id(), true);
        bench.answer(Bench.delivered());
        bench.attempt(entry);

        assertThat(bench.calls).containsExactly("perform create", "perform e-invoice", "perform e-invoice");
        assertThat(entry.transfer().state()).isEqualTo(TransferState.DELIVERED);
    }

    @Test
    void stepsForWhichTheLeaseIsTooShortAreDoneInTheNextAttemptAndNothingIsSpent() {
        Entry entry = document(CREATE, REDUCTION, BOOKKEEP);
        Duration slow = bench.settings.stepTime().multipliedBy(2);
        bench.answers.add(() -> {
            bench.clock.advance(slow);
            return Bench.delivered();
        });
        bench.attempt(entry);
        assertThat(entry.transfer().state()).isEqualTo(TransferState.DUE);
        assertThat(bench.untilDue(entry)).isZero();
        assertThat(entry.transfer().attempts()).isZero();
        assertThat(states(entry)).containsExactly(StepState.DONE, StepState.PLANNED, StepState.PLANNED);

        bench.answer(Bench.delivered());
        bench.answer(Bench.delivered());
        bench.attempt(entry);

        assertThat(bench.calls).containsExactly("perform create", "perform tax-reduction-1", "perform bookkeep");
        assertThat(entry.transfer().state()).isEqualTo(TransferState.DELIVERED);
    }

    @Test
    void settingsThatChangeInTheMiddleChangeNoStep() {
        Entry entry = document(CREATE, BOOKKEEP);
        bench.answer(Bench.delivered());
        bench.answer(new Outcome.Retry(Bench.problem("partner.away"), Optional.empty(), true));
        bench.attempt(entry);
        bench.steps = List.of(CREATE, BOOKKEEP, E_INVOICE);
        bench.answer(Bench.delivered());

        bench.attempt(entry);

        assertThat(entry.transfer().state()).isEqualTo(TransferState.DELIVERED);
        assertThat(bench.calls).doesNotContain("perform e-invoice");
    }

    @Test
    void anArticleAloneDoesNotFreezeTheOrder() {
        Entry entry = document(ARTICLE, CREATE);
        bench.answer(new Outcome.Delivered(new PartnerDocument("A1", "A1", List.of())));
        bench.answer(new Outcome.Rejected(Bench.problem("partner.account-unknown")));
        bench.attempt(entry);
        assertThat(entry.transfer().state()).isEqualTo(TransferState.REJECTED);
        assertThat(entry.frozen()).isEmpty();

        bench.price(Bench.KEY, "90");
        bench.ledger.retry(entry.transfer().id(), false);
        bench.answer(new Outcome.Delivered(new PartnerDocument("A1", "A1", List.of())));
        bench.answer(Bench.delivered());
        bench.attempt(entry);

        assertThat(entry.transfer().state()).isEqualTo(TransferState.DELIVERED);
        assertThat(((BillableOrder) bench.works.get(3).document())
                        .totals()
                        .net()
                        .amount())
                .isEqualByComparingTo("90");
    }
}
