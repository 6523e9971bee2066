package org.accountinghub.mappings.twentyfoursevenoffice;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.accountinghub.mappings.model.AnswerReview;
import org.accountinghub.mappings.model.DocumentAmounts;
import org.accountinghub.mappings.model.Invoice.InvoicedRow;
import org.accountinghub.mappings.model.Money;
import org.accountinghub.mappings.model.Reference;
import org.accountinghub.mappings.model.Totals;
import org.accountinghub.mappings.model.VatByRate;
import org.accountinghub.mappings.twentyfoursevenoffice.soap.invoice.InvoiceOrder;
import org.accountinghub.mappings.twentyfoursevenoffice.soap.invoice.InvoiceRow;
import org.accountinghub.mappings.twentyfoursevenoffice.soap.invoice.OrderSlipStateType;
import org.accountinghub.mappings.twentyfoursevenoffice.soap.invoice.RowType;
import org.jspecify.annotations.Nullable;

/** What invoices and orders are read back by. An answer without what every document has is a problem, never a guess. */
final class DocumentReading {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final Set<OrderSlipStateType> INVOICED = Set.of(
            OrderSlipStateType.INVOICED, OrderSlipStateType.INVOICED_CASH_ACCOUNT, OrderSlipStateType.INVOICED_PACK);

    private final InvoiceOrder from;
    private final OfficeRules rules;
    private final AnswerReview review = new AnswerReview("24sevenoffice", "24SevenOffice", "document");

    DocumentReading(InvoiceOrder from, OfficeRules rules) {
        this.from = from;
        this.rules = rules;
    }

    /** Names what is missing of what both kinds have. */
    AnswerReview reviewed() {
        review.require("OrderId", id(from.getOrderId()));
        review.require("CustomerId", id(from.getCustomerId()));
        review.require("OrderTotalIncVat", amount(from.getOrderTotalIncVat()));
        review.require("OrderTotalVat", amount(from.getOrderTotalVat()));
        review.require("Currency", currency());
        pricedRows().stream()
                .filter(row -> rate(row).isEmpty())
                .forEach(row -> review.missing("the VAT rate of a row"));
        return review;
    }

    /** Only of a document that was reviewed without problems. */
    DocumentAmounts amounts() {
        Currency currency = currency().orElseThrow();
        boolean included = Boolean.TRUE.equals(from.isIncludeVAT());
        List<InvoicedRow> rows = new ArrayList<>();
        List<VatByRate.Share> shares = new ArrayList<>();
        for (InvoiceRow row : pricedRows()) {
            BigDecimal rate = rate(row).orElseThrow();
            Money amount = new Money(gross(row), currency).rounded();
            shares.add(new VatByRate.Share(rate, amount));
            rows.add(new InvoicedRow(
                    Optional.ofNullable(row.getProductNo()).orElse(""),
                    Optional.ofNullable(row.getName()).orElse(""),
                    amount(row.getQuantity()).orElse(BigDecimal.ZERO),
                    included ? amount.minus(Totals.vatOf(amount, rate, true)) : amount,
                    rate));
        }
        Money told = money(from.getOrderTotalVat());
        Money total = money(from.getOrderTotalIncVat());
        VatByRate vat = VatByRate.of(shares, included, currency, Optional.of(told));
        Money zero = Money.zero(currency);
        Money net = vat.netByRate().values().stream().reduce(zero, Money::plus);
        Money charged = vat.vatByRate().values().stream().reduce(zero, Money::plus);
        return new DocumentAmounts(
                currency,
                rows,
                vat.netByRate(),
                vat.vatByRate(),
                total.minus(net).minus(charged),
                zero,
                zero,
                zero,
                total);
    }

    Money money(@Nullable BigDecimal amount) {
        return new Money(amount(amount).orElse(BigDecimal.ZERO), currency().orElseThrow()).rounded();
    }

    /** The hub's mark, where the text is one. */
    Optional<Reference> reference() {
        return reference(from);
    }

    static Optional<Reference> reference(InvoiceOrder from) {
        return Reference.in(Optional.ofNullable(from.getReferenceNumber()));
    }

    /** Whether it is an invoice by now. An absent state is Web, which the service leaves out. */
    boolean invoiced() {
        return from.getOrderStatus() != null && INVOICED.contains(from.getOrderStatus());
    }

    boolean inactive() {
        return from.getOrderStatus() == OrderSlipStateType.INACTIVE;
    }

    /** The company's own day: moments are UTC. */
    Optional<LocalDate> day(@Nullable LocalDateTime moment) {
        return Optional.ofNullable(moment)
                .map(one -> one.atZone(ZoneOffset.UTC)
                        .withZoneSameInstant(rules.zone())
                        .toLocalDate());
    }

    /** An id; 0 and less are its words for none. */
    static Optional<Integer> id(@Nullable Integer value) {
        return Optional.ofNullable(value).filter(id -> id > 0);
    }

    boolean waitsInPart() {
        return pricedRows().stream()
                .anyMatch(row -> amount(row.getQuantityRest())
                        .filter(rest -> rest.signum() > 0)
                        .isPresent());
    }

    private Optional<Currency> currency() {
        Optional<String> symbol = Optional.ofNullable(from.getCurrency())
                .map(currency -> Optional.ofNullable(currency.getSymbol()).orElse(""))
                .map(String::strip)
                .filter(text -> !text.isEmpty());
        if (symbol.isEmpty()) {
            return Optional.of(rules.currency());
        }
        return Money.currency(symbol.get());
    }

    private List<InvoiceRow> pricedRows() {
        return from.getInvoiceRows() == null
                ? List.of()
                : from.getInvoiceRows().getInvoiceRow().stream()
                        .filter(row -> row.getType() == null || row.getType() == RowType.NORMAL)
                        .toList();
    }

    /** What a tax code says of the row counts before its product's rate. */
    private static Optional<BigDecimal> rate(InvoiceRow row) {
        return Optional.ofNullable(row.getTaxSettings())
                .flatMap(settings -> amount(settings.getTaxRate()))
                .or(() -> amount(row.getVatRate()))
                .filter(rate -> rate.signum() >= 0 && rate.compareTo(HUNDRED) <= 0)
                .map(DocumentReading::plain);
    }

    private static BigDecimal gross(InvoiceRow row) {
        BigDecimal product = amount(row.getQuantity())
                .orElse(BigDecimal.ZERO)
                .multiply(amount(row.getPrice()).orElse(BigDecimal.ZERO));
        BigDecimal discount = amount(row.getDiscountRate()).orElse(BigDecimal.ZERO);
        return product.subtract(product.multiply(discount).movePointLeft(2));
    }

    /** .NET's smallest decimal is its word for none. */
    static Optional<BigDecimal> amount(@Nullable BigDecimal value) {
        return Optional.ofNullable(value).filter(number -> number.precision() - number.scale() < 20);
    }

    private static BigDecimal plain(BigDecimal number) {
        BigDecimal stripped = number.signum() == 0 ? BigDecimal.ZERO : number.stripTrailingZeros();
        return stripped.setScale(Math.max(0, stripped.scale()), RoundingMode.UNNECESSARY);
    }
}
