package org.accountinghub.mappings.vismaeaccounting;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.Optional;
import org.accountinghub.mappings.model.Article;
import org.accountinghub.mappings.model.BillableOrder;
import org.accountinghub.mappings.model.Fields;
import org.accountinghub.mappings.model.Money;
import org.accountinghub.mappings.model.Problem;
import org.accountinghub.mappings.model.Review;
import org.accountinghub.mappings.model.Row;
import org.accountinghub.mappings.model.Translation;
import org.accountinghub.mappings.vismaeaccounting.wire.NewArticle;

/** An article as it is created at eAccounting. Its VAT is that of the coding that the company's settings name for the rate. */
public final class ArticleTranslation {

    private static final int NUMBER = 40;
    static final int NAME = 50;
    static final int PRICE_DECIMALS = 2;
    private static final BigDecimal HIGHEST_PRICE = BigDecimal.valueOf(10_000_000);

    private ArticleTranslation() {}

    /** The first row of the order that has the article. */
    public static Row.Priced pattern(BillableOrder order, String number) {
        return order.pricedRows().stream()
                .filter(priced -> priced.articleNumber()
                        .map(String::strip)
                        .filter(number::equals)
                        .isPresent())
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no row has article " + number));
    }

    /** One that an order needs: the first row with it is the pattern. The row says its own price. */
    public static Translation<NewArticle> toCreate(BillableOrder order, String number, String codingId, String unitId) {
        Row.Priced row = pattern(order, number);
        return create(number, row.description(), Optional.empty(), codingId, unitId, true);
    }

    /** One of the register. */
    public static Translation<NewArticle> toCreate(Article article, String codingId, String unitId) {
        return create(
                article.number(),
                article.description(),
                article.price().map(Money::amount),
                codingId,
                unitId,
                article.active());
    }

    private static Translation<NewArticle> create(
            String number,
            String description,
            Optional<BigDecimal> price,
            String codingId,
            String unitId,
            boolean active) {
        Review review = new Review(DraftTranslation.ROOM, Problem.Stage.MAPPING);
        Fields fields = Characters.fields(review);
        Optional<String> exact = fields.identifier("Number", number, NUMBER);
        String firstLine = description
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .findFirst()
                .orElse(number);
        Optional<String> name = fields.text("Name of article " + number, firstLine, NAME);
        Optional<BigDecimal> rounded = price.flatMap(one -> price(one, "article " + number, review));
        return review.result(
                () -> new NewArticle(active, exact.orElseThrow(), name.orElse(number), rounded, codingId, unitId));
    }

    /** With two decimals, not above the highest. */
    static Optional<BigDecimal> price(BigDecimal price, String article, Review review) {
        BigDecimal rounded = Rates.plain(price.setScale(PRICE_DECIMALS, RoundingMode.HALF_UP));
        if (price.compareTo(rounded) != 0) {
            review.note("NetPrice of " + article + " rounded from " + price.toPlainString() + " to two decimals");
        }
        if (rounded.abs().compareTo(HIGHEST_PRICE) > 0) {
            review.refuse(
                    "price-too-high",
                    "NetPrice",
                    article.substring(0, 1).toUpperCase(Locale.ROOT) + article.substring(1)
                            + " costs more than eAccounting's articles can.",
                    "Correct the article's price.");
        }
        return Optional.of(rounded);
    }
}
