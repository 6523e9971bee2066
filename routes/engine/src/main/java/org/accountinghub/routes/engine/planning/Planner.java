package org.accountinghub.routes.engine.planning;

import java.time.Duration;
import java.util.List;
import org.accountinghub.routes.engine.Dispatch;
import org.accountinghub.routes.engine.port.Pace;
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
     * How far ahead and how much: a few seconds' worth of calls, found out by what was delivered lately. While a limit of
     * the partner is closed nothing is handed over, for it would only come back.
     *
     * @param horizon what is due within this is handed over, held back by the queue until it is due; it counts as under way
     * @param atFirst so many of one connection are handed over while nothing is known of it
     * @param atMost never more, so that no connection keeps others waiting
     */
    public record Settings(Duration horizon, int atFirst, int atMost) implements Pace {

        /** Of what was delivered in five seconds: two and a half seconds' worth, which is more than one beat takes. */
        private static final int SHARE = 2;

        /** What gets through in one beat. */
        private static final int SMALL_SHARE = 10;

        public Settings {
            if (horizon.isNegative()) {
                throw new IllegalArgumentException("horizon: cannot lie in the past: " + horizon);
            }
            if (atFirst < 1) {
                throw new IllegalArgumentException(
                        "at-first: at least one transfer must be handed over, not " + atFirst);
            }
            if (atMost < atFirst) {
                throw new IllegalArgumentException("at-most: " + atMost + " is less than at-first, " + atFirst);
            }
        }

        public static Settings defaults() {
            return new Settings(Duration.ofSeconds(5), 4, 50);
        }

        /** Grows while nothing is refused; one that gets through wastes less of a limit than several that do not. */
        @Override
        public int room(Load load) {
            if (load.closed()) {
                return 0;
            }
            int worth = load.slowedLately()
                    ? Math.max(1, load.deliveredLately() / SMALL_SHARE)
                    : Math.max(atFirst, load.deliveredLately() / SHARE);
            return Math.min(atMost, worth) - load.underWay();
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
        List<Dispatch> due = ledger.takeDue(settings.horizon(), settings);
        if (!due.isEmpty()) {
            queue.send(due);
        }
        return due.size();
    }
}
