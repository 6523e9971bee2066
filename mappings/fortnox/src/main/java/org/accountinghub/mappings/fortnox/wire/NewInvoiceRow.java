package org.accountinghub.mappings.fortnox.wire;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * A row as it is created. A text row has a description and the quantity 0, nothing else.
 *
 * @param accountNumber 1 to 9999; left out, Fortnox takes the article's or its own default
 * @param deliveredQuantity a decimal number as text: so says the contract
 * @param vat percent, whole
 * @param houseWork always said of a row with an amount: left out, Fortnox takes the article's own setting
 * @param houseWorkHoursToReport 0 to 999, whole
 */
public record NewInvoiceRow(
        Optional<String> articleNumber,
        Optional<String> description,
        Optional<Integer> accountNumber,
        String deliveredQuantity,
        Optional<String> unit,
        Optional<BigDecimal> price,
        Optional<BigDecimal> discount,
        Optional<DiscountType> discountType,
        @JsonProperty("VAT") Optional<Integer> vat,
        Optional<String> costCenter,
        Optional<Boolean> houseWork,
        Optional<HouseWorkType> houseWorkType,
        Optional<Integer> houseWorkHoursToReport) {

    public static NewInvoiceRow text(String description, Optional<Integer> accountNumber) {
        return new NewInvoiceRow(
                Optional.empty(),
                Optional.of(description),
                accountNumber,
                "0",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    public boolean textOnly() {
        return articleNumber.isEmpty() && price.isEmpty();
    }
}
