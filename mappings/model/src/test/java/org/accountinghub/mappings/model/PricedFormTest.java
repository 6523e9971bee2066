package org.accountinghub.mappings.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PricedFormTest {

    private static final PricedForm.Limits TWO_DECIMALS = new PricedForm.Limits(2, 2, 2, true);
    private static final PricedForm.Limits PERCENT_ONLY = new PricedForm.Limits(2, 2, 2, false);

    @Test
    void aPercentageThatMayBeRoundedEitherWayIsSentAsTheAmountItself() {
        PricedForm form = form("1", "0.25", Discount.percent("10"), "0.23", TWO_DECIMALS);

        assertThat(form.rewritten()).isTrue();
        assertThat(form.quantity()).isEqualByComparingTo("1");
        assertThat(form.price()).isEqualByComparingTo("0.23");
        assertThat(form.discount().isNone()).isTrue();
        assertThat(form.calculation()).isEqualTo("1 x 0,25 - 10 %");
    }

    @Test
    void aPercentageThatComesToTheSameAmountAnywayIsSentAsItIs() {
        PricedForm form = form("2", "100", Discount.percent("10"), "180.00", TWO_DECIMALS);

        assertThat(form.rewritten()).isFalse();
        assertThat(form.price()).isEqualByComparingTo("100");
        assertThat(form.discount().value()).isEqualByComparingTo("10");
    }

    @ParameterizedTest
    @CsvSource({
        "2, 100, 50, 150.00, 25",
        "1, 400, 1, 399.00, 0.25",
        "1, 300, 1, 299.00, ", // a third of a percent
        "1, 100, 150, -50.00, ", // more than the row
        "-1, 100, 10, -110.00, ",
        "0, 100, 10, -10.00, ",
        "2, 100, 0, 200.00, 0"
    })
    void anAmountOffIsAPercentageOnlyWhenItIsExactly(
            String quantity, String price, String off, String amount, String percent) {
        PricedForm form = form(quantity, price, Discount.amount(off), amount, PERCENT_ONLY);

        assertThat(form.discount().kind()).isEqualTo(Discount.Kind.PERCENT);
        assertThat(form.rewritten()).isEqualTo(percent == null);
        if (percent != null) {
            assertThat(form.discount().value()).isEqualByComparingTo(percent);
        }
        assertThat(form.discount().applyTo(form.quantity().multiply(form.price())))
                .isEqualByComparingTo(amount);
    }

    private static PricedForm form(
            String quantity, String price, Discount discount, String amount, PricedForm.Limits limits) {
        Row.Priced row = new Row.Priced(
                "row",
                Optional.empty(),
                "Kulventil",
                new BigDecimal(quantity),
                Optional.empty(),
                new BigDecimal(price),
                discount,
                Vat.domestic(25),
                Optional.empty(),
                Optional.empty());
        return PricedForm.of(row, Money.of(amount, "SEK"), limits);
    }
}
