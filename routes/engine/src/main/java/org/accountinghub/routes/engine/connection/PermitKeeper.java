package org.accountinghub.routes.engine.connection;

import java.time.Duration;
import org.accountinghub.connectors.spi.LimitReachedException;
import org.accountinghub.connectors.spi.Permits;
import org.accountinghub.connectors.spi.RateLimit;
import org.accountinghub.routes.engine.port.PermitLedger;

/**
 * Permits shared by all processes. A call waits a short while for its slot; a slot further away is not taken, so that no
 * worker is kept busy by waiting.
 */
public final class PermitKeeper implements Permits {

    /** Added to the partner's window: calls reach the partner with unequal delays. */
    public static final Duration GUARD = Duration.ofMillis(100);

    private final PermitLedger ledger;
    private final Duration patience;
    private final Waiter waiter;

    /** @param patience longest wait for a slot, e.g. two seconds */
    public PermitKeeper(PermitLedger ledger, Duration patience, Waiter waiter) {
        this.ledger = ledger;
        this.patience = patience;
        this.waiter = waiter;
    }

    /** How a thread waits; a test's does not. */
    @FunctionalInterface
    public interface Waiter {

        void await(Duration time) throws InterruptedException;

        static Waiter real() {
            return time -> Thread.sleep(time.toMillis(), time.toNanosPart() % 1_000_000);
        }
    }

    @Override
    public void acquire(RateLimit limit) {
        PermitLedger.Slot slot = ledger.reserve(guarded(limit), patience);
        if (!slot.reserved()) {
            throw new LimitReachedException(limit, slot.delay());
        }
        if (slot.delay().isZero() || slot.delay().isNegative()) {
            return;
        }
        try {
            waiter.await(slot.delay());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LimitReachedException(limit, slot.delay());
        }
    }

    @Override
    public void exhausted(RateLimit limit, Duration wait) {
        ledger.close(guarded(limit), wait);
    }

    private static RateLimit guarded(RateLimit limit) {
        return new RateLimit(limit.key(), limit.calls(), limit.window().plus(GUARD));
    }
}
