package org.accountinghub.routes.ledger;

import static org.accountinghub.routes.ledger.Ends.stopped;
import static org.accountinghub.routes.ledger.LedgerFixture.key;
import static org.accountinghub.routes.ledger.LedgerFixture.order;
import static org.accountinghub.routes.ledger.LedgerFixture.problem;
import static org.accountinghub.routes.ledger.LedgerFixture.row;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.accountinghub.mappings.model.BillableOrder.Target;
import org.accountinghub.mappings.model.DocumentKey;
import org.accountinghub.mappings.model.Invoice;
import org.accountinghub.mappings.model.Money;
import org.accountinghub.mappings.model.Problem;
import org.accountinghub.routes.engine.Claim;
import org.accountinghub.routes.engine.CustomerThere;
import org.accountinghub.routes.engine.Standing;
import org.accountinghub.routes.engine.Transfer;
import org.accountinghub.routes.engine.TransferState;
import org.accountinghub.routes.engine.port.ReturnLedger;
import org.accountinghub.routes.engine.port.ReturnLedger.Became;
import org.accountinghub.routes.engine.port.ReturnLedger.DeliveredDocument;
import org.accountinghub.routes.engine.port.ReturnLedger.Fetch;
import org.accountinghub.routes.engine.port.ReturnLedger.InvoiceNote;
import org.accountinghub.routes.engine.port.ReturnLedger.StoreNote;
import org.accountinghub.routes.engine.port.ReturnLedger.Stray;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ReturnLedgerTest {

    private final LedgerFixture hub = new LedgerFixture();
    private final ReturnLedger returns = hub.ledger.returns();

    @BeforeEach
    void connection() {
        hub.connection("north", Optional.of("north"));
    }

    @AfterEach
    void close() {
        hub.close();
    }

    @Test
    void aDeliveredDocumentIsFoundByIdAndByReference() {
        Transfer customer =
                hub.ledger.delivery().customerTransfer("north", key("1").order().customer("100"));
        hub.deliverCustomer(customer);
        long id = hub.delivered(key("1"), row("r"));

        DeliveredDocument found =
                returns.delivered("north", Target.INVOICE, "id-1").orElseThrow();

        assertThat(found)
                .isEqualTo(new DeliveredDocument(
                        id,
                        "north",
                        key("1"),
                        "id-1",
                        "no-id-1",
                        Optional.of(new CustomerThere("100", "no-100")),
                        order(key("1"), row("r"))));
        assertThat(returns.delivered("north", key("1").reference())).contains(found);
        assertThat(returns.delivered("south", Target.INVOICE, "id-1")).isEmpty();
        assertThat(returns.unbound("north", key("1").reference())).isEmpty();
    }

    @Test
    void whatStoppedAtOneConnectionAndWentByAnotherIsFollowedThere() {
        Claim claim = hub.claimed(key("1"));
        hub.ledger.delivery().conclude(claim, stopped(TransferState.REJECTED, "store.price-missing", true));
        hub.gone(key("1"));
        hub.ledger.planning().collect();
        hub.sql.sql("UPDATE hub.connection SET subgroup = 'elsewhere'").update();
        hub.connection("books", Optional.of("north"));
        hub.ready(key("1"));
        hub.ledger.planning().collect();

        deliver(key("1"), "a");

        assertThat(returns.delivered("books", Target.INVOICE, "a")).isPresent();
    }

    @Test
    void aDocumentThatCannotBeReadIsAProblemAndStaysWhatItWas() {
        hub.delivered(key("1"), row("r"));
        record(key("1"), Standing.BOOKED);
        returns.untold(10).forEach(returns::told);

        returns.unreadable(
                returns.delivered("north", Target.INVOICE, "id-1").orElseThrow(), problem("fortnox.answer-incomplete"));

        assertThat(returns.untold(10)).singleElement().satisfies(note -> {
            assertThat(note.standing()).isEqualTo(Standing.BOOKED);
            assertThat(note.problem()).map(Problem::cause).contains("fortnox.answer-incomplete");
            assertThat(note.orderInvoiced()).isTrue();
        });
    }

    @Test
    void aThawedDocumentIsStillKnownByItsReference() {
        Claim claim = hub.intended(hub.frozen(key("1")));
        hub.ledger.delivery().conclude(claim, stopped(TransferState.REJECTED, "fortnox.account-unknown", true));

        assertThat(returns.unbound("north", key("1").reference()))
                .contains(new ReturnLedger.Unbound(claim.transfer().id(), key("1"), TransferState.REJECTED));
        assertThat(returns.delivered("north", key("1").reference())).isEmpty();
    }

    @Test
    void theStoreIsToldOfADeliveryOnce() {
        hub.delivered(key("1"), row("r"));

        List<StoreNote> notes = returns.untold(10);

        assertThat(notes).singleElement().satisfies(note -> {
            assertThat(note.key()).isEqualTo(key("1"));
            assertThat(note.standing()).isEqualTo(Standing.MADE);
            assertThat(note.partnerNumber()).contains("no-id-1");
            assertThat(note.problem()).isEmpty();
            assertThat(note.orderInvoiced()).isFalse();
        });
        returns.told(notes.get(0));
        assertThat(returns.untold(10)).isEmpty();
    }

    @Test
    void whatHappensWhileTheStoreIsToldIsToldNext() {
        long id = hub.delivered(key("1"), row("r"));
        StoreNote first = returns.untold(10).get(0);
        record(key("1"), Standing.BOOKED);

        returns.told(first);

        assertThat(returns.untold(10)).singleElement().satisfies(note -> {
            assertThat(note.transferId()).isEqualTo(id);
            assertThat(note.standing()).isEqualTo(Standing.BOOKED);
            assertThat(note.invoices()).containsExactly(new InvoiceNote(invoice("no-id-1"), Standing.BOOKED));
            assertThat(note.documentInvoiced()).isTrue();
            assertThat(note.orderInvoiced()).isTrue();
        });
    }

    @Test
    void recordingTheSameAgainTellsNothing() {
        hub.delivered(key("1"), row("r"));
        record(key("1"), Standing.BOOKED);
        returns.untold(10).forEach(returns::told);

        record(key("1"), Standing.BOOKED);

        assertThat(returns.untold(10)).isEmpty();
        assertThat(returns.known("north", Target.INVOICE, "id-1", "fingerprint"))
                .isTrue();
        assertThat(returns.known("north", Target.INVOICE, "id-1", "other")).isFalse();
    }

    @Test
    void anOrderIsInvoicedWhenAllItsDocumentsAre() {
        hub.ready(key("1", "100", 1)).ready(key("1", "200", 1));
        hub.ledger.planning().collect();
        deliver(key("1", "100", 1), "a");
        deliver(key("1", "200", 1), "b");
        record("a", Standing.BOOKED);
        assertThat(returns.untold(10)).noneMatch(StoreNote::orderInvoiced);

        record("b", Standing.PAID);

        assertThat(returns.untold(10)).allMatch(StoreNote::orderInvoiced).hasSize(2);
    }

    @Test
    void anOrderIsInvoicedWhenTheLastOpenDocumentIsNoLongerWanted() {
        hub.ready(key("1", "100", 1)).ready(key("1", "200", 1));
        hub.ledger.planning().collect();
        deliver(key("1", "100", 1), "a");
        record("a", Standing.BOOKED);
        returns.untold(10).forEach(returns::told);
        hub.gone(key("1", "200", 1));

        hub.ledger.planning().collect();

        assertThat(returns.untold(10))
                .singleElement()
                .satisfies(note -> assertThat(note.orderInvoiced()).isTrue());
    }

    @Test
    void anEarlierGenerationDoesNotMakeTheOrderInvoiced() {
        hub.delivered(key("1"), row("r"));
        hub.ready(key("1", "100", 2));
        hub.ledger.planning().collect();

        record(key("1"), Standing.BOOKED);

        assertThat(returns.untold(10))
                .singleElement()
                .satisfies(note -> assertThat(note.orderInvoiced()).isFalse());
    }

    @Test
    void theStoreSeesWhyADocumentStopped() {
        Claim claim = hub.claimed(key("1"));
        hub.ledger.delivery().conclude(claim, stopped(TransferState.REJECTED, "store.price-missing", true));

        assertThat(returns.untold(10)).singleElement().satisfies(note -> {
            assertThat(note.standing()).isEqualTo(Standing.ABSENT);
            assertThat(note.problem()).map(Problem::cause).contains("store.price-missing");
        });
    }

    @Test
    void aWithdrawnDocumentIsTakenBackOnlyWhereSomethingWasTold() {
        Claim silent = hub.claimed(key("1"));
        hub.ledger.delivery().conclude(silent, Ends.withdrawn());
        assertThat(returns.untold(10)).isEmpty();

        Claim first = hub.claimed(key("2"));
        hub.ledger.delivery().conclude(first, stopped(TransferState.REJECTED, "store.price-missing", true));
        returns.untold(10).forEach(returns::told);
        hub.ledger.operators().retry(first.transfer().id(), "maria", false);
        hub.ledger.delivery().conclude(hub.claim(hub.dispatched(first.transfer().id())), Ends.withdrawn());

        assertThat(returns.untold(10))
                .singleElement()
                .satisfies(note -> assertThat(note.problem()).isEmpty());
    }

    @Test
    void theStoreSeesThatTheCustomerStoppedItsDocuments() {
        Transfer customer =
                hub.ledger.delivery().customerTransfer("north", key("1").order().customer("100"));
        Claim before = hub.claimed(key("1"));
        hub.ledger.delivery().conclude(before, Ends.waiting(customer.id()));
        Claim claim = hub.claim(hub.dispatched(customer.id()));
        hub.ledger.delivery().conclude(claim, stopped(TransferState.REJECTED, "fortnox.customer-ambiguous", true));
        Claim after = hub.claimed(key("2"));
        hub.ledger.delivery().conclude(after, Ends.waiting(customer.id()));

        assertThat(returns.untold(10))
                .hasSize(2)
                .allSatisfy(
                        note -> assertThat(note.problem()).map(Problem::cause).contains("fortnox.customer-ambiguous"));
    }

    @Test
    void aNoteThatTheStoreRefusesKeepsNoOtherBack() {
        hub.delivered(key("1"), row("r1"));
        hub.delivered(key("2"), row("r2"));

        StoreNote first = returns.untold(1).get(0);
        StoreNote second = returns.untold(1).get(0);

        assertThat(first.key()).isEqualTo(key("1"));
        assertThat(second.key()).isEqualTo(key("2"));
    }

    @Test
    void openDocumentsAreThoseWhoseStoryIsNotOver() {
        hub.delivered(key("1"), row("r1"));
        hub.delivered(key("2"), row("r2"));
        hub.delivered(key("3"), row("r3"));
        record(key("2"), Standing.PAID);
        Instant later = Instant.now().plusSeconds(60);

        assertThat(returns.open("north", Target.INVOICE, later, 10))
                .extracting(DeliveredDocument::key)
                .containsExactly(key("1"), key("3"));
        assertThat(returns.open("north", Target.INVOICE, later, 1)).hasSize(1);
        assertThat(returns.open("north", Target.INVOICE, Instant.now().minusSeconds(60), 10))
                .isEmpty();
    }

    @Test
    void aStrayIsAProblemUntilItIsBoundOrHarmless() {
        long id = hub.delivered(key("1"), row("r"));
        Stray stray =
                new Stray("north", id, Target.INVOICE, "id-9", "1009", "f", Optional.of(problem("returns.doubled")));

        returns.recordStray(stray);

        assertThat(returns.known("north", Target.INVOICE, "id-9", "f")).isTrue();
        assertThat(returns.untold(10).get(0).problem()).map(Problem::cause).contains("returns.doubled");
        assertThat(hub.ledger.operators().problems(Optional.empty())).hasSize(1);
        returns.recordStray(new Stray("north", id, Target.INVOICE, "id-9", "1009", "g", Optional.empty()));
        assertThat(hub.ledger.operators().problems(Optional.empty())).isEmpty();
    }

    @Test
    void aStrayThatIsBoundLaterIsReadAgain() {
        Claim claim = hub.intended(hub.frozen(key("1")));
        returns.recordStray(new Stray(
                "north",
                claim.transfer().id(),
                Target.INVOICE,
                "id-1",
                "1001",
                "f",
                Optional.of(problem("returns.unexpected"))));

        hub.ledger.delivery().conclude(claim, Ends.delivered(claim.steps().get(0), "id-1"));

        assertThat(returns.known("north", Target.INVOICE, "id-1", "f")).isFalse();
        assertThat(hub.ledger.operators().problems(Optional.empty())).isEmpty();
    }

    @Test
    void howFarAFetchIsIsKept() {
        Instant began = Instant.parse("2026-03-02T08:00:00Z");
        Fetch stopped = new Fetch(
                began,
                began.plusSeconds(2),
                true,
                40,
                3,
                Optional.of(Problem.of("fortnox.limit", Problem.Stage.PARTNER, "too many calls", "Wait")));
        assertThat(returns.lastFetch("north")).isEmpty();
        returns.fetched("north", new Fetch(began, began, false, 0, 0, Optional.empty()));
        returns.fetched("north", stopped);
        assertThat(returns.lastFetch("north")).contains(stopped);
    }

    @Test
    void cursorsAreKept() {
        assertThat(returns.cursor("north", "invoices")).isEmpty();
        returns.cursor("north", "invoices", "a");
        returns.cursor("north", "invoices", "b");
        assertThat(returns.cursor("north", "invoices")).contains("b");
    }

    private void deliver(DocumentKey key, String partnerId) {
        Claim claim = hub.intended(hub.frozen(hub.claim(hub.dispatched(hub.id(key))), row("row-" + partnerId)));
        hub.ledger.delivery().conclude(claim, Ends.delivered(claim.steps().get(0), partnerId));
    }

    private void record(DocumentKey key, Standing standing) {
        record("id-" + key.order().number(), standing);
    }

    private void record(String partnerId, Standing standing) {
        DeliveredDocument document =
                returns.delivered("north", Target.INVOICE, partnerId).orElseThrow();
        returns.record(
                document,
                new Became(
                        standing, Optional.of(invoice(document.number())), List.of("0.40 rounded"), Optional.empty()),
                Optional.of("fingerprint"));
    }

    private static Invoice invoice(String number) {
        Money amount = Money.of("125", "SEK");
        Money zero = Money.of("0", "SEK");
        return new Invoice(
                number,
                Optional.of(key("1").reference()),
                "100",
                Optional.of("id-100"),
                LocalDate.of(2026, 3, 31),
                Optional.empty(),
                Currency.getInstance("SEK"),
                List.of(),
                new TreeMap<>(Map.of(new BigDecimal("25"), Money.of("100", "SEK"))),
                new TreeMap<>(Map.of(new BigDecimal("25"), Money.of("25", "SEK"))),
                zero,
                zero,
                zero,
                zero,
                amount,
                amount,
                true,
                false,
                false,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }
}
