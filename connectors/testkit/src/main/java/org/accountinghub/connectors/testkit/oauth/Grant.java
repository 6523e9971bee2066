package org.accountinghub.connectors.testkit.oauth;

import java.util.Set;

/**
 * What a code or a token lets its bearer do.
 *
 * @param redirectUri to which the code was sent; empty where nobody was asked at a page
 */
public record Grant(String clientId, String tenant, Set<String> scopes, String redirectUri) {
    public Grant {
        scopes = Set.copyOf(scopes);
    }
}
