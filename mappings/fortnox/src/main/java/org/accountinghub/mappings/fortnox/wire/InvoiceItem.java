package org.accountinghub.mappings.fortnox.wire;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** An invoice as lists show it. */
public record InvoiceItem(
        Optional<String> documentNumber,
        Optional<String> customerNumber,
        Optional<LocalDate> invoiceDate,
        Optional<LocalDate> dueDate,
        Optional<LocalDate> finalPayDate,
        Optional<String> externalInvoiceReference1,
        Optional<String> externalInvoiceReference2,
        Optional<Boolean> booked,
        Optional<Boolean> cancelled,
        Optional<Boolean> sent,
        Optional<BigDecimal> total,
        Optional<BigDecimal> balance) {

    /** {@code {"MetaInformation":{…},"Invoices":[…]}}. */
    public record Page(Optional<MetaInformation> metaInformation, Optional<List<InvoiceItem>> invoices)
            implements FortnoxPage<InvoiceItem> {

        @Override
        public List<InvoiceItem> items() {
            return invoices.orElse(List.of());
        }
    }
}
