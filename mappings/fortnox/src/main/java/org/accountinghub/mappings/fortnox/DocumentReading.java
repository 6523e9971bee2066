package org.accountinghub.mappings.fortnox;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.accountinghub.mappings.fortnox.wire.DocumentRow;
import org.accountinghub.mappings.fortnox.wire.FortnoxDocument;
import org.accountinghub.mappings.model.DocumentAmounts;
import org.accountinghub.mappings.model.Money;
import org.accountinghub.mappings.model.Problem;
import org.accountinghub.mappings.model.Reference;
import org.accountinghub.mappings.model.Review;
import org.accountinghub.mappings.model.VatByRate;

/** What invoices and orders are read back by. An answer without what every document has is a problem, never a guess. */
final class DocumentReading {

    private static final String NO_DOCUMENT = "0";

    private final String kind;
    private final FortnoxDocument from;
    private final Review review = new Review("fortnox", Problem.Stage.RETURN);

    /** @param kind what people call it: {@code invoice} */
    DocumentReading(String kind, FortnoxDocument from) {
        this.kind = kind;
        this.from = from;
    }

    /** Names what is missing of what both kinds have. */
    Review reviewed() {
        require("DocumentNumber", from.documentNumber());
        require("CustomerNumber", from.customerNumber());
        require("Total", from.total());
        require("Currency", currency());
        pricedRows().stream()
                .filter(row -> ReadRow.amount(row).isEmpty())
                .forEach(row -> missing("the amount of a row"));
        return review;
    }

    void require(String field, Optional<?> value) {
        if (value.isEmpty()) {
            missing(field);
        }
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

    /** The hub's mark, where the text is one. */
    static Optional<Reference> reference(Optional<String> text) {
        return text.map(String::strip).filter(Reference::wellFormed).map(Reference::new);
    }

    /** A number of another document, where it names one. */
    static Optional<String> other(Optional<String> number) {
        return number.map(String::strip).filter(text -> !text.isEmpty() && !text.equals(NO_DOCUMENT));
    }

    private boolean included() {
        return from.vatIncluded().orElse(false);
    }

    private Optional<Currency> currency() {
        return from.currency()
                .flatMap(code -> Currency.getAvailableCurrencies().stream()
                        .filter(currency -> currency.getCurrencyCode().equals(code))
                        .findFirst());
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

    private void missing(String field) {
        review.refuse(
                "answer-incomplete",
                field,
                "Fortnox's " + kind + " came without " + field + ".",
                "Open the " + kind + " at Fortnox; if it looks right, report this to the hub's makers.");
    }
}
