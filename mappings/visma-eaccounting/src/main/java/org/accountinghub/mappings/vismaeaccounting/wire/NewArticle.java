package org.accountinghub.mappings.vismaeaccounting.wire;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * An article as it is created: body of {@code POST /articles}.
 *
 * @param netPrice without VAT
 */
public record NewArticle(
        @JsonProperty("IsActive") boolean active,
        String number,
        String name,
        Optional<BigDecimal> netPrice,
        String codingId,
        String unitId) {}
