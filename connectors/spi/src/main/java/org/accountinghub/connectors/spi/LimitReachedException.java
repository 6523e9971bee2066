package org.accountinghub.connectors.spi;

import java.time.Duration;

/** No permit soon. The call was not made. */
public final class LimitReachedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Duration retryAfter;

    public LimitReachedException(RateLimit limit, Duration retryAfter) {
        super(
                "limit of " + limit.calls() + " calls per " + limit.window() + " reached for " + limit.key(),
                null,
                false,
                false);
        this.retryAfter = retryAfter;
    }

    /** How long until a permit can be expected. */
    public Duration retryAfter() {
        return retryAfter;
    }
}
