package org.accountinghub.mappings.fortnox;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.accountinghub.mappings.model.BillableOrder;
import org.accountinghub.mappings.model.Fields;
import org.accountinghub.mappings.model.Money;
import org.accountinghub.mappings.model.PricedForm;
import org.accountinghub.mappings.model.Review;
import org.accountinghub.mappings.model.Row;
import org.accountinghub.mappings.model.RowReview;
import org.accountinghub.mappings.model.TextLines;
import org.accountinghub.mappings.model.Vat;

/** The rows of one order as rows of one Fortnox document. */
final class RowTranslation {

    private static final int ARTICLE_NUMBER = 50;

    private final FortnoxRules rules;
    private final Review review;
    private final RowReview remarks;
    private final Fields fields;
    private final BillableOrder order;
    private final Set<String> knownArticles;
    private final List<DocumentLine> rows = new ArrayList<>();

    RowTranslation(FortnoxRules rules, Review review, BillableOrder order, Set<String> knownArticles) {
        this.rules = rules;
        this.review = review;
        this.remarks = new RowReview(review, "Fortnox");
        this.fields = FortnoxFields.of(review);
        this.order = order;
        this.knownArticles = knownArticles;
    }

    /** Letters, digits and {@code _ - + / .}, at most 50. */
    static boolean canBeArticleNumber(String number) {
        return number.length() <= ARTICLE_NUMBER && number.matches("[a-zåäöA-ZÅÄÖ0-9_\\-+/.]+");
    }

    static void refuseArticleNumber(String number, Review review) {
        review.refuse(
                "article-number-invalid",
                "ArticleNumber",
                "\"" + Characters.clean(number).text() + "\" cannot be an article number at Fortnox.",
                "Give the article a number of at most 50 letters, digits and _ - + / . in the service system.");
    }

    List<DocumentLine> rows() {
        remarks.refuseNone(order, "Rows");
        remarks.refuseMixedVat(order, "VAT");
        List<Money> amounts = order.totals().rows();
        List<Optional<ReportedWork>> houseWork = new HouseWorkTranslation(order, review).ofRows();
        int priced = 0;
        for (int i = 0; i < order.rows().size(); i++) {
            Row row = order.rows().get(i);
            String name = "Row " + (i + 1);
            if (row instanceof Row.Text text) {
                addText(name, text.text());
            } else if (row instanceof Row.Priced pricedRow) {
                addPriced(name, pricedRow, amounts.get(priced), houseWork.get(priced));
                priced++;
            }
        }
        return List.copyOf(rows);
    }

    private void addText(String name, String text) {
        List<String> pieces = fields.pieces(name, text, rules.descriptionLength());
        if (pieces.isEmpty()) {
            remarks.noteLeftOut(name);
        }
        pieces.forEach(piece -> rows.add(DocumentLine.text(piece, rules.textRowAccount())));
    }

    private void addPriced(String name, Row.Priced row, Money amount, Optional<ReportedWork> houseWork) {
        Optional<String> article = row.articleNumber().map(String::strip).filter(number -> !number.isEmpty());
        boolean known = article.filter(knownArticles::contains).isPresent();
        String prefix = known ? "" : article.map(number -> number + " ").orElse("");
        List<String> pieces =
                new ArrayList<>(fields.pieces(name, prefix + row.description().strip(), rules.descriptionLength()));
        if (pieces.isEmpty() && !known) {
            remarks.refuseTextless(name, "Description");
        }
        if (!known) {
            article.ifPresent(number -> unknownArticle(name, number));
        }
        int rate = rate(name, row.vat());
        PricedForm form = PricedForm.of(row, amount, rules.limits());
        if (form.price().scale() > rules.priceDecimals()) {
            review.refuse(
                    "amount-too-fine",
                    "Price",
                    name + " amounts to " + amount + "; this company's prices have " + rules.priceDecimals()
                            + " decimals.",
                    "Give the row an amount with fewer decimals, or correct the connection's setting.");
        }
        if (form.rewritten()) {
            remarks.noteRewritten(name, form);
            pieces.addAll(TextLines.pieces(Characters.clean(form.calculation()).text(), rules.descriptionLength()));
        }
        rows.add(new DocumentLine(
                known ? article : Optional.empty(),
                pieces.stream().findFirst(),
                known
                        ? Optional.empty()
                        : Optional.ofNullable(rules.accountsByVatRate().get(rate)),
                Optional.of(new DocumentLine.Priced(
                        form,
                        form.rewritten() ? Optional.empty() : fields.text(name + " Unit", row.unit(), ARTICLE_NUMBER),
                        rate,
                        fields.identifier("CostCenter of " + name, row.costCentre(), FortnoxFields.LONG_TEXT),
                        houseWork))));
        pieces.stream().skip(1).forEach(piece -> rows.add(DocumentLine.text(piece, rules.textRowAccount())));
    }

    private void unknownArticle(String name, String number) {
        if (!rules.articlesRequired()) {
            review.note(name + ": Fortnox has no active article "
                    + Characters.clean(number).text() + "; sent as text with its amount");
        } else if (canBeArticleNumber(number)) {
            review.refuse(
                    "article-unknown",
                    "ArticleNumber",
                    name + ": Fortnox has no active article " + number + ".",
                    "Create or activate the article in Fortnox, or let the connection send it as a text row.");
        } else {
            refuseArticleNumber(number, review);
        }
    }

    /** The rate of a reverse charge or export row is 0; every other rate is the row's own or a problem. */
    private int rate(String name, Vat vat) {
        BigDecimal rate = vat.chargedRate();
        int whole = rate.intValue();
        if (rate.compareTo(BigDecimal.valueOf(whole)) != 0 || !rules.vatRates().contains(whole)) {
            review.refuse(
                    "vat-rate-unknown",
                    "VAT",
                    name + " has " + rate.toPlainString()
                            + " % VAT, which is not among the rates of this company: "
                            + rules.vatRates().stream().sorted().toList() + ".",
                    "Correct the rate on the row, or add it to the connection's VAT rates if Fortnox has it.");
        }
        return whole;
    }
}
