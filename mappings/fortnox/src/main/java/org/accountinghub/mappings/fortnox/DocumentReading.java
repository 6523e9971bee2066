package org.accountinghub.mappings.fortnox;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.accountinghub.mappings.fortnox.wire.DocumentRow;
import org.accountinghub.mappings.fortnox.wire.FortnoxDocument;
import org.accountinghub.mappings.model.AnswerReview;
import org.accountinghub.mappings.model.DocumentAmounts;
import org.accountinghub.mappings.model.Money;
import org.accountinghub.mappings.model.VatByRate;

/** What invoices and orders are read back by. An answer without what every document has is a problem, never a guess. */
final class DocumentReading {

    private static final String NO_DOCUMENT = "0";

    private final FortnoxDocument from;
    private final AnswerReview review;

    /** @param kind what people call it: {@code invoice} */
    DocumentReading(String kind, FortnoxDocument from) {
        this.from = from;
        this.review = new AnswerReview("fortnox", "Fortnox", kind);
    }

    /** Names what is missing of what both kinds have. */
    AnswerReview reviewed() {
        review.require("DocumentNumber", from.documentNumber());
        review.require("CustomerNumber", from.customerNumber());
        review.require("Total", from.total());
        review.require("Currency", currency());
        pricedRows().stream()
                .filter(row -> ReadRow.amount(row).isEmpty())
                .forEach(row -> review.missing("the amount of a row"));
        return review;
    }

    /** Only of a document that was reviewed without problems. */
    DocumentAmounts amounts() {
        Currency currency = currency().orElseThrow();
        List<ReadRow> read = pricedRows().stream()
                .map(row -> ReadRow.of(row, included(), currency))
                .toList();
        Money feesVat = money(from.administrationFeeVat()).plus(money(from.freightVat()));
        VatByRate vat = VatByRate.of(
                read.stream().map(ReadRow::share).toList(),
                included(),
                currency,
                from.totalVat().map(total -> new Money(total, currency).minus(feesVat)));
        return new DocumentAmounts(
                currency,
                read.stream().map(ReadRow::row).toList(),
                vat.netByRate(),
                vat.vatByRate(),
                money(from.roundOff()),
                money(from.administrationFee()),
                money(from.freight()),
                money(from.taxReduction()),
                money(from.total()));
    }

    Money money(Optional<BigDecimal> amount) {
        Currency currency = currency().orElseThrow();
        return amount.map(present -> new Money(present, currency)).orElse(Money.zero(currency));
    }

    /** A number of another document, where it names one. */
    static Optional<String> other(Optional<String> number) {
        return number.map(String::strip).filter(text -> !text.isEmpty() && !text.equals(NO_DOCUMENT));
    }

    private boolean included() {
        return from.vatIncluded().orElse(false);
    }

    private Optional<Currency> currency() {
        return from.currency().flatMap(Money::currency);
    }

    private List<DocumentRow> pricedRows() {
        return from.rows().stream().filter(row -> !isText(row)).toList();
    }

    private static boolean isText(DocumentRow row) {
        return row.articleNumber().isEmpty()
                && isZero(row.orderedQuantity())
                && isZero(row.deliveredQuantity())
                && isZero(row.price())
                && isZero(row.total())
                && isZero(row.totalExcludingVat());
    }

    private static boolean isZero(Optional<BigDecimal> number) {
        return number.isEmpty() || number.get().signum() == 0;
    }
}
