package org.accountinghub.routes.engine.returns;

import org.accountinghub.mappings.model.BillableOrder.Target;
import org.accountinghub.mappings.model.Invoice;
import org.accountinghub.mappings.model.PlacedOrder;

/** The two kinds of documents that are followed. */
final class Kinds {

    static final Strangers.Kind<Invoice> INVOICES = new Strangers.Kind<>() {

        @Override
        public Target madeAs() {
            return Target.INVOICE;
        }

        @Override
        public String number(Invoice invoice) {
            return invoice.number();
        }

        /** A credit note, or what was cancelled or credited, asks nobody to pay twice. */
        @Override
        public boolean counts(Invoice invoice) {
            return !invoice.cancelled()
                    && invoice.creditNote().isEmpty()
                    && invoice.credits().isEmpty();
        }
    };

    static final Strangers.Kind<PlacedOrder> ORDERS = new Strangers.Kind<>() {

        @Override
        public Target madeAs() {
            return Target.ORDER;
        }

        @Override
        public String number(PlacedOrder order) {
            return order.number();
        }

        @Override
        public boolean counts(PlacedOrder order) {
            return order.status() != PlacedOrder.Status.CANCELLED;
        }
    };

    private Kinds() {}
}
