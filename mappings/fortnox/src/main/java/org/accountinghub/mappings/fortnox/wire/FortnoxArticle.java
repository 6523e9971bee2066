package org.accountinghub.mappings.fortnox.wire;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import java.util.Optional;

/** An article, whole as far as the hub reads it. */
public record FortnoxArticle(
        Optional<String> articleNumber,
        Optional<String> description,
        Optional<Boolean> active,
        Optional<String> unit,
        @JsonProperty("VAT") Optional<BigDecimal> vat) {

    /** {@code {"Article":{…}}}. */
    public record Body(FortnoxArticle article) {}
}
