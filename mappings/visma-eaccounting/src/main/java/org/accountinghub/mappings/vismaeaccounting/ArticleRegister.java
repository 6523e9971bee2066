package org.accountinghub.mappings.vismaeaccounting;

import static org.accountinghub.mappings.model.register.FieldReading.always;
import static org.accountinghub.mappings.model.register.FieldReading.text;
import static org.accountinghub.mappings.model.register.RegisterField.ARTICLE_ACTIVE;
import static org.accountinghub.mappings.model.register.RegisterField.DESCRIPTION;
import static org.accountinghub.mappings.model.register.RegisterField.PRICE;
import static org.accountinghub.mappings.model.register.RegisterField.UNIT;
import static org.accountinghub.mappings.model.register.RegisterField.VAT_RATE;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.accountinghub.mappings.model.Review;
import org.accountinghub.mappings.model.register.FieldReading;
import org.accountinghub.mappings.model.register.FieldWriting;
import org.accountinghub.mappings.model.register.PartnerEdit;
import org.accountinghub.mappings.model.register.Register;
import org.accountinghub.mappings.model.register.RegisterForm;
import org.accountinghub.mappings.vismaeaccounting.wire.ArticleCoding;
import org.accountinghub.mappings.vismaeaccounting.wire.ArticleThere;
import org.accountinghub.mappings.vismaeaccounting.wire.Unit;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Articles of eAccounting as records of the register; lists tell all that single answers do. The VAT rate is that of the
 * article's coding; every article has a unit and a coding, so that neither can be cleared.
 */
public final class ArticleRegister {

    private static final String NET_PRICE = "NetPrice";
    private static final String GROSS_PRICE = "GrossPrice";
    private static final String CODING = "CodingId";

    private ArticleRegister() {}

    public static RegisterForm<ArticleThere, ArticleThere> form(ArticleBasis basis) {
        List<FieldReading<ArticleThere>> readings = List.of(
                text(DESCRIPTION, ArticleThere::name),
                text(UNIT, article -> article.unitAbbreviation().or(article::unitName)),
                text(PRICE, article -> article.netPrice().map(BigDecimal::toPlainString)),
                always(
                        VAT_RATE,
                        article -> article.codingId().flatMap(basis::rate).map(BigDecimal::toPlainString)),
                always(ARTICLE_ACTIVE, article -> article.isActive().map(String::valueOf)));
        return new RegisterForm<>(
                Characters.PARTNER,
                Register.ARTICLES,
                ArticleThere::number,
                readings,
                ArticleThere::number,
                readings,
                List.of(
                        FieldWriting.text(DESCRIPTION, "Name", ArticleTranslation.NAME),
                        new FieldWriting(
                                UNIT,
                                "UnitId",
                                (as, value, fields, review) -> unit(value, basis, review),
                                Optional.of(id -> called(id.toString(), basis))),
                        FieldWriting.asSent(
                                PRICE,
                                NET_PRICE,
                                (as, value, fields, review) -> ArticleTranslation.price(
                                                new BigDecimal(value), "the article", review)
                                        .map(price -> price)),
                        FieldWriting.asOurs(
                                VAT_RATE, CODING, (as, value, fields, review) -> coding(value, basis, review)),
                        FieldWriting.flag(ARTICLE_ACTIVE, "IsActive")));
    }

    /**
     * The whole article as it shall be. One that has a coding with the rate already keeps it, and its price with VAT follows
     * the price without.
     */
    public static ObjectNode whole(ObjectNode there, PartnerEdit edit, ArticleBasis basis) {
        Map<String, Object> values = new HashMap<>(edit.values());
        Optional<BigDecimal> before = basis.rate(there.path(CODING).asString(""));
        Optional<BigDecimal> wanted = Optional.ofNullable(values.get(CODING)).flatMap(id -> basis.rate(id.toString()));
        if (wanted.isPresent() && wanted.equals(before)) {
            values.remove(CODING);
        }
        ObjectNode whole = EAccountingEdit.over(there, new PartnerEdit(values, edit.cleared(), edit.expected()));
        boolean repriced = values.containsKey(NET_PRICE) || values.containsKey(CODING);
        if (repriced && whole.path(GROSS_PRICE).isNumber()) {
            Optional<BigDecimal> gross = wanted.or(() -> before)
                    .flatMap(rate -> net(whole).map(net -> net.add(net.multiply(rate.movePointLeft(2)))))
                    .map(exact -> Rates.plain(exact.setScale(ArticleTranslation.PRICE_DECIMALS, RoundingMode.HALF_UP)));
            gross.ifPresentOrElse(price -> whole.put(GROSS_PRICE, price), () -> whole.remove(GROSS_PRICE));
        }
        return whole;
    }

    private static Optional<BigDecimal> net(ObjectNode article) {
        JsonNode net = article.path(NET_PRICE);
        return net.isNumber() ? Optional.of(net.decimalValue()) : Optional.empty();
    }

    private static Optional<Object> unit(String called, ArticleBasis basis, Review review) {
        Optional<String> id = basis.unit(called).flatMap(Unit::id);
        if (id.isEmpty()) {
            review.refuse(
                    "unit-unknown",
                    "UnitId",
                    "eAccounting has no unit called \"" + called + "\".",
                    "Create the unit in eAccounting, or correct the article's unit.");
        }
        return id.map(text -> text);
    }

    private static String called(String unitId, ArticleBasis basis) {
        return basis.units().stream()
                .filter(unit -> unit.id().filter(unitId::equals).isPresent())
                .findFirst()
                .flatMap(unit -> unit.abbreviation().or(unit::name))
                .orElse("");
    }

    private static Optional<Object> coding(String rate, ArticleBasis basis, Review review) {
        List<ArticleCoding> fitting = basis.fitting(new BigDecimal(rate));
        if (fitting.size() != 1) {
            review.refuse(
                    "coding-unknown",
                    CODING,
                    "eAccounting has " + (fitting.isEmpty() ? "no" : "several") + " active article codings for " + rate
                            + " % VAT.",
                    "Name the coding of the rate in the connection's article-codings.");
            return Optional.empty();
        }
        return fitting.get(0).id().map(text -> text);
    }
}
