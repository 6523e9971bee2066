package org.accountinghub.routes.engine.planning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.accountinghub.routes.engine.Dispatch;
import org.accountinghub.routes.engine.Subject;
import org.accountinghub.routes.engine.TransferState;
import org.accountinghub.routes.engine.memory.MemoryLedger;
import org.accountinghub.routes.engine.memory.Orders;
import org.accountinghub.routes.engine.memory.TestClock;
import org.accountinghub.routes.engine.port.Pace;
import org.junit.jupiter.api.Test;

class PlannerTest {

    private final TestClock clock = new TestClock();
    private final MemoryLedger ledger = new MemoryLedger(clock, connection -> true);
    private final List<Dispatch> queue = new ArrayList<>();
    private final Planner planner =
            new Planner(ledger, queue::addAll, new Planner.Settings(Duration.ofMinutes(1), 3, 3));
    private final Sweeper sweeper = new Sweeper(ledger, Duration.ofMinutes(2));

    private void ready(int orders) {
        for (int number = 1; number <= orders; number++) {
            ledger.ready(new Subject.OfDocument(Orders.key(String.valueOf(number), "C1")));
        }
        planner.collect();
    }

    @Test
    void collectingTwiceIsCollectingOnce() {
        ready(5);

        assertThat(planner.collect().created()).isZero();
        assertThat(ledger.entries()).hasSize(5);
    }

    @Test
    void handsOverAsManyAsTheCreditAllows() {
        ready(5);

        assertThat(planner.dispatch()).isEqualTo(3);
        assertThat(planner.dispatch()).isZero();
        assertThat(queue).extracting(Dispatch::dispatch).containsOnly(1);
    }

    @Test
    void theRoomFollowsWhatGetsThrough() {
        Planner.Settings settings = Planner.Settings.defaults();

        assertThat(settings.room(new Pace.Load("books", 0, 0, false, false))).isEqualTo(4);
        assertThat(settings.room(new Pace.Load("books", 4, 40, false, false))).isEqualTo(16);
        assertThat(settings.room(new Pace.Load("books", 0, 200, false, false))).isEqualTo(50);
        assertThat(settings.room(new Pace.Load("books", 0, 30, true, false))).isEqualTo(3);
        assertThat(settings.room(new Pace.Load("books", 0, 0, true, false))).isEqualTo(1);
        assertThat(settings.room(new Pace.Load("books", 0, 6, true, true))).isZero();
    }

    @Test
    void aLostMessageIsSentAgainUnderAnotherNumber() {
        ready(1);
        planner.dispatch();
        queue.clear();
        clock.advance(Duration.ofMinutes(1));
        assertThat(sweeper.sweep()).isZero();
        clock.advance(Duration.ofMinutes(2));

        assertThat(sweeper.sweep()).isEqualTo(1);
        planner.dispatch();
        assertThat(queue).extracting(Dispatch::dispatch).containsExactly(2);
    }

    @Test
    void aBrokerThatIsAwayLosesNothing() {
        ready(2);
        Planner cutOff = new Planner(
                ledger,
                dispatch -> {
                    throw new IllegalStateException("no broker");
                },
                Planner.Settings.defaults());

        assertThatThrownBy(cutOff::dispatch).hasMessage("no broker");
        assertThat(ledger.entries()).allMatch(entry -> entry.transfer().state() == TransferState.QUEUED);
        clock.advance(Duration.ofMinutes(3));
        sweeper.sweep();
        assertThat(planner.dispatch()).isEqualTo(2);
    }

    @Test
    void settingsAreRefusedByName() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Planner.Settings(Duration.ofMinutes(1), 0, 1))
                .withMessageStartingWith("at-first: ");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Planner.Settings(Duration.ofMinutes(-1), 1, 1))
                .withMessageStartingWith("horizon: ");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Planner.Settings(Duration.ofMinutes(1), 3, 2))
                .withMessageStartingWith("at-most: ");
    }
}
