package org.accountinghub.mappings.samples;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.accountinghub.mappings.model.BillableOrder;
import org.accountinghub.mappings.model.Customer;
import org.accountinghub.mappings.model.Discount;
import org.accountinghub.mappings.model.TaxReduction;
import org.accountinghub.mappings.model.Vat;
import org.accountinghub.mappings.model.WorkType;

/**
 * Orders at random: rows, discounts, VAT, payers, currencies, prices with and without VAT, house work. Each can be sent: what
 * must be refused is among the samples. Each can be sent as an order and as an invoice: partners' orders know fewer kinds of
 * work than their invoices, so only those are used. The same seed gives the same orders.
 *
 * <p>Payers are {@link #PAYERS}, articles {@link SampleOrders#ARTICLES} and others, VAT rates 25, 12, 6 and 0.
 */
public final class RandomOrders {

    public static final List<Customer> PAYERS = List.of(
            SampleCustomers.company(),
            SampleCustomers.person(),
            SampleCustomers.association(),
            SampleCustomers.builder(),
            SampleCustomers.german(),
            SampleCustomers.danish(),
            SampleCustomers.norwegian());

    private static final List<String> ARTICLES = List.of("", "", "ARB", "FILTER", "KYL-R32", "ÅÄÖ1", "OKÄND-7", "x y");
    private static final List<WorkType> ROT = List.of(
            WorkType.CONSTRUCTION,
            WorkType.ELECTRICITY,
            WorkType.GROUND_DRAINAGE_WORK,
            WorkType.PAINTING_WALLPAPERING,
            WorkType.HEATING_PLUMBING);
    private static final List<WorkType> RUT =
            List.of(WorkType.CLEANING, WorkType.GARDENING, WorkType.MAJOR_APPLIANCE_REPAIR, WorkType.IT_SERVICES);
    private static final int[] RATES = {25, 25, 25, 12, 6, 0};

    private final Random random;
    private final RandomTexts texts;

    private RandomOrders(long seed) {
        this.random = new Random(seed);
        this.texts = new RandomTexts(random);
    }

    public static List<BillableOrder> of(long seed, int count) {
        RandomOrders orders = new RandomOrders(seed);
        List<BillableOrder> all = new ArrayList<>();
        for (int i = 1; i <= count; i++) {
            all.add(orders.next("R" + i));
        }
        return all;
    }

    private BillableOrder next(String number) {
        Customer payer = PAYERS.get(random.nextInt(PAYERS.size()));
        Vat.Treatment treatment = payer.terms().vatTreatment();
        boolean household = payer.type() == Customer.Type.PRIVATE && treatment == Vat.Treatment.DOMESTIC;
        OrderSketch sketch = OrderSketch.order(number)
                .kind(List.of("work", "service", "sales", "project").get(random.nextInt(4)))
                .payer(payer)
                .currency(currency(payer));
        if (random.nextInt(4) == 0) {
            sketch.asOrder();
        }
        if (treatment == Vat.Treatment.DOMESTIC && random.nextInt(household ? 2 : 6) == 0) {
            sketch.pricesIncludeVat();
        }
        if (random.nextInt(3) == 0) {
            sketch.text(texts.next());
        }
        int rows = random.nextInt(20) == 0 ? 40 : 1 + random.nextInt(8);
        for (int i = 0; i < rows; i++) {
            addRow(sketch, treatment);
        }
        if (household && random.nextBoolean()) {
            addHouseWork(sketch, random.nextBoolean() ? ROT : RUT);
        }
        return sketch.sketched();
    }

    private String currency(Customer payer) {
        return switch (payer.terms().vatTreatment()) {
            case DOMESTIC -> payer.type() == Customer.Type.BUSINESS && random.nextInt(5) == 0 ? "EUR" : "SEK";
            case DOMESTIC_REVERSE_CHARGE -> "SEK";
            case EU_WITH_VAT -> "EUR";
            default -> List.of("EUR", "NOK", "USD", "JPY").get(random.nextInt(4));
        };
    }

    private void addRow(OrderSketch sketch, Vat.Treatment treatment) {
        if (random.nextInt(5) == 0) {
            sketch.text(texts.next());
        }
        BigDecimal rate = BigDecimal.valueOf(RATES[random.nextInt(RATES.length)]);
        String description = random.nextInt(4) == 0 ? texts.next() : "Rad";
        sketch.row(
                ARTICLES.get(random.nextInt(ARTICLES.size())),
                description.isBlank() ? "Rad" : description,
                number(20, 4),
                List.of("h", "st", "").get(random.nextInt(3)),
                number(2000, 4),
                discount(),
                new Vat(rate, treatment));
        if (random.nextInt(6) == 0) {
            sketch.at("NORR");
        }
    }

    private void addHouseWork(OrderSketch sketch, List<WorkType> works) {
        TaxReduction.Type type = works.get(0).reduction();
        int rows = 1 + random.nextInt(4);
        for (int i = 0; i < rows; i++) {
            String hours = BigDecimal.valueOf(1 + random.nextInt(4000), 2).toPlainString();
            sketch.row(
                            "ARB",
                            "Arbete",
                            hours,
                            "h",
                            BigDecimal.valueOf(20_000 + random.nextInt(80_000), 2)
                                    .toPlainString(),
                            Discount.NONE,
                            Vat.domestic(25))
                    .as(works.get(random.nextInt(works.size())), hours);
        }
        sketch.asks(
                random.nextBoolean()
                        ? SampleReductions.of(type)
                        : SampleReductions.of(
                                type, SampleReductions.FLAT, 1 + random.nextInt(3), 1 + random.nextInt(3)));
    }

    private String number(int bound, int decimals) {
        int scale = random.nextInt(decimals + 1);
        long unscaled = Math.round(random.nextDouble() * bound * Math.pow(10, scale));
        return BigDecimal.valueOf(random.nextInt(8) == 0 ? -unscaled : unscaled, scale)
                .toPlainString();
    }

    private Discount discount() {
        return switch (random.nextInt(6)) {
            case 0 ->
                Discount.percent(BigDecimal.valueOf(random.nextInt(100_000), 3).toPlainString());
            case 1 -> Discount.percent(Integer.toString(5 * random.nextInt(21)));
            case 2 ->
                Discount.amount(BigDecimal.valueOf(random.nextInt(10_000), 2).toPlainString());
            default -> Discount.NONE;
        };
    }
}
