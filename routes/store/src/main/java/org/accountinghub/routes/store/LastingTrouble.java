package org.accountinghub.routes.store;

import java.time.Duration;
import java.util.function.LongSupplier;

/** When to tell of a trouble that lasts: at once, then once a minute, and when it is over. For one thread. */
final class LastingTrouble {

    private static final long AGAIN = Duration.ofMinutes(1).toNanos();

    private final LongSupplier nanos;
    private boolean there;
    private long told;

    /** @param nanos a clock that is never set, as {@link System#nanoTime} */
    LastingTrouble(LongSupplier nanos) {
        this.nanos = nanos;
    }

    /** It is there, once more or still. Whether it is time to tell. */
    boolean isToBeTold() {
        long now = nanos.getAsLong();
        boolean toBeTold = !there || now - told >= AGAIN;
        there = true;
        told = toBeTold ? now : told;
        return toBeTold;
    }

    /** It is not there. Whether it was until now. */
    boolean isOverNow() {
        boolean was = there;
        there = false;
        return was;
    }
}
