package org.accountinghub.connectors.testkit.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.accountinghub.connectors.spi.Finding;
import org.accountinghub.connectors.spi.Outcome;
import org.accountinghub.connectors.testkit.partner.Effect;
import org.accountinghub.connectors.testkit.partner.Fault;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What holds for every document that is created at a partner. */
abstract class WriteKit extends AcceptanceKit {

    abstract Class<?> document();

    /** The request that creates it. */
    abstract String creates();

    abstract Outcome bring();

    abstract Finding lookFor();

    /** What must be there before. */
    abstract void prepare();

    @BeforeEach
    final void prepareTheBench() {
        prepare();
    }

    @Test
    final void itIsCreatedOnceAndFoundAgain() {
        assertThat(lookFor()).isInstanceOf(Finding.Absent.class);

        assertDelivered(bring(), onlyOne());
        assertFound(lookFor(), onlyOne());
        assertThat(requests(creates())).isEqualTo(1);
    }

    @Test
    final void anAnswerLostAfterTheCommitIsUncertainAndFound() {
        faults().on(creates()).next(Fault.commitAndCut());

        assertUncertain(bring());
        assertFound(lookFor(), onlyOne());
    }

    @Test
    final void aCallThatWasNotCarriedOutIsUncertainAndAbsent() {
        faults().on(creates()).next(Fault.cut());

        assertUncertain(bring());
        assertThat(lookFor()).isInstanceOf(Finding.Absent.class);
        assertThat(created(document())).isEmpty();
    }

    /** Takes as long as the client's patience: tried once for each way of writing, not for each document. */
    final void assertSilenceIsUncertain() {
        faults().on(creates()).next(Fault.commitAndHang(Bench.PATIENCE.plusSeconds(2)));

        assertUncertain(bring());
        assertFound(lookFor(), onlyOne());
    }

    @Test
    final void aLateCommitIsFoundWhenItHasHappened() {
        faults().on(creates()).next(Fault.commitWhenReleased());

        assertUncertain(bring());
        assertThat(lookFor()).isInstanceOf(Finding.Absent.class);
        trial().bench().partner().releaseLateCommits();
        assertFound(lookFor(), onlyOne());
    }

    @Test
    final void anErrorOfThePartnerIsUncertainWhetherItCommittedOrNot() {
        for (int status : new int[] {500, 502, 503, 504}) {
            faults().clear();
            faults().on(creates()).next(Fault.status(status));
            assertUncertain(bring());
            assertThat(lookFor()).as("after %d", status).isInstanceOf(Finding.Absent.class);
        }
        faults().clear();
        faults().on(creates()).next(Fault.commitAndStatus(500));
        assertUncertain(bring());
        assertFound(lookFor(), onlyOne());
    }

    @Test
    final void anAnswerThatEndsInTheMiddleIsUncertain() {
        faults().on(creates()).next(Fault.malformed());

        assertUncertain(bring());
        assertFound(lookFor(), onlyOne());
    }

    /** In a status, in a fault or inside a 200: wherever this partner says no. */
    @Test
    final void aRefusalIsAProblemInThePartnersWordsAndNothingIsMade() {
        faults().on(creates()).next(Fault.status(400));

        assertThat(bring()).isInstanceOfSatisfying(Outcome.Rejected.class, rejected -> {
            assertThat(rejected.problem().reason()).isNotBlank();
            assertThat(rejected.problem().remedy()).isNotBlank();
            assertThat(rejected.problem().partnerSays())
                    .hasValueSatisfying(words -> assertThat(words).isNotBlank());
        });
        assertThat(created(document())).isEmpty();
    }

    @Test
    final void aReachedLimitIsWaitedForAndSpendsNoAttempt() {
        faults().on(creates()).next(Fault.status(429));

        assertThat(bring()).isInstanceOfSatisfying(Outcome.Retry.class, retry -> {
            assertThat(retry.spendsAttempt()).isFalse();
            assertThat(retry.after())
                    .hasValueSatisfying(wait -> assertThat(wait).isPositive());
        });
        assertThat(trial().testPermits().exhausted()).hasSize(1).noneMatch(wait -> wait.isNegative() || wait.isZero());
        assertThat(created(document())).isEmpty();
    }

    @Test
    final void withoutAPermitNothingIsSentAndNoAttemptSpent() {
        haveToken();
        int before = trial().bench().partner().journal().total();
        trial().testPermits().refuse();

        assertThat(bring()).isInstanceOfSatisfying(Outcome.Retry.class, retry -> {
            assertThat(retry.spendsAttempt()).isFalse();
            assertThat(retry.after()).contains(Duration.ofSeconds(7));
        });
        assertThat(trial().bench().partner().journal().total()).isEqualTo(before);
    }

    @Test
    final void everyRequestHasAPermit() {
        bring();
        lookFor();

        assertThat(trial().testPermits().count())
                .isEqualTo(trial().transcript().exchanges().size());
    }

    @Test
    final void aRefusedTokenIsRenewedAndTheWriteIsNotSentAgainInTheSameAttempt() {
        faults().on(creates()).next(Fault.status(401));
        if (!has(Behaviour.TOKENS)) {
            assertThat(bring()).isInstanceOf(Outcome.Blocked.class);
            assertThat(created(document())).isEmpty();
            return;
        }

        assertThat(bring())
                .isInstanceOfSatisfying(
                        Outcome.Retry.class,
                        retry -> assertThat(retry.spendsAttempt()).isFalse());
        assertThat(requests(creates())).isEqualTo(1);
        assertDelivered(bring(), onlyOne());
    }

    @Test
    final void newTokensThatAreRefusedTooBlockTheConnection() {
        faults().on(creates()).every(1, Fault.status(401));

        assertThat(bring()).isInstanceOf(has(Behaviour.TOKENS) ? Outcome.Retry.class : Outcome.Blocked.class);
        assertThat(bring()).isInstanceOf(Outcome.Blocked.class);
        assertThat(created(document())).isEmpty();
    }

    @Test
    final void aRevokedConsentBlocksTheConnection() {
        faults().on(creates()).next(Fault.revokeConsent());

        assertThat(bring()).isInstanceOf(Outcome.Blocked.class);
        assertThat(bring()).isInstanceOf(Outcome.Blocked.class);
        assertThat(created(document())).isEmpty();
    }

    @Test
    final void aPartnerThatIsAwayIsTriedAgain() {
        haveToken();
        trial().bench().close();

        assertThat(bring()).isInstanceOf(Outcome.Retry.class);
        assertThat(lookFor())
                .isInstanceOfSatisfying(
                        Finding.Unreachable.class,
                        unreachable -> assertThat(unreachable.outcome()).isInstanceOf(Outcome.Retry.class));
    }

    private void assertUncertain(Outcome outcome) {
        assertThat(outcome).isInstanceOf(Outcome.Uncertain.class);
    }

    private Effect onlyOne() {
        assertThat(created(document())).hasSize(1);
        return created(document()).get(0);
    }
}
