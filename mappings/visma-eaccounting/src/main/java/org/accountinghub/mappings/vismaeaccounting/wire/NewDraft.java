package org.accountinghub.mappings.vismaeaccounting.wire;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * An invoice draft as it is created or replaced: only what the hub decides. Body of {@code POST /customerinvoicedrafts} and
 * of {@code PUT /customerinvoicedrafts/{id}}.
 */
public record NewDraft(
        String customerId,
        LocalDate invoiceDate,
        boolean euThirdParty,
        Optional<String> yourReference,
        Optional<String> ourReference,
        Optional<String> buyersOrderReference,
        Optional<String> deliveryAddress1,
        Optional<String> deliveryAddress2,
        Optional<String> deliveryPostalCode,
        Optional<String> deliveryCity,
        Optional<String> deliveryCountryCode,
        int rotReducedInvoicingType,
        Optional<String> rotReducedInvoicingPropertyName,
        Optional<String> rotReducedInvoicingOrgNumber,
        Optional<Boolean> rotReducedInvoicingAutomaticDistribution,
        Optional<Integer> rotPropertyType,
        Optional<List<Deductor>> persons,
        Optional<Boolean> usesGreenTechnology,
        List<NewDraftRow> rows) {

    public NewDraft {
        rows = List.copyOf(rows);
    }

    /** The same with what each person asks for. */
    public NewDraft shared(List<Deductor> by) {
        return new NewDraft(
                customerId,
                invoiceDate,
                euThirdParty,
                yourReference,
                ourReference,
                buyersOrderReference,
                deliveryAddress1,
                deliveryAddress2,
                deliveryPostalCode,
                deliveryCity,
                deliveryCountryCode,
                rotReducedInvoicingType,
                rotReducedInvoicingPropertyName,
                rotReducedInvoicingOrgNumber,
                Optional.of(false),
                rotPropertyType,
                Optional.of(by),
                usesGreenTechnology,
                rows);
    }

    @Override
    public String toString() {
        return "new eAccounting draft of " + rows.size() + " rows";
    }
}
