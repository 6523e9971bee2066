package org.accountinghub.routes.engine.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.accountinghub.connectors.spi.Conversation;
import org.accountinghub.connectors.spi.Delivery;
import org.accountinghub.connectors.spi.Finding;
import org.accountinghub.connectors.spi.IdempotencyClass;
import org.accountinghub.connectors.spi.InvalidSettingsException;
import org.accountinghub.connectors.spi.OrderSink;
import org.accountinghub.connectors.spi.Outcome;
import org.accountinghub.connectors.spi.Step;
import org.accountinghub.mappings.model.BillableOrder;
import org.accountinghub.mappings.model.Problem;
import org.accountinghub.routes.engine.Connection;
import org.accountinghub.routes.engine.Frozen;
import org.accountinghub.routes.engine.TransferState;
import org.accountinghub.routes.engine.connection.Blockade;
import org.accountinghub.routes.engine.memory.Entry;
import org.accountinghub.routes.engine.memory.Orders;
import org.accountinghub.routes.engine.port.ServiceStore.Reading;
import org.junit.jupiter.api.Test;

/** Before the partner is called, and what is decided without it. */
class DeliveryProcedureTest {

    private final Bench bench = new Bench();

    private static String cause(Entry entry) {
        return entry.transfer().problem().map(Problem::cause).orElse("none");
    }

    @Test
    void deliversAndBinds() {
        Entry entry = bench.documentOfKnownCustomer();
        bench.answer(Bench.delivered());

        bench.attempt(entry);

        assertThat(entry.transfer().state()).isEqualTo(TransferState.DELIVERED);
        assertThat(entry.binding()).contains(Bench.MADE);
        assertThat(entry.transfer().attempts()).isEqualTo(1);
        assertThat(bench.works.get(0).bound()).containsEntry("customer", "c-1");
    }

    @Test
    void aCustomerNumberThatSomebodyElseHasNowStopsTheOrder() {
        Entry entry = bench.documentOfKnownCustomer();
        bench.documents.put(
                Bench.KEY,
                date -> new Reading.Ready<>(Orders.order(Bench.KEY, "100", date, "Somebody Else AB", "556012-5790")));

        bench.attempt(entry);

        assertThat(entry.transfer().state()).isEqualTo(TransferState.REJECTED);
        assertThat(cause(entry)).isEqualTo("engine.customer-number-used-again");
        assertThat(bench.calls).isEmpty();
    }

    @Test
    void aCustomerThatWasRenamedIsStillTheSame() {
        Entry entry = bench.documentOfKnownCustomer();
        bench.documents.put(
                Bench.KEY, date -> new Reading.Ready<>(Orders.order(Bench.KEY, "100", date, "Customer North AB", "")));
        bench.answer(Bench.delivered());

        bench.attempt(entry);

        assertThat(entry.transfer().state()).isEqualTo(TransferState.DELIVERED);
    }

    @Test
    void forgetsAStaleMessage() {
        bench.documentOfKnownCustomer();
        var first = bench.ledger.takeDue(Duration.ZERO, 10).get(0);
        bench.answer(Bench.delivered());
        bench.deliver(first);

        bench.deliver(first);

        assertThat(bench.calls).containsExactly("perform create");
    }

    @Test
    void datesTheDocumentInTheConnectionsZone() {
        Entry entry = bench.documentOfKnownCustomer();
        bench.clock.advanceTo(Instant.parse("2026-03-31T22:30:00Z"));
        bench.answer(Bench.delivered());

        bench.attempt(entry);

        assertThat(((BillableOrder) bench.works.get(0).document()).documentDate())
                .isEqualTo(LocalDate.of(2026, 4, 1));
    }

    @Test
    void tellsEverythingThatIsWrongWithAnUnfitOrder() {
        Entry entry = bench.document(Bench.KEY);
        bench.documents.put(
                Bench.KEY,
                date -> new Reading.Unfit<>(List.of(
                        Bench.problem("store.price-missing").at("row 2"), Bench.problem("store.payer-unknown"))));

        bench.attempt(entry);

        assertThat(entry.transfer().state()).isEqualTo(TransferState.REJECTED);
        assertThat(entry.transfer().problem()).hasValueSatisfying(problem -> {
            assertThat(problem.cause()).isEqualTo("store.price-missing");
            assertThat(problem.reason())
                    .contains("row 2: because of store.price-missing", "because of store.payer-unknown");
            assertThat(problem.remedy()).contains("Mend store.price-missing", "Mend store.payer-unknown");
        });
        assertThat(bench.calls).isEmpty();
    }

