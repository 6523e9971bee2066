package org.accountinghub.routes.engine.connection;

import java.util.List;
import java.util.Optional;
import org.accountinghub.connectors.spi.Conversation;
import org.accountinghub.connectors.spi.InvalidSettingsException;
import org.accountinghub.connectors.spi.LimitReachedException;
import org.accountinghub.connectors.spi.NoConsentException;
import org.accountinghub.connectors.spi.TokenUnavailableException;
import org.accountinghub.mappings.model.Problem;
import org.accountinghub.routes.engine.Connection;
import org.accountinghub.routes.engine.port.ConnectionLedger;

/** Tries connections without writing anything at the partner, and frees those that are well again. */
public final class ConnectionCheck {

    private final ConnectionLedger ledger;
    private final Connectors connectors;
    private final Blockade blockade;

    public ConnectionCheck(ConnectionLedger ledger, Connectors connectors, Blockade blockade) {
        this.ledger = ledger;
        this.connectors = connectors;
        this.blockade = blockade;
    }

    /** Everything that is missing for this connection to work; a blocked one that lacks nothing is freed. Empty = unknown. */
    public Optional<List<Problem>> check(String name) {
        return ledger.find(name).map(connection -> {
            List<Problem> missing = missing(connection).stream()
                    .map(problem -> ConnectionProblems.naming(name, problem))
                    .toList();
            if (missing.isEmpty()) {
                blockade.clear(name);
            }
            return missing;
        });
    }

    /** Tries every blocked connection once; for a schedule of minutes, as each try may cost a call to a token service. */
    public void retryBlocked() {
        ledger.connections().stream()
                .filter(connection -> connection.state() == Connection.State.BLOCKED)
                .forEach(connection -> check(connection.name()));
    }

    private List<Problem> missing(Connection connection) {
        try {
            return connectors.open(connection).check(Conversation.UNHEARD);
        } catch (InvalidSettingsException e) {
            return List.of(ConnectionProblems.settingsInvalid(connection.name(), e));
        } catch (NoConsentException e) {
            return List.of(e.problem());
        } catch (TokenUnavailableException e) {
            return List.of(e.problem());
        } catch (LimitReachedException e) {
            return List.of(ConnectionProblems.limitReached());
        }
    }
}
