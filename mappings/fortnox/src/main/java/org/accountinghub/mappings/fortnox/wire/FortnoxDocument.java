package org.accountinghub.mappings.fortnox.wire;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** What an invoice and an order have in common, as Fortnox holds them. */
public interface FortnoxDocument {

    Optional<String> documentNumber();

    Optional<String> customerNumber();

    Optional<String> currency();

    Optional<Boolean> vatIncluded();

    Optional<String> externalInvoiceReference1();

    Optional<Boolean> cancelled();

    Optional<Boolean> sent();

    Optional<BigDecimal> administrationFee();

    Optional<BigDecimal> administrationFeeVat();

    Optional<BigDecimal> freight();

    Optional<BigDecimal> freightVat();

    Optional<BigDecimal> totalVat();

    Optional<BigDecimal> roundOff();

    /** Before the tax reduction. */
    Optional<BigDecimal> total();

    /** Computed of the rows until somebody has asked, then the sum asked for. */
    Optional<BigDecimal> taxReduction();

    List<DocumentRow> rows();
}
