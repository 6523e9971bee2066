package org.accountinghub.connectors.spi;

import java.net.URI;
import java.util.Optional;

/**
 * Getting and renewing tokens at one partner; a connector that needs tokens implements it. Each method makes at most one
 * request to the token service and never re-sends it. All throw {@link NoConsentException} when the partner refuses for
 * good, {@link TokenUnavailableException} when it may work later.
 */
public interface Authorization extends Connector {

    /** Whether a person has to consent in a browser (else {@link #renew} works from settings alone). */
    boolean needsConsent();

    /** Where the person consents. The partner sends the browser back to {@code redirect} with {@code code} and {@code state}. */
    URI consentPage(String state, URI redirect);

    /** Turns the code of a consent into a grant. A code is good once. */
    Grant exchange(String code, URI redirect);

    /**
     * A new grant: by the refresh token where there is one, else by client credentials.
     *
     * @param tenant the company pinned at first consent, where known
     */
    Grant renew(Optional<Secret> refreshToken, Optional<String> tenant);
}
