package org.accountinghub.connectors.fortnox;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.accountinghub.connectors.spi.Answer;
import org.accountinghub.connectors.spi.Outcome;
import org.accountinghub.connectors.spi.Returns;
import org.accountinghub.connectors.spi.Returns.Brief;
import org.accountinghub.connectors.testkit.acceptance.Documents;
import org.accountinghub.connectors.testkit.acceptance.Trial;
import org.accountinghub.mappings.model.BillableOrder;
import org.accountinghub.mappings.model.Invoice;
import org.accountinghub.mappings.model.PlacedOrder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Orders that the hub sent, and what people make of them in Fortnox. */
class OrderReturnsTest {

    private static final BillableOrder ORDER = Documents.asOrder(Documents.order());

    private final FortnoxBench bench = new FortnoxBench();
    private final Trial trial = new Trial(bench);
    private Instant start = Instant.MIN;
    private String number = "";

    @BeforeEach
    void bringOne() {
        bench.addArticle(Documents.ARTICLE);
        bench.addCustomer(ORDER.payer().number(), ORDER.payer().name(), Documents.ORGANISATION_NUMBER);
        start = trial.clock().instant();
        Outcome outcome = trial.bring(ORDER);
        assertThat(outcome).isInstanceOf(Outcome.Delivered.class);
        number = ((Outcome.Delivered) outcome).document().number();
    }

    @AfterEach
    void close() {
        trial.close();
        bench.close();
    }

    @Test
    void beingInvoicedShowsInTheListAndByReference() {
        String open = only().fingerprint();
        bench.bookKeeper().invoiceOrder(number);
        String invoiced = only().fingerprint();

        assertThat(invoiced).isNotEqualTo(open);
        assertThat(carrying()).extracting(Brief::fingerprint).containsExactly(invoiced);
    }

    @Test
    void beingCancelledShowsInTheList() {
        String open = only().fingerprint();
        bench.bookKeeper().cancelOrder(number);

        assertThat(only().fingerprint()).isNotEqualTo(open);
    }

    @Test
    void aLookAtWhatChangedCostsTwoCallsHoweverManyThereAre() {
        for (int i = 0; i < 30; i++) {
            bench.addOrder(ORDER, ORDER.payer().number(), "");
        }
        int before = bench.partner().journal().total();

        changed();

        assertThat(bench.partner().journal().total() - before).isEqualTo(2);
        assertThat(bench.partner().journal().count("GET /3/orders/{DocumentNumber}"))
                .isZero();
    }

    @Test
    void theInvoiceMadeOfAnOrderNamesItAndItsAmountsAreWhatWasSent() {
        String made = bench.bookKeeper().invoiceOrder(number);

        Invoice invoice =
                value(trial.invoicesBack().read(made, trial.transcript())).orElseThrow();

        assertThat(invoice.order()).contains(number);
        assertThat(invoice.netByRate().values()).containsExactly(ORDER.totals().net());
        assertThat(read().status()).isEqualTo(PlacedOrder.Status.INVOICED);
        assertThat(read().invoices()).containsExactly(made);
    }

    @Test
    void ofAnOrderInvoicedInPartTheRestIsSeenToo() {
        bench.bookKeeper().invoicePart(number, Map.of(1, BigDecimal.ONE));

        assertThat(read().status()).isEqualTo(PlacedOrder.Status.PARTLY_INVOICED);
        assertThat(changed()).hasSize(2);
    }

    private PlacedOrder read() {
        return value(trial.ordersBack().read(number, trial.transcript())).orElseThrow();
    }

    private Brief only() {
        return changed().stream()
                .filter(brief -> brief.id().equals(number))
                .findFirst()
                .orElseThrow();
    }

    private List<Brief> changed() {
        return value(trial.ordersBack().changedSince(start, Optional.empty(), trial.transcript()))
                .documents();
    }

    private List<Brief> carrying() {
        Returns<PlacedOrder> orders = trial.ordersBack();
        return value(orders.carrying(ORDER.reference(), trial.transcript()));
    }

    private static <T> T value(Answer<T> answer) {
        assertThat(answer).isInstanceOf(Answer.Value.class);
        return ((Answer.Value<T>) answer).value();
    }
}
