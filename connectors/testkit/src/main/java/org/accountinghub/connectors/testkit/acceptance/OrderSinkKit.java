package org.accountinghub.connectors.testkit.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import org.accountinghub.connectors.spi.OrderSink;
import org.accountinghub.connectors.testkit.partner.Effect;
import org.accountinghub.connectors.testkit.partner.Effect.Action;
import org.accountinghub.mappings.model.BillableOrder;
import org.accountinghub.mappings.model.PlacedOrder;
import org.junit.jupiter.api.Test;

/** Orders brought as orders, to be invoiced over there. */
@Proves(OrderSink.class)
public abstract class OrderSinkKit extends DocumentSinkKit {

    @Override
    protected abstract OrderBench bench();

    @Test
    final void anOrderIsNoInvoice() {
        bring();

        assertThat(trial().bench().partner().book().count("invoice", Action.CREATED))
                .isZero();
    }

    /** An order whose quantities were only ordered would be invoiced at nothing. */
    @Test
    final void invoicedOverThereItComesToWhatWasSent() {
        bring();
        Effect order = created(PlacedOrder.class).get(0);

        orders().invoiceOrder(order.number());

        assertThat(trial().bench().partner().book().effects("invoice", Action.DERIVED))
                .singleElement()
                .satisfies(invoice ->
                        assertThat(invoice.amounts().values()).anyMatch(amount -> amount.compareTo(NET) == 0));
    }

    @Override
    final BillableOrder order() {
        return Documents.asOrder(Documents.order());
    }

    @Override
    final BillableOrder unknownArticle() {
        return Documents.asOrder(Documents.orderWithUnknownArticle());
    }

    @Override
    final String add(BillableOrder order, String customerNumber, String referenceText) {
        return orders().addOrder(order, customerNumber, referenceText);
    }

    @Override
    final String searches() {
        return orders().searchesOrder();
    }

    @Override
    final Class<?> document() {
        return PlacedOrder.class;
    }

    @Override
    final String creates() {
        return orders().createsOrder();
    }

    private OrderBench orders() {
        return (OrderBench) trial().bench();
    }
}
