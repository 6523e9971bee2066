package org.accountinghub.mappings.vismaeaccounting.wire;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * What an article's sales are booked and taxed by.
 *
 * @param vatRatePercent a fraction (0.25) or a percentage (25): both are understood
 */
public record ArticleCoding(
        Optional<String> id,
        Optional<String> name,
        Optional<String> nameEnglish,
        Optional<String> type,
        Optional<BigDecimal> vatRatePercent,
        Optional<Boolean> isActive) {

    /** A page of {@code GET /articleaccountcodings}. */
    public record Page(Optional<Meta> meta, Optional<List<ArticleCoding>> data)
            implements EAccountingPage<ArticleCoding> {}
}
