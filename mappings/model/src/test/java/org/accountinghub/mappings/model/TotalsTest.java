package org.accountinghub.mappings.model;

import static org.accountinghub.mappings.model.Documents.order;
import static org.accountinghub.mappings.model.Documents.row;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TotalsTest {

    @Test
    void roundsEachRowOnceAndVatOncePerRate() {
        Totals totals = order(false, row("0.10", 25), row("0.10", 25), row("0.10", 25), row("0.005", 12))
                .totals();

        assertThat(totals.rows())
                .extracting(Money::toString)
                .containsExactly("0.10 SEK", "0.10 SEK", "0.10 SEK", "0.01 SEK");
        assertThat(totals.vatByRate()).hasToString("{12=0.00 SEK, 25=0.08 SEK}");
        assertThat(totals.total()).hasToString("0.39 SEK");
    }

    @Test
    void takesDiscountsOffBeforeRounding() {
        assertThat(order(
                                false,
                                row("3", "845", Discount.percent("33.3333"), Vat.domestic(25)),
                                row("2", "100", Discount.amount("50.555"), Vat.domestic(25)),
                                row("-1", "100", Discount.percent("10"), Vat.domestic(25)))
                        .totals()
                        .rows())
                .extracting(Money::toString)
                .containsExactly("1690.00 SEK", "149.45 SEK", "-90.00 SEK");
    }

    @Test
    void findsTheVatThatPricesInclude() {
        Totals totals = order(true, row("125", 25), row("0.14", 12), row("106", 6), row("10", 0))
                .totals();

        assertThat(totals.vatByRate()).hasToString("{0=0.00 SEK, 6=6.00 SEK, 12=0.02 SEK, 25=25.00 SEK}");
        assertThat(totals.netByRate()).hasToString("{0=10.00 SEK, 6=100.00 SEK, 12=0.12 SEK, 25=100.00 SEK}");
        assertThat(totals.total()).isEqualTo(Money.of("241.14", "SEK"));
    }

    @Test
    void roundsAnExactHalfOfIncludedVatUp() {
        assertThat(Totals.vatOf(Money.of("0.14", "SEK"), BigDecimal.valueOf(12), true))
                .as("0.14 x 12/112 = 0.015 exactly")
                .isEqualTo(Money.of("0.02", "SEK"));
    }

    @Test
    void chargesNoVatWhereTheBuyerAccountsForItOrTheSaleIsAnExport() {
        for (Vat.Treatment treatment : Vat.Treatment.values()) {
            Totals totals = order(false, row("1", "100", Discount.NONE, new Vat(BigDecimal.valueOf(25), treatment)))
                    .totals();
            boolean charged = treatment == Vat.Treatment.DOMESTIC || treatment == Vat.Treatment.EU_WITH_VAT;

            assertThat(totals.vat()).as(treatment.name()).isEqualTo(Money.of(charged ? "25" : "0", "SEK"));
        }
    }

    @Test
    void alwaysAddUp() {
        Random random = new Random(7);
        int[] rates = {25, 12, 6, 0};
        for (int i = 0; i < 500; i++) {
            Row[] rows = random.ints(1 + random.nextInt(9), -5_000_000, 5_000_000)
                    .mapToObj(price -> row(
                            BigDecimal.valueOf(random.nextInt(9_999), 3).toPlainString(),
                            BigDecimal.valueOf(price, 3).toPlainString(),
                            Discount.NONE,
                            Vat.domestic(rates[random.nextInt(rates.length)])))
                    .toArray(Row[]::new);
            Totals without = order(false, rows).totals();
            Totals with = order(true, rows).totals();
            Money rowSum = without.rows().stream().reduce(Money.of("0", "SEK"), Money::plus);

            assertThat(without.net()).isEqualTo(rowSum);
            assertThat(without.total()).isEqualTo(without.net().plus(without.vat()));
            assertThat(with.total()).as("prices with VAT are the total").isEqualTo(rowSum);
            assertThat(with.rows()).isEqualTo(without.rows());
        }
    }

    @Test
    void anEmptyDocumentIsZero() {
        Totals totals = order(false, new Row.Text("1", "bara text")).totals();

        assertThat(totals.total()).isEqualTo(Money.of("0", "SEK"));
        assertThat(totals.rows()).isEmpty();
        assertThatThrownBy(() -> totals.vatByRate().put(BigDecimal.ONE, Money.of("1", "SEK")))
                .isInstanceOf(UnsupportedOperationException.class);
    }
}
