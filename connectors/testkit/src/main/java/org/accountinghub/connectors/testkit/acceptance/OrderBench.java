package org.accountinghub.connectors.testkit.acceptance;

import java.util.List;
import org.accountinghub.mappings.model.BillableOrder;

/**
 * What the kit must know besides to test a connector that brings orders as orders, or reads them back. Orders and invoices are
 * named by their ids. What the partner does not do throws {@link UnsupportedOperationException} and changes nothing.
 */
public interface OrderBench extends Bench {

    /** The request that creates an order. */
    String createsOrder();

    /** The request that searches or lists orders to find one again. */
    String searchesOrder();

    /** Puts an order for the order's rows there, for this customer of ours, with this text where our reference goes; its id. */
    String addOrder(BillableOrder order, String customerNumber, String referenceText);

    /** The book-keeper invoices the whole order; answers the invoice. */
    String invoiceOrder(String number);

    /** The book-keeper invoices a part of the order and leaves the rest waiting; answers the invoice. */
    String invoicePart(String number);

    /** The book-keeper makes one invoice of several orders; answers the invoice. */
    String invoiceTogether(List<String> numbers);

    void cancelOrder(String number);

    /** The order disappears. */
    void deleteOrder(String number);
}
