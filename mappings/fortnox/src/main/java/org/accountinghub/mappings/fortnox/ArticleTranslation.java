package org.accountinghub.mappings.fortnox;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.accountinghub.mappings.fortnox.wire.NewArticle;
import org.accountinghub.mappings.model.Article;
import org.accountinghub.mappings.model.BillableOrder;
import org.accountinghub.mappings.model.Fields;
import org.accountinghub.mappings.model.Problem;
import org.accountinghub.mappings.model.Review;
import org.accountinghub.mappings.model.Row;
import org.accountinghub.mappings.model.Translation;

/**
 * An article that Fortnox does not have, as it is created there: one of the register, or one of an order, whose first row
 * with it is the pattern.
 */
public final class ArticleTranslation {

    private static final int DESCRIPTION = ArticleRegister.DESCRIPTION_LENGTH;
    private static final int UNIT = ArticleRegister.UNIT_LENGTH;
    private static final Set<String> HOURS = Set.of("h", "tim", "tim.", "timme", "timmar", "hour", "hours");

    private final FortnoxRules rules;

    public ArticleTranslation(FortnoxRules rules) {
        this.rules = rules;
    }

    /**
     * @param number one of {@link InvoiceTranslation#articlesToLookUp}
     * @throws IllegalArgumentException when no row of the order has the article
     */
    public Translation<NewArticle> toCreate(BillableOrder order, String number) {
        Row.Priced row = order.pricedRows().stream()
                .filter(priced -> priced.articleNumber()
                        .map(String::strip)
                        .filter(number::equals)
                        .isPresent())
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no row has article " + number));
        Review review = new Review("fortnox", Problem.Stage.MAPPING);
        Fields fields = FortnoxFields.of(review);
        if (!RowTranslation.canBeArticleNumber(number)) {
            RowTranslation.refuseArticleNumber(number, review);
        }
        String description = row.description()
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .findFirst()
                .orElse(number);
        Optional<String> text = fields.text("Description of article " + number, description, DESCRIPTION);
        Optional<String> unit = fields.text("Unit of article " + number, row.unit(), UNIT);
        return review.result(() -> new NewArticle(
                number, text.orElse(number), type(row), unit, account(row.vat().rate())));
    }

    /**
     * An article of the register, as it is created there under its number. Its price stays here: Fortnox takes prices by
     * its price lists only.
     */
    public Translation<NewArticle> toCreate(Article article) {
        String number = article.number();
        Review review = new Review("fortnox", Problem.Stage.MAPPING);
        Fields fields = FortnoxFields.of(review);
        if (!RowTranslation.canBeArticleNumber(number)) {
            RowTranslation.refuseArticleNumber(number, review);
        }
        Optional<String> text = fields.text("Description", article.description(), DESCRIPTION);
        Optional<String> unit = fields.text("Unit", article.unit(), UNIT);
        article.price()
                .ifPresent(price -> review.note("the price is not sent: Fortnox keeps prices in its price lists"));
        if (!article.active()) {
            review.note("the article is created active; it is deactivated as a change");
        }
        return review.result(() -> new NewArticle(
                number,
                text.orElse(number),
                type(article.unit()),
                unit,
                article.vat().flatMap(vat -> account(vat.rate()))));
    }

    /** By the rate that the article has, charged or not: an article's account is that of a domestic sale. */
    private Optional<Integer> account(BigDecimal rate) {
        return rate.stripTrailingZeros().scale() > 0
                ? Optional.empty()
                : Optional.ofNullable(rules.accountsByVatRate().get(rate.intValueExact()));
    }

    private static NewArticle.Type type(Row.Priced row) {
        return row.houseWork().isPresent() ? NewArticle.Type.SERVICE : type(row.unit());
    }

    private static NewArticle.Type type(Optional<String> unit) {
        return unit.map(text -> text.strip().toLowerCase(Locale.ROOT))
                        .filter(HOURS::contains)
                        .isPresent()
                ? NewArticle.Type.SERVICE
                : NewArticle.Type.STOCK;
    }
}
