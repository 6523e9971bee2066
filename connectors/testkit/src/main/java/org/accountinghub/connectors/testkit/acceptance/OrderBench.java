package org.accountinghub.connectors.testkit.acceptance;

import java.util.List;
import org.accountinghub.mappings.model.BillableOrder;

/** What the kit must know besides to test a connector that brings orders as orders, or reads them back. */
public interface OrderBench extends Bench {

    /** The request that creates an order. */
    String createsOrder();

    /** The request that searches for an order by its reference. */
    String searchesOrder();

    /** Puts an order for the order's rows there, for this customer, carrying this text where our reference goes. */
    String addOrder(BillableOrder order, String customerNumber, String referenceText);

    /** The book-keeper invoices the whole order; answers the invoice's number. */
    String invoiceOrder(String number);

    /** The book-keeper invoices a part of the order and leaves the rest waiting; answers the invoice's number. */
    String invoicePart(String number);

    /** The book-keeper makes one invoice of several orders; answers its number. */
    String invoiceTogether(List<String> numbers);

    void cancelOrder(String number);

    /** The order disappears. */
    void deleteOrder(String number);
}
