package org.accountinghub.mappings.vismaeaccounting.wire;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import java.util.Optional;

/** A row of a {@link NewDraft}: with an article, or of text only. */
public record NewDraftRow(
        int lineNumber,
        @JsonProperty("IsTextRow") boolean textRow,
        Optional<String> articleId,
        Optional<String> text,
        Optional<BigDecimal> quantity,
        Optional<BigDecimal> unitPrice,
        Optional<BigDecimal> discountPercentage,
        boolean reversedConstructionServicesVatFree,
        Optional<Integer> workCostType,
        @JsonProperty("IsWorkCost") Optional<Boolean> workCost,
        Optional<BigDecimal> workHours,
        Optional<Integer> greenTechnologyType,
        Optional<String> costCenterItemId1,
        Optional<String> costCenterItemId2,
        Optional<String> costCenterItemId3) {}
