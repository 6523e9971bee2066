package org.accountinghub.routes.engine.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.accountinghub.connectors.spi.Finding;
import org.accountinghub.connectors.spi.IdempotencyClass;
import org.accountinghub.connectors.spi.LimitReachedException;
import org.accountinghub.connectors.spi.Outcome;
import org.accountinghub.connectors.spi.PartnerDocument;
import org.accountinghub.connectors.spi.RateLimit;
import org.accountinghub.connectors.spi.Step;
import org.accountinghub.mappings.model.Problem;
import org.accountinghub.routes.engine.StepState;
import org.accountinghub.routes.engine.TransferState;
import org.accountinghub.routes.engine.memory.Entry;
import org.junit.jupiter.api.Test;

/** What follows when it is not known whether a write was made, class by class. */
class LostAnswerTest {

    private final Bench bench = new Bench();

    private Entry of(IdempotencyClass idempotency) {
        bench.steps = List.of(Step.create(idempotency, Duration.ZERO));
        return bench.documentOfKnownCustomer();
    }

    private static String cause(Entry entry) {
        return entry.transfer().problem().map(Problem::cause).orElse("none");
    }

    @Test
    void aIsRepeated() {
        Entry entry = of(IdempotencyClass.A);
        bench.answer(Bench.uncertain());
        bench.attempt(entry);
        bench.answer(Bench.delivered());
        bench.attempt(entry);

        assertThat(bench.calls).containsExactly("perform create", "perform create");
        assertThat(entry.transfer().state()).isEqualTo(TransferState.DELIVERED);
    }

    @Test
    void aKeepsItsContentWhenTheRepetitionIsPutOff() {
        Entry entry = of(IdempotencyClass.A);
        bench.answer(Bench.uncertain());
        bench.attempt(entry);
        bench.answer(new Outcome.Rejected(Bench.problem("partner.period-locked")));
        bench.attempt(entry);

        assertThat(entry.transfer().state()).isEqualTo(TransferState.REJECTED);
        assertThat(entry.steps().get(0).state()).isEqualTo(StepState.UNCERTAIN);
        assertThat(entry.frozen()).isPresent();
    }

    @Test
    void bIsLookedForAndRepeated() {
        Entry entry = of(IdempotencyClass.B);
        bench.answer(Bench.uncertain());
        bench.attempt(entry);
        bench.found(new Finding.Absent());
        bench.answer(Bench.delivered());
        bench.attempt(entry);

        assertThat(bench.calls).containsExactly("perform create", "find create", "perform create");
        assertThat(entry.transfer().state()).isEqualTo(TransferState.DELIVERED);
    }

    @Test
    void bThatDisagreesIsAProblem() {
        Entry entry = of(IdempotencyClass.B);
        bench.answer(Bench.uncertain());
        bench.attempt(entry);
        bench.found(new Finding.Disagrees(Bench.problem("partner.taken")));
        bench.attempt(entry);

        assertThat(entry.transfer().state()).isEqualTo(TransferState.REJECTED);
        assertThat(cause(entry)).isEqualTo("partner.taken");
        assertThat(entry.frozen()).isPresent();
    }

    @Test
    void cIsSettledSearchedSettledSearchedAndOnlyThenMadeAgain() {
        Entry entry = of(IdempotencyClass.C);
        Duration settle = bench.settings.settle();
        bench.answer(Bench.uncertain());
        bench.attempt(entry);
        assertThat(bench.untilDue(entry)).isLessThan(settle);

        bench.found(new Finding.Absent());
        bench.attempt(entry);
        bench.found(new Finding.Absent());
        bench.attempt(entry);
        assertThat(bench.untilDue(entry)).isEqualTo(settle);
        assertThat(entry.transfer().attempts()).isEqualTo(1);

        bench.found(new Finding.Absent());
        bench.answer(Bench.delivered());
        bench.attempt(entry);
        assertThat(bench.calls)
                .containsExactly("perform create", "find create", "find create", "find create", "perform create");
        assertThat(entry.transfer().state()).isEqualTo(TransferState.DELIVERED);
        assertThat(entry.transfer().attempts()).isEqualTo(2);
    }

