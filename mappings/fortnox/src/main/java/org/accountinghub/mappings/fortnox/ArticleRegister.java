package org.accountinghub.mappings.fortnox;

import static org.accountinghub.mappings.model.register.FieldReading.always;
import static org.accountinghub.mappings.model.register.FieldReading.text;
import static org.accountinghub.mappings.model.register.RegisterField.ARTICLE_ACTIVE;
import static org.accountinghub.mappings.model.register.RegisterField.DESCRIPTION;
import static org.accountinghub.mappings.model.register.RegisterField.PRICE;
import static org.accountinghub.mappings.model.register.RegisterField.UNIT;
import static org.accountinghub.mappings.model.register.RegisterField.VAT_RATE;

import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import org.accountinghub.mappings.fortnox.wire.ArticleItem;
import org.accountinghub.mappings.fortnox.wire.FortnoxArticle;
import org.accountinghub.mappings.model.register.FieldWriting;
import org.accountinghub.mappings.model.register.Register;
import org.accountinghub.mappings.model.register.RegisterField;
import org.accountinghub.mappings.model.register.RegisterForm;

/**
 * Articles of Fortnox as records of the register. The price is that of the company's default price list and can only be
 * read: sent with an article it is refused.
 */
public final class ArticleRegister {

    static final int DESCRIPTION_LENGTH = 200;
    static final int UNIT_LENGTH = 50;

    public static final RegisterForm<FortnoxArticle, ArticleItem> FORM = new RegisterForm<>(
            FortnoxFields.PARTNER,
            Register.ARTICLES,
            FortnoxArticle::articleNumber,
            List.of(
                    text(DESCRIPTION, FortnoxArticle::description),
                    text(UNIT, FortnoxArticle::unit),
                    text(PRICE, article -> article.salesPrice().map(BigDecimal::toPlainString)),
                    text(VAT_RATE, article -> article.vat().map(BigDecimal::toPlainString)),
                    always(ARTICLE_ACTIVE, article -> article.active().map(String::valueOf))),
            ArticleItem::articleNumber,
            List.of(
                    text(DESCRIPTION, ArticleItem::description),
                    text(UNIT, ArticleItem::unit),
                    text(PRICE, ArticleItem::salesPrice),
                    text(VAT_RATE, ArticleItem::vat)),
            List.of(
                    FieldWriting.text(DESCRIPTION, "Description", DESCRIPTION_LENGTH),
                    FieldWriting.text(UNIT, "Unit", UNIT_LENGTH),
                    FieldWriting.decimal(VAT_RATE, "VAT"),
                    FieldWriting.flag(ARTICLE_ACTIVE, "Active")));

    /** What can lose its value by Fortnox's word for that; unverified, as the unit is looked up over there. */
    public static final Set<RegisterField> PERHAPS_CLEARABLE = Set.of(UNIT);

    private ArticleRegister() {}
}
