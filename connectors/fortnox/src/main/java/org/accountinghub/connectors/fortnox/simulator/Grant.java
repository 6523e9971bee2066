package org.accountinghub.connectors.fortnox.simulator;

import java.time.Instant;
import java.util.Set;

/** What a code or a token lets its bearer do, until when. */
record Grant(String clientId, String tenant, Set<String> scopes, String redirectUri, Instant expires) {
    Grant {
        scopes = Set.copyOf(scopes);
    }

    Grant until(Instant other) {
        return new Grant(clientId, tenant, scopes, redirectUri, other);
    }

    boolean isAliveAt(Instant now) {
        return now.isBefore(expires);
    }
}
