package org.accountinghub.routes.engine.port;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** What the ledger knows of customers at their partners, and the store may not have been told. */
public interface CustomerFacts {

    /** Of whom something may have changed, longest ago first. The same fact again is told again. */
    List<Fact> untold(int limit);

    /** The store knows these; what changed since {@link #untold} gave them stays untold. */
    void told(Collection<Fact> facts);

    /**
     * What is known of one customer at one partner.
     *
     * @param marks what {@link CustomerFacts#told} takes away
     * @param numbers the customer's in the store; several where several of the store's are one at the partner
     * @param accountingNumber the customer's number there
     * @param invoiced of invoices that the hub brought there; empty where none is in the books
     */
    record Fact(
            String connection,
            List<Long> marks,
            List<String> numbers,
            String accountingNumber,
            Optional<Invoiced> invoiced) {
        public Fact {
            marks = List.copyOf(marks);
            numbers = List.copyOf(numbers);
        }
    }

    /**
     * The customer's invoices that the hub brought and the partner has booked.
     *
     * @param lastNumber of the newest one
     * @param balance what is left to be paid of all; empty where they are in several currencies
     */
    record Invoiced(String lastNumber, LocalDate lastDate, Optional<BigDecimal> balance) {}
}
