package org.accountinghub.connectors.vismaeaccounting;

import java.math.BigDecimal;
import java.util.Map;

/**
 * What a company wants done where eAccounting could be told one thing or another.
 *
 * @param fallbackArticles numbers of its articles for rows without one, by VAT rate
 * @param codings names of the codings of new articles, by VAT rate
 * @param paymentTerms of new customers without their own
 */
record Policy(
        InvoiceAs invoiceAs,
        boolean email,
        boolean convertOrders,
        boolean createArticles,
        Map<BigDecimal, String> fallbackArticles,
        Map<BigDecimal, String> codings,
        String unit,
        String paymentTerms) {

    /** How far an invoice is brought. */
    enum InvoiceAs {
        DRAFT,
        INVOICE
    }
}
