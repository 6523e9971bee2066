package org.accountinghub.mappings.vismaeaccounting.wire;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * An order as it is created or replaced: only what the hub decides. Body of {@code POST /orders} and of
 * {@code PUT /orders/{id}}.
 *
 * @param status 1 draft, 2 ongoing, 3 shipped, 4 invoiced
 */
public record NewOrder(
        String customerId,
        String currencyCode,
        LocalDate orderDate,
        int status,
        boolean euThirdParty,
        boolean reverseChargeOnConstructionServices,
        Optional<String> yourReference,
        Optional<String> ourReference,
        Optional<String> deliveryAddress1,
        Optional<String> deliveryAddress2,
        Optional<String> deliveryPostalCode,
        Optional<String> deliveryCity,
        Optional<String> deliveryCountryCode,
        int rotReducedInvoicingType,
        Optional<String> houseWorkPropertyName,
        Optional<String> houseWorkCorporateIdentityNumber,
        Optional<Boolean> houseWorkAutomaticDistribution,
        Optional<Integer> rotPropertyType,
        Optional<List<Deductor>> persons,
        Optional<Boolean> usesGreenTechnology,
        List<NewOrderRow> rows) {

    public NewOrder {
        rows = List.copyOf(rows);
    }

    /** The same with what each person asks for. */
    public NewOrder shared(List<Deductor> by) {
        return new NewOrder(
                customerId,
                currencyCode,
                orderDate,
                status,
                euThirdParty,
                reverseChargeOnConstructionServices,
                yourReference,
                ourReference,
                deliveryAddress1,
                deliveryAddress2,
                deliveryPostalCode,
                deliveryCity,
                deliveryCountryCode,
                rotReducedInvoicingType,
                houseWorkPropertyName,
                houseWorkCorporateIdentityNumber,
                Optional.of(false),
                rotPropertyType,
                Optional.of(by),
                usesGreenTechnology,
                rows);
    }

    @Override
    public String toString() {
        return "new eAccounting order of " + rows.size() + " rows";
    }
}
