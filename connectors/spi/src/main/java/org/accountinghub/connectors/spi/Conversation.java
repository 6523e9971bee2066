package org.accountinghub.connectors.spi;

/** Hears every exchange with the partner while one piece of work is done, so that a transfer can explain itself. */
@FunctionalInterface
public interface Conversation {

    Conversation UNHEARD = exchange -> {};

    /** Called after each request, answered or not. The exchange holds no secret and no personal number. */
    void heard(Exchange exchange);
}
