package org.accountinghub.connectors.fortnox;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.accountinghub.connectors.fortnox.simulator.BookKeeper;
import org.accountinghub.connectors.spi.Answer;
import org.accountinghub.connectors.spi.Outcome;
import org.accountinghub.connectors.spi.Step;
import org.accountinghub.connectors.testkit.acceptance.Documents;
import org.accountinghub.connectors.testkit.acceptance.Progress;
import org.accountinghub.connectors.testkit.acceptance.Trial;
import org.accountinghub.mappings.model.BillableOrder;
import org.accountinghub.mappings.model.Comparison;
import org.accountinghub.mappings.model.Invoice;
import org.accountinghub.mappings.model.Money;
import org.accountinghub.mappings.model.Totals;
import org.accountinghub.mappings.samples.RandomOrders;
import org.accountinghub.mappings.samples.SampleOrders;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Random orders, brought as invoices and as orders, come to what the hub computed: each rate, each total, to the öre. */
class RandomTotalsTest {

    private static final int ORDERS = 50;

    private final FortnoxBench bench = new FortnoxBench();
    private final BookKeeper fortnox = bench.bookKeeper();
    private final Trial trial = new Trial(bench);

    @BeforeEach
    void prepare() {
        bench.simulator().windowScale(0);
        bench.simulator().unrecorded();
        RandomOrders.PAYERS.forEach(payer -> assertThat(trial.bring(payer)).isInstanceOf(Outcome.Delivered.class));
        SampleOrders.ARTICLES.forEach(bench::addArticle);
    }

    @AfterEach
    void close() {
        trial.close();
        bench.close();
    }

    @ParameterizedTest
    @ValueSource(longs = {3, 20260302})
    void theSimulatorsTotalsAreOurs(long seed) {
        for (BillableOrder order : RandomOrders.of(seed, ORDERS)) {
            JsonNode placed = fortnox.order(brought(Documents.asOrder(order))).orElseThrow();
            assertAmounts(order, placed, "OrderRows");

            String number = brought(Documents.asInvoice(order));
            assertAmounts(order, fortnox.invoice(number).orElseThrow(), "InvoiceRows");
            assertVatOfEachRate(order, number);
        }
    }

    private String brought(BillableOrder order) {
        Progress<BillableOrder> progress = trial.begin(order);
        Outcome outcome = progress.perform(progress.step(Step.CREATE));
        assertThat(outcome).as("%s", order).isInstanceOf(Outcome.Delivered.class);
        return ((Outcome.Delivered) outcome).document().number();
    }

    private static void assertAmounts(BillableOrder order, JsonNode document, String rows) {
        Totals ours = order.totals();
        assertThat(amount(document, "Net")).as("net of %s", order).isEqualByComparingTo(plain(ours.net()));
        assertThat(amount(document, "TotalVAT")).as("VAT of %s", order).isEqualByComparingTo(plain(ours.vat()));
        assertThat(amount(document, "Total").subtract(amount(document, "RoundOff")))
                .as("total of %s", order)
                .isEqualByComparingTo(plain(ours.total()));
        assertThat(amount(document, "TotalToPay").add(amount(document, "TaxReduction")))
                .as("to pay for %s", order)
                .isEqualByComparingTo(amount(document, "Total"));
        assertThat(amount(document, "TaxReduction").signum() != 0)
                .isEqualTo(document.path("HouseWork").booleanValue() && reduced(document));
        assertThat(sumsByRate(document.path(rows))).as("rows of %s", order).isEqualTo(sumsByRate(order));
    }

    private static boolean reduced(JsonNode document) {
        return amount(document, "BasisTaxReduction").compareTo(BigDecimal.TEN) > 0;
    }

    private void assertVatOfEachRate(BillableOrder order, String number) {
        Answer<Optional<Invoice>> answer = trial.invoicesBack().read(number, trial.transcript());
        assertThat(answer).isInstanceOf(Answer.Value.class);
        Invoice invoice = ((Answer.Value<Optional<Invoice>>) answer).value().orElseThrow();
        assertThat(withoutZero(invoice.vatByRate()))
                .as("VAT of %s", order)
                .isEqualTo(withoutZero(order.totals().vatByRate()));
        assertThat(Comparison.of(order, invoice).differences()).isEmpty();
    }

    private static Map<Integer, BigDecimal> sumsByRate(JsonNode rows) {
        Map<Integer, BigDecimal> sums = new TreeMap<>();
        rows.forEach(row -> sums.merge(
                row.path("VAT").decimalValue().intValue(), row.path("Total").decimalValue(), BigDecimal::add));
        return normal(sums);
    }

    private static Map<Integer, BigDecimal> sumsByRate(BillableOrder order) {
        Map<Integer, BigDecimal> sums = new TreeMap<>();
        Totals totals = order.totals();
        totals.netByRate().forEach((rate, net) -> {
            Money vat = totals.vatByRate().get(rate);
            sums.merge(rate.intValue(), plain(order.pricesIncludeVat() ? net.plus(vat) : net), BigDecimal::add);
        });
        return normal(sums);
    }

    private static Map<Integer, BigDecimal> normal(Map<Integer, BigDecimal> sums) {
        sums.values().removeIf(sum -> sum.signum() == 0);
        sums.replaceAll((rate, sum) -> sum.setScale(2));
        return sums;
    }

    private static Map<BigDecimal, Money> withoutZero(Map<BigDecimal, Money> amounts) {
        return amounts.entrySet().stream()
                .filter(entry -> !entry.getValue().isZero())
                .collect(Collectors.toMap(
                        entry -> entry.getKey().stripTrailingZeros(), Map.Entry::getValue, Money::plus, TreeMap::new));
    }

    private static BigDecimal amount(JsonNode document, String field) {
        JsonNode value = document.path(field);
        return value.isNumber() ? value.decimalValue() : BigDecimal.ZERO;
    }

    private static BigDecimal plain(Money money) {
        return money.amount();
    }
}
