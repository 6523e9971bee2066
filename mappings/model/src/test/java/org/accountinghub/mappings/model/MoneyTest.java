package org.accountinghub.mappings.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MoneyTest {

    @ParameterizedTest
    @CsvSource({
        "0.005, SEK, 0.01",
        "-0.005, SEK, -0.01",
        "0.0049, SEK, 0.00",
        "1.125, EUR, 1.13",
        "2.5, JPY, 3",
        "1.0005, KWD, 1.001",
        "1E+3, SEK, 1000.00"
    })
    void roundsHalfUpAtTheMinorUnit(String amount, String currency, String expected) {
        assertThat(Money.of(amount, currency).rounded()).hasToString(expected + " " + currency);
    }

    @Test
    void isEqualWhateverTheScale() {
        assertThat(Money.of("1", "SEK")).isEqualTo(Money.of("1.000", "SEK")).hasSameHashCodeAs(Money.of("1.00", "SEK"));
        assertThat(Money.of("0.000", "SEK")).isEqualTo(Money.of("0", "SEK"));
        assertThat(Money.of("1.001", "SEK")).isNotEqualTo(Money.of("1", "SEK"));
        assertThat(Money.of("1", "SEK")).isNotEqualTo(Money.of("1", "NOK"));
    }

    @Test
    void neverMixesCurrencies() {
        assertThatThrownBy(() -> Money.of("1", "SEK").plus(Money.of("1", "NOK")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("NOK");
        assertThatThrownBy(() -> Money.of("1", "SEK").minus(Money.of("1", "NOK")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void calculatesExactly() {
        Random random = new Random(1);
        for (int i = 0; i < 1000; i++) {
            Money one = money(random);
            Money other = money(random);

            assertThat(one.plus(other)).isEqualTo(other.plus(one));
            assertThat(one.plus(other).minus(other)).isEqualTo(one);
            assertThat(one.minus(one).isZero()).isTrue();
            assertThat(one.times(BigDecimal.valueOf(3))).isEqualTo(one.plus(one).plus(one));
            assertThat(one.rounded().minus(one).amount().abs()).isLessThanOrEqualTo(new BigDecimal("0.005"));
        }
    }

    private static Money money(Random random) {
        return new Money(
                BigDecimal.valueOf(random.nextInt(2_000_000) - 1_000_000, random.nextInt(5)),
                Money.of("0", "SEK").currency());
    }
}
