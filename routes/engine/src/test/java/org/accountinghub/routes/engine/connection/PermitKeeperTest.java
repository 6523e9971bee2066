package org.accountinghub.routes.engine.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.accountinghub.connectors.spi.LimitReachedException;
import org.accountinghub.connectors.spi.RateLimit;
import org.accountinghub.routes.engine.port.PermitLedger.Slot;
import org.junit.jupiter.api.Test;

class PermitKeeperTest {

    private static final RateLimit LIMIT = new RateLimit("fortnox/client/tenant", 25, Duration.ofSeconds(5));

    private final CountingPermits ledger = new CountingPermits();
    private final List<Duration> waits = new ArrayList<>();
    private final PermitKeeper permits = new PermitKeeper(ledger, Duration.ofSeconds(2), waits::add);

    @Test
    void aFreeSlotIsTakenAtOnceFromAGuardedWindow() {
        permits.acquire(LIMIT);

        assertThat(waits).isEmpty();
        assertThat(ledger.asked).containsExactly(new RateLimit("fortnox/client/tenant", 25, Duration.ofMillis(5100)));
    }

    @Test
    void aNearSlotIsWaitedFor() {
        ledger.slot = new Slot(true, Duration.ofMillis(700));

        permits.acquire(LIMIT);

        assertThat(waits).containsExactly(Duration.ofMillis(700));
    }

    @Test
    void aFarSlotIsNotWaitedFor() {
        ledger.slot = new Slot(false, Duration.ofSeconds(4));

        assertThatThrownBy(() -> permits.acquire(LIMIT))
                .isInstanceOfSatisfying(
                        LimitReachedException.class,
                        e -> assertThat(e.retryAfter()).isEqualTo(Duration.ofSeconds(4)));
        assertThat(waits).isEmpty();
    }

    @Test
    void anInterruptedWaitMakesNoCall() {
        ledger.slot = new Slot(true, Duration.ofMillis(700));
        PermitKeeper interrupted = new PermitKeeper(ledger, Duration.ofSeconds(2), time -> {
            throw new InterruptedException();
        });

        assertThatThrownBy(() -> interrupted.acquire(LIMIT)).isInstanceOf(LimitReachedException.class);
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void aLimitThePartnerSeesIsClosedForAll() {
        permits.exhausted(LIMIT, Duration.ofSeconds(30));

        assertThat(ledger.closed).containsExactly(Duration.ofSeconds(30));
    }
}
