package org.accountinghub.mappings.fortnox;

import java.util.List;
import java.util.Optional;
import org.accountinghub.mappings.fortnox.wire.FortnoxInvoice;
import org.accountinghub.mappings.fortnox.wire.InvoiceItem;
import org.accountinghub.mappings.model.BillableOrder;
import org.accountinghub.mappings.model.Comparison;
import org.accountinghub.mappings.model.Problem;
import org.accountinghub.mappings.model.Reference;

/** Whether an invoice found at Fortnox is the one that was sent. */
public final class InvoiceMatch {

    private static final DocumentMatch INVOICES = new DocumentMatch("invoice");

    private InvoiceMatch() {}

    /** Hits of a search by reference that carry exactly it: Fortnox searches by substring. */
    public static List<InvoiceItem> carrying(Reference reference, List<InvoiceItem> hits) {
        return hits.stream()
                .filter(hit -> Reference.in(hit.externalInvoiceReference1())
                        .filter(reference::equals)
                        .isPresent())
                .toList();
    }

    /** Amounts sent against amounts invoiced; Fortnox's fees, their VAT and its round-off are explained. */
    public static Comparison compare(BillableOrder sent, FortnoxInvoice back) {
        return INVOICES.compare(sent, back);
    }

    /**
     * An invoice that carries our reference.
     *
     * @param customerNumber the payer's number at Fortnox
     * @return why it is not what was sent; empty = it is
     */
    public static Optional<Problem> confirm(BillableOrder sent, String customerNumber, FortnoxInvoice back) {
        return INVOICES.confirm(sent, customerNumber, back);
    }
}
