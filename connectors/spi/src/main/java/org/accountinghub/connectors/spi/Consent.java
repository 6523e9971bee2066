package org.accountinghub.connectors.spi;

import java.net.URI;

/** How a person consents, in a browser, to what a connection does. */
public interface Consent {

    /** Where the person consents. The partner sends the browser back to {@code redirect} with {@code code} and {@code state}. */
    URI page(String state, URI redirect);

    /**
     * Turns the code of a consent into a grant, with one request to the token service. A code is good once.
     *
     * @throws NoConsentException when the partner refuses for good
     * @throws TokenUnavailableException when it may work later
     */
    Grant exchange(String code, URI redirect);
}
