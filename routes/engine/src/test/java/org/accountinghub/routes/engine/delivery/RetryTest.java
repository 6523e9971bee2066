package org.accountinghub.routes.engine.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Optional;
import java.util.Random;
import org.accountinghub.connectors.spi.Finding;
import org.accountinghub.connectors.spi.IdempotencyClass;
import org.accountinghub.connectors.spi.Outcome;
import org.accountinghub.connectors.spi.Step;
import org.accountinghub.routes.engine.Dispatch;
import org.accountinghub.routes.engine.TransferState;
import org.accountinghub.routes.engine.memory.Entry;
import org.junit.jupiter.api.Test;

/** When it is tried again, how often, and what spends an attempt. */
class RetryTest {

    private final Bench bench = new Bench();

    private static Outcome notNow(Optional<Duration> after, boolean spends) {
        return new Outcome.Retry(Bench.problem("partner.unavailable"), after, spends);
    }

    @Test
    void honoursThePartnersWaitToTheSecond() {
        Entry entry = bench.documentOfKnownCustomer();
        bench.answer(notNow(Optional.of(Duration.ofSeconds(100_007)), true));

        bench.attempt(entry);

        assertThat(bench.untilDue(entry)).isEqualTo(Duration.ofSeconds(100_007));
        assertThat(entry.transfer().attempts()).isEqualTo(1);
    }

    @Test
    void doesNotWaitForYears() {
        Entry entry = bench.documentOfKnownCustomer();
        bench.answer(notNow(Optional.of(Duration.ofDays(4000)), true));

        bench.attempt(entry);

        assertThat(bench.untilDue(entry)).isEqualTo(Duration.ofDays(7));
    }

    @Test
    void aLimitSpendsNoAttempt() {
        Entry entry = bench.documentOfKnownCustomer();
        for (int attempt = 0; attempt < 50; attempt++) {
            bench.answer(notNow(Optional.of(Duration.ofSeconds(5)), false));
            bench.attempt(entry);
        }

        assertThat(entry.transfer().attempts()).isZero();
        assertThat(entry.transfer().state()).isEqualTo(TransferState.DUE);
    }

    @Test
    void givesUpVisiblyAfterItsAttempts() {
        Entry entry = bench.documentOfKnownCustomer();
        Duration before = Duration.ZERO;
        for (int attempt = 1; attempt < 10; attempt++) {
            bench.answer(notNow(Optional.empty(), true));
            bench.attempt(entry);
            assertThat(bench.untilDue(entry))
                    .isGreaterThan(before.multipliedBy(4).dividedBy(5));
            before = bench.untilDue(entry);
        }
        assertThat(entry.transfer().state()).isEqualTo(TransferState.DUE);
        bench.answer(notNow(Optional.empty(), true));
        bench.attempt(entry);

        assertThat(entry.transfer().state()).isEqualTo(TransferState.EXHAUSTED);
        assertThat(entry.transfer().problem()).hasValueSatisfying(problem -> {
            assertThat(problem.cause()).isEqualTo("partner.unavailable");
            assertThat(problem.reason()).isEqualTo("because of partner.unavailable");
            assertThat(problem.remedy())
                    .contains("tried 10 times and is not tried again by itself")
                    .contains("take up all of them at once: ./hub problems retry partner.unavailable");
        });
        assertThat(bench.calls).hasSize(10);
    }

    @Test
    void looksForTheLastAttemptsDocumentButDoesNotMakeAnother() {
        Entry entry = bench.documentOfKnownCustomer();
        for (int attempt = 1; attempt < 10; attempt++) {
            bench.answer(notNow(Optional.empty(), true));
            bench.attempt(entry);
        }
        bench.answer(Bench.uncertain());
        bench.attempt(entry);
        while (entry.transfer().state() == TransferState.DUE) {
            bench.found(new Finding.Absent());
            bench.attempt(entry);
        }

        assertThat(entry.transfer().state()).isEqualTo(TransferState.EXHAUSTED);
        assertThat(bench.calls).filteredOn("perform create"::equals).hasSize(10);
        assertThat(bench.calls).filteredOn("find create"::equals).hasSize(3);

        bench.ledger.retry(entry.transfer().id(), false);
        bench.found(new Finding.Found(Bench.MADE));
        bench.attempt(entry);
        assertThat(entry.transfer().state()).isEqualTo(TransferState.DELIVERED);
    }

