package org.accountinghub.mappings.vismaeaccounting;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.accountinghub.mappings.model.AnswerReview;
import org.accountinghub.mappings.model.DocumentAmounts;
import org.accountinghub.mappings.model.Invoice;
import org.accountinghub.mappings.model.Translation;
import org.accountinghub.mappings.vismaeaccounting.wire.DocumentThere;
import org.accountinghub.mappings.vismaeaccounting.wire.DraftThere;
import org.accountinghub.mappings.vismaeaccounting.wire.InvoiceThere;
import org.accountinghub.mappings.vismaeaccounting.wire.Moments;
import org.accountinghub.mappings.vismaeaccounting.wire.RowThere;

/** An eAccounting invoice, or the draft of one, as the hub's invoice. */
public final class InvoiceReading {

    private InvoiceReading() {}

    /** The articles whose rates must be known to read a document: those of rows that do not tell their rate. */
    public static Set<String> articles(DocumentThere from) {
        return from.rows().stream()
                .flatMap(rows -> rows.stream())
                .filter(row -> !row.textOnly() && row.percentVat().isEmpty())
                .map(RowThere::articleId)
                .flatMap(Optional::stream)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** A draft has no number, so its id stands for one; it is not booked and nothing of it is paid. */
    public static Translation<Invoice> read(DraftThere from, Map<String, BigDecimal> ratesByArticle) {
        DocumentReading reading = new DocumentReading("invoice draft", from, ratesByArticle);
        AnswerReview review = reading.reviewed();
        review.require("CustomerNumber", from.customerNumber());
        return review.result(() -> {
            DocumentAmounts amounts = reading.amounts();
            return new Invoice(
                    from.id().orElseThrow(),
                    ReferenceText.in(from.rows()),
                    from.customerNumber().orElseThrow(),
                    from.customerId(),
                    day(from.date()).orElseThrow(),
                    Optional.empty(),
                    amounts,
                    amounts.total().minus(amounts.taxReduction()),
                    false,
                    false,
                    false,
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty());
        });
    }

    /**
     * @param creditNote id of the invoice that credits it, where one was looked for and found
     * @param zone where the day is that the last payment was entered on
     */
    public static Translation<Invoice> read(
            InvoiceThere from, Map<String, BigDecimal> ratesByArticle, Optional<String> creditNote, ZoneId zone) {
        DocumentReading reading = new DocumentReading("invoice", from, ratesByArticle);
        AnswerReview review = reading.reviewed();
        review.require("InvoiceNumber", from.invoiceNumber());
        review.require("CustomerNumber", from.customerNumber());
        review.require("RemainingAmount", from.remaining());
        return review.result(() -> {
            boolean paid = from.remaining().orElseThrow().signum() == 0;
            return new Invoice(
                    from.invoiceNumber().orElseThrow(),
                    ReferenceText.in(from.rows()),
                    from.customerNumber().orElseThrow(),
                    from.customerId(),
                    day(from.date()).orElseThrow(),
                    day(from.dueDate()),
                    reading.amounts(),
                    reading.money(from.remaining()),
                    true,
                    false,
                    !from.isNotDelivered().orElse(true),
                    paid ? lastChange(from, zone) : Optional.empty(),
                    from.createdFromOrderId(),
                    creditNote,
                    from.isCreditInvoice().orElse(false) ? from.referringInvoiceId() : Optional.empty());
        });
    }

    /** When the balance became zero is not told; the invoice changed when the payment was entered. */
    private static Optional<LocalDate> lastChange(InvoiceThere from, ZoneId zone) {
        return from.modifiedUtc()
                .flatMap(Moments::of)
                .map(moment -> LocalDate.ofInstant(moment, zone))
                .or(() -> day(from.date()));
    }

    private static Optional<LocalDate> day(Optional<String> text) {
        return text.flatMap(Moments::day);
    }
}