    @Test
    void cIsNotMadeAgainSoonerBecauseAPersonIsImpatient() {
        Entry entry = of(IdempotencyClass.C);
        bench.answer(Bench.uncertain());
        bench.attempt(entry);
        for (int look = 0; look < 5; look++) {
            bench.found(new Finding.Absent());
            bench.deliver(bench.ledger.takeDue(Duration.ofHours(1), 10).get(0));
            bench.clock.advance(Duration.ofSeconds(10));
        }

        assertThat(bench.calls).filteredOn("perform create"::equals).hasSize(1);
    }

    @Test
    void cThatIsFoundIsDelivered() {
        Entry entry = of(IdempotencyClass.C);
        bench.answer(Bench.uncertain());
        bench.attempt(entry);
        bench.found(new Finding.Found(Bench.MADE));
        bench.attempt(entry);

        assertThat(entry.transfer().state()).isEqualTo(TransferState.DELIVERED);
        assertThat(entry.binding()).contains(Bench.MADE);
    }

    /** The search goes on until then: what arrives late is found, whatever the person said. */
    @Test
    void cThatASearchCannotDecideIsMadeAgainAtAPersonsWordWhenNothingCanArriveLateAnyMore() {
        Entry entry = undecided();
        Instant written = entry.steps().get(0).touched().orElseThrow();
        bench.clock.advance(Duration.ofSeconds(20));

        assertThat(bench.ledger.retry(entry.transfer().id(), true)).isTrue();
        bench.found(new Finding.Disagrees(Bench.problem("partner.several")));
        bench.attempt(entry);
        assertThat(entry.transfer().state()).isEqualTo(TransferState.DUE);
        assertThat(entry.transfer().dueAt())
                .isEqualTo(written.plus(bench.settings.settle().multipliedBy(2)));

        bench.found(new Finding.Disagrees(Bench.problem("partner.several")));
        bench.answer(Bench.delivered());
        bench.attempt(entry);
        assertThat(entry.transfer().state()).isEqualTo(TransferState.DELIVERED);
        assertThat(bench.calls).filteredOn("perform create"::equals).hasSize(2);
    }

    @Test
    void cThatIsThereAfterAllIsFoundThoughAPersonSaidOtherwise() {
        Entry entry = undecided();
        bench.ledger.retry(entry.transfer().id(), true);
        bench.found(new Finding.Found(Bench.MADE));
        bench.attempt(entry);

        assertThat(entry.transfer().state()).isEqualTo(TransferState.DELIVERED);
        assertThat(bench.calls).filteredOn("perform create"::equals).hasSize(1);
    }

    @Test
    void cThatIsRetriedWithoutAWordIsOnlyLookedFor() {
        Entry entry = undecided();
        bench.clock.advance(Duration.ofDays(1));
        bench.ledger.retry(entry.transfer().id(), false);
        bench.found(new Finding.Disagrees(Bench.problem("partner.several")));
        bench.attempt(entry);

        assertThat(entry.transfer().state()).isEqualTo(TransferState.REJECTED);
        assertThat(bench.calls).filteredOn("perform create"::equals).hasSize(1);
    }

    /** The word is spent by the write that it allowed. */
    @Test
    void cWhoseSecondAnswerIsLostTooIsSearchedForAnew() {
        Entry entry = undecided();
        bench.clock.advance(Duration.ofDays(1));
        bench.ledger.retry(entry.transfer().id(), true);
        bench.found(new Finding.Absent());
        bench.answer(Bench.uncertain());
        bench.attempt(entry);
        bench.found(new Finding.Disagrees(Bench.problem("partner.several")));
        bench.attempt(entry);

        assertThat(entry.transfer().state()).isEqualTo(TransferState.REJECTED);
    }

    private Entry undecided() {
        Entry entry = of(IdempotencyClass.C);
        bench.answer(Bench.uncertain());
        bench.attempt(entry);
        bench.found(new Finding.Disagrees(Bench.problem("partner.several")));
        bench.attempt(entry);
        assertThat(entry.transfer().state()).isEqualTo(TransferState.REJECTED);
        return entry;
    }

    @Test
    void dIsParkedAtOnceAndGoesOnOnlyByAPerson() {
        Entry entry = of(IdempotencyClass.D);
        bench.answer(Bench.uncertain());
        bench.attempt(entry);
        assertThat(entry.transfer().state()).isEqualTo(TransferState.IN_DOUBT);
        assertThat(cause(entry)).isEqualTo("engine.in-doubt");

        bench.ledger.retry(entry.transfer().id(), true);
        bench.answer(Bench.delivered());
        bench.attempt(entry);
        assertThat(entry.transfer().state()).isEqualTo(TransferState.DELIVERED);
    }

