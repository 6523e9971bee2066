package org.accountinghub.routes.engine.planning;

import java.time.Duration;
import org.accountinghub.routes.engine.port.PlanningLedger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes what got stuck due again: lost messages, dead workers. Losing the whole queue loses nothing but time. */
public final class Sweeper {

    private static final Logger LOG = LoggerFactory.getLogger(Sweeper.class);

    private final PlanningLedger ledger;
    private final Duration queuedFor;

    /** @param queuedFor how long past its due time a transfer may lie in the queue before its message counts as lost */
    public Sweeper(PlanningLedger ledger, Duration queuedFor) {
        this.ledger = ledger;
        this.queuedFor = queuedFor;
    }

    /** Safe to call at any time and from several processes. Returns how many were stuck. */
    public int sweep() {
        int stuck = ledger.sweep(queuedFor);
        if (stuck > 0) {
            LOG.info("{} transfers were stuck and are due again", stuck);
        }
        return stuck;
    }
}
