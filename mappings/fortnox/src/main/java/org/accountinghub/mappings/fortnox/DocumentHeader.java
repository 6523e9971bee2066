package org.accountinghub.mappings.fortnox;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.accountinghub.mappings.model.Address;
import org.accountinghub.mappings.model.BillableOrder;
import org.accountinghub.mappings.model.Countries;
import org.accountinghub.mappings.model.Fields;
import org.accountinghub.mappings.model.Review;

/** What invoice and order say before their rows. Limits and their sources stand in the README's field table. */
record DocumentHeader(
        Optional<String> customerNumber,
        Optional<String> orderNumber,
        Optional<String> yourOrderNumber,
        Optional<String> ourReference,
        Optional<String> yourReference,
        Optional<String> costCenter,
        Optional<String> project,
        Optional<String> language,
        Optional<String> remarks,
        Optional<String> deliveryAddress1,
        Optional<String> deliveryAddress2,
        Optional<String> deliveryZipCode,
        Optional<String> deliveryCity,
        Optional<String> deliveryCountry) {

    private static final int REFERENCE_2 = 80;
    private static final int YOUR_ORDER_NUMBER = 75;
    private static final int PERSON = 50;

    static DocumentHeader of(BillableOrder order, LocalDate date, String customerNumber, Fields fields, Review review) {
        if (!date.equals(order.documentDate())) {
            review.note("Dated " + date + " instead of " + order.documentDate());
        }
        Optional<Address> delivery = order.deliveryAddress();
        Optional<String> country = delivery.map(Address::countryCode).filter(code -> !code.isBlank());
        country.filter(code -> !Countries.known(code))
                .ifPresent(code -> review.note("DeliveryCountry left out: \"" + code + "\" is no country code"));
        return new DocumentHeader(
                fields.identifier("CustomerNumber", customerNumber, FortnoxFields.LONG_TEXT),
                fields.identifier("ExternalInvoiceReference2", order.orderNumber(), REFERENCE_2),
                fields.identifier("YourOrderNumber", order.yourOrderNumber(), YOUR_ORDER_NUMBER),
                fields.text("OurReference", order.ourReference(), PERSON),
                fields.text("YourReference", order.yourReference(), PERSON),
                fields.identifier("CostCenter", order.costCentre(), FortnoxFields.LONG_TEXT),
                fields.extension("Project", order, FortnoxFields.LONG_TEXT),
                language(order),
                fields.text("Remarks", Optional.ofNullable(order.extensions().get("Remarks")), FortnoxFields.LONG_TEXT),
                fields.text("DeliveryAddress1", delivery.map(Address::line1), FortnoxFields.LONG_TEXT),
                fields.text("DeliveryAddress2", delivery.map(Address::line2), FortnoxFields.LONG_TEXT),
                fields.identifier("DeliveryZipCode", delivery.map(Address::postalCode), FortnoxFields.LONG_TEXT),
                fields.text("DeliveryCity", delivery.map(Address::city), FortnoxFields.LONG_TEXT),
                country.flatMap(CountryNames::swedish));
    }

    private static Optional<String> language(BillableOrder order) {
        return order.payer()
                .terms()
                .language()
                .map(language -> language.toUpperCase(Locale.ROOT))
                .filter(Set.of("SV", "EN")::contains);
    }
}
