package org.accountinghub.routes.demo.data;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/** A row of an order. */
public record DemoRow(Optional<DemoArticle> article, Columns columns) {

    /** An article at its register price. */
    static DemoRow of(DemoArticle article, String quantity, boolean withVat) {
        BigDecimal rate = BigDecimal.valueOf(article.vatRate());
        BigDecimal price = withVat
                ? article.price()
                        .add(article.price().multiply(rate).movePointLeft(2))
                        .setScale(2, RoundingMode.HALF_UP)
                : article.price();
        return new DemoRow(
                Optional.of(article),
                Columns.of("kind", article.time() ? "TIME" : "ARTICLE")
                        .with("article_number", article.number())
                        .with("description", article.description())
                        .with("unit", article.unit())
                        .with("quantity", new BigDecimal(quantity))
                        .with("unit_price", price)
                        .with("vat_rate", rate));
    }

    static DemoRow freeText(String text, String quantity, String price) {
        return new DemoRow(
                Optional.empty(),
                Columns.of("kind", "ARTICLE")
                        .with("description", text)
                        .with("quantity", new BigDecimal(quantity))
                        .with("unit_price", new BigDecimal(price))
                        .with("vat_rate", BigDecimal.valueOf(25)));
    }

    DemoRow with(String column, Object value) {
        return new DemoRow(article, columns.with(column, value));
    }

    DemoRow without(String column) {
        return new DemoRow(article, columns.without(column));
    }

    DemoRow toBeOrdered() {
        return with("to_be_ordered", true);
    }

    /** Without VAT, for this reason. */
    DemoRow untaxed(String treatment) {
        return with("vat_rate", BigDecimal.ZERO).with("vat_treatment", treatment);
    }

    /** Labour that a tax reduction can be asked for. */
    DemoRow labour(String workType, String hours) {
        return with("work_type", workType).with("hours", new BigDecimal(hours));
    }
}
