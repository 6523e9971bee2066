package org.accountinghub.connectors.vismaeaccounting;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.accountinghub.connectors.spi.Answer;
import org.accountinghub.connectors.spi.Outcome;
import org.accountinghub.connectors.spi.Step;
import org.accountinghub.connectors.testkit.acceptance.Documents;
import org.accountinghub.connectors.testkit.acceptance.Progress;
import org.accountinghub.connectors.testkit.acceptance.Trial;
import org.accountinghub.mappings.model.BillableOrder;
import org.accountinghub.mappings.model.Comparison;
import org.accountinghub.mappings.model.Invoice;
import org.accountinghub.mappings.samples.RandomOrders;
import org.accountinghub.mappings.samples.SampleOrders;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Random orders, brought as drafts and as orders, come to what the hub computed, or are refused before anything is sent. */
class RandomTotalsTest {

    private static final int ORDERS = 120;

    private final VismaBench bench = new VismaBench();
    private final Trial trial = new Trial(bench);
    private final Set<String> payers = new HashSet<>();

    @BeforeEach
    void prepare() {
        bench.simulator().windowScale(0);
        bench.simulator().unrecorded();
        bench.simulator().tenant(VismaBench.TENANT).addCostCentre("NORR", true);
        RandomOrders.PAYERS.stream()
                .filter(payer -> trial.bring(payer) instanceof Outcome.Delivered)
                .forEach(payer -> payers.add(payer.number()));
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
        int taken = 0;
        for (BillableOrder order : RandomOrders.of(seed, ORDERS)) {
            if (!payers.contains(order.payer().number())) {
                continue;
            }
            Optional<String> placed = brought(Documents.asOrder(order));
            placed.ifPresent(
                    id -> assertTotal(order, one(bench.bookKeeper().orders(), id), "Amount", "RoundingsAmount"));
            Optional<String> draft = brought(Documents.asInvoice(order));
            draft.ifPresent(id -> {
                assertTotal(order, one(bench.bookKeeper().drafts(), id), "TotalAmount", "TotalRoundings");
                Answer<Optional<Invoice>> read = trial.invoicesBack().read(id, trial.transcript());
                assertThat(read).isInstanceOf(Answer.Value.class);
                Invoice invoice =
                        ((Answer.Value<Optional<Invoice>>) read).value().orElseThrow();
                assertThat(Comparison.of(order, invoice).differences())
                        .as("%s", order)
                        .isEmpty();
            });
            taken += draft.isPresent() ? 1 : 0;
        }
        assertThat(taken).as("orders that eAccounting can hold").isGreaterThan(ORDERS / 5);
    }

    private Optional<String> brought(BillableOrder order) {
        Progress<BillableOrder> progress = trial.begin(order);
        Outcome outcome = progress.perform(progress.step(Step.CREATE));
        if (outcome instanceof Outcome.Rejected rejected) {
            assertThat(rejected.problem().partnerSays())
                    .as("refused by the hub: %s", rejected)
                    .isEmpty();
            System.out.println("REFUSED " + rejected.problem().cause() + " "
                    + rejected.problem().reason());
            return Optional.empty();
        }
        assertThat(outcome).as("%s", order).isInstanceOf(Outcome.Delivered.class);
        assertThat(((Outcome.Delivered) outcome).document().notes()).noneMatch(note -> note.startsWith("DIFFERS"));
        return Optional.of(((Outcome.Delivered) outcome).document().id());
    }

    private static void assertTotal(BillableOrder order, JsonNode document, String total, String rounding) {
        assertThat(document.path(total)
                        .decimalValue()
                        .subtract(document.path(rounding).decimalValue()))
                .as("total of %s", order)
                .isEqualByComparingTo(order.totals().total().amount());
    }

    private static JsonNode one(Iterable<? extends JsonNode> documents, String id) {
        for (JsonNode document : documents) {
            if (document.path("Id").asString().equals(id)) {
                return document;
            }
        }
        throw new AssertionError("no document " + id);
    }
}