    @Test
    void anExceptionGivesTheClaimBackForTheSameMessage() {
        Entry entry = bench.documentOfKnownCustomer();
        Dispatch dispatch = bench.ledger.takeDue(Duration.ZERO, 10).get(0);
        bench.answers.add(() -> {
            throw new IllegalStateException("a bug that quotes 191212121212");
        });

        assertThatThrownBy(() -> bench.deliver(dispatch)).isInstanceOf(IllegalStateException.class);

        assertThat(entry.transfer().state()).isEqualTo(TransferState.QUEUED);
        assertThat(entry.history())
                .last()
                .asString()
                .contains("IllegalStateException")
                .doesNotContain("1912");
        bench.found(new Finding.Found(Bench.MADE));
        bench.deliver(dispatch);
        assertThat(entry.transfer().state()).isEqualTo(TransferState.DELIVERED);
    }

    @Test
    void aDeadMessageLeavesWhatWasIntendedToBeLookedFor() {
        Entry entry = bench.documentOfKnownCustomer();
        Dispatch dispatch = bench.ledger.takeDue(Duration.ZERO, 10).get(0);
        bench.answers.add(() -> {
            throw new IllegalStateException("a bug");
        });
        assertThatThrownBy(() -> bench.deliver(dispatch)).isInstanceOf(IllegalStateException.class);

        bench.procedure().deadLetter(dispatch.transferId(), dispatch.dispatch());

        assertThat(entry.transfer().state()).isEqualTo(TransferState.DUE);
        assertThat(bench.untilDue(entry)).isEqualTo(bench.settings.settle());
    }

    @Test
    void aDeadMessageWithoutAnIntentStopsTheTransfer() {
        Entry entry = bench.documentOfKnownCustomer();
        bench.documents.remove(Bench.KEY);
        Dispatch dispatch = bench.ledger.takeDue(Duration.ZERO, 10).get(0);
        assertThatThrownBy(() -> bench.deliver(dispatch)).isInstanceOf(RuntimeException.class);

        bench.procedure().deadLetter(dispatch.transferId(), dispatch.dispatch());

        assertThat(entry.transfer().state()).isEqualTo(TransferState.EXHAUSTED);
        assertThat(entry.transfer().problem()).isPresent();
    }

    @Test
    void backsOffWithJitterUpToTheCap() {
        RetryPolicy policy = RetryPolicy.defaults();
        Random random = new Random(7);
        for (int attempt = 1; attempt < 40; attempt++) {
            Duration meant = Duration.ofMillis((long) Math.min(Math.scalb(15_000.0, attempt - 1), (double)
                    Duration.ofMinutes(30).toMillis()));
            assertThat(policy.after(attempt, random))
                    .isBetween(
                            meant.multipliedBy(79).dividedBy(100),
                            meant.multipliedBy(121).dividedBy(100));
        }
        assertThat(policy.after(3, random)).isNotEqualTo(policy.after(3, random));
    }

    @Test
    void settingsThatBreakThePromiseAreRefusedByName() {
        RetryPolicy retry = RetryPolicy.defaults();
        Duration minute = Duration.ofMinutes(1);
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        new DeliverySettings(minute.multipliedBy(2), minute, minute, minute.multipliedBy(3), retry))
                .withMessageStartingWith("lateness: ");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new DeliverySettings(minute, minute, minute, minute.multipliedBy(9), retry))
                .withMessageStartingWith("lease: ");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new DeliverySettings(minute, Duration.ZERO, minute, minute.multipliedBy(9), retry))
                .withMessageStartingWith("step-time: ");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new RetryPolicy(minute, Duration.ofSeconds(1), 3, minute))
                .withMessageStartingWith("retry-cap: ");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new RetryPolicy(minute, minute, 0, minute))
                .withMessageStartingWith("retry-attempts: ");
    }

    @Test
    void twoSettleWaitsExceedWhatAPartnerMayBeLate() {
        DeliverySettings settings = DeliverySettings.defaults();
        Step late = Step.create(IdempotencyClass.C, Duration.ofHours(2));
        assertThat(settings.settle().multipliedBy(2))
                .isGreaterThan(settings.lateness().plus(settings.longestPause()));
        assertThat(settings.settle(late).multipliedBy(2)).isGreaterThan(Duration.ofHours(2));
    }
}
