package org.accountinghub.mappings.fortnox;

import java.util.Map;
import java.util.Optional;
import org.accountinghub.mappings.model.Fields;
import org.accountinghub.mappings.model.Review;

/** Fields as Fortnox takes them. */
final class FortnoxFields {

    static final int LONG_TEXT = 1024;

    private static final Map<String, String> LABELS = Map.of(
            "CustomerNumber", "the customer number",
            "ExternalInvoiceReference2", "the order number",
            "YourOrderNumber", "the customer's order number",
            "CostCenter", "the cost centre",
            "ZipCode", "the postal code",
            "DeliveryZipCode", "the postal code of the delivery address",
            "VATNumber", "the VAT number",
            "TermsOfPayment", "the terms of payment",
            "PropertyDesignation", "the property designation or flat number");

    private FortnoxFields() {}

    static Fields of(Review review) {
        return new Fields(review, "Fortnox", Characters::clean, LABELS);
    }

    /** Exactly one address. */
    static Optional<String> email(String field, String value, Review review) {
        Optional<String> address = Optional.of(value.strip()).filter(text -> !text.isEmpty());
        address.filter(text -> text.length() > LONG_TEXT || !text.matches("[^\\s@,;<>]+@[^\\s@,;<>]+"))
                .ifPresent(text -> review.refuse(
                        "email-invalid",
                        field,
                        "\"" + text + "\" is not one e-mail address.",
                        "Write exactly one e-mail address on the customer in the service system."));
        return address;
    }

    /** A country's code. */
    static Optional<String> country(String field, String value, Review review) {
        Optional<String> country = Optional.of(value.strip()).filter(code -> !code.isEmpty());
        country.filter(code -> !Countries.known(code))
                .ifPresent(code -> review.refuse(
                        "country-unknown",
                        field,
                        "\"" + code + "\" is no country code.",
                        "Choose a country on the customer's address in the service system."));
        return country;
    }

    /** Fortnox's word for one of ours. */
    static Optional<String> word(String field, String value, Map<String, String> theirsByOurs, Review review) {
        Optional<String> word = Optional.ofNullable(theirsByOurs.get(value));
        if (word.isEmpty()) {
            review.refuse(
                    "value-unknown",
                    field,
                    "\"" + value + "\" is nothing that Fortnox has for " + field + ".",
                    "Choose another value on the record in the service system.");
        }
        return word;
    }
}