    @Test
    void dWhoseWorkerDiedIsParkedWithoutACall() {
        Entry entry = of(IdempotencyClass.D);
        die(entry);
        bench.attempt(entry);

        assertThat(entry.transfer().state()).isEqualTo(TransferState.IN_DOUBT);
        assertThat(bench.calls).containsExactly("perform create");
    }

    @Test
    void anIntentWithoutAnOutcomeIsLookedForLikeALostAnswer() {
        Entry entry = of(IdempotencyClass.C);
        die(entry);
        bench.found(new Finding.Absent());
        bench.attempt(entry);

        assertThat(bench.calls).containsExactly("perform create", "find create");
        assertThat(entry.steps().get(0).state()).isEqualTo(StepState.UNCERTAIN);
        assertThat(bench.untilDue(entry)).isEqualTo(bench.settings.settle());
    }

    /** The process dies in the middle of the call; the sweeper finds the transfer when the lease has ended. */
    private void die(Entry entry) {
        bench.answers.add(() -> {
            throw new AssertionError("the process is gone");
        });
        assertThatThrownBy(() -> bench.attempt(entry)).isInstanceOf(AssertionError.class);
        bench.clock.advance(bench.settings.lease());
        assertThat(bench.ledger.sweep(Duration.ofMinutes(1))).isEqualTo(1);
    }

    @Test
    void aLaterStepIsTakenUpWhereItWasLeft() {
        bench.steps = List.of(
                Step.create(IdempotencyClass.C, Duration.ZERO),
                new Step("bookkeep", IdempotencyClass.B, Duration.ZERO));
        Entry entry = bench.documentOfKnownCustomer();
        bench.answer(Bench.delivered());
        bench.answer(Bench.uncertain());
        bench.attempt(entry);
        assertThat(entry.binding()).contains(Bench.MADE);
        bench.found(new Finding.Found(new PartnerDocument("id-1", "A-77", List.of())));
        bench.attempt(entry);

        assertThat(bench.calls).containsExactly("perform create", "perform bookkeep", "find bookkeep");
        assertThat(bench.works.get(2).done("create")).contains(Bench.MADE);
        assertThat(entry.transfer().state()).isEqualTo(TransferState.DELIVERED);
        assertThat(entry.binding()).contains(Bench.MADE);
    }

    @Test
    void whatEscapesTheConnectorAfterAWriteIsUncertain() {
        Entry entry = of(IdempotencyClass.C);
        bench.answers.add(() -> {
            throw new LimitReachedException(new RateLimit("key", 1, Duration.ofSeconds(1)), Duration.ofSeconds(1));
        });
        bench.attempt(entry);

        assertThat(entry.steps().get(0).state()).isEqualTo(StepState.UNCERTAIN);
        assertThat(cause(entry)).isEqualTo("engine.connector-contract");
    }

    @Test
    void aResultAfterTheLeaseIsEvidenceAndNoState() {
        Entry entry = of(IdempotencyClass.C);
        bench.answers.add(() -> {
            bench.clock.advance(bench.settings.lease());
            return Bench.delivered();
        });
        bench.attempt(entry);

        assertThat(entry.evidence()).singleElement().asString().contains("delivered as 1001");
        assertThat(entry.transfer().state()).isEqualTo(TransferState.SENDING);
        assertThat(entry.steps().get(0).state()).isEqualTo(StepState.INTENDED);
    }

    @Test
    void withTooLittleOfTheLeaseLeftNoCallIsMade() {
        Entry entry = of(IdempotencyClass.C);
        bench.documents.computeIfPresent(Bench.KEY, (key, reading) -> date -> {
            bench.clock.advance(
                    bench.settings.lease().minus(bench.settings.stepTime()).plusMillis(1));
            return reading.apply(date);
        });
        bench.attempt(entry);

        assertThat(bench.calls).isEmpty();
        assertThat(entry.transfer().state()).isEqualTo(TransferState.DUE);
        assertThat(entry.transfer().attempts()).isZero();
        assertThat(entry.steps()).isEmpty();
    }
}
