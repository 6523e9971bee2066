package org.accountinghub.routes.engine.delivery;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.accountinghub.mappings.model.BillableOrder;
import org.accountinghub.mappings.model.Customer;
import org.accountinghub.mappings.model.Row;

/** Whether an order still says what was sent; differently written equal numbers are equal. */
public final class SentAndStored {

    private SentAndStored() {}

    /** Whether a customer of the same number is somebody else: another name, and not the same registration number. */
    public static boolean anotherCustomer(Customer sent, Customer now) {
        boolean bothUnregistered =
                sent.registration().isEmpty() && now.registration().isEmpty();
        boolean sameRegistration = sent.registration()
                .flatMap(number -> now.registration().filter(other -> number.sameAs(other.value())))
                .isPresent();
        return !sameRegistration
                && !bothUnregistered
                && !sent.name().strip().equalsIgnoreCase(now.name().strip());
    }

    static Optional<String> difference(BillableOrder sent, BillableOrder now) {
        if (!sent.payer().key().equals(now.payer().key())) {
            return Optional.of("another payer");
        }
        if (!sent.currency().equals(now.currency()) || sent.pricesIncludeVat() != now.pricesIncludeVat()) {
            return Optional.of("another currency or kind of prices");
        }
        List<Row> before = sent.rows();
        List<Row> after = now.rows();
        if (before.size() != after.size()) {
            return Optional.of("it had " + before.size() + " rows and has " + after.size());
        }
        for (int row = 0; row < before.size(); row++) {
            if (!same(before.get(row), after.get(row))) {
                return Optional.of("row " + (row + 1) + " is another");
            }
        }
        return Optional.empty();
    }

    private static boolean same(Row before, Row after) {
        if (before instanceof Row.Priced sent && after instanceof Row.Priced now) {
            return sent.rowId().equals(now.rowId())
                    && sent.articleNumber().equals(now.articleNumber())
                    && sent.description().equals(now.description())
                    && sent.quantity().compareTo(now.quantity()) == 0
                    && sent.unitPrice().compareTo(now.unitPrice()) == 0
                    && sent.discount().kind() == now.discount().kind()
                    && sent.discount().value().compareTo(now.discount().value()) == 0
                    && sent.vat().treatment() == now.vat().treatment()
                    && sent.vat().rate().compareTo(now.vat().rate()) == 0;
        }
        return Objects.equals(before, after);
    }
}
