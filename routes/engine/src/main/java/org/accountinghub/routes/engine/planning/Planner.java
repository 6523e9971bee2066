package org.accountinghub.routes.engine.planning;

import java.time.Duration;
import java.util.List;
import org.accountinghub.routes.engine.Dispatch;
import org.accountinghub.routes.engine.port.PlanningLedger;
import org.accountinghub.routes.engine.port.PlanningLedger.Collected;
import org.accountinghub.routes.engine.port.TransferQueue;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Turns what the store has ready into transfers, and hands transfers that are due to the queue. */
public final class Planner {

    private static final Logger LOG = LoggerFactory.getLogger(Planner.class);

    private final PlanningLedger ledger;
    private final TransferQueue queue;
    private final Settings settings;

    public Planner(PlanningLedger ledger, TransferQueue queue, Settings settings) {
        this.ledger = ledger;
        this.queue = queue;
        this.settings = settings;
    }

    /**
     * How far ahead and how much.
     *
     * @param horizon what is due within this is handed over, held back by the queue until it is due
     * @param perConnection at most so many of one connection are queued or being sent: a few seconds' worth of calls, so
     *     that no connection keeps others waiting
     */
    public record Settings(Duration horizon, int perConnection) {

        public Settings {
            if (horizon.isNegative()) {
                throw new IllegalArgumentException("horizon: cannot lie in the past: " + horizon);
            }
            if (perConnection < 1) {
                throw new IllegalArgumentException(
                        "per-connection: at least one transfer must be under way, not " + perConnection);
            }
        }

        public static Settings defaults() {
            return new Settings(Duration.ofMinutes(1), 50);
        }
    }

    /** Safe to call at any time and from several processes. */
    public Collected collect() {
        Collected collected = ledger.collect();
        if (collected.created() > 0 || collected.withdrawn() > 0) {
            LOG.info("collected {} new transfers, withdrew {}", collected.created(), collected.withdrawn());
        }
        return collected;
    }

    /**
     * Hands over one portion. What the ledger has committed and the queue does not take stays queued in the ledger, until
     * the sweeper finds that nobody comes for it.
     *
     * @return how many
     */
    public int dispatch() {
        List<Dispatch> due = ledger.takeDue(settings.horizon(), settings.perConnection());
        due.forEach(queue::send);
        return due.size();
    }
}
