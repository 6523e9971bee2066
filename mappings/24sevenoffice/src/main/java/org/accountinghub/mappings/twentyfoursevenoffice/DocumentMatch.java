package org.accountinghub.mappings.twentyfoursevenoffice;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.accountinghub.mappings.model.BillableOrder;
import org.accountinghub.mappings.model.Comparison;
import org.accountinghub.mappings.model.DocumentAmounts;
import org.accountinghub.mappings.model.Problem;
import org.accountinghub.mappings.model.Reference;
import org.accountinghub.mappings.model.Translation;
import org.accountinghub.mappings.twentyfoursevenoffice.soap.invoice.InvoiceOrder;

/** A document sent against what 24SevenOffice holds, order or invoice. No reference can be searched there. */
public final class DocumentMatch {

    private final OfficeRules rules;

    public DocumentMatch(OfficeRules rules) {
        this.rules = rules;
    }

    /** What a listing of a customer's documents says of one that may have been created. */
    public sealed interface Verdict {

        /** It is there: this one. */
        record Found(InvoiceOrder document) implements Verdict {}

        /** None of the documents can be it. */
        record Absent() implements Verdict {}

        /** A person must decide: the evidence is in the problem. */
        record Unclear(Problem problem) implements Verdict {}
    }

    /** Amounts sent against amounts there; its round-off is explained. */
    public Comparison compare(BillableOrder sent, InvoiceOrder back) {
        DocumentReading reading = new DocumentReading(back, rules);
        Translation<DocumentAmounts> read = reading.reviewed().result(reading::amounts);
        if (read instanceof Translation.Refused<DocumentAmounts> refused) {
            return new Comparison(
                    List.of(), refused.problems().stream().map(Problem::reason).toList());
        }
        return Comparison.of(sent, ((Translation.Done<DocumentAmounts>) read).value());
    }

    /**
     * A document that carries our reference.
     *
     * @param companyId the payer's id at 24SevenOffice
     * @return why it is not what was sent; empty = it is
     */
    public Optional<Problem> confirm(BillableOrder sent, int companyId, InvoiceOrder back) {
        List<String> differences = new ArrayList<>();
        if (!Objects.equals(back.getCustomerId(), companyId)) {
            differences.add("customer " + companyId + " sent, customer " + back.getCustomerId() + " there");
        }
        differences.addAll(compare(sent, back).differences());
        return differences.isEmpty()
                ? Optional.empty()
                : Optional.of(problem(
                        "document-differs",
                        named(back) + " carries the reference of order " + sent.orderNumber() + " but differs: "
                                + String.join("; ", differences) + "."));
    }

    /** Documents that carry exactly this reference. */
    public static List<InvoiceOrder> carrying(Reference reference, List<InvoiceOrder> documents) {
        return documents.stream()
                .filter(document -> DocumentReading.reference(document)
                        .filter(reference::equals)
                        .isPresent())
                .toList();
    }

    /**
     * Whether one of a customer's documents is the one that was sent. One that carries our reference must agree in
     * customer and amounts. Without any, a document whose own reference is empty or nobody's but whose order number, rows
     * and total are those that were sent may have lost its reference to a person there: that is for a person to decide.
     *
     * @param documents those of the customer that changed since the attempt
     */
    public Verdict among(BillableOrder sent, int companyId, List<InvoiceOrder> documents) {
        List<InvoiceOrder> ours = carrying(sent.reference(), documents).stream()
                .filter(document ->
                        DocumentReading.id(document.getReferenceInvoiceId()).isEmpty())
                .toList();
        if (ours.size() > 1) {
            return new Verdict.Unclear(problem(
                    "document-doubled",
                    "Several documents carry the reference of order " + sent.orderNumber() + ": " + listed(ours)
                            + "."));
        }
        if (ours.size() == 1) {
            InvoiceOrder one = ours.get(0);
            return confirm(sent, companyId, one)
                    .<Verdict>map(Verdict.Unclear::new)
                    .orElseGet(() -> new Verdict.Found(one));
        }
        List<InvoiceOrder> alike = documents.stream()
                .filter(document -> DocumentReading.reference(document).isEmpty())
                .filter(document -> Objects.equals(document.getCustomerId(), companyId))
                .filter(document -> compare(sent, document).agrees())
                .toList();
        return alike.isEmpty()
                ? new Verdict.Absent()
                : new Verdict.Unclear(problem(
                        "document-unclear",
                        "The answer to sending order " + sent.orderNumber()
                                + " was lost, and no document carries its reference "
                                + sent.reference() + "; but these of the same customer have its rows and total: "
                                + listed(alike) + "."));
    }

    private static Problem problem(String cause, String reason) {
        return Problem.of(
                "24sevenoffice." + cause,
                Problem.Stage.PARTNER,
                reason,
                "Compare at 24SevenOffice with the order. If one document is it, mark the transfer as delivered with its"
                        + " order id; if none is, send the order again; what is there twice must be cancelled there.");
    }

    private static String listed(List<InvoiceOrder> documents) {
        return documents.stream().map(DocumentMatch::named).collect(Collectors.joining(", "));
    }

    private static String named(InvoiceOrder document) {
        return "order " + document.getOrderId()
                + DocumentReading.id(document.getInvoiceId())
                        .map(id -> " (invoice " + id + ")")
                        .orElse("")
                + Optional.ofNullable(document.getInvoiceTitle())
                        .filter(title -> !title.isBlank())
                        .map(title -> " \"" + OfficeFields.clean(title).text() + "\"")
                        .orElse("");
    }
}
