package org.accountinghub.routes.flows;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import org.apache.camel.CamelContext;
import org.apache.camel.Route;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.NonTransientDataAccessResourceException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.transaction.TransactionException;

/**
 * While the database is away nothing is taken from the queue, so that an outage never empties it into the dead letters.
 */
public final class DatabaseGate {

    private static final Logger LOG = LoggerFactory.getLogger(DatabaseGate.class);

    private final CamelContext camel;
    private final BooleanSupplier databaseAnswers;
    private final AtomicBoolean closed = new AtomicBoolean();

    public DatabaseGate(CamelContext camel, BooleanSupplier databaseAnswers) {
        this.camel = camel;
        this.databaseAnswers = databaseAnswers;
    }

    public boolean isClosed() {
        return closed.get();
    }

    /** Closes when the failure looks like an absent database, and the database does not answer indeed. */
    public void suspect(Throwable failure) {
        if (looksLikeOutage(failure) && !databaseAnswers.getAsBoolean() && closed.compareAndSet(false, true)) {
            LOG.error("The database does not answer: nothing is taken from the queue until it does.");
            camel.getExecutorServiceManager()
                    .newThread("database-gate", this::suspendDeliveries)
                    .start();
        }
    }

    /** Opens when the database answers again. */
    void probe() throws Exception {
        if (closed.get() && databaseAnswers.getAsBoolean()) {
            for (Route route : camel.getRoutes()) {
                if (DeliveryRoutes.isDelivery(route.getRouteId())) {
                    camel.getRouteController().resumeRoute(route.getRouteId());
                }
            }
            closed.set(false);
            LOG.info("The database answers again: deliveries go on.");
        }
    }

    private void suspendDeliveries() {
        for (Route route : camel.getRoutes()) {
            if (DeliveryRoutes.isDelivery(route.getRouteId())) {
                try {
                    camel.getRouteController().suspendRoute(route.getRouteId());
                } catch (Exception e) {
                    LOG.warn("{} could not be suspended: {}", route.getRouteId(), e.toString());
                }
            }
        }
    }

    private static boolean looksLikeOutage(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof NonTransientDataAccessResourceException
                    || cause instanceof TransientDataAccessException
                    || cause instanceof RecoverableDataAccessException
                    || cause instanceof TransactionException
                    || cause instanceof java.sql.SQLException) {
                return true;
            }
        }
        return false;
    }
}
