package org.accountinghub.connectors.spi;

import java.time.Duration;

/**
 * One write of a delivery.
 *
 * @param name unique within the delivery, kebab case: {@code create}, {@code bookkeep}
 * @param lateness L of the published promise: how long after its request a write whose answer was lost may still appear
 *     at the partner. The two settle waits of class C together exceed it; zero where nothing is searched for
 */
public record Step(String name, IdempotencyClass idempotency, Duration lateness) {

    public static final String CREATE = "create";

    public Step {
        if (lateness.isNegative()) {
            throw new IllegalArgumentException("a step cannot commit before its request: " + name);
        }
    }

    public static Step create(IdempotencyClass idempotency, Duration lateness) {
        return new Step(CREATE, idempotency, lateness);
    }
}
