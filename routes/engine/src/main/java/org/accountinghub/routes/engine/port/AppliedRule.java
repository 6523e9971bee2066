package org.accountinghub.routes.engine.port;

/**
 * A rule of the service system that applied to a document: why it goes to this payer, as an invoice, with these prices.
 *
 * @param rule its stable name, kebab case: {@code payer}, {@code prices}, {@code to-be-ordered}
 * @param detail what it did to this document, in plain words for people
 */
public record AppliedRule(String rule, String detail) {}
