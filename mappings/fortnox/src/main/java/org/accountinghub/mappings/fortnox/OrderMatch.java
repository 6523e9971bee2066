package org.accountinghub.mappings.fortnox;

import java.util.List;
import java.util.Optional;
import org.accountinghub.mappings.fortnox.wire.FortnoxOrder;
import org.accountinghub.mappings.fortnox.wire.OrderItem;
import org.accountinghub.mappings.model.BillableOrder;
import org.accountinghub.mappings.model.Comparison;
import org.accountinghub.mappings.model.Problem;
import org.accountinghub.mappings.model.Reference;

/** Whether an order found at Fortnox is the one that was sent. */
public final class OrderMatch {

    private static final DocumentMatch ORDERS = new DocumentMatch("order");

    private OrderMatch() {}

    /** Hits of a search by reference that carry exactly it: Fortnox searches by substring. */
    public static List<OrderItem> carrying(Reference reference, List<OrderItem> hits) {
        return hits.stream()
                .filter(hit -> Reference.in(hit.externalInvoiceReference1())
                        .filter(reference::equals)
                        .isPresent())
                .toList();
    }

    /** Amounts sent against amounts ordered there; Fortnox's fees, their VAT and its round-off are explained. */
    public static Comparison compare(BillableOrder sent, FortnoxOrder back) {
        return ORDERS.compare(sent, back);
    }

    /**
     * An order that carries our reference.
     *
     * @param customerNumber the payer's number at Fortnox
     * @return why it is not what was sent; empty = it is
     */
    public static Optional<Problem> confirm(BillableOrder sent, String customerNumber, FortnoxOrder back) {
        return ORDERS.confirm(sent, customerNumber, back);
    }
}
