package org.accountinghub.mappings.model;

/**
 * Who a billable document is: one payer's part of one order. A higher generation is a person's explicit "send again".
 *
 * @param payer customer number of the payer
 * @param generation counted from 1
 */
public record DocumentKey(SourceKey order, String payer, int generation) {

    public DocumentKey {
        if (payer.isBlank() || generation < 1) {
            throw new IllegalArgumentException("a document needs a payer and a generation from 1: " + order);
        }
    }

    /** What the partner's document carries, to be found again by. */
    public Reference reference() {
        return Reference.of(this);
    }
}
