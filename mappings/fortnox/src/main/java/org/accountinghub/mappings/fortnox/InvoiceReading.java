package org.accountinghub.mappings.fortnox;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.accountinghub.mappings.fortnox.wire.FortnoxInvoice;
import org.accountinghub.mappings.fortnox.wire.InvoiceRow;
import org.accountinghub.mappings.model.Invoice;
import org.accountinghub.mappings.model.Money;
import org.accountinghub.mappings.model.Problem;
import org.accountinghub.mappings.model.Reference;
import org.accountinghub.mappings.model.Review;
import org.accountinghub.mappings.model.Translation;

/** A Fortnox invoice as the hub's invoice. An answer without what every invoice has is a problem, never a guess. */
public final class InvoiceReading {

    private static final String NO_DOCUMENT = "0";

    private InvoiceReading() {}

    public static Translation<Invoice> read(FortnoxInvoice from) {
        Review review = new Review("fortnox", Problem.Stage.RETURN);
        require(review, "DocumentNumber", from.documentNumber());
        require(review, "CustomerNumber", from.customerNumber());
        require(review, "InvoiceDate", from.invoiceDate());
        require(review, "Total", from.total());
        require(review, "Balance", from.balance());
        Optional<Currency> currency = from.currency().flatMap(InvoiceReading::currency);
        require(review, "Currency", currency);
        List<InvoiceRow> rows = from.invoiceRows().orElse(List.of()).stream()
                .filter(row -> !isText(row))
                .toList();
        rows.stream()
                .filter(row -> amount(row).isEmpty())
                .forEach(row -> missing(review, "TotalExcludingVAT of a row"));
        return review.result(() -> invoice(from, rows, currency.orElseThrow()));
    }

    /** The hub's mark, where the text is one. */
    public static Optional<Reference> reference(Optional<String> text) {
        return text.map(String::strip).filter(Reference::wellFormed).map(Reference::new);
    }

    /** Whether a credit note refers to this invoice. */
    public static boolean credited(FortnoxInvoice invoice) {
        return !invoice.credit().orElse(false) && other(invoice).isPresent();
    }

    private static Optional<String> other(FortnoxInvoice from) {
        return from.creditInvoiceReference().filter(number -> !number.equals(NO_DOCUMENT));
    }

    private static Invoice invoice(FortnoxInvoice from, List<InvoiceRow> rows, Currency currency) {
        boolean included = from.vatIncluded().orElse(false);
        List<ReadRow> read =
                rows.stream().map(row -> ReadRow.of(row, included, currency)).toList();
        Money feesVat = money(from.administrationFeeVat(), currency).plus(money(from.freightVat(), currency));
        ReadVat vat = ReadVat.of(
                read, included, currency, from.totalVat().map(total -> new Money(total, currency).minus(feesVat)));
        boolean creditNote = from.credit().orElse(false);
        Optional<String> other = other(from);
        return new Invoice(
                from.documentNumber().orElseThrow(),
                reference(from.externalInvoiceReference1()),
                from.customerNumber().orElseThrow(),
                from.invoiceDate().orElseThrow(),
                from.dueDate(),
                currency,
                read.stream().map(ReadRow::row).toList(),
                vat.netByRate(),
                vat.vatByRate(),
                money(from.roundOff(), currency),
                money(from.administrationFee(), currency),
                money(from.freight(), currency),
                Money.zero(currency),
                money(from.total(), currency),
                money(from.balance(), currency),
                from.booked().orElse(false),
                from.cancelled().orElse(false),
                from.sent().orElse(false),
                from.finalPayDate(),
                Optional.empty(),
                creditNote ? Optional.empty() : other,
                creditNote ? other : Optional.empty());
    }

    private static boolean isText(InvoiceRow row) {
        return row.articleNumber().isEmpty()
                && isZero(row.deliveredQuantity())
                && isZero(row.price())
                && isZero(row.total())
                && isZero(row.totalExcludingVat());
    }

    /** After discount, without VAT; the price is the last resort. */
    static Optional<BigDecimal> amount(InvoiceRow row) {
        return row.totalExcludingVat()
                .or(() -> row.priceExcludingVat()
                        .flatMap(price -> row.deliveredQuantity().map(price::multiply)));
    }

    private static boolean isZero(Optional<BigDecimal> number) {
        return number.isEmpty() || number.get().signum() == 0;
    }

    private static Money money(Optional<BigDecimal> amount, Currency currency) {
        return amount.map(present -> new Money(present, currency)).orElse(Money.zero(currency));
    }

    private static Optional<Currency> currency(String code) {
        return Currency.getAvailableCurrencies().stream()
                .filter(currency -> currency.getCurrencyCode().equals(code))
                .findFirst();
    }

    private static void require(Review review, String field, Optional<?> value) {
        if (value.isEmpty()) {
            missing(review, field);
        }
    }

    private static void missing(Review review, String field) {
        review.refuse(
                "answer-incomplete",
                field,
                "Fortnox's invoice came without " + field + ".",
                "Open the invoice at Fortnox; if it looks right, report this to the hub's makers.");
    }
}
