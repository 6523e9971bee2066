package org.accountinghub.connectors.spi;

/** Leave to call a partner, counted where the partner counts. One permit is one request on the wire. */
public interface Permits {

    /**
     * Returns when the call may be made now, having waited a short while at most.
     *
     * @throws LimitReachedException when it may not be made soon; nothing was sent
     */
    void acquire(RateLimit limit);

    /** The partner says the limit is reached although we thought otherwise: nobody calls before the time has passed. */
    void exhausted(RateLimit limit, java.time.Duration wait);
}
