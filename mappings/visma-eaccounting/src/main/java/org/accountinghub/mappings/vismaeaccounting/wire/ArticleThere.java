package org.accountinghub.mappings.vismaeaccounting.wire;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * An article as eAccounting holds it; its VAT is that of its coding.
 *
 * @param netPrice without VAT
 */
public record ArticleThere(
        Optional<String> id,
        Optional<String> number,
        Optional<String> name,
        Optional<Boolean> isActive,
        Optional<BigDecimal> netPrice,
        Optional<String> codingId,
        Optional<String> unitId,
        Optional<String> unitName,
        Optional<String> unitAbbreviation,
        Optional<String> changedUtc) {

    /** A page of {@code GET /articles}. */
    public record Page(Optional<Meta> meta, Optional<List<ArticleThere>> data)
            implements EAccountingPage<ArticleThere> {}
}
