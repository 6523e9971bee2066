package org.accountinghub.mappings.twentyfoursevenoffice;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.accountinghub.mappings.model.Article;
import org.accountinghub.mappings.model.Fields;
import org.accountinghub.mappings.model.Problem;
import org.accountinghub.mappings.model.Review;
import org.accountinghub.mappings.model.Translation;
import org.accountinghub.mappings.model.Vat;
import org.accountinghub.mappings.twentyfoursevenoffice.soap.product.Product;

/** An article as a new 24SevenOffice product. It needs a category, which the company's settings name for its VAT rate. */
public final class ArticleTranslation {

    static final int NAME = 125;
    private static final int NUMBER = 100;

    private final OfficeRules rules;
    private final Map<BigDecimal, Integer> categories;

    /** @param categories ids of product categories by VAT rate */
    public ArticleTranslation(OfficeRules rules, Map<BigDecimal, Integer> categories) {
        this.rules = rules;
        Map<BigDecimal, Integer> byRate = new HashMap<>();
        categories.forEach((rate, id) -> byRate.put(new Vat(rate, Vat.Treatment.DOMESTIC).rate(), id));
        this.categories = Map.copyOf(byRate);
    }

    public Translation<Product> toCreate(Article article) {
        Review review = new Review(OfficeFields.ROOM, Problem.Stage.MAPPING);
        Fields fields = OfficeFields.of(review);
        Optional<String> number = fields.identifier("No", article.number(), NUMBER);
        String firstLine = article.description()
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .findFirst()
                .orElse(article.number());
        Optional<String> name = fields.text("Name", firstLine, NAME);
        Optional<BigDecimal> rate = article.vat().map(Vat::rate);
        Optional<Integer> category = rate.flatMap(one -> Optional.ofNullable(categories.get(one)));
        if (rate.isEmpty()) {
            review.refuse(
                    "vat-rate-missing",
                    "TaxRate",
                    "Article " + article.number() + " has no VAT rate, by which its category is chosen.",
                    "Write the VAT rate on the article in the service system.");
        } else if (category.isEmpty()) {
            review.refuse(
                    "category-unknown",
                    "CategoryId",
                    "The connection names no product category for articles with "
                            + rate.get().toPlainString() + " % VAT.",
                    "Name the category of the rate in the connection's article-categories, and retry.");
        }
        Optional<BigDecimal> price = price(article, review);
        article.unit()
                .filter(unit -> !unit.isBlank())
                .ifPresent(unit -> review.note("the unit is not sent: 24SevenOffice's products name none here"));
        return review.result(() -> {
            Product product = new Product();
            product.setNo(number.orElseThrow());
            product.setName(name.orElse(article.number()));
            category.ifPresent(product::setCategoryId);
            rate.ifPresent(product::setTaxRate);
            price.ifPresent(product::setPrice);
            product.setStatusId(RegisterReading.status(article.active()));
            return product;
        });
    }

    private Optional<BigDecimal> price(Article article, Review review) {
        boolean foreign = article.price()
                .filter(price -> !price.currency().equals(rules.currency()))
                .isPresent();
        if (foreign) {
            review.note("the price is not sent: it is not in the company's currency");
            return Optional.empty();
        }
        return article.price().map(price -> price(price.amount(), rules, review));
    }

    /** With the decimals that a price may have. */
    static BigDecimal price(BigDecimal price, OfficeRules rules, Review review) {
        int decimals = rules.limits().priceDecimals();
        BigDecimal rounded = price.setScale(decimals, RoundingMode.HALF_UP);
        if (price.compareTo(rounded) != 0) {
            review.note("Price rounded from " + price.toPlainString() + " to " + decimals + " decimals");
        }
        return rounded;
    }
}
