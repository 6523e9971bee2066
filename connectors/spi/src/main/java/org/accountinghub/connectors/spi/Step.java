package org.accountinghub.connectors.spi;

/**
 * One write of a delivery.
 *
 * @param name unique within the delivery, kebab case: {@code create}, {@code bookkeep}
 */
public record Step(String name, IdempotencyClass idempotency) {

    public static final String CREATE = "create";
}
