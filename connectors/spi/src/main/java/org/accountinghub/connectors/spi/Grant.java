package org.accountinghub.connectors.spi;

import java.time.Instant;
import java.util.Optional;

/**
 * What the partner's token service gave.
 *
 * @param refreshToken present when the partner rotates refresh tokens: the previous one is dead from now on
 * @param tenant the company the partner says this is for
 */
public record Grant(Secret accessToken, Instant accessExpires, Optional<Secret> refreshToken, Optional<String> tenant) {

    /** The same, for a company that is known otherwise. */
    public Grant with(Optional<String> otherTenant) {
        return new Grant(accessToken, accessExpires, refreshToken, otherTenant);
    }
}