    @Test
    void withdrawsWhatIsGone() {
        Entry entry = bench.document(Bench.KEY);
        bench.documents.put(Bench.KEY, date -> new Reading.Gone<>("marked as invoiced by hand"));

        bench.attempt(entry);

        assertThat(entry.transfer().state()).isEqualTo(TransferState.WITHDRAWN);
        assertThat(entry.history()).last().asString().contains("by hand");
    }

    @Test
    void readsAfreshWhatWasMendedAfterARefusal() {
        Entry entry = bench.documentOfKnownCustomer();
        bench.answer(new Outcome.Rejected(Bench.problem("partner.account-unknown")));
        bench.attempt(entry);
        assertThat(entry.transfer().state()).isEqualTo(TransferState.REJECTED);
        assertThat(entry.frozen()).isEmpty();

        bench.price(Bench.KEY, "90");
        bench.ledger.retry(entry.transfer().id(), false);
        bench.answer(Bench.delivered());
        bench.attempt(entry);

        assertThat(((BillableOrder) bench.works.get(1).document())
                        .totals()
                        .total()
                        .amount())
                .isEqualByComparingTo("112.50");
    }

    @Test
    void refusesARowThatAnotherDocumentHas() {
        bench.documentOfKnownCustomer();
        Entry first = bench.ledger.entry(2);
        bench.answer(Bench.delivered());
        bench.attempt(first);
        var separated = Orders.key("421-2", "C1");
        bench.documents.put(separated, date -> new Reading.Ready<>(Orders.order(Bench.KEY, "100", date)));
        Entry second = bench.document(separated);

        bench.attempt(second);

        assertThat(second.transfer().state()).isEqualTo(TransferState.REJECTED);
        assertThat(cause(second)).isEqualTo("engine.row-taken");
        assertThat(bench.calls).containsExactly("perform create");
    }

    @Test
    void waitsForItsCustomerAndGoesOnWhenThatIsThere() {
        Entry entry = bench.document(Bench.KEY);

        bench.attempt(entry);

        Entry customer = bench.ledger.entry(2);
        assertThat(entry.transfer().state()).isEqualTo(TransferState.WAITING);
        assertThat(entry.transfer().waitsFor()).contains(customer.transfer().id());
        assertThat(entry.transfer().attempts()).isZero();

        bench.answer(Bench.delivered());
        bench.attempt(customer);
        bench.answer(Bench.delivered());
        bench.attempt(entry);
        assertThat(entry.transfer().state()).isEqualTo(TransferState.DELIVERED);
    }

    @Test
    void stopsWhenItsCustomerWasDismissed() {
        Entry entry = bench.document(Bench.KEY);
        bench.attempt(entry);
        bench.ledger.dismiss(2);
        bench.ledger.sweep(Duration.ZERO);

        bench.attempt(entry);

        assertThat(entry.transfer().state()).isEqualTo(TransferState.REJECTED);
        assertThat(cause(entry)).isEqualTo("engine.customer-dismissed");
    }

    @Test
    void movesNothingOverAHeldConnection() {
        Entry entry = bench.documentOfKnownCustomer();
        var dispatch = bench.ledger.takeDue(Duration.ZERO, 10).get(0);
        bench.connections.hold("books");

        bench.deliver(dispatch);

        assertThat(entry.transfer().state()).isEqualTo(TransferState.DUE);
        assertThat(entry.transfer().attempts()).isZero();
        assertThat(bench.calls).isEmpty();
    }

