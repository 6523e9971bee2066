package org.accountinghub.connectors.fortnox.simulator;

import java.util.Locale;

/**
 * What nobody outside Fortnox has seen for certain. Each company of the simulator behaves by one of the two answers, so
 * that a client can be tried with both; all hold in a new company.
 */
public enum Assumption {
    /** An invoice made of an order carries the order's ExternalInvoiceReference1 and 2. */
    INVOICE_COPIES_REFERENCES,
    /** What was not delivered when an order is invoiced becomes an order of its own, of type BackOrder. */
    REST_ORDER,
    /** A rest order carries the first order's references. */
    REST_ORDER_COPIES_REFERENCES,
    /**
     * As soon as somebody asks for tax reduction, the document's reduction is the sum of what is asked for; before, and
     * otherwise for ever, it is computed from the rows.
     */
    REDUCTION_IS_WHAT_IS_ASKED_FOR,
    /** The print service marks an invoice as sent. */
    PRINT_SERVICE_MARKS_SENT,
    /** The word API_BLANK deletes a text of a customer or an article; otherwise it is a text as any. */
    WORD_CLEARS;

    /** As the administration names it: {@code rest-order}. */
    String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Assumption of(String label) {
        return valueOf(label.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
