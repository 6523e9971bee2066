package org.accountinghub.mappings.vismaeaccounting.wire;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import java.util.Optional;

/** A row of a {@link NewOrder}. It cannot say how many hours were worked. */
public record NewOrderRow(
        int lineNumber,
        @JsonProperty("IsTextRow") boolean textRow,
        Optional<String> articleId,
        Optional<String> text,
        Optional<BigDecimal> quantity,
        Optional<BigDecimal> deliveredQuantity,
        Optional<BigDecimal> unitPrice,
        Optional<BigDecimal> discountPercentage,
        boolean eligibleForReverseChargeOnVat,
        Optional<Integer> workCostType,
        @JsonProperty("IsWorkCost") boolean workCost,
        Optional<Integer> greenTechnologyType,
        Optional<String> costCenterItemId1,
        Optional<String> costCenterItemId2,
        Optional<String> costCenterItemId3) {}
