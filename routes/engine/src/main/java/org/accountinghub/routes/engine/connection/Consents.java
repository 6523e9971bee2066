package org.accountinghub.routes.engine.connection;

import java.net.URI;
import java.util.Optional;
import java.util.function.Supplier;
import org.accountinghub.connectors.spi.Authorization;
import org.accountinghub.connectors.spi.Consent;
import org.accountinghub.connectors.spi.Grant;
import org.accountinghub.connectors.spi.InvalidSettingsException;
import org.accountinghub.connectors.spi.NoConsentException;
import org.accountinghub.connectors.spi.TokenUnavailableException;
import org.accountinghub.mappings.model.Problem;
import org.accountinghub.routes.engine.Connection;
import org.accountinghub.routes.engine.port.ConnectionLedger;

/** A person's consent in the browser: from the link to the stored tokens. */
public final class Consents {

    private final ConnectionLedger ledger;
    private final Connectors connectors;
    private final Blockade blockade;
    private final Supplier<String> states;
    private final URI redirect;

    /**
     * @param states gives values nobody can guess, each once
     * @param redirect where the partner sends the browser back to
     */
    public Consents(
            ConnectionLedger ledger, Connectors connectors, Blockade blockade, Supplier<String> states, URI redirect) {
        this.ledger = ledger;
        this.connectors = connectors;
        this.blockade = blockade;
        this.states = states;
        this.redirect = redirect;
    }

    /** A link to the partner's consent page, or why there is none. */
    public record Start(Optional<URI> link, Optional<Problem> problem) {}

    /** Whose consent it was, and why it was refused; no problem = the connection works now. */
    public record Finish(Optional<String> connection, Optional<Problem> problem) {}

    public Start start(String name) {
        Optional<Connection> connection = ledger.find(name);
        if (connection.isEmpty()) {
            return new Start(Optional.empty(), Optional.of(ConnectionProblems.connectionUnknown(name)));
        }
        try {
            Optional<Consent> consent = consent(connection.get());
            if (consent.isPresent()) {
                String state = states.get();
                ledger.startConsent(name, state);
                return new Start(Optional.of(consent.get().page(state, redirect)), Optional.empty());
            }
            return new Start(Optional.empty(), Optional.of(ConnectionProblems.consentNotNeeded(name)));
        } catch (InvalidSettingsException e) {
            return new Start(Optional.empty(), Optional.of(ConnectionProblems.settingsInvalid(name, e)));
        }
    }

    /** Exchanges the code. Tokens of another company than the pinned one are not kept. */
    public Finish finish(String state, String code) {
        Optional<Connection> connection = ledger.finishConsent(state).flatMap(ledger::find);
        if (connection.isEmpty()) {
            return new Finish(Optional.empty(), Optional.of(ConnectionProblems.consentUnknown()));
        }
        return new Finish(connection.map(Connection::name), finish(connection.get(), code));
    }

    private Optional<Problem> finish(Connection connection, String code) {
        try {
            Optional<Consent> consent = consent(connection);
            if (consent.isEmpty()) {
                return Optional.of(ConnectionProblems.consentNotNeeded(connection.name()));
            }
            Grant grant = consent.get().exchange(code, redirect);
            if (!sameCompany(connection, grant)) {
                return Optional.of(ConnectionProblems.otherCompany(connection.name()));
            }
            ledger.changeGrant(connection.name(), before -> Optional.of(grant));
            blockade.clear(connection.name());
            return Optional.empty();
        } catch (NoConsentException e) {
            return Optional.of(e.problem());
        } catch (TokenUnavailableException e) {
            return Optional.of(e.problem());
        } catch (InvalidSettingsException e) {
            return Optional.of(ConnectionProblems.settingsInvalid(connection.name(), e));
        }
    }

    private Optional<Consent> consent(Connection connection) {
        return connectors.open(connection) instanceof Authorization partner ? partner.consent() : Optional.empty();
    }

    private boolean sameCompany(Connection connection, Grant grant) {
        return grant.tenant()
                .map(company -> ledger.pinTenant(connection.name(), company))
                .orElse(connection.tenant().isEmpty());
    }
}
