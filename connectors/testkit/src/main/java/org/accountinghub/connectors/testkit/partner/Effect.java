package org.accountinghub.connectors.testkit.partner;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;

/**
 * Something that really happened at the partner, to one document of one tenant.
 *
 * @param sequence counts from 1 over the whole book
 * @param kind {@code customer}, {@code article}, {@code invoice}, {@code payment}, {@code order}, …
 * @param reference the sender's own reference in the document, else empty
 * @param customer the number of the customer that the document is for, else empty
 * @param amounts totals by the partner's own names ({@code Total}, {@code TotalVAT}, …)
 * @param currency ISO code, empty where nothing has an amount
 * @param requestId the request that caused it, or {@code by hand} for a verb of the book-keeper
 */
public record Effect(
        long sequence,
        Instant at,
        String tenant,
        String kind,
        Action action,
        String number,
        String reference,
        String customer,
        Map<String, BigDecimal> amounts,
        String currency,
        String requestId) {

    /** What was done. */
    public enum Action {
        CREATED,
        /** Made by the partner out of another of its documents: an invoice of an order, the rest of an order. */
        DERIVED,
        UPDATED,
        DELETED,
        /** Marked as sent, by whoever sent it. */
        SENT,
        EMAILED,
        EINVOICED,
        /** Printed where somebody has a printer. */
        PRINTED,
        /** Printed and sent as a letter by the partner's print service. */
        POSTED,
        BOOKED,
        CANCELLED,
        CREDITED,
        INVOICED,
        PAID
    }

    public Effect {
        amounts = Map.copyOf(amounts);
    }
}
