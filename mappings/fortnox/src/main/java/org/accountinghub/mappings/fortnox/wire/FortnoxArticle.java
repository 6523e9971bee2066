package org.accountinghub.mappings.fortnox.wire;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * An article, whole as far as the hub reads it.
 *
 * @param salesPrice that of the company's default price list; never written
 */
public record FortnoxArticle(
        Optional<String> articleNumber,
        Optional<String> description,
        Optional<Boolean> active,
        Optional<String> unit,
        Optional<BigDecimal> salesPrice,
        @JsonProperty("VAT") Optional<BigDecimal> vat) {

    /** {@code {"Article":{…}}}. */
    public record Body(FortnoxArticle article) {}
}
