package org.accountinghub.mappings.twentyfoursevenoffice;

import static org.accountinghub.mappings.model.register.RegisterField.ARTICLE_ACTIVE;
import static org.accountinghub.mappings.model.register.RegisterField.DESCRIPTION;
import static org.accountinghub.mappings.model.register.RegisterField.PRICE;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.accountinghub.mappings.model.Problem;
import org.accountinghub.mappings.model.Review;
import org.accountinghub.mappings.model.Translation;
import org.accountinghub.mappings.model.register.FieldReading;
import org.accountinghub.mappings.model.register.FieldWriting;
import org.accountinghub.mappings.model.register.PartnerEdit;
import org.accountinghub.mappings.model.register.Register;
import org.accountinghub.mappings.model.register.RegisterForm;
import org.accountinghub.mappings.twentyfoursevenoffice.soap.product.Product;

/**
 * Products changed, as companies are: read whole, saved whole. The VAT rate is not: what decides it is the product's
 * category (unverified). Nothing can be cleared.
 */
public final class ProductRegister {

    private ProductRegister() {}

    public static RegisterForm<Product, Product> form(OfficeRules rules) {
        List<FieldReading<Product>> readings = RegisterReading.ARTICLE_FIELDS.stream()
                .map(field -> FieldReading.<Product>always(
                        field,
                        product -> Optional.ofNullable(
                                RegisterReading.article(product).values().get(field))))
                .toList();
        return new RegisterForm<>(
                OfficeFields.PARTNER,
                Register.ARTICLES,
                ProductRegister::number,
                readings,
                ProductRegister::number,
                readings,
                List.of(
                        FieldWriting.text(DESCRIPTION, "Name", ArticleTranslation.NAME),
                        FieldWriting.asSent(
                                PRICE,
                                "Price",
                                (as, value, fields, review) ->
                                        Optional.of(ArticleTranslation.price(new BigDecimal(value), rules, review))),
                        FieldWriting.flag(ARTICLE_ACTIVE, "StatusId")));
    }

    /** The whole product as it shall be saved. */
    public static Translation<Product> whole(Product there, PartnerEdit edit) {
        return new Review(OfficeFields.ROOM, Problem.Stage.MAPPING).result(() -> {
            Product whole = WholeRecord.PRODUCT.copy(there);
            whole.setAPIException(null);
            whole.setDateChanged(null);
            edit.values().forEach((name, value) -> set(whole, name, value));
            return whole;
        });
    }

    private static void set(Product product, String name, Object value) {
        switch (name) {
            case "Name" -> product.setName(value.toString());
            case "Price" -> product.setPrice((BigDecimal) value);
            case "StatusId" -> {
                if (RegisterReading.active(product) != (Boolean) value) {
                    product.setStatusId(RegisterReading.status((Boolean) value));
                }
            }
            default -> throw new IllegalArgumentException(name);
        }
    }

    /** An empty one where somebody took it away: the product is known by its id all the same. */
    private static Optional<String> number(Product product) {
        return Optional.of(RegisterReading.article(product).number());
    }
}
