package org.accountinghub.connectors.spi;

import java.net.URI;
import java.util.Optional;

/**
 * Getting and renewing tokens at one partner; a connector that needs tokens implements it. A session is a token too: the
 * login is {@link #renew} without refresh token, and a session without known end is given one that is far away, since a
 * refused one is replaced by {@link Tokens#insteadOf}. The hub keeps one for all its processes and logs in one at a time.
 * Each method makes at most one request to the token service and never re-sends it. All throw {@link NoConsentException}
 * when the partner refuses for good, {@link TokenUnavailableException} when it may work later.
 */
public interface Authorization extends Connector {

    /** Whether a person has to consent in a browser (else {@link #renew} works from settings alone). */
    boolean needsConsent();

    /**
     * Where the person consents; asked only of a connector that needs consent, as is {@link #exchange}. The partner sends the
     * browser back to {@code redirect} with {@code code} and {@code state}.
     */
    default URI consentPage(String state, URI redirect) {
        throw new UnsupportedOperationException("nobody consents to this connection");
    }

    /** Turns the code of a consent into a grant. A code is good once. */
    default Grant exchange(String code, URI redirect) {
        throw new UnsupportedOperationException("nobody consents to this connection");
    }

    /**
     * A new grant: by the refresh token where there is one, else by client credentials or by logging in.
     *
     * @param tenant the company pinned at first consent, where known
     */
    Grant renew(Optional<Secret> refreshToken, Optional<String> tenant);
}
