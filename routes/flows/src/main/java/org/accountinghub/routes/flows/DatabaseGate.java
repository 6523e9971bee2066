package org.accountinghub.routes.flows;

import java.time.Duration;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import org.apache.camel.CamelContext;
import org.apache.camel.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What needs the database passes here. While it does not answer, beats are left out and a consumer keeps the one message
 * it has in its hand, so that an outage, however long, spends no delivery and fills no dead letters. It opens by itself.
 */
public final class DatabaseGate {

    private static final Logger LOG = LoggerFactory.getLogger(DatabaseGate.class);
    private static final Duration BETWEEN_PROBES = Duration.ofSeconds(1);
    private static final long PAUSE_NANOS = Duration.ofMillis(100).toNanos();

    private final CamelContext camel;
    private final BooleanSupplier databaseAnswers;
    private final long betweenProbes;
    private final ReentrantLock probing = new ReentrantLock();
    private volatile boolean closed;
    private volatile long probed;

    /** @param databaseAnswers asks the database; may take seconds when it is away, and may throw */
    public DatabaseGate(CamelContext camel, BooleanSupplier databaseAnswers) {
        this(camel, databaseAnswers, BETWEEN_PROBES);
    }

    DatabaseGate(CamelContext camel, BooleanSupplier databaseAnswers, Duration betweenProbes) {
        this.camel = camel;
        this.databaseAnswers = databaseAnswers;
        this.betweenProbes = betweenProbes.toNanos();
    }

    /** Whether the database was away when it was last asked. */
    public boolean isClosed() {
        return closed;
    }

    /** For the beats: those that come while the database is away are left out. */
    Predicate isOpen() {
        return exchange -> opens();
    }

    /** Does the work when the database answers. What failed because it did not is done again when it does. */
    void pass(Runnable work) {
        boolean done = false;
        while (!done) {
            waitUntilOpen();
            try {
                work.run();
                done = true;
            } catch (RuntimeException e) {
                if (!closesAfterFailure()) {
                    throw e;
                }
            }
        }
    }

    /** Closes when the database does not answer. Whatever failed: asking it is surer than reading exceptions. */
    boolean closesAfterFailure() {
        probing.lock();
        try {
            if (!closed && !answers()) {
                closed = true;
                LOG.error("The database does not answer: nothing is taken from the queue until it does");
            }
            return closed;
        } finally {
            probing.unlock();
        }
    }

    private void waitUntilOpen() {
        while (!opens()) {
            if (camel.isStopping()
                    || camel.isStopped()
                    || Thread.currentThread().isInterrupted()) {
                throw new RejectedExecutionException("the hub stops while the database is away");
            }
            LockSupport.parkNanos(PAUSE_NANOS);
        }
    }

    /** Whoever comes to the closed gate asks the database, one at a time and not too often. */
    private boolean opens() {
        if (closed && System.nanoTime() - probed >= betweenProbes && probing.tryLock()) {
            try {
                if (closed && answers()) {
                    closed = false;
                    LOG.info("The database answers again: deliveries go on");
                }
            } finally {
                probing.unlock();
            }
        }
        return !closed;
    }

    private boolean answers() {
        try {
            return databaseAnswers.getAsBoolean();
        } catch (RuntimeException e) {
            LOG.debug("asking the database failed: {}", e.getClass().getSimpleName());
            return false;
        } finally {
            probed = System.nanoTime();
        }
    }
}
