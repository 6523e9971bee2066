package org.accountinghub.mappings.vismaeaccounting;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.accountinghub.mappings.model.BillableOrder;
import org.accountinghub.mappings.model.Discount;
import org.accountinghub.mappings.model.Money;
import org.accountinghub.mappings.model.PricedForm;
import org.accountinghub.mappings.model.Review;
import org.accountinghub.mappings.model.Row;
import org.accountinghub.mappings.model.RowReview;
import org.accountinghub.mappings.model.Vat;
import org.accountinghub.mappings.vismaeaccounting.EAccountingRules.UnknownArticle;

/**
 * The rows of one order as rows of one eAccounting document. A row has the VAT rate of its article's coding and no other,
 * so each needs an article of its rate: its own, or the company's for such rows.
 */
final class RowTranslation {

    private static final int MOST_ROWS = 1000;
    private static final int ARTICLE_NUMBER = 40;
    private static final int AMOUNT_DECIMALS = 2;
    private static final int ABROAD = 4;
    private static final int QUANTITY_DECIMALS = 2;

    /** Of a percentage: four of the fraction that is sent. */
    private static final int DISCOUNT_DECIMALS = 2;

    private final EAccountingRules rules;
    private final Review review;
    private final RowReview remarks;
    private final BillableOrder order;
    private final Recipient recipient;
    private final Catalogue catalogue;
    private final List<DocumentLine> lines = new ArrayList<>();

    RowTranslation(
            EAccountingRules rules, Review review, BillableOrder order, Recipient recipient, Catalogue catalogue) {
        this.rules = rules;
        this.review = review;
        this.remarks = new RowReview(review, "eAccounting");
        this.order = order;
        this.recipient = recipient;
        this.catalogue = catalogue;
    }

    static boolean canBeArticleNumber(String number) {
        return number.length() <= ARTICLE_NUMBER
                && number.equals(Characters.clean(number).text());
    }

    /** @param last texts that follow the order's own rows */
    List<DocumentLine> lines(List<String> last) {
        refuseWhole();
        RowAmounts wanted = new RowAmounts(order, recipient.pricesWithVat());
        List<Money> amounts = wanted.amounts(review);
        List<Optional<DocumentLine.Work>> houseWork = new HouseWorkTranslation(order, review).ofRows();
        int priced = 0;
        for (int i = 0; i < order.rows().size(); i++) {
            Row row = order.rows().get(i);
            String name = "Row " + (i + 1);
            if (row instanceof Row.Text text) {
                addText(name, text.text());
            } else if (row instanceof Row.Priced pricedRow) {
                addPriced(name, pricedRow, amounts.get(priced), wanted, houseWork.get(priced));
                priced++;
            }
        }
        last.forEach(text ->
                Characters.pieces(text, rules.textLength()).forEach(piece -> lines.add(DocumentLine.text(piece))));
        if (lines.size() > MOST_ROWS) {
            review.refuse(
                    "too-many-rows",
                    "Rows",
                    "The order comes to " + lines.size() + " rows; eAccounting takes " + MOST_ROWS + ".",
                    "Divide the order in two.");
        }
        return List.copyOf(lines);
    }

    private void addText(String name, String text) {
        List<String> pieces = Characters.pieces(text, rules.textLength());
        if (pieces.isEmpty()) {
            remarks.noteLeftOut(name);
        }
        pieces.forEach(piece -> lines.add(DocumentLine.text(piece)));
    }

    private void addPriced(
            String name, Row.Priced row, Money amount, RowAmounts wanted, Optional<DocumentLine.Work> houseWork) {
        Optional<String> number = row.articleNumber().map(String::strip).filter(text -> !text.isEmpty());
        Optional<Catalogue.Item> own = number.flatMap(catalogue::article).filter(item -> rateFits(name, row, item));
        Optional<Catalogue.Item> article = own.or(() -> fallback(name, row, number));
        String prefix = own.isPresent() ? "" : number.map(text -> text + " ").orElse("");
        List<String> pieces =
                new ArrayList<>(Characters.pieces(prefix + row.description().strip(), rules.textLength()));
        if (pieces.isEmpty() && own.isEmpty()) {
            remarks.refuseTextless(name, "Text");
        }
        noteUnit(name, row, article);
        PricedForm form = form(row, amount, wanted);
        if (Rates.plain(amount.amount()).scale() > AMOUNT_DECIMALS) {
            review.refuse(
                    "amount-too-fine",
                    "UnitPrice",
                    name + " amounts to " + amount + "; eAccounting's amounts have two decimals.",
                    "Give the row an amount with fewer decimals.");
        }
        if (form.rewritten()) {
            remarks.noteRewritten(name, form);
            pieces.addAll(Characters.pieces(form.calculation(), rules.textLength()));
        }
        lines.add(new DocumentLine(
                pieces.stream().findFirst(),
                Optional.of(new DocumentLine.Priced(
                        article.map(Catalogue.Item::id).orElse(""),
                        form,
                        row.vat().treatment() == Vat.Treatment.DOMESTIC_REVERSE_CHARGE,
                        costCentre(name, row),
                        houseWork))));
        pieces.stream().skip(1).forEach(piece -> lines.add(DocumentLine.text(piece)));
    }

