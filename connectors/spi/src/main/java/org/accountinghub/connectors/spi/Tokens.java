package org.accountinghub.connectors.spi;

/**
 * The connection's access token, kept by the hub: one refresher at a time over all processes, a rotated refresh token is
 * stored before anything is called with what came with it.
 */
public interface Tokens {

    /**
     * A token that is believed to be good.
     *
     * @throws NoConsentException when nobody may act for this connection until a person consents again
     * @throws TokenUnavailableException when none can be had now, but perhaps later
     */
    Secret current();

    /** A token other than the one the partner refused. Throws as {@link #current()} does. */
    Secret insteadOf(Secret refused);
}
