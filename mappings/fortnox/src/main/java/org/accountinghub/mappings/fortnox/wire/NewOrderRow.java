package org.accountinghub.mappings.fortnox.wire;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * A row as it is created. A text row has a description and quantities of 0, nothing else.
 *
 * @param orderedQuantity a decimal number as text: so says the contract
 * @param deliveredQuantity equal to the ordered one: amounts follow it, and left out it is 0 (measured)
 * @param vat percent; a decimal number here, an integer on invoices
 * @param houseWork always said of a row with an amount: left out, Fortnox takes the article's own setting
 * @param houseWorkHoursToReport 0 to 999, whole
 */
public record NewOrderRow(
        Optional<String> articleNumber,
        Optional<String> description,
        Optional<Integer> accountNumber,
        String orderedQuantity,
        String deliveredQuantity,
        Optional<String> unit,
        Optional<BigDecimal> price,
        Optional<BigDecimal> discount,
        Optional<DiscountType> discountType,
        @JsonProperty("VAT") Optional<Integer> vat,
        Optional<String> costCenter,
        Optional<Boolean> houseWork,
        Optional<HouseWorkType> houseWorkType,
        Optional<Integer> houseWorkHoursToReport) {}
