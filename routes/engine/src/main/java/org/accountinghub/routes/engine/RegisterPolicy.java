package org.accountinghub.routes.engine;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.accountinghub.mappings.model.register.FieldGroup;

/**
 * How one register is kept between the store and one connection.
 *
 * @param schedule when it is imported: cron of five fields in the connection's time zone; empty = on demand only
 * @param export whether what changes in the store goes to the accounting system
 * @param numbers whose numbers customers have over there
 * @param masters by group; a group that is not named has the store, {@link FieldGroup#ACCOUNTING} always the accounting system
 */
public record RegisterPolicy(
        Optional<String> schedule, boolean export, Numbers numbers, Map<FieldGroup, Side> masters) {

    /** One of the two that are kept alike. */
    public enum Side {
        STORE,
        ACCOUNTING
    }

    /** Whose number a record has at the partner. */
    public enum Numbers {
        /** As is usual at the accounting system. */
        USUAL,
        /** The store's number is used there. */
        OURS,
        /** The partner gives the number, and the store keeps it as the accounting customer number. */
        THEIRS,
        /** Both keep their own; the binding maps them. */
        MAPPED
    }

    public RegisterPolicy {
        Map<FieldGroup, Side> sorted = new EnumMap<>(FieldGroup.class);
        sorted.putAll(masters);
        if (sorted.getOrDefault(FieldGroup.ACCOUNTING, Side.ACCOUNTING) != Side.ACCOUNTING) {
            throw new IllegalArgumentException(
                    "only the accounting system knows what it owns: " + FieldGroup.ACCOUNTING);
        }
        masters = Map.copyOf(sorted);
    }

    /** On demand, nothing exported, the store master of everything that both may know. */
    public static RegisterPolicy defaults() {
        return new RegisterPolicy(Optional.empty(), false, Numbers.USUAL, Map.of());
    }

    public Side master(FieldGroup group) {
        return group == FieldGroup.ACCOUNTING ? Side.ACCOUNTING : masters.getOrDefault(group, Side.STORE);
    }
}
