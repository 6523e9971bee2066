package org.accountinghub.mappings.vismaeaccounting.wire;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * A customer as eAccounting holds it. A private person's {@code CorporateIdentityNumber} is a personal number: it shows in
 * no text of ours.
 *
 * @param lastInvoiceDate read only
 * @param unpaidInvoicesAmount read only; not in the contract of 2021
 */
public record CustomerThere(
        Optional<String> id,
        Optional<String> customerNumber,
        Optional<String> name,
        Optional<String> corporateIdentityNumber,
        Optional<Boolean> isPrivatePerson,
        Optional<Boolean> isActive,
        Optional<String> currencyCode,
        Optional<String> termsOfPaymentId,
        Optional<String> emailAddress,
        Optional<String> telephone,
        Optional<String> vatNumber,
        Optional<String> invoiceAddress1,
        Optional<String> invoiceAddress2,
        Optional<String> invoicePostalCode,
        Optional<String> invoiceCity,
        Optional<String> invoiceCountryCode,
        Optional<String> deliveryAddress1,
        Optional<String> deliveryAddress2,
        Optional<String> deliveryPostalCode,
        Optional<String> deliveryCity,
        Optional<String> deliveryCountryCode,
        Optional<Boolean> reverseChargeOnConstructionServices,
        Optional<String> salesDocumentLanguage,
        Optional<String> lastInvoiceDate,
        Optional<BigDecimal> unpaidInvoicesAmount,
        Optional<String> changedUtc) {

    @Override
    public String toString() {
        return "eAccounting customer " + customerNumber.orElse("without number");
    }

    /** A page of {@code GET /customers}. */
    public record Page(Optional<Meta> meta, Optional<List<CustomerThere>> data)
            implements EAccountingPage<CustomerThere> {}
}
