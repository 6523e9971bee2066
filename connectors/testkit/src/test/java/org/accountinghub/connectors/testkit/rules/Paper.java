package org.accountinghub.connectors.testkit.rules;

import java.time.Instant;
import java.util.List;
import org.accountinghub.mappings.model.BillableOrder;
import org.accountinghub.mappings.model.PlacedOrder.Status;

/** A document at {@link PaperPartner}: an invoice, or an order, which then has a status and invoices. */
record Paper(
        String id,
        String kind,
        BillableOrder content,
        String reference,
        String customer,
        boolean booked,
        Status status,
        List<String> invoices,
        Instant changed) {

    Paper booked(Instant now) {
        return new Paper(id, kind, content, reference, customer, true, status, invoices, now);
    }

    Paper unbooked() {
        return new Paper(id, kind, content, reference, customer, false, status, invoices, changed);
    }

    Paper with(Status other, List<String> made, Instant now) {
        return new Paper(id, kind, content, reference, customer, booked, other, made, now);
    }
}
