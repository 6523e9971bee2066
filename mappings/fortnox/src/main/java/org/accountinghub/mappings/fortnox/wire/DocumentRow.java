package org.accountinghub.mappings.fortnox.wire;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * A row of an invoice or an order as Fortnox holds it.
 *
 * @param orderedQuantity only on orders; amounts follow the delivered one
 * @param total after discount, with VAT when the document's prices are
 * @param totalExcludingVat after discount, never with VAT; orders lack it
 */
public record DocumentRow(
        Optional<String> articleNumber,
        Optional<String> description,
        Optional<BigDecimal> orderedQuantity,
        Optional<BigDecimal> deliveredQuantity,
        Optional<BigDecimal> price,
        @JsonProperty("PriceExcludingVAT") Optional<BigDecimal> priceExcludingVat,
        Optional<BigDecimal> total,
        @JsonProperty("TotalExcludingVAT") Optional<BigDecimal> totalExcludingVat,
        @JsonProperty("VAT") Optional<BigDecimal> vat) {}
