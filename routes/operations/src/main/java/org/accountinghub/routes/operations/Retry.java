package org.accountinghub.routes.operations;

import org.jspecify.annotations.Nullable;

/**
 * How to retry.
 *
 * @param notThere true = the person looked and found nothing at the partner; what is in doubt and cannot be searched
 *     for is retried on this word only, and what a search cannot decide is decided by it
 */
public record Retry(@Nullable Boolean notThere) {

    boolean isSurelyNotThere() {
        return Boolean.TRUE.equals(notThere);
    }
}
