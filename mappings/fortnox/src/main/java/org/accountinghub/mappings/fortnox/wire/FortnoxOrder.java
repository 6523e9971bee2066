package org.accountinghub.mappings.fortnox.wire;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * An order as Fortnox holds it, as far as the hub reads it.
 *
 * @param invoiceReference "0" = none; the invoice made of it
 */
public record FortnoxOrder(
        Optional<String> documentNumber,
        Optional<String> customerNumber,
        Optional<LocalDate> orderDate,
        Optional<String> currency,
        @JsonProperty("VATIncluded") Optional<Boolean> vatIncluded,
        Optional<String> externalInvoiceReference1,
        Optional<String> externalInvoiceReference2,
        Optional<String> yourOrderNumber,
        Optional<Boolean> cancelled,
        Optional<Boolean> sent,
        Optional<String> invoiceReference,
        Optional<BigDecimal> administrationFee,
        @JsonProperty("AdministrationFeeVAT") Optional<BigDecimal> administrationFeeVat,
        Optional<BigDecimal> freight,
        @JsonProperty("FreightVAT") Optional<BigDecimal> freightVat,
        @JsonProperty("TotalVAT") Optional<BigDecimal> totalVat,
        Optional<BigDecimal> roundOff,
        Optional<BigDecimal> total,
        Optional<BigDecimal> taxReduction,
        Optional<List<DocumentRow>> orderRows)
        implements FortnoxDocument {

    @Override
    public List<DocumentRow> rows() {
        return orderRows.orElse(List.of());
    }

    @Override
    public String toString() {
        return "Fortnox order " + documentNumber.orElse("without number");
    }

    /** {@code {"Order":{…}}}. */
    public record Body(FortnoxOrder order) {}
}
