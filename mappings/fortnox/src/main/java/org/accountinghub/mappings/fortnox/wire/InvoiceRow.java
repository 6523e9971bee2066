package org.accountinghub.mappings.fortnox.wire;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * A row as Fortnox holds it.
 *
 * @param total after discount, with VAT when the invoice's prices are
 * @param totalExcludingVat after discount, never with VAT
 */
public record InvoiceRow(
        Optional<String> articleNumber,
        Optional<String> description,
        Optional<BigDecimal> deliveredQuantity,
        Optional<BigDecimal> price,
        @JsonProperty("PriceExcludingVAT") Optional<BigDecimal> priceExcludingVat,
        Optional<BigDecimal> total,
        @JsonProperty("TotalExcludingVAT") Optional<BigDecimal> totalExcludingVat,
        @JsonProperty("VAT") Optional<BigDecimal> vat) {}
