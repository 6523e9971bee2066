package org.accountinghub.mappings.vismaeaccounting;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.accountinghub.mappings.model.Address;
import org.accountinghub.mappings.model.BillableOrder;
import org.accountinghub.mappings.model.Countries;
import org.accountinghub.mappings.model.Fields;
import org.accountinghub.mappings.model.Review;
import org.accountinghub.mappings.vismaeaccounting.EAccountingRules.OurReference;

/** What drafts and orders say before their rows. Limits and their sources stand in the README's field table. */
record DocumentHeader(
        Optional<String> yourReference,
        Optional<String> ourReference,
        Optional<String> deliveryAddress1,
        Optional<String> deliveryAddress2,
        Optional<String> deliveryPostalCode,
        Optional<String> deliveryCity,
        Optional<String> deliveryCountryCode) {

    private static final int LINE = 50;
    private static final int POSTAL_CODE = 10;

    /** @param longestReference of "your" and "our reference", which differs between drafts and orders */
    static DocumentHeader of(
            BillableOrder order, EAccountingRules rules, int longestReference, Fields texts, Review review) {
        Optional<Address> delivery = order.deliveryAddress();
        Optional<String> country =
                delivery.map(Address::countryCode).map(String::strip).filter(code -> !code.isEmpty());
        country.filter(code -> !Countries.known(code))
                .ifPresent(code -> review.note("DeliveryCountryCode left out: \"" + code + "\" is no country code"));
        List<String> notSent = new ArrayList<>(order.extensions().keySet());
        notSent.stream().sorted().forEach(term -> review.note(term + " is not sent: eAccounting has no such field"));
        return new DocumentHeader(
                texts.text("YourReference", order.yourReference(), longestReference),
                texts.text("OurReference", ourReference(order, rules), longestReference),
                texts.text("DeliveryAddress1", delivery.map(Address::line1), LINE),
                texts.text("DeliveryAddress2", delivery.map(Address::line2), LINE),
                texts.identifier("DeliveryPostalCode", delivery.map(Address::postalCode), POSTAL_CODE),
                texts.text("DeliveryCity", delivery.map(Address::city), LINE),
                country.filter(Countries::known));
    }

    private static Optional<String> ourReference(BillableOrder order, EAccountingRules rules) {
        return rules.ourReference() == OurReference.ASSIGNED_TECHNICIAN
                ? order.payer().terms().assignedTechnician().or(order::ourReference)
                : order.ourReference();
    }
}
