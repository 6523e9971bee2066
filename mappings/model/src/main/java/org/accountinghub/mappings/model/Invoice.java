package org.accountinghub.mappings.model;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collections;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * An invoice as the accounting system holds it now.
 *
 * @param number the partner's document number
 * @param reference the hub's mark, where the document carries a well-formed one
 * @param customerNumber what people call the customer there
 * @param customerId the partner's own id of the customer, which stays when the number changes; empty in what was kept before it was read
 * @param rows amounts row by row, in the partner's order, without text rows
 * @param roundOff whole-unit rounding of the total by the partner
 * @param fee invoicing fee the partner added, without VAT
 * @param freight freight the partner added, without VAT
 * @param taxReduction what the partner took off for the persons' {@link TaxReduction}; the total is before it, the balance after
 * @param balance what is still to be paid
 * @param finalPayment when the balance became zero
 * @param order the partner's id of its order that it was made of, where it names one
 * @param creditNote number of the credit note that credits this invoice
 * @param credits number of the invoice that this credit note credits
 */
public record Invoice(
        String number,
        Optional<Reference> reference,
        String customerNumber,
        Optional<String> customerId,
        LocalDate date,
        Optional<LocalDate> due,
        Currency currency,
        List<InvoicedRow> rows,
        SortedMap<BigDecimal, Money> netByRate,
        SortedMap<BigDecimal, Money> vatByRate,
        Money roundOff,
        Money fee,
        Money freight,
        Money taxReduction,
        Money total,
        Money balance,
        boolean booked,
        boolean cancelled,
        boolean sent,
        Optional<LocalDate> finalPayment,
        Optional<String> order,
        Optional<String> creditNote,
        Optional<String> credits) {

    /** A row that the partner invoices; the amount is without VAT. */
    public record InvoicedRow(
            String articleNumber, String description, BigDecimal quantity, Money net, BigDecimal vatRate) {}

    public Invoice {
        rows = List.copyOf(rows);
        netByRate = Collections.unmodifiableSortedMap(new TreeMap<>(netByRate));
        vatByRate = Collections.unmodifiableSortedMap(new TreeMap<>(vatByRate));
    }

    /** One whose amounts were read together. */
    public Invoice(
            String number,
            Optional<Reference> reference,
            String customerNumber,
            Optional<String> customerId,
            LocalDate date,
            Optional<LocalDate> due,
            DocumentAmounts amounts,
            Money balance,
            boolean booked,
            boolean cancelled,
            boolean sent,
            Optional<LocalDate> finalPayment,
            Optional<String> order,
            Optional<String> creditNote,
            Optional<String> credits) {
        this(
                number,
                reference,
                customerNumber,
                customerId,
                date,
                due,
                amounts.currency(),
                amounts.rows(),
                amounts.netByRate(),
                amounts.vatByRate(),
                amounts.roundOff(),
                amounts.fee(),
                amounts.freight(),
                amounts.taxReduction(),
                amounts.total(),
                balance,
                booked,
                cancelled,
                sent,
                finalPayment,
                order,
                creditNote,
                credits);
    }

    public DocumentAmounts amounts() {
        return new DocumentAmounts(currency, rows, netByRate, vatByRate, roundOff, fee, freight, taxReduction, total);
    }

    public boolean paid() {
        return booked && !cancelled && balance.isZero() && finalPayment.isPresent();
    }
}
