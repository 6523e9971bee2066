package org.accountinghub.connectors.testkit.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.accountinghub.connectors.spi.InvoiceSource;
import org.accountinghub.connectors.spi.OrderSource;
import org.accountinghub.connectors.spi.Returns;
import org.accountinghub.mappings.model.Invoice;
import org.accountinghub.mappings.model.PlacedOrder;
import org.accountinghub.mappings.model.PlacedOrder.Status;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** Orders back: open, invoiced whole, in part or together with others, cancelled, gone. */
@Proves(OrderSource.class)
public abstract class OrderSourceKit extends ReturnsKit<PlacedOrder> {

    @Override
    protected abstract OrderBench bench();

    @Test
    final void anOpenOrderIsReadWhole() {
        PlacedOrder open = read(add(ORDER.reference().value())).orElseThrow();

        assertThat(open.status()).isEqualTo(Status.OPEN);
        assertThat(open.invoices()).isEmpty();
        assertThat(open.reference()).isEqualTo(shown(ORDER.reference()));
        assertThat(open.customerNumber()).isEqualTo(customer().number());
        assertThat(open.customerId()).contains(customer().id());
        assertThat(open.net()).isEqualTo(ORDER.totals().net());
        assertThat(open.rows()).hasSameSizeAs(ORDER.pricedRows());
    }

    @Test
    final void whatPeopleCallAnOrderLeadsToItsId() {
        leadsToItsId(add(ORDER.reference().value()));
    }

    @Test
    final void anInvoicedOrderAndItsInvoiceFindEachOther() {
        String order = add(ORDER.reference().value());
        String invoice = orders().invoiceOrder(order);

        PlacedOrder invoiced = read(order).orElseThrow();

        assertThat(invoiced.status()).isEqualTo(Status.INVOICED);
        assertThat(invoiced.invoices().contains(invoice) || names(invoice, order))
                .as("the order names its invoice or the invoice its order")
                .isTrue();
    }

    @Test
    final void aPartlyInvoicedOrderIsNotInvoiced() {
        String order = add(ORDER.reference().value());
        if (!has(Behaviour.PARTLY_INVOICED_ORDERS)) {
            assertRefused(() -> orders().invoicePart(order), order);
            return;
        }
        String invoice = orders().invoicePart(order);

        PlacedOrder partly = read(order).orElseThrow();

        assertThat(partly.status()).isEqualTo(Status.PARTLY_INVOICED);
        assertThat(partly.invoices().contains(invoice) || names(invoice, order)).isTrue();
    }

    @Test
    final void oneInvoiceOfSeveralOrdersBelongsToEach() {
        String first = add(ORDER.reference().value());
        String second = add("");
        if (!has(Behaviour.JOINT_INVOICES)) {
            assertRefused(() -> orders().invoiceTogether(List.of(first, second)), first, second);
            return;
        }
        String invoice = orders().invoiceTogether(List.of(first, second));

        for (String order : List.of(first, second)) {
            PlacedOrder invoiced = read(order).orElseThrow();
            assertThat(invoiced.status()).isEqualTo(Status.INVOICED);
            assertThat(invoiced.invoices().contains(invoice) || names(invoice, order))
                    .isTrue();
        }
    }

    @Test
    final void aCancelledOrderSaysSo() {
        String order = add(ORDER.reference().value());
        if (!has(Behaviour.CANCELLED_ORDERS)) {
            assertRefused(() -> orders().cancelOrder(order), order);
            return;
        }
        orders().cancelOrder(order);

        assertThat(read(order).orElseThrow().status()).isEqualTo(Status.CANCELLED);
    }

    @Test
    final void aDeletedOrderIsGone() {
        String order = add(ORDER.reference().value());
        if (!has(Behaviour.DELETED_ORDERS)) {
            assertRefused(() -> orders().deleteOrder(order), order);
            return;
        }
        orders().deleteOrder(order);

        assertThat(read(order)).isEmpty();
        assertThat(carrying(ORDER.reference())).isEmpty();
    }

    /** The partner does not do it, and the orders are as open as before. */
    private void assertRefused(ThrowingCallable verb, String... orders) {
        assertThatThrownBy(verb).isInstanceOf(UnsupportedOperationException.class);
        for (String order : orders) {
            assertThat(read(order).orElseThrow().status()).isEqualTo(Status.OPEN);
        }
    }

    @Override
    final Returns<PlacedOrder> source() {
        return trial().ordersBack();
    }

    @Override
    final String add(String reference) {
        return orders().addOrder(ORDER, ORDER.payer().number(), reference);
    }

    @Override
    final void change(String number) {
        orders().invoiceOrder(number);
    }

    private boolean names(String invoice, String order) {
        return trial().connector() instanceof InvoiceSource
                && value(trial().invoicesBack().read(invoice, trial().transcript()))
                        .flatMap(Invoice::order)
                        .filter(order::equals)
                        .isPresent();
    }

    private OrderBench orders() {
        return (OrderBench) trial().bench();
    }
}
