package org.accountinghub.routes.engine.port;

/**
 * A rule of the service system that had a say in a document.
 *
 * @param rule its name for people: {@code invoiced to}
 * @param detail what it did here, in words: {@code the facility's payer 10002 pays}
 */
public record AppliedRule(String rule, String detail) {}
