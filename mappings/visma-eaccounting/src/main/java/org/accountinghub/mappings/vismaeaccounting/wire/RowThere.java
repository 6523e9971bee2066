package org.accountinghub.mappings.vismaeaccounting.wire;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * A row of a draft, an invoice or an order as eAccounting holds it.
 *
 * @param discountPercentage a fraction
 * @param amountNoVat only on invoices: after discount, without VAT
 * @param percentVat only on invoices: a fraction or a percentage
 * @param deliveredQuantity only on orders
 */
public record RowThere(
        Optional<Boolean> isTextRow,
        Optional<String> articleId,
        Optional<String> articleNumber,
        Optional<String> text,
        Optional<BigDecimal> quantity,
        Optional<BigDecimal> deliveredQuantity,
        Optional<BigDecimal> unitPrice,
        Optional<BigDecimal> discountPercentage,
        Optional<BigDecimal> amountNoVat,
        Optional<BigDecimal> percentVat) {

    /** Whether it has no amount. */
    public boolean textOnly() {
        return isTextRow.orElse(false)
                || (articleId.isEmpty() && unitPrice.map(BigDecimal::signum).orElse(0) == 0);
    }
}
