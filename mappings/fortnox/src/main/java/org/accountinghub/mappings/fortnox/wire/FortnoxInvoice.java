package org.accountinghub.mappings.fortnox.wire;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * An invoice as Fortnox holds it, as far as the hub reads it. {@code Total = Net + AdministrationFee + Freight + TotalVAT
 * + RoundOff}; {@code TotalVAT} holds the fees' VAT too (seen in public recordings of the real API).
 *
 * @param credit true for a credit note; a text in real answers
 * @param taxReduction what Fortnox computed of the rows marked as house work or, as soon as somebody has asked, the sum asked
 *     for (measured by a public project); the total is before it
 * @param orderReference "0" = none; the order it was made of
 * @param creditInvoiceReference "0" = none; on a credit note the invoice it credits, else the credit note
 */
public record FortnoxInvoice(
        Optional<String> documentNumber,
        Optional<String> customerNumber,
        Optional<LocalDate> invoiceDate,
        Optional<LocalDate> dueDate,
        Optional<LocalDate> finalPayDate,
        Optional<String> currency,
        @JsonProperty("VATIncluded") Optional<Boolean> vatIncluded,
        Optional<String> externalInvoiceReference1,
        Optional<String> externalInvoiceReference2,
        Optional<String> yourOrderNumber,
        Optional<Boolean> booked,
        Optional<Boolean> cancelled,
        Optional<Boolean> sent,
        Optional<Boolean> credit,
        Optional<String> creditInvoiceReference,
        Optional<BigDecimal> administrationFee,
        @JsonProperty("AdministrationFeeVAT") Optional<BigDecimal> administrationFeeVat,
        Optional<BigDecimal> freight,
        @JsonProperty("FreightVAT") Optional<BigDecimal> freightVat,
        @JsonProperty("TotalVAT") Optional<BigDecimal> totalVat,
        Optional<BigDecimal> roundOff,
        Optional<BigDecimal> total,
        Optional<BigDecimal> taxReduction,
        Optional<BigDecimal> balance,
        Optional<String> orderReference,
        Optional<List<DocumentRow>> invoiceRows)
        implements FortnoxDocument {

    @Override
    public List<DocumentRow> rows() {
        return invoiceRows.orElse(List.of());
    }

    @Override
    public String toString() {
        return "Fortnox invoice " + documentNumber.orElse("without number");
    }

    /** {@code {"Invoice":{…}}}. */
    public record Body(FortnoxInvoice invoice) {}
}
