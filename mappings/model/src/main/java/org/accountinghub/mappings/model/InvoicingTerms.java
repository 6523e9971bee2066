package org.accountinghub.mappings.model;

import java.util.Currency;
import java.util.Optional;

/**
 * How a customer is invoiced.
 *
 * @param language ISO 639-1, lower case
 * @param vatTreatment how sales to this customer are treated; the accounting system's own customer decides where it knows better
 * @param customersOrderNumber the customer's standing order number, shown as "your order number"
 * @param assignedTechnician who becomes "our reference" when the connection says so
 */
public record InvoicingTerms(
        Currency currency,
        Optional<String> language,
        Vat.Treatment vatTreatment,
        Optional<String> costCentre,
        Optional<String> customersOrderNumber,
        Optional<String> assignedTechnician,
        Optional<String> paymentTerms) {

    public static InvoicingTerms domestic(String currency) {
        return new InvoicingTerms(
                Currency.getInstance(currency),
                Optional.empty(),
                Vat.Treatment.DOMESTIC,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }
}
