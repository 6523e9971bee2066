package org.accountinghub.routes.operations;

import org.accountinghub.mappings.model.Problem;
import org.accountinghub.routes.engine.port.Alerts;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Alerts as lines of the log, for whatever watches it. */
public final class LoggedAlerts implements Alerts {

    private static final Logger LOG = LoggerFactory.getLogger(LoggedAlerts.class);

    @Override
    public void raised(String connection, Problem problem) {
        LOG.error("ALERT {}: {}: {}", connection, problem.cause(), Sentences.of(problem));
    }

    @Override
    public void cleared(String connection, String cause) {
        LOG.info("CLEARED {}: {}", connection, cause);
    }
}
