package org.accountinghub.mappings.fortnox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import org.accountinghub.mappings.fortnox.wire.NewArticle;
import org.accountinghub.mappings.json.WireJson;
import org.accountinghub.mappings.model.BillableOrder;
import org.accountinghub.mappings.model.Discount;
import org.accountinghub.mappings.model.Problem;
import org.accountinghub.mappings.model.Translation;
import org.accountinghub.mappings.model.Vat;
import org.accountinghub.mappings.samples.OrderSketch;
import org.junit.jupiter.api.Test;

class ArticleTranslationTest {

    private static final ArticleTranslation ARTICLES =
            new ArticleTranslation(FortnoxRules.standard().withAccounts(Map.of(25, 3001, 12, 3002)));

    @Test
    void isMadeLikeTheFirstRowThatHasIt() {
        BillableOrder order = OrderSketch.order("1")
                .row("XYZ-9", "Packning · 3 mm\nmed tätning", "1", "st", "75", Discount.NONE, Vat.domestic(12))
                .article("XYZ-9", "Annan", "2", "h", "75")
                .sketched();

        assertThat(WireJson.write(new NewArticle.Body(made(order, "XYZ-9"))))
                .isEqualTo(
                        "{\"Article\":{\"ArticleNumber\":\"XYZ-9\",\"Description\":\"Packning - 3 mm\",\"Type\":\"STOCK\","
                                + "\"Unit\":\"st\",\"SalesAccount\":3002}}");
    }

    @Test
    void hoursAreAServiceAndWhatHasNoTextIsCalledByItsNumber() {
        BillableOrder order = OrderSketch.order("1")
                .row(
                        "JOUR",
                        " ",
                        "1",
                        "Tim",
                        "900",
                        Discount.NONE,
                        new Vat(BigDecimal.valueOf(25), Vat.Treatment.DOMESTIC_REVERSE_CHARGE))
                .row("LIV", "x".repeat(201), "1", "", "900", Discount.NONE, Vat.domestic(6))
                .sketched();

        assertThat(made(order, "JOUR"))
                .isEqualTo(
                        new NewArticle("JOUR", "JOUR", NewArticle.Type.SERVICE, Optional.of("Tim"), Optional.of(3001)));
        assertThat(made(order, "LIV").description()).hasSize(200);
        assertThat(made(order, "LIV").salesAccount()).isEmpty();
    }

    @Test
    void aNumberThatFortnoxCannotHoldIsAProblem() {
        BillableOrder order =
                OrderSketch.order("1").article("NR 12", "Fläkt", "1", "st", "1").sketched();

        assertThat(((Translation.Refused<NewArticle>) ARTICLES.toCreate(order, "NR 12")).problems())
                .extracting(Problem::cause)
                .containsExactly("fortnox.article-number-invalid");
        assertThatThrownBy(() -> ARTICLES.toCreate(order, "X")).isInstanceOf(IllegalArgumentException.class);
    }

    private static NewArticle made(BillableOrder order, String number) {
        return ((Translation.Done<NewArticle>) ARTICLES.toCreate(order, number)).value();
    }
}
