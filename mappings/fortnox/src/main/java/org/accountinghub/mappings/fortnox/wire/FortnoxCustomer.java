package org.accountinghub.mappings.fortnox.wire;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Optional;

/**
 * A customer, written and read. Absent = not changed, since Fortnox ignores empty values. A private customer's
 * {@code OrganisationNumber} is a personal number: it shows in no text of ours.
 */
public record FortnoxCustomer(
        Optional<String> customerNumber,
        Optional<String> name,
        Optional<Type> type,
        Optional<String> organisationNumber,
        @JsonProperty("VATNumber") Optional<String> vatNumber,
        @JsonProperty("VATType") Optional<VatType> vatType,
        Optional<String> address1,
        Optional<String> address2,
        Optional<String> zipCode,
        Optional<String> city,
        Optional<String> countryCode,
        Optional<String> deliveryAddress1,
        Optional<String> deliveryAddress2,
        Optional<String> deliveryZipCode,
        Optional<String> deliveryCity,
        Optional<String> deliveryCountryCode,
        Optional<String> phone1,
        Optional<String> email,
        Optional<String> emailInvoice,
        Optional<String> currency,
        Optional<String> costCenter,
        Optional<String> termsOfPayment,
        @JsonProperty("GLN") Optional<String> gln,
        Optional<Boolean> active,
        Optional<String> externalReference) {

    /** A company or a person. */
    public enum Type {
        COMPANY,
        PRIVATE
    }

    /** How sales to the customer are taxed; Fortnox's own terms. */
    public enum VatType {
        SEVAT,
        SEREVERSEDVAT,
        EUREVERSEDVAT,
        EUVAT,
        EXPORT
    }

    @Override
    public String toString() {
        return "Fortnox customer " + customerNumber.orElse("without number");
    }

    /** {@code {"Customer":{…}}}. */
    public record Body(FortnoxCustomer customer) {}
}
