package org.accountinghub.mappings.fortnox.wire;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** An order as lists show it: neither its rows nor its invoice. */
public record OrderItem(
        Optional<String> documentNumber,
        Optional<String> customerNumber,
        Optional<LocalDate> orderDate,
        Optional<String> externalInvoiceReference1,
        Optional<String> externalInvoiceReference2,
        Optional<Boolean> cancelled,
        Optional<Boolean> sent,
        Optional<BigDecimal> total) {

    /** {@code {"MetaInformation":{…},"Orders":[…]}}. */
    public record Page(Optional<MetaInformation> metaInformation, Optional<List<OrderItem>> orders)
            implements FortnoxPage<OrderItem> {

        @Override
        public List<OrderItem> items() {
            return orders.orElse(List.of());
        }
    }
}
