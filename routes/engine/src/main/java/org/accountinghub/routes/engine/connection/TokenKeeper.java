package org.accountinghub.routes.engine.connection;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.accountinghub.connectors.spi.Authorization;
import org.accountinghub.connectors.spi.Grant;
import org.accountinghub.connectors.spi.NoConsentException;
import org.accountinghub.connectors.spi.Secret;
import org.accountinghub.connectors.spi.Tokens;
import org.accountinghub.routes.engine.Connection;
import org.accountinghub.routes.engine.port.ConnectionLedger;

/**
 * One connection's tokens. Whoever renews does so under the ledger's lock, and uses nothing that is not committed: killed
 * in between, the connection is blocked, for the partner has thrown the old refresh token away.
 */
final class TokenKeeper implements Tokens {

    /** A token that ends sooner is not begun with. */
    private static final Duration MARGIN = Duration.ofSeconds(60);

    private final String connection;
    private final ConnectionLedger ledger;
    private final InstantSource clock;
    private final AtomicReference<Optional<Grant>> cached = new AtomicReference<>(Optional.empty());
    private final AtomicReference<Optional<Authorization>> authorization = new AtomicReference<>(Optional.empty());

    TokenKeeper(String connection, ConnectionLedger ledger, InstantSource clock) {
        this.connection = connection;
        this.ledger = ledger;
        this.clock = clock;
    }

    /** Who gets tokens; known only once the connector, which is given this keeper, is open. */
    void getThemBy(Authorization partner) {
        authorization.set(Optional.of(partner));
    }

    @Override
    public Secret current() {
        return token(Optional.empty());
    }

    @Override
    public Secret insteadOf(Secret refused) {
        return token(Optional.of(refused));
    }

    private Secret token(Optional<Secret> refused) {
        return cached.get()
                .filter(grant -> usable(grant, refused))
                .orElseGet(() -> fetch(refused))
                .accessToken();
    }

    private synchronized Grant fetch(Optional<Secret> refused) {
        Grant grant = cached.get()
                .filter(theirs -> usable(theirs, refused))
                .or(() -> ledger.grant(connection).filter(stored -> usable(stored, refused)))
                .orElseGet(() -> renew(refused));
        cached.set(Optional.of(grant));
        return grant;
    }

    private Grant renew(Optional<Secret> refused) {
        Authorization partner = authorization
                .get()
                .orElseThrow(() -> new IllegalStateException("connection " + connection + " has no tokens to ask for"));
        Optional<String> tenant = ledger.find(connection).flatMap(Connection::tenant);
        Grant grant = ledger.changeGrant(
                connection,
                stored -> stored.filter(theirs -> usable(theirs, refused))
                        .or(() -> Optional.of(renewed(partner, stored, tenant))));
        if (tenant.isEmpty()
                && !grant.tenant()
                        .map(company -> ledger.pinTenant(connection, company))
                        .orElse(true)) {
            throw new NoConsentException(ConnectionProblems.otherCompany(connection));
        }
        return grant;
    }

    private Grant renewed(Authorization partner, Optional<Grant> stored, Optional<String> tenant) {
        Optional<Secret> refreshToken = stored.flatMap(Grant::refreshToken);
        if (partner.consent().isPresent() && refreshToken.isEmpty()) {
            throw new NoConsentException(ConnectionProblems.noConsent(connection));
        }
        Grant grant = partner.renew(refreshToken, tenant);
        if (tenant.isPresent() && grant.tenant().isPresent() && !grant.tenant().equals(tenant)) {
            throw new NoConsentException(ConnectionProblems.otherCompany(connection));
        }
        return grant.refreshToken().isPresent() || refreshToken.isEmpty()
                ? grant
                : new Grant(grant.accessToken(), grant.accessExpires(), refreshToken, grant.tenant());
    }

    private boolean usable(Grant grant, Optional<Secret> refused) {
        return grant.accessExpires().isAfter(clock.instant().plus(MARGIN))
                && refused.map(token -> !token.equals(grant.accessToken())).orElse(true);
    }
}
