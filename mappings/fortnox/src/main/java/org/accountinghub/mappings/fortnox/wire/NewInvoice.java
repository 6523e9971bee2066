package org.accountinghub.mappings.fortnox.wire;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * An invoice as it is created: only what the hub decides. Body of {@code POST /3/invoices} inside {@link Body}.
 *
 * @param externalInvoiceReference1 the hub's reference, searched for (by substring: compare for equality)
 * @param externalInvoiceReference2 the order number that people know
 */
public record NewInvoice(
        String customerNumber,
        LocalDate invoiceDate,
        String currency,
        @JsonProperty("VATIncluded") boolean vatIncluded,
        String externalInvoiceReference1,
        String externalInvoiceReference2,
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
        Optional<String> deliveryCountry,
        @JsonProperty("EDIInformation") Optional<EdiInformation> ediInformation,
        TaxReductionType taxReductionType,
        List<NewInvoiceRow> invoiceRows) {

    public NewInvoice {
        invoiceRows = List.copyOf(invoiceRows);
    }

    @Override
    public String toString() {
        return "new Fortnox invoice " + externalInvoiceReference1;
    }

    /** {@code {"Invoice":{…}}}. */
    public record Body(NewInvoice invoice) {}
}