    @Test
    void blocksTheConnectionWithOneAlertAndSpendsNothing() {
        Entry entry = bench.documentOfKnownCustomer();
        var dispatch = bench.ledger.takeDue(Duration.ZERO, 10).get(0);
        bench.answer(new Outcome.Blocked(Bench.problem("partner.consent-gone")));
        bench.deliver(dispatch);

        assertThat(bench.connections.find("books").orElseThrow().state()).isEqualTo(Connection.State.BLOCKED);
        assertThat(entry.transfer().attempts()).isZero();
        assertThat(entry.transfer().state()).isEqualTo(TransferState.DUE);
        assertThat(bench.ledger.takeDue(Duration.ofDays(1), 10)).isEmpty();

        Blockade blockade = new Blockade(bench.connections, bench);
        blockade.raise("books", Bench.problem("partner.consent-gone"));
        blockade.clear("books");
        blockade.clear("books");
        assertThat(bench.alerts).containsExactly("raised partner.consent-gone", "cleared partner.consent-gone");

        bench.answer(Bench.delivered());
        bench.attempt(entry);
        assertThat(entry.transfer().state()).isEqualTo(TransferState.DELIVERED);
    }

    @Test
    void blocksAConnectionWhoseSettingsAreWrong() {
        Entry entry = bench.document(Bench.KEY);
        bench.connectors = connection -> {
            throw new InvalidSettingsException("client-id", "is missing");
        };

        bench.attempt(entry);

        assertThat(bench.alerts).containsExactly("raised engine.settings-invalid");
        assertThat(cause(entry)).isEqualTo("engine.settings-invalid");
    }

    @Test
    void refusesWhatTheConnectorDoesNotTake() {
        Entry entry = bench.document(Bench.KEY);
        bench.documents.put(Bench.KEY, date -> new Reading.Ready<>(asOrder(Orders.order(Bench.KEY, "100", date))));

        bench.attempt(entry);

        assertThat(cause(entry)).isEqualTo("engine.not-supported");
    }

    @Test
    void anOrderGoesToThePartnersOrders() {
        Entry entry = bench.documentOfKnownCustomer();
        bench.documents.put(Bench.KEY, date -> new Reading.Ready<>(asOrder(Orders.order(Bench.KEY, "100", date))));
        bench.connectors = connection -> new OrderTaker();

        bench.attempt(entry);

        assertThat(entry.transfer().state()).isEqualTo(TransferState.DELIVERED);
        assertThat(bench.calls).containsExactly("perform order");
    }

    private final class OrderTaker implements OrderSink {

        @Override
        public Delivery<BillableOrder> orders() {
            bench.answer(Bench.delivered());
            return bench.told(List.of(new Step("order", IdempotencyClass.C, Duration.ZERO)));
        }

        @Override
        public List<Problem> check(Conversation conversation) {
            return List.of();
        }

        @Override
        public void close() {
            bench.calls.add("close");
        }
    }

    private static BillableOrder asOrder(BillableOrder order) {
        return Orders.as(BillableOrder.Target.ORDER, order);
    }

    @Test
    void finishesAndReportsWhatWasCancelledWhileItWasSent() {
        Entry entry = bench.documentOfKnownCustomer();
        bench.answers.add(() -> {
            bench.documents.put(Bench.KEY, date -> new Reading.Gone<>("cancelled"));
            return Bench.delivered();
        });

        bench.attempt(entry);

        assertThat(entry.transfer().state()).isEqualTo(TransferState.DELIVERED);
        assertThat(cause(entry)).isEqualTo("engine.gone-after-send");
    }

    @Test
    void recordsTheDeliveryEvenWhenTheStoreCannotBeReadAfterwards() {
        Entry entry = bench.documentOfKnownCustomer();
        bench.answers.add(() -> {
            bench.documents.remove(Bench.KEY);
            return Bench.delivered();
        });

        bench.attempt(entry);

        assertThat(entry.transfer().state()).isEqualTo(TransferState.DELIVERED);
        assertThat(entry.transfer().problem()).isEqualTo(Optional.empty());
    }

    @Test
    void sendsTheFrozenContentAgainAndTellsThatTheOrderChanged() {
        Entry entry = bench.documentOfKnownCustomer();
        bench.answer(Bench.uncertain());
        bench.attempt(entry);
        Frozen frozen = entry.frozen().orElseThrow();
        bench.price(Bench.KEY, "90");
        bench.found(new Finding.Found(Bench.MADE));

        bench.attempt(entry);

        assertThat(bench.works.get(1).document()).isEqualTo(((Frozen.Document) frozen).order());
        assertThat(cause(entry)).isEqualTo("engine.changed-after-send");
    }
}
