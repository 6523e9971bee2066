package org.accountinghub.mappings.vismaeaccounting;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.accountinghub.mappings.model.BillableOrder;
import org.accountinghub.mappings.model.Comparison;
import org.accountinghub.mappings.model.DocumentAmounts;
import org.accountinghub.mappings.model.Problem;
import org.accountinghub.mappings.model.Reference;
import org.accountinghub.mappings.model.Translation;
import org.accountinghub.mappings.vismaeaccounting.wire.DocumentThere;
import org.accountinghub.mappings.vismaeaccounting.wire.RowThere;

/** A document sent against what eAccounting holds: draft, invoice or order. */
public final class DocumentMatch {

    private final String kind;

    /** @param kind what people call it: {@code invoice} */
    public DocumentMatch(String kind) {
        this.kind = kind;
    }

    /** Whether it carries exactly this reference. */
    public static boolean carries(Reference reference, DocumentThere document) {
        return ReferenceText.in(document.rows()).filter(reference::equals).isPresent();
    }

    /** Amounts sent against amounts there; the whole total's rounding is explained. */
    public Comparison compare(BillableOrder sent, DocumentThere back, Map<String, BigDecimal> ratesByArticle) {
        DocumentReading reading = new DocumentReading(kind, back, ratesByArticle);
        Translation<DocumentAmounts> read = reading.reviewed().result(reading::amounts);
        if (read instanceof Translation.Refused<DocumentAmounts> refused) {
            return new Comparison(
                    List.of(), refused.problems().stream().map(Problem::reason).toList());
        }
        return Comparison.of(sent, ((Translation.Done<DocumentAmounts>) read).value());
    }

    /**
     * Whether a document that carries our reference is what was sent.
     *
     * @param customerId eAccounting's own id of the payer
     * @return why it is not; empty = it is
     */
    public Optional<Problem> confirm(
            BillableOrder sent, String customerId, DocumentThere back, Map<String, BigDecimal> ratesByArticle) {
        List<String> differences = new ArrayList<>();
        if (!back.customerId().filter(customerId::equals).isPresent()) {
            differences.add("another customer than " + sent.payer().number());
        }
        differences.addAll(compare(sent, back, ratesByArticle).differences());
        return differences.isEmpty()
                ? Optional.empty()
                : Optional.of(Problem.of(
                        DraftTranslation.ROOM + "." + kind.replace(' ', '-') + "-differs",
                        Problem.Stage.PARTNER,
                        "eAccounting's " + kind + " " + back.id().orElse("without id")
                                + " carries the reference of order " + sent.orderNumber() + " but differs: "
                                + String.join("; ", differences) + ".",
                        "Compare the " + kind
                                + " at eAccounting with the order. If it is right, dismiss the transfer and"
                                + " mark the order as invoiced once it is; else delete or credit it there, dismiss the transfer"
                                + " and send the order again."));
    }

    /** Whether it could be this document although it carries no reference: customer, amounts and the order's number in a text. */
    public boolean resembles(
            BillableOrder sent, String customerId, DocumentThere back, Map<String, BigDecimal> ratesByArticle) {
        return back.customerId().filter(customerId::equals).isPresent()
                && compare(sent, back, ratesByArticle).agrees();
    }

    /** Whether a text row names the order's number, as the hub writes it. */
    public static boolean namesOrder(BillableOrder sent, DocumentThere back) {
        String named = ReferenceText.of(sent, EAccountingRules.ReferenceRow.ORDER_NUMBER);
        return back.rows().stream()
                .flatMap(List::stream)
                .filter(RowThere::textOnly)
                .anyMatch(row -> row.text().filter(named::equals).isPresent());
    }
}
