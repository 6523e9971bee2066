package org.accountinghub.connectors.spi;

import java.time.Duration;

/**
 * A partner's limit: at most {@code calls} within any sliding {@code window}.
 *
 * @param key what the partner counts by, e.g. {@code fortnox/<client>/<tenant>}; never a secret
 */
public record RateLimit(String key, int calls, Duration window) {

    public RateLimit {
        if (calls < 1 || window.isNegative() || window.isZero()) {
            throw new IllegalArgumentException("a limit needs at least one call in a window: " + key);
        }
    }
}
