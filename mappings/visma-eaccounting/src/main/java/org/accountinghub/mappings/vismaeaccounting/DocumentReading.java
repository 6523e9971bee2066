package org.accountinghub.mappings.vismaeaccounting;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.accountinghub.mappings.model.AnswerReview;
import org.accountinghub.mappings.model.DocumentAmounts;
import org.accountinghub.mappings.model.Invoice.InvoicedRow;
import org.accountinghub.mappings.model.Money;
import org.accountinghub.mappings.model.Totals;
import org.accountinghub.mappings.model.VatByRate;
import org.accountinghub.mappings.vismaeaccounting.wire.DocumentThere;
import org.accountinghub.mappings.vismaeaccounting.wire.InvoiceThere;
import org.accountinghub.mappings.vismaeaccounting.wire.InvoiceThere.VatThere;
import org.accountinghub.mappings.vismaeaccounting.wire.Moments;
import org.accountinghub.mappings.vismaeaccounting.wire.RowThere;

/**
 * What drafts, invoices and orders are read back by. An answer without what every document has is a problem, never a guess.
 * Invoices tell each row's amount and rate; drafts and orders do not: there the amount is computed, and the rate is that of
 * the row's article.
 */
final class DocumentReading {

    private final DocumentThere from;
    private final Map<String, BigDecimal> ratesByArticle;
    private final AnswerReview review;

    /**
     * @param kind what people call it: {@code invoice}
     * @param ratesByArticle in percent, by eAccounting's id of the article
     */
    DocumentReading(String kind, DocumentThere from, Map<String, BigDecimal> ratesByArticle) {
        this.from = from;
        this.review = new AnswerReview(DraftTranslation.ROOM, "eAccounting", kind);
        this.ratesByArticle = ratesByArticle;
    }

    /** Names what is missing of what all kinds have. */
    AnswerReview reviewed() {
        review.require("Id", from.id());
        review.require("Rows", from.rows());
        review.require("the currency", currency());
        review.require("the total", from.total());
        review.require("the date", from.date().flatMap(Moments::day));
        pricedRows().stream()
                .filter(row -> rate(row).isEmpty())
                .forEach(row -> review.missing("the VAT rate of a row"));
        return review;
    }

    /** Only of a document that was reviewed without problems. */
    DocumentAmounts amounts() {
        boolean included = included();
        List<InvoicedRow> rows = new ArrayList<>();
        List<VatByRate.Share> shares = new ArrayList<>();
        for (RowThere row : pricedRows()) {
            BigDecimal rate = rate(row).orElseThrow();
            Money amount = amount(row);
            Money net = row.amountNoVat()
                    .map(told -> told(told, amount, rate, included))
                    .orElseGet(() -> included ? amount.minus(Totals.vatOf(amount, rate, true)) : amount);
            rows.add(new InvoicedRow(
                    row.articleNumber().orElse(""),
                    row.text().orElse(""),
                    row.quantity().orElse(BigDecimal.ZERO),
                    net,
                    rate));
            shares.add(new VatByRate.Share(rate, amount));
        }
        VatByRate vat = specified()
                .orElseGet(() -> VatByRate.of(
                        shares,
                        included,
                        money().currency(),
                        from.totalVat().map(total -> money().plus(new Money(total, money().currency())))));
        Money net = sum(vat.netByRate());
        Money taxes = sum(vat.vatByRate());
        Money reduction = money(from.reduction());
        Money total = whole(net.plus(taxes), taxes, reduction);
        Money rest = total.minus(net).minus(taxes);
        Money roundings = money(from.roundings());
        boolean rounding = rest.isZero()
                || rest.amount().abs().compareTo(roundings.amount().abs()) == 0;
        return new DocumentAmounts(
                money().currency(),
                rows,
                vat.netByRate(),
                vat.vatByRate(),
                rounding ? rest : roundings,
                money(),
                money(),
                reduction,
                total);
    }

    Money money(Optional<BigDecimal> amount) {
        return amount.map(present -> new Money(present, money().currency())).orElse(money());
    }

    Currency requiredCurrency() {
        return currency().orElseThrow();
    }

    private Money money() {
        return Money.zero(requiredCurrency());
    }

