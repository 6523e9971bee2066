package org.accountinghub.mappings.vismaeaccounting.wire;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What drafts, invoices and orders have in common, as eAccounting holds them. */
public interface DocumentThere {

    Optional<String> id();

    Optional<String> customerId();

    /** Drafts tell the customer's, orders of the contract of 2021 do not. */
    Optional<String> customerNumber();

    Optional<String> currency();

    /** {@code yyyy-MM-dd}, perhaps with a time behind it. */
    Optional<String> date();

    Optional<String> createdUtc();

    Optional<Boolean> customerIsPrivatePerson();

    /** Whether unit prices are with VAT; orders do not say. */
    Optional<Boolean> includesVat();

    /** With VAT and rounding. */
    Optional<BigDecimal> total();

    Optional<BigDecimal> totalVat();

    Optional<BigDecimal> roundings();

    Optional<BigDecimal> reduction();

    Optional<String> yourReference();

    Optional<List<RowThere>> rows();

    Optional<List<DeductorThere>> persons();

    /** When it was made there, if it says so. */
    default Optional<Instant> created() {
        return createdUtc().flatMap(Moments::of);
    }

    /**
     * A person as read back.
     *
     * @param ssn shows in no text of ours
     */
    record DeductorThere(Optional<String> ssn, Optional<BigDecimal> amount) {
        @Override
        public String toString() {
            return "person";
        }
    }
}
