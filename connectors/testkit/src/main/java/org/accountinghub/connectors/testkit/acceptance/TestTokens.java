package org.accountinghub.connectors.testkit.acceptance;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.accountinghub.connectors.spi.Authorization;
import org.accountinghub.connectors.spi.Connector;
import org.accountinghub.connectors.spi.Grant;
import org.accountinghub.connectors.spi.Secret;
import org.accountinghub.connectors.spi.Tokens;

/** One connection's tokens, renewed by its connector as the hub would, and every secret that was ever given. */
public final class TestTokens implements Tokens {

    private final InstantSource clock;
    private final List<Secret> seen = new ArrayList<>();
    private Optional<Grant> grant = Optional.empty();
    private Optional<Authorization> authorization = Optional.empty();

    TestTokens(InstantSource clock) {
        this.clock = clock;
    }

    void renewedBy(Connector connector) {
        authorization = connector instanceof Authorization known ? Optional.of(known) : Optional.empty();
    }

    @Override
    public synchronized Secret current() {
        return grant.filter(known -> clock.instant().isBefore(known.accessExpires()))
                .orElseGet(this::renewed)
                .accessToken();
    }

    @Override
    public synchronized Secret insteadOf(Secret refused) {
        return grant.filter(known -> !known.accessToken().equals(refused))
                .orElseGet(this::renewed)
                .accessToken();
    }

    /** Starts from this grant, as after a consent. */
    public synchronized void keep(Grant given) {
        grant = Optional.of(given);
        seen.add(given.accessToken());
        given.refreshToken().ifPresent(seen::add);
    }

    synchronized Optional<Grant> grant() {
        return grant;
    }

    synchronized List<Secret> seen() {
        return List.copyOf(seen);
    }

    private Grant renewed() {
        Grant renewed = authorization
                .orElseThrow(() -> new IllegalStateException("this connector needs no token"))
                .renew(grant.flatMap(Grant::refreshToken), grant.flatMap(Grant::tenant));
        keep(renewed);
        return renewed;
    }
}
