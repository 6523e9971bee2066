package org.accountinghub.mappings.model;

import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Optional;

/**
 * An order as the accounting system holds it now: what became of a {@link BillableOrder} that was sent as an order.
 *
 * @param number the partner's document number
 * @param reference the hub's mark, where the order carries a well-formed one
 * @param customerNumber what people call the customer there
 * @param customerId the partner's own id of the customer, which stays when the number changes; empty in what was kept before it was read
 * @param rows amounts row by row, in the partner's order, without text rows
 * @param net sum of the rows without VAT
 * @param invoices ids of the invoices made of it, as far as the order itself names them; an invoice may name its order
 *     instead ({@link Invoice#order})
 */
public record PlacedOrder(
        String number,
        Optional<Reference> reference,
        String customerNumber,
        Optional<String> customerId,
        LocalDate date,
        Currency currency,
        List<Invoice.InvoicedRow> rows,
        Money net,
        Money total,
        Status status,
        List<String> invoices) {

    /** How far it has come there. */
    public enum Status {
        /** Waits to be invoiced. */
        OPEN,
        /** A part was invoiced, the rest waits. */
        PARTLY_INVOICED,
        INVOICED,
        CANCELLED
    }

    public PlacedOrder {
        rows = List.copyOf(rows);
        invoices = List.copyOf(invoices);
    }
}
