package org.accountinghub.connectors.vismaeaccounting.simulator;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.accountinghub.connectors.testkit.oauth.Grant;

/** What those who consented may do themselves, whatever they consented to. */
final class Rights {
    private final Map<String, Set<String>> limits = new HashMap<>();

    /** From now on no more than this. */
    void limit(String tenant, Set<String> scopes) {
        limits.put(tenant, Set.copyOf(scopes));
    }

    boolean allow(Grant grant, String scope) {
        return grant.scopes().contains(scope)
                && limits.getOrDefault(grant.tenant(), grant.scopes()).contains(scope);
    }
}
