package org.accountinghub.mappings.fortnox;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.accountinghub.mappings.fortnox.wire.FortnoxInvoice;
import org.accountinghub.mappings.fortnox.wire.InvoiceItem;
import org.accountinghub.mappings.model.BillableOrder;
import org.accountinghub.mappings.model.Comparison;
import org.accountinghub.mappings.model.Invoice;
import org.accountinghub.mappings.model.Money;
import org.accountinghub.mappings.model.Problem;
import org.accountinghub.mappings.model.Reference;
import org.accountinghub.mappings.model.Translation;

/** Whether an invoice found at Fortnox is the one that was sent. */
public final class InvoiceMatch {

    private InvoiceMatch() {}

    /** Hits of a search by reference that carry exactly it: Fortnox searches by substring. */
    public static List<InvoiceItem> carrying(Reference reference, List<InvoiceItem> hits) {
        return hits.stream()
                .filter(hit -> InvoiceReading.reference(hit.externalInvoiceReference1())
                        .filter(reference::equals)
                        .isPresent())
                .toList();
    }

    /** Amounts sent against amounts invoiced; Fortnox's fees, their VAT and its round-off are explained. */
    public static Comparison compare(BillableOrder sent, FortnoxInvoice back) {
        Translation<Invoice> read = InvoiceReading.read(back);
        if (read instanceof Translation.Done<Invoice> done) {
            Comparison comparison = Comparison.of(sent, done.value());
            List<String> differences = new ArrayList<>(comparison.differences());
            unexplained(done.value(), back)
                    .filter(rest -> comparison.agrees())
                    .ifPresent(rest -> differences.add(
                            rest + " of the total is neither rows, VAT, fee, freight nor" + " round-off"));
            return new Comparison(comparison.explained(), differences);
        }
        List<Problem> problems = ((Translation.Refused<Invoice>) read).problems();
        return new Comparison(List.of(), problems.stream().map(Problem::reason).toList());
    }

    /**
     * An invoice that carries our reference.
     *
     * @param customerNumber the payer's number at Fortnox
     * @return why it is not what was sent; empty = it is
     */
    public static Optional<Problem> confirm(BillableOrder sent, String customerNumber, FortnoxInvoice back) {
        List<String> differences = new ArrayList<>();
        String theirs = back.customerNumber().orElse("");
        if (!theirs.equals(customerNumber)) {
            differences.add("customer " + customerNumber + " sent, customer " + theirs + " invoiced");
        }
        differences.addAll(compare(sent, back).differences());
        return differences.isEmpty()
                ? Optional.empty()
                : Optional.of(Problem.of(
                        "fortnox.invoice-differs",
                        Problem.Stage.PARTNER,
                        "Fortnox's invoice " + back.documentNumber().orElse("without number")
                                + " carries the reference of order " + sent.orderNumber() + " but differs: "
                                + String.join("; ", differences) + ".",
                        "Compare the invoice at Fortnox with the order. If it is right, dismiss the transfer and mark the order as"
                                + " invoiced; else cancel it there, dismiss the transfer and send the order again."));
    }

    /** Exact here, where the fees' VAT is told; the model can only judge whether it is plausible. */
    private static Optional<Money> unexplained(Invoice invoice, FortnoxInvoice back) {
        Money zero = Money.zero(invoice.currency());
        Money feesVat = new Money(
                back.administrationFeeVat()
                        .orElse(BigDecimal.ZERO)
                        .add(back.freightVat().orElse(BigDecimal.ZERO)),
                invoice.currency());
        Money known = invoice.netByRate().values().stream()
                .reduce(zero, Money::plus)
                .plus(invoice.vatByRate().values().stream().reduce(zero, Money::plus))
                .plus(invoice.fee())
                .plus(invoice.freight())
                .plus(feesVat)
                .plus(invoice.roundOff());
        return Optional.of(invoice.total().minus(known)).filter(rest -> !rest.isZero());
    }
}
