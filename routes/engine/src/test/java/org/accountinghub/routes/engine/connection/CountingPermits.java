package org.accountinghub.routes.engine.connection;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.accountinghub.connectors.spi.RateLimit;
import org.accountinghub.routes.engine.port.PermitLedger;

/** Gives the slots it is told to. */
final class CountingPermits implements PermitLedger {

    final List<RateLimit> asked = new ArrayList<>();
    final List<Duration> closed = new ArrayList<>();
    Slot slot = new Slot(true, Duration.ZERO);

    @Override
    public Slot reserve(RateLimit limit, Duration patience) {
        asked.add(limit);
        return slot;
    }

    @Override
    public void close(RateLimit limit, Duration wait) {
        closed.add(wait);
    }
}
