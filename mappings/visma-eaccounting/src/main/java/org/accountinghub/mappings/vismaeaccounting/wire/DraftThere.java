package org.accountinghub.mappings.vismaeaccounting.wire;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** An invoice draft as eAccounting holds it. It has no number; it is gone when it has become an invoice. */
public record DraftThere(
        Optional<String> id,
        Optional<String> customerId,
        Optional<String> customerNumber,
        Optional<String> invoiceCurrencyCode,
        Optional<String> invoiceDate,
        Optional<String> createdUtc,
        Optional<Boolean> customerIsPrivatePerson,
        Optional<Boolean> includesVat,
        Optional<Boolean> isCreditInvoice,
        Optional<BigDecimal> totalAmount,
        Optional<BigDecimal> totalVatAmount,
        Optional<BigDecimal> totalRoundings,
        Optional<BigDecimal> rotReducedInvoicingAmount,
        Optional<String> yourReference,
        Optional<String> ourReference,
        Optional<String> buyersOrderReference,
        Optional<List<DeductorThere>> persons,
        Optional<List<RowThere>> rows)
        implements DocumentThere {

    @Override
    public Optional<String> currency() {
        return invoiceCurrencyCode;
    }

    @Override
    public Optional<String> date() {
        return invoiceDate;
    }

    @Override
    public Optional<BigDecimal> total() {
        return totalAmount;
    }

    @Override
    public Optional<BigDecimal> totalVat() {
        return totalVatAmount;
    }

    @Override
    public Optional<BigDecimal> roundings() {
        return totalRoundings;
    }

    @Override
    public Optional<BigDecimal> reduction() {
        return rotReducedInvoicingAmount;
    }

    @Override
    public String toString() {
        return "eAccounting draft " + id.orElse("without id");
    }

    /** A page of {@code GET /customerinvoicedrafts}. */
    public record Page(Optional<Meta> meta, Optional<List<DraftThere>> data) implements EAccountingPage<DraftThere> {}
}
