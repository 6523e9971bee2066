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
        Optional<String> costCenter) {

    /** How {@link #discount} is meant. */
    public enum DiscountType {
        AMOUNT,
        PERCENT
    }

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
                Optional.empty());
    }

    public boolean textOnly() {
        return articleNumber.isEmpty() && price.isEmpty();
    }
}
