package org.accountinghub.routes.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.Currency;
import java.util.Random;
import org.accountinghub.mappings.model.Discount;
import org.accountinghub.mappings.model.Vat;
import org.accountinghub.routes.store.PriceBasis.Price;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PriceBasisTest {

    private static final Currency SEK = Currency.getInstance("SEK");
    private static final PriceBasis ADDED = new PriceBasis(false, true);
    private static final PriceBasis TAKEN_OUT = new PriceBasis(true, false);

    private static Price plain(String price) {
        return new Price(new BigDecimal(price), Discount.NONE);
    }

    private static BigDecimal decimal(String text) {
        return new BigDecimal(text);
    }

    @ParameterizedTest
    @CsvSource({
        "1, 100, 25, 80",
        "3, 99.99, 25, 79.992",
        "1, 112, 12, 100",
        "1, 100, 12, 89.29",
        "3, 100, 12, 89.286",
        "0, 100, 6, 94.34",
        "7, 106, 6, 100",
        "1, 50, 0, 50"
    })
    void takesTheVatOutWithNoMoreDecimalsThanTheAmountNeeds(String quantity, String price, int rate, String sent) {
        assertThat(TAKEN_OUT
                        .of(decimal(quantity), plain(price), Vat.domestic(rate), SEK)
                        .unit())
                .isEqualByComparingTo(sent);
    }

    @Test
    void addsTheVatExactly() {
        assertThat(ADDED.of(decimal("3"), plain("79.9925"), Vat.domestic(25), SEK)
                        .unit())
                .isEqualByComparingTo("99.990625");
    }

    @Test
    void aBuyerWhoAccountsForTheVatPaysThePriceWithoutIt() {
        Vat reverse = new Vat(BigDecimal.valueOf(25), Vat.Treatment.DOMESTIC_REVERSE_CHARGE);
        assertThat(TAKEN_OUT.of(decimal("1"), plain("125"), reverse, SEK).unit())
                .isEqualByComparingTo("100");
        assertThat(new PriceBasis(true, true)
                        .of(decimal("1"), plain("125"), reverse, SEK)
                        .unit())
                .isEqualByComparingTo("100");
        assertThat(new PriceBasis(false, false)
                        .of(decimal("1"), plain("100"), reverse, SEK)
                        .unit())
                .isEqualByComparingTo("100");
    }

    @Test
    void aHalfOreIsRoundedAsTheExactAmount() {
        assertThat(TAKEN_OUT
                        .of(decimal("0.0056"), plain("1"), Vat.domestic(12), SEK)
                        .amount(decimal("0.0056"))
                        .setScale(2, RoundingMode.HALF_UP))
                .as("0.0056 x 1 / 1.12 is half an öre exactly")
                .isEqualByComparingTo("0.01");
    }

    /** The amount of each row is the exact fraction's, rounded once, whatever quantity, price, discount and rate. */
    @Test
    void everyRowComesToItsExactAmount() {
        Random random = new Random(20261122);
        int[] rates = {0, 6, 12, 25};
        for (int i = 0; i < 20_000; i++) {
            BigDecimal quantity = BigDecimal.valueOf(random.nextInt(40_000) - 10_000, random.nextInt(5));
            BigDecimal price = BigDecimal.valueOf(random.nextInt(2_000_000) - 200_000, random.nextInt(5));
            Discount discount = switch (random.nextInt(3)) {
                case 0 -> Discount.NONE;
                case 1 -> new Discount(Discount.Kind.PERCENT, BigDecimal.valueOf(random.nextInt(1001), 1));
                default -> new Discount(Discount.Kind.AMOUNT, BigDecimal.valueOf(random.nextInt(9_999), 2));
            };
            Vat vat = Vat.domestic(rates[random.nextInt(rates.length)]);
            PriceBasis basis = new PriceBasis(random.nextBoolean(), random.nextBoolean());

            Price sent = basis.of(quantity, new Price(price, discount), vat, SEK);

            assertThat(sent.amount(quantity).setScale(2, RoundingMode.HALF_UP))
                    .as("%s x %s less %s at %s, %s", quantity, price, discount, vat, basis)
                    .isEqualByComparingTo(exact(quantity, price, discount, vat.rate(), basis));
        }
    }

    /** In whole numbers only: ten thousandths, and a rounding of its own. */
    private static BigDecimal exact(
            BigDecimal quantity, BigDecimal price, Discount discount, BigDecimal rate, PriceBasis basis) {
        BigDecimal amount = quantity.multiply(price);
        amount = discount.kind() == Discount.Kind.AMOUNT
                ? amount.subtract(discount.value())
                : amount.subtract(amount.multiply(discount.value()).movePointLeft(2));
        BigInteger from = BigDecimal.valueOf(100)
                .add(basis.stored() ? rate : BigDecimal.ZERO)
                .toBigIntegerExact();
        BigInteger to = BigDecimal.valueOf(100)
                .add(basis.sent() ? rate : BigDecimal.ZERO)
                .toBigIntegerExact();
        BigInteger numerator =
                amount.movePointRight(14).toBigIntegerExact().multiply(to).multiply(BigInteger.TWO);
        BigInteger ore = BigInteger.TEN.pow(12).multiply(from);
        BigInteger rounded = numerator
                .abs()
                .add(ore)
                .divide(ore.multiply(BigInteger.TWO))
                .multiply(BigInteger.valueOf(numerator.signum()));
        return new BigDecimal(rounded, 2);
    }
}
