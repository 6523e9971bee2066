package org.accountinghub.mappings.fortnox;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Optional;
import org.accountinghub.mappings.model.Discount;
import org.accountinghub.mappings.model.Money;
import org.accountinghub.mappings.model.Row;
import org.accountinghub.mappings.model.Vat;
import org.junit.jupiter.api.Test;

class PricedFormTest {

    @Test
    void aPercentageThatMayBeRoundedEitherWayIsSentAsTheAmountItself() {
        PricedForm form = form("1", "0.25", "10", "0.23");

        assertThat(form.rewritten()).isTrue();
        assertThat(form.quantity()).isEqualTo("1");
        assertThat(form.price()).isEqualByComparingTo("0.23");
        assertThat(form.discount()).isZero();
        assertThat(form.calculation()).isEqualTo("1 x 0,25 - 10 %");
    }

    @Test
    void aPercentageThatComesToTheSameAmountAnywayIsSentAsItIs() {
        PricedForm form = form("2", "100", "10", "180.00");

        assertThat(form.rewritten()).isFalse();
        assertThat(form.price()).isEqualByComparingTo("100");
        assertThat(form.discount()).isEqualByComparingTo("10");
    }

    private static PricedForm form(String quantity, String price, String percent, String amount) {
        Row.Priced row = new Row.Priced(
                "row",
                Optional.empty(),
                "Kulventil",
                new BigDecimal(quantity),
                Optional.empty(),
                new BigDecimal(price),
                Discount.percent(percent),
                Vat.domestic(25),
                Optional.empty(),
                Optional.empty());
        return PricedForm.of(row, Money.of(amount, "SEK"), FortnoxRules.standard());
    }
}
