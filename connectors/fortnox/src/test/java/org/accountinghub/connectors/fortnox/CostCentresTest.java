package org.accountinghub.connectors.fortnox;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import org.accountinghub.connectors.spi.Outcome;
import org.accountinghub.connectors.testkit.acceptance.Documents;
import org.accountinghub.connectors.testkit.acceptance.Trial;
import org.accountinghub.mappings.model.BillableOrder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CostCentresTest {

    private static final BillableOrder ORDER = at(Documents.order(), "SYD");

    private final FortnoxBench bench = new FortnoxBench();

    @BeforeEach
    void prepare() {
        bench.addArticle(Documents.ARTICLE);
        bench.addCustomer(ORDER.payer().number(), ORDER.payer().name(), Documents.ORGANISATION_NUMBER);
        bench.simulator().tenant(FortnoxBench.TENANT).inactiveCostCentres("SYD");
    }

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void anInactiveOneStopsTheOrder() {
        try (Trial trial = new Trial(bench)) {
            assertThat(trial.bring(ORDER))
                    .isInstanceOfSatisfying(
                            Outcome.Rejected.class,
                            rejected ->
                                    assertThat(rejected.problem().cause()).isEqualTo("fortnox.cost-centre-inactive"));
        }
    }

    @Test
    void orItIsLeftOutInOneWriteAndSaidSo() {
        try (Trial trial = new Trial(bench, Map.of("inactive-cost-centre", "leave-out"))) {
            assertThat(trial.bring(ORDER)).isInstanceOfSatisfying(Outcome.Delivered.class, delivered -> {
                assertThat(delivered.document().notes()).anyMatch(note -> note.contains("cost centre SYD"));
                assertThat(bench.bookKeeper()
                                .invoice(delivered.document().number())
                                .orElseThrow()
                                .path("CostCenter")
                                .asString(""))
                        .isEmpty();
            });
            assertThat(bench.partner().journal().count(bench.createsInvoice())).isEqualTo(1);
            assertThat(trial.rehearse(ORDER).notes()).anyMatch(note -> note.contains("cost centre SYD"));
        }
    }

    @Test
    void anotherIsSentAsItIs() {
        try (Trial trial = new Trial(bench, Map.of("inactive-cost-centre", "leave-out"))) {
            assertThat(trial.bring(at(Documents.order(), "NORD")))
                    .isInstanceOfSatisfying(
                            Outcome.Delivered.class,
                            delivered -> assertThat(bench.bookKeeper()
                                            .invoice(delivered.document().number())
                                            .orElseThrow()
                                            .path("CostCenter")
                                            .asString(""))
                                    .isEqualTo("NORD"));
        }
    }

    private static BillableOrder at(BillableOrder order, String costCentre) {
        return new BillableOrder(
                order.key(),
                order.target(),
                order.payer(),
                order.documentDate(),
                order.currency(),
                order.pricesIncludeVat(),
                order.yourOrderNumber(),
                order.ourReference(),
                order.yourReference(),
                Optional.of(costCentre),
                order.deliveryAddress(),
                order.taxReduction(),
                order.rows(),
                order.extensions());
    }
}