    private PricedForm form(Row.Priced row, Money amount, RowAmounts wanted) {
        int priceDecimals = recipient.abroad() ? ABROAD : AMOUNT_DECIMALS;
        PricedForm.Limits limits = new PricedForm.Limits(QUANTITY_DECIMALS, priceDecimals, DISCOUNT_DECIMALS, false);
        String ours = PricedForm.of(row, amount, limits).calculation();
        PricedForm form = PricedForm.of(wanted.priced(row, priceDecimals), amount, limits);
        Money unrounded = new Money(form.discount().applyTo(form.quantity().multiply(form.price())), amount.currency());
        return form.rewritten() || unrounded.rounded().equals(amount)
                ? new PricedForm(form.quantity(), form.price(), form.discount(), form.rewritten(), ours)
                : new PricedForm(BigDecimal.ONE, Rates.plain(amount.amount()), Discount.NONE, true, ours);
    }

    private boolean rateFits(String name, Row.Priced row, Catalogue.Item item) {
        boolean fits = item.vatRate().compareTo(row.vat().rate()) == 0;
        if (!fits && rules.unknownArticle() != UnknownArticle.TEXT_ROW) {
            review.refuse(
                    "article-vat-differs",
                    "ArticleId",
                    name + " has " + Rates.plain(row.vat().rate()).toPlainString() + " % VAT, eAccounting's article "
                            + item.number() + " has " + item.vatRate().toPlainString() + " %.",
                    "Correct the rate on the row or the article's coding in eAccounting, or let the connection send such rows"
                            + " with its article for the rate (unknown-article=text-row).");
        }
        return fits;
    }

    private Optional<Catalogue.Item> fallback(String name, Row.Priced row, Optional<String> number) {
        Optional<Catalogue.Item> fallback = catalogue.fallback(row.vat().rate());
        boolean known = number.flatMap(catalogue::article).isPresent();
        if (fallback.isEmpty()) {
            review.refuse(
                    "fallback-article-missing",
                    "ArticleId",
                    name + " has " + Rates.plain(row.vat().rate()).toPlainString()
                            + " % VAT and no article of eAccounting's with that rate; each row there needs one.",
                    "Name an article of this rate in the connection's fallback-articles, or give the row an article that"
                            + " eAccounting has.");
        } else if (number.isPresent() && !known && rules.unknownArticle() != UnknownArticle.TEXT_ROW) {
            review.refuse(
                    "article-unknown",
                    "ArticleId",
                    name + ": eAccounting has no active article "
                            + Characters.clean(number.get()).text() + ".",
                    "Create or activate the article in eAccounting, or let the connection send it as text"
                            + " (unknown-article=text-row).");
        } else {
            number.ifPresent(text -> review.note(name + ": eAccounting has no active article "
                    + Characters.clean(text).text()
                    + (known ? " with this VAT rate" : "") + "; sent with article "
                    + fallback.get().number() + " and its number as text"));
        }
        return fallback;
    }

    private void noteUnit(String name, Row.Priced row, Optional<Catalogue.Item> article) {
        row.unit()
                .map(String::strip)
                .filter(unit -> !unit.isEmpty())
                .filter(unit -> article.flatMap(Catalogue.Item::unit)
                        .filter(unit::equalsIgnoreCase)
                        .isEmpty())
                .ifPresent(unit ->
                        review.note(name + ": unit \"" + Characters.clean(unit).text()
                                + "\" is not sent; the unit is that of" + " eAccounting's article"));
    }

    /** The row's own, else the document's: eAccounting knows cost centres on rows only. */
    private Optional<String> costCentre(String name, Row.Priced row) {
        Optional<String> code =
                row.costCentre().or(order::costCentre).map(String::strip).filter(text -> !text.isEmpty());
        Optional<String> id = code.map(text -> catalogue.costCentres().getOrDefault(text, ""));
        id.filter(String::isEmpty)
                .ifPresent(none -> review.refuse(
                        "cost-centre-unknown",
                        "CostCenterItemId",
                        name + ": eAccounting has no active cost centre \""
                                + Characters.clean(code.orElse("")).text() + "\".",
                        "Create or activate the cost centre in eAccounting, or choose another in the service system."));
        return id;
    }

    private void refuseWhole() {
        remarks.refuseNone(order, "Rows");
        if (order.totals().total().amount().signum() < 0) {
            review.refuse(
                    "total-negative",
                    "Rows",
                    "The order comes to " + order.totals().total()
                            + "; eAccounting has credit invoices for that, which a" + " person makes.",
                    "Credit the invoice concerned in eAccounting, and mark the order as invoiced.");
        }
        remarks.refuseMixedVat(order, "ReverseChargeOnConstructionServices");
        if (!recipient.currency().equals(order.currency())) {
            review.refuse(
                    "currency-differs",
                    "CurrencyCode",
                    "The order is in " + order.currency().getCurrencyCode() + ", eAccounting's customer "
                            + recipient.number() + " in " + recipient.currency().getCurrencyCode() + ".",
                    "Change the customer's currency in eAccounting, or the order's.");
        }
    }
}
