package org.accountinghub.connectors.spi;

import java.util.Optional;

/**
 * Getting and renewing tokens at one partner; a connector that needs tokens implements it. A session is a token too: the
 * login is {@link #renew} without refresh token, and a session without known end is given one that is far away, since a
 * refused one is replaced by {@link Tokens#insteadOf}. The hub keeps one for all its processes and logs in one at a time.
 * Each method makes at most one request to the token service and never re-sends it. All throw {@link NoConsentException}
 * when the partner refuses for good, {@link TokenUnavailableException} when it may work later.
 */
public interface Authorization extends Connector {

    /** How a person consents; empty = {@link #renew} works from settings alone. */
    Optional<Consent> consent();

    /**
     * A new grant: by the refresh token where there is one, else by client credentials or by logging in.
     *
     * @param tenant the company pinned at first consent, where known
     */
    Grant renew(Optional<Secret> refreshToken, Optional<String> tenant);
}
