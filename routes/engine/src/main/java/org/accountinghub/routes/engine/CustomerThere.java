package org.accountinghub.routes.engine;

import java.util.Optional;
import org.accountinghub.mappings.model.Invoice;
import org.accountinghub.mappings.model.PlacedOrder;

/**
 * A customer of ours as a partner knows it.
 *
 * @param id the partner's own, which stays; the number, where the partner has no other or it was bound by that
 * @param number what people call it there, which they may change
 */
public record CustomerThere(String id, String number) {

    public boolean pays(Invoice invoice) {
        return is(invoice.customerId(), invoice.customerNumber());
    }

    public boolean pays(PlacedOrder order) {
        return is(order.customerId(), order.customerNumber());
    }

    private boolean is(Optional<String> otherId, String otherNumber) {
        return otherId.filter(other -> !id.equals(number)).map(id::equals).orElseGet(() -> number.equals(otherNumber));
    }
}
