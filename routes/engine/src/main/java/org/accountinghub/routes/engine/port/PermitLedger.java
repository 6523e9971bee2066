package org.accountinghub.routes.engine.port;

import java.time.Duration;
import org.accountinghub.connectors.spi.RateLimit;

/** Permits of all processes, by the database's clock. */
public interface PermitLedger {

    /**
     * Reserves the next free slot of the sliding window when it is not further away than {@code patience}.
     *
     * @return how long to wait before the call
     */
    Slot reserve(RateLimit limit, Duration patience);

    /** Closes the limit for a while: the partner counted differently. */
    void close(RateLimit limit, Duration wait);

    /** A reserved slot, or none. */
    record Slot(boolean reserved, Duration delay) {}
}
