package org.accountinghub.routes.engine.memory;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.accountinghub.mappings.model.Article;
import org.accountinghub.mappings.model.Money;
import org.accountinghub.mappings.model.SourceKey;
import org.accountinghub.mappings.model.register.RegisterField;
import org.accountinghub.mappings.model.register.RegisterRecord;

/** Articles as documents and as records. */
final class Articles {

    private Articles() {}

    static Article document(SourceKey key, RegisterRecord record) {
        return new Article(
                key,
                record.value(RegisterField.DESCRIPTION).orElse(""),
                record.value(RegisterField.UNIT),
                record.value(RegisterField.PRICE).map(price -> Money.of(price, "SEK")),
                Optional.empty(),
                !record.value(RegisterField.ARTICLE_ACTIVE).equals(Optional.of("false")));
    }

    /** As a partner has it that was given the document, with a default of its own. */
    static Map<RegisterField, String> values(Article article) {
        Map<RegisterField, String> values = new EnumMap<>(RegisterField.class);
        values.put(RegisterField.DESCRIPTION, article.description());
        values.put(RegisterField.UNIT, article.unit().orElse(""));
        values.put(
                RegisterField.PRICE,
                article.price()
                        .map(price ->
                                RegisterField.PRICE.canonical(price.amount().toPlainString()))
                        .orElse(""));
        values.put(RegisterField.VAT_RATE, "25");
        values.put(RegisterField.ARTICLE_ACTIVE, Boolean.toString(article.active()));
        return values;
    }
}
