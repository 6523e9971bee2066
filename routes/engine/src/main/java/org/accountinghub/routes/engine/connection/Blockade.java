package org.accountinghub.routes.engine.connection;

import org.accountinghub.mappings.model.Problem;
import org.accountinghub.routes.engine.port.Alerts;
import org.accountinghub.routes.engine.port.ConnectionLedger;

/** Stops and restarts what moves over a connection, with one alert for each. */
public final class Blockade {

    private final ConnectionLedger ledger;
    private final Alerts alerts;

    public Blockade(ConnectionLedger ledger, Alerts alerts) {
        this.ledger = ledger;
        this.alerts = alerts;
    }

    public void raise(String connection, Problem problem) {
        Problem named = ConnectionProblems.naming(connection, problem);
        if (ledger.block(connection, named)) {
            alerts.raised(connection, named);
        }
    }

    public void clear(String connection) {
        ledger.activate(connection).ifPresent(problem -> alerts.cleared(connection, problem.cause()));
    }
}