    /** Its net by our rounding, when that is eAccounting's or next to it; prices with VAT leave an öre between. */
    private Money told(BigDecimal told, Money amount, BigDecimal rate, boolean included) {
        Money net = new Money(told, amount.currency()).rounded();
        Money computed = included ? amount.minus(Totals.vatOf(amount, rate, true)) : amount;
        boolean near = computed.minus(net).amount().abs().compareTo(new BigDecimal("0.01")) <= 0;
        return included && near ? computed : net;
    }

    /**
     * The total with VAT and before the tax reduction. Whether eAccounting tells it so is not verified for every kind of
     * document, so the one that comes to the rows is taken.
     */
    private Money whole(Money expected, Money taxes, Money reduction) {
        Money told = money(from.total());
        return List.of(
                        told,
                        told.plus(taxes),
                        told.plus(reduction),
                        told.plus(taxes).plus(reduction))
                .stream()
                .filter(one -> one.minus(expected).amount().abs().compareTo(BigDecimal.ONE) < 0)
                .findFirst()
                .orElse(told);
    }

    private Optional<VatByRate> specified() {
        List<VatThere> specification = from instanceof InvoiceThere invoice
                ? invoice.vatSpecification().orElse(List.of())
                : List.of();
        if (specification.isEmpty()) {
            return Optional.empty();
        }
        SortedMap<BigDecimal, Money> net = new TreeMap<>();
        SortedMap<BigDecimal, Money> vat = new TreeMap<>();
        for (VatThere one : specification) {
            BigDecimal rate = Rates.percent(one.vatPercent().orElse(BigDecimal.ZERO));
            net.merge(rate, money(one.amountInvoiceCurrency()), Money::plus);
            vat.merge(rate, money(one.vatAmountInvoiceCurrency()), Money::plus);
        }
        return Optional.of(new VatByRate(net, vat));
    }

    /** Orders do not say; only private persons' prices can be with VAT, and then the sum of VAT tells. */
    private boolean included() {
        if (from.includesVat().isPresent()) {
            return from.includesVat().get();
        }
        if (!from.customerIsPrivatePerson().orElse(false) || from.totalVat().isEmpty()) {
            return false;
        }
        BigDecimal told = from.totalVat().get();
        return distance(told, true).compareTo(distance(told, false)) < 0;
    }

    private BigDecimal distance(BigDecimal told, boolean included) {
        List<VatByRate.Share> shares = pricedRows().stream()
                .map(row -> new VatByRate.Share(rate(row).orElse(BigDecimal.ZERO), amount(row)))
                .toList();
        Money vat = sum(VatByRate.of(shares, included, requiredCurrency(), Optional.empty())
                .vatByRate());
        return vat.amount().subtract(told).abs();
    }

    private Money sum(SortedMap<BigDecimal, Money> amounts) {
        return amounts.values().stream().reduce(money(), Money::plus);
    }

    /** Rounded as eAccounting's amounts are: to two decimals. */
    private Money amount(RowThere row) {
        BigDecimal gross =
                row.quantity().orElse(BigDecimal.ZERO).multiply(row.unitPrice().orElse(BigDecimal.ZERO));
        BigDecimal left = gross.subtract(gross.multiply(row.discountPercentage().orElse(BigDecimal.ZERO)));
        return new Money(left.setScale(2, RoundingMode.HALF_UP), requiredCurrency());
    }

    /** What is charged: where the whole document has no VAT, none. */
    private Optional<BigDecimal> rate(RowThere row) {
        if (row.percentVat().isPresent()) {
            return row.percentVat().map(Rates::percent);
        }
        return untaxed() ? Optional.of(BigDecimal.ZERO) : rateOfArticle(row);
    }

    /** No VAT in all, although there would be some by the articles' rates: the buyer accounts for it, or it is an export. */
    private boolean untaxed() {
        return from.totalVat().filter(vat -> vat.signum() == 0).isPresent()
                && pricedRows().stream()
                                .map(row -> amount(row)
                                        .amount()
                                        .multiply(rateOfArticle(row).orElse(BigDecimal.ONE)))
                                .reduce(BigDecimal.ZERO, BigDecimal::add)
                                .signum()
                        != 0;
    }

    private Optional<BigDecimal> rateOfArticle(RowThere row) {
        return row.articleId().flatMap(id -> Optional.ofNullable(ratesByArticle.get(id)));
    }

    private Optional<Currency> currency() {
        return from.currency().flatMap(Money::currency);
    }

    private List<RowThere> pricedRows() {
        return from.rows().orElse(List.of()).stream()
                .filter(row -> !row.textOnly())
                .toList();
    }
}
