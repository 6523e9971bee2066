package org.accountinghub.connectors.testkit.acceptance;

import java.util.EnumMap;
import java.util.Map;

/** All behaviours but some, each of these with the reason why the partner does not have it. */
public final class Behaviours {

    private final Map<Behaviour, String> reasons;

    private Behaviours(Map<Behaviour, String> reasons) {
        this.reasons = reasons;
    }

    public static Behaviours all() {
        return new Behaviours(Map.of());
    }

    /** @param reason a sentence: what the partner does instead, and who says so */
    public Behaviours without(Behaviour behaviour, String reason) {
        if (!reason.contains(" ") || !reason.endsWith(".")) {
            throw new IllegalArgumentException("say in a sentence why there is no " + behaviour);
        }
        Map<Behaviour, String> more = new EnumMap<>(Behaviour.class);
        more.putAll(reasons);
        more.put(behaviour, reason);
        return new Behaviours(Map.copyOf(more));
    }

    boolean has(Behaviour behaviour) {
        return !reasons.containsKey(behaviour);
    }

    @Override
    public String toString() {
        return reasons.isEmpty() ? "all behaviours" : "all behaviours but " + reasons;
    }
}
