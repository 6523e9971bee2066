package org.accountinghub.mappings.fortnox;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.accountinghub.mappings.fortnox.wire.FortnoxDocument;
import org.accountinghub.mappings.model.BillableOrder;
import org.accountinghub.mappings.model.Comparison;
import org.accountinghub.mappings.model.DocumentAmounts;
import org.accountinghub.mappings.model.Money;
import org.accountinghub.mappings.model.Problem;
import org.accountinghub.mappings.model.Translation;

/** A document sent against what Fortnox holds, invoice or order. */
final class DocumentMatch {

    private final String kind;

    /** @param kind what people call it: {@code invoice} */
    DocumentMatch(String kind) {
        this.kind = kind;
    }

    /** Amounts sent against amounts there; Fortnox's fees, their VAT and its round-off are explained. */
    Comparison compare(BillableOrder sent, FortnoxDocument back) {
        DocumentReading reading = new DocumentReading(kind, back);
        Translation<DocumentAmounts> read = reading.reviewed().result(reading::amounts);
        if (read instanceof Translation.Refused<DocumentAmounts> refused) {
            return new Comparison(
                    List.of(), refused.problems().stream().map(Problem::reason).toList());
        }
        DocumentAmounts amounts = ((Translation.Done<DocumentAmounts>) read).value();
        Comparison comparison = Comparison.of(sent, amounts);
        List<String> differences = new ArrayList<>(comparison.differences());
        unexplained(amounts, back)
                .filter(rest -> comparison.agrees())
                .ifPresent(rest ->
                        differences.add(rest + " of the total is neither rows, VAT, fee, freight nor round-off"));
        return new Comparison(comparison.explained(), differences);
    }

    /** @return why it is not what was sent; empty = it is */
    Optional<Problem> confirm(BillableOrder sent, String customerNumber, FortnoxDocument back) {
        List<String> differences = new ArrayList<>();
        String theirs = back.customerNumber().orElse("");
        if (!theirs.equals(customerNumber)) {
            differences.add("customer " + customerNumber + " sent, customer " + theirs + " there");
        }
        differences.addAll(compare(sent, back).differences());
        return differences.isEmpty()
                ? Optional.empty()
                : Optional.of(Problem.of(
                        "fortnox." + kind + "-differs",
                        Problem.Stage.PARTNER,
                        "Fortnox's " + kind + " " + back.documentNumber().orElse("without number")
                                + " carries the reference of order " + sent.orderNumber() + " but differs: "
                                + String.join("; ", differences) + ".",
                        "Compare the " + kind + " at Fortnox with the order. If it is right, dismiss the transfer and"
                                + " mark the order as invoiced once it is; else cancel it there, dismiss the transfer and"
                                + " send the order again."));
    }

    /** Exact here, where the fees' VAT is told; the model can only judge whether it is plausible. */
    private static Optional<Money> unexplained(DocumentAmounts amounts, FortnoxDocument back) {
        Money feesVat = new Money(
                back.administrationFeeVat()
                        .orElse(BigDecimal.ZERO)
                        .add(back.freightVat().orElse(BigDecimal.ZERO)),
                amounts.currency());
        Money known = amounts.net()
                .plus(amounts.vat())
                .plus(amounts.fee())
                .plus(amounts.freight())
                .plus(feesVat)
                .plus(amounts.roundOff());
        return Optional.of(amounts.total().minus(known)).filter(rest -> !rest.isZero());
    }
}
