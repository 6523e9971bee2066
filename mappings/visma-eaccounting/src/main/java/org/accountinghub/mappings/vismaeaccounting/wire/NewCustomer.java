package org.accountinghub.mappings.vismaeaccounting.wire;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Optional;

/** A customer as it is created: body of {@code POST /customers}. */
public record NewCustomer(
        String customerNumber,
        String name,
        Optional<String> corporateIdentityNumber,
        @JsonProperty("IsPrivatePerson") boolean privatePerson,
        @JsonProperty("IsActive") boolean active,
        String currencyCode,
        String termsOfPaymentId,
        Optional<String> emailAddress,
        Optional<String> telephone,
        Optional<String> vatNumber,
        Optional<String> invoiceAddress1,
        Optional<String> invoiceAddress2,
        String invoicePostalCode,
        String invoiceCity,
        Optional<String> invoiceCountryCode,
        Optional<String> deliveryAddress1,
        Optional<String> deliveryAddress2,
        Optional<String> deliveryPostalCode,
        Optional<String> deliveryCity,
        Optional<String> deliveryCountryCode,
        boolean reverseChargeOnConstructionServices) {

    @Override
    public String toString() {
        return "new eAccounting customer " + customerNumber;
    }
}
