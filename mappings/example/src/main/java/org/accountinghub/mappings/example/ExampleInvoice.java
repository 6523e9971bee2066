package org.accountinghub.mappings.example;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * An invoice as it stands there.
 *
 * @param balance what is left to pay
 * @param paidOn the day of the last payment when nothing is left to pay, as 2026-03-02; else empty
 */
public record ExampleInvoice(
        String number,
        Content content,
        boolean booked,
        boolean cancelled,
        BigDecimal balance,
        String paidOn,
        Instant changed) {

    /**
     * What an invoice is created from. Amounts are without VAT; the system computes net, VAT once per rate, and total itself and
     * refuses what does not add up.
     *
     * @param reference ours; lists are searched by any part of it
     */
    public record Content(
            String reference,
            String orderNumber,
            String customer,
            LocalDate date,
            String currency,
            List<Line> lines,
            BigDecimal net,
            BigDecimal vat) {
        public Content {
            lines = List.copyOf(lines);
        }
    }

    /** @param amount of the whole line, after discount; a line of text has quantity and amount 0 */
    public record Line(String article, String text, BigDecimal quantity, BigDecimal amount, BigDecimal vatRate) {}

    /** A page of a list; {@code next} is empty on the last one. */
    public record Page(List<ExampleInvoice> invoices, String next) {
        public Page {
            invoices = List.copyOf(invoices);
        }
    }
}
