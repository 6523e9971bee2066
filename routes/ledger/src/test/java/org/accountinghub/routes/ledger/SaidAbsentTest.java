package org.accountinghub.routes.ledger;

import static org.accountinghub.routes.ledger.Ends.stopped;
import static org.accountinghub.routes.ledger.LedgerFixture.CREATE;
import static org.accountinghub.routes.ledger.LedgerFixture.key;
import static org.accountinghub.routes.ledger.LedgerFixture.row;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.accountinghub.connectors.spi.IdempotencyClass;
import org.accountinghub.connectors.spi.Step;
import org.accountinghub.routes.engine.Claim;
import org.accountinghub.routes.engine.StepProgress;
import org.accountinghub.routes.engine.StepState;
import org.accountinghub.routes.engine.TransferState;
import org.accountinghub.routes.engine.port.OperatorLedger;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A person looked, and what is in doubt is not at the partner. */
class SaidAbsentTest {

    @AutoClose
    private final LedgerFixture hub = new LedgerFixture();

    private final OperatorLedger operators = hub.ledger.operators();

    @BeforeEach
    void connection() {
        hub.connection("north", Optional.of("north"));
    }

    @Test
    void doubtThatNothingCanEndIsEndedByAPersonWhoSaysThatItIsNotThere() {
        long id = stoppedAfter(new Step(Step.CREATE, IdempotencyClass.D, Duration.ZERO), TransferState.IN_DOUBT);

        assertThat(operators.retry(id, "maria", false)).isFalse();
        assertThat(operators.retry(id, "maria", true)).isTrue();

        assertThat(operators.story(id).orElseThrow().invoiced()).isEqualTo("unknown");
        assertThat(claimedAgain(id).state()).isEqualTo(StepState.PLANNED);
    }

    @Test
    void whatCanBeLookedForIsLookedForAfterARetryFromDoubtWithoutAWord() {
        long id = stoppedAfter(CREATE, TransferState.IN_DOUBT);

        assertThat(operators.retry(id, "maria", false)).isTrue();

        assertThat(claimedAgain(id).state()).isEqualTo(StepState.INTENDED);
    }

    /** It is searched for once more, and sent again not before nothing can arrive late any more: by the time of its write. */
    @Test
    void aPersonsWordThatItIsNotThereCountsAsTheSearches() {
        long id = stoppedAfter(CREATE, TransferState.REJECTED);
        Instant written =
                operators.story(id).orElseThrow().steps().get(0).touched().orElseThrow();

        assertThat(operators.retry(id, "maria", true)).isTrue();

        StepProgress step = claimedAgain(id);
        assertThat(step.saidAbsent()).isTrue();
        assertThat(step.touched()).contains(written);
        assertThat(operators.story(id).orElseThrow().actions())
                .singleElement()
                .satisfies(action -> assertThat(action.reason()).isEqualTo("looked, and it is not there"));
    }

    @Test
    void withoutThatWordNoSearchIsSkipped() {
        long id = stoppedAfter(CREATE, TransferState.REJECTED);
        assertThat(operators.retry(id, "maria", false)).isTrue();
        assertThat(claimedAgain(id).saidAbsent()).isFalse();
    }

    @Test
    void whatMayBeThereIsListedAsInDoubtHoweverItStopped() {
        stoppedAfter(CREATE, TransferState.REJECTED);
        assertThat(operators.problems(Optional.empty()))
                .extracting(OperatorLedger.ProblemGroup::kind)
                .containsExactly(OperatorLedger.ProblemGroup.Kind.IN_DOUBT);
    }

    private long stoppedAfter(Step step, TransferState state) {
        Claim claim = hub.frozen(hub.claimed(key("1")), List.of(step), row("r"));
        claim = hub.ledger.delivery().intend(claim, step);
        hub.ledger.delivery().conclude(claim, stopped(state, "engine.in-doubt", false));
        long id = claim.transfer().id();
        assertThat(operators.story(id).orElseThrow().invoiced()).isEqualTo("unknown");
        return id;
    }

    private StepProgress claimedAgain(long id) {
        return hub.claim(hub.dispatched(id)).steps().get(0);
    }
}
