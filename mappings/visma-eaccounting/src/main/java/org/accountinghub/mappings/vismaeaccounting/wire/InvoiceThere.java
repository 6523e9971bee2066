package org.accountinghub.mappings.vismaeaccounting.wire;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * An invoice as eAccounting holds it; it is booked from its first moment.
 *
 * @param createdFromDraftId the draft it was made of
 * @param createdFromOrderId the order it was made of
 * @param referringInvoiceId on a credit invoice the invoice that it credits
 * @param remainingAmount what is still to be paid
 */
public record InvoiceThere(
        Optional<String> id,
        Optional<String> invoiceNumber,
        Optional<String> customerId,
        Optional<String> customerNumber,
        Optional<String> currencyCode,
        Optional<String> invoiceDate,
        Optional<String> dueDate,
        Optional<String> createdUtc,
        Optional<String> modifiedUtc,
        Optional<Boolean> customerIsPrivatePerson,
        Optional<Boolean> includesVat,
        Optional<Boolean> isCreditInvoice,
        Optional<Boolean> isNotDelivered,
        Optional<BigDecimal> totalAmount,
        Optional<BigDecimal> totalVatAmount,
        Optional<BigDecimal> totalRoundings,
        Optional<BigDecimal> totalAmountInvoiceCurrency,
        Optional<BigDecimal> totalVatAmountInvoiceCurrency,
        Optional<BigDecimal> rotReducedInvoicingAmount,
        Optional<BigDecimal> remainingAmount,
        Optional<BigDecimal> remainingAmountInvoiceCurrency,
        Optional<List<VatThere>> vatSpecification,
        Optional<String> yourReference,
        Optional<String> createdFromOrderId,
        Optional<String> createdFromDraftId,
        Optional<String> referringInvoiceId,
        Optional<List<DeductorThere>> persons,
        Optional<List<RowThere>> rows)
        implements DocumentThere {

    /** Amounts of one VAT rate, in the invoice's currency. */
    public record VatThere(
            Optional<BigDecimal> amountInvoiceCurrency,
            Optional<BigDecimal> vatAmountInvoiceCurrency,
            Optional<BigDecimal> vatPercent) {}

    /** What the hub knows it by: the draft that it was, else itself. */
    public Optional<String> identity() {
        return createdFromDraftId.or(() -> id);
    }

    @Override
    public Optional<String> currency() {
        return currencyCode;
    }

    @Override
    public Optional<String> date() {
        return invoiceDate;
    }

    @Override
    public Optional<BigDecimal> total() {
        return totalAmountInvoiceCurrency.or(() -> totalAmount);
    }

    @Override
    public Optional<BigDecimal> totalVat() {
        return totalVatAmountInvoiceCurrency.or(() -> totalVatAmount);
    }

    @Override
    public Optional<BigDecimal> roundings() {
        return totalRoundings;
    }

    @Override
    public Optional<BigDecimal> reduction() {
        return rotReducedInvoicingAmount;
    }

    public Optional<BigDecimal> remaining() {
        return remainingAmountInvoiceCurrency.or(() -> remainingAmount);
    }

    @Override
    public String toString() {
        return "eAccounting invoice " + invoiceNumber.orElse("without number");
    }

    /** A page of {@code GET /customerinvoices}. */
    public record Page(Optional<Meta> meta, Optional<List<InvoiceThere>> data)
            implements EAccountingPage<InvoiceThere> {}
}
