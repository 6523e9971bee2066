package org.accountinghub.routes.ledger;

import static org.accountinghub.routes.ledger.LedgerFixture.key;
import static org.accountinghub.routes.ledger.LedgerFixture.row;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.accountinghub.connectors.spi.IdempotencyClass;
import org.accountinghub.connectors.spi.Step;
import org.accountinghub.mappings.model.BillableOrder;
import org.accountinghub.mappings.model.BillableOrder.Target;
import org.accountinghub.mappings.model.DocumentKey;
import org.accountinghub.mappings.model.Invoice;
import org.accountinghub.mappings.model.Money;
import org.accountinghub.mappings.model.PlacedOrder;
import org.accountinghub.routes.engine.Claim;
import org.accountinghub.routes.engine.Frozen;
import org.accountinghub.routes.engine.Standing;
import org.accountinghub.routes.engine.StepProgress;
import org.accountinghub.routes.engine.TransferState;
import org.accountinghub.routes.engine.port.DeliveryLedger.Freeze;
import org.accountinghub.routes.engine.port.OrderGroup;
import org.accountinghub.routes.engine.port.OrderGroup.Member;
import org.accountinghub.routes.engine.port.OrderGroup.Part;
import org.accountinghub.routes.engine.port.ReturnLedger;
import org.accountinghub.routes.engine.port.ReturnLedger.Became;
import org.accountinghub.routes.engine.port.ReturnLedger.DeliveredDocument;
import org.accountinghub.routes.engine.port.ReturnLedger.StoreNote;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Documents sent as orders, and deliveries of several steps. */
class OrderLedgerTest {

    private static final Currency SEK = Currency.getInstance("SEK");
    private static final Step ARTICLE = new Step("article-A1", IdempotencyClass.B, Duration.ZERO);
    private static final Step BOOKKEEP = new Step("bookkeep", IdempotencyClass.B, Duration.ZERO);

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

    private static BillableOrder asOrder(DocumentKey key) {
        BillableOrder order =
                LedgerFixture.order(key, row("row-of-" + key.order().number()));
        return new BillableOrder(
                order.key(),
                Target.ORDER,
                order.payer(),
                order.documentDate(),
                order.currency(),
                order.pricesIncludeVat(),
                order.yourOrderNumber(),
                order.ourReference(),
                order.yourReference(),
                order.costCentre(),
                order.deliveryAddress(),
                order.taxReduction(),
                order.rows(),
                order.extensions());
    }

    private Claim frozen(DocumentKey key, Step... steps) {
        return frozen(hub.claimed(key), key, steps);
    }

    private Claim frozen(Claim claim, DocumentKey key, Step... steps) {
        Freeze freeze = hub.ledger.delivery().freeze(claim, new Frozen.Document(asOrder(key)), List.of(steps));
        return ((Freeze.Done) freeze).claim();
    }

    private DeliveredDocument sentAsOrder(String number) {
        Claim claim = hub.intended(frozen(key(number), LedgerFixture.CREATE));
        hub.ledger.delivery().conclude(claim, Ends.delivered(claim.steps().get(0), number));
        return returns.delivered("north", Target.ORDER, number).orElseThrow();
    }

    private static Part<PlacedOrder> placed(String number, PlacedOrder.Status status, String... invoices) {
        Money hundred = Money.of("100", "SEK");
        return new Part<>(
                Optional.of(new PlacedOrder(
                        number,
                        Optional.empty(),
                        "100",
                        Optional.of("id-100"),
                        LocalDate.of(2026, 3, 31),
                        SEK,
                        List.of(new Invoice.InvoicedRow("A1", "Arbete", BigDecimal.ONE, hundred, BigDecimal.TEN)),
                        hundred,
                        hundred,
                        status,
                        List.of(invoices))),
                Optional.of("print-" + status),
                true);
    }

    private static Part<Invoice> invoice(String number, String balance) {
        Money total = Money.of("125", "SEK");
        Money zero = Money.zero(SEK);
        return new Part<>(
                Optional.of(new Invoice(
                        number,
                        Optional.empty(),
                        "100",
                        Optional.of("id-100"),
                        LocalDate.of(2026, 4, 1),
                        Optional.empty(),
                        SEK,
                        List.of(),
                        new TreeMap<>(),
                        new TreeMap<>(),
                        zero,
                        zero,
                        zero,
                        zero,
                        total,
                        Money.of(balance, "SEK"),
                        true,
                        false,
                        false,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty())),
                Optional.of("balance-" + balance),
                true);
    }

    @SafeVarargs
    private void record(Standing standing, DeliveredDocument document, Map.Entry<String, Part<Invoice>>... invoices) {
        OrderGroup before = returns.group(document, List.of());
        Map<String, Part<Invoice>> read = new LinkedHashMap<>(before.invoices());
        for (Map.Entry<String, Part<Invoice>> invoice : invoices) {
            read.put(invoice.getKey(), invoice.getValue());
        }
        OrderGroup whole = returns.group(document, read.keySet());
        List<Member> members = new ArrayList<>();
        Map<Long, Became> became = new LinkedHashMap<>();
        for (Member member : whole.members()) {
            boolean mine = member.transferId() == document.transferId();
            members.add(mine ? new Member(document, Set.of(document.partnerId()), read.keySet()) : member);
            became.put(member.transferId(), new Became(standing, Optional.empty(), List.of(), Optional.empty()));
        }
        Map<String, Part<PlacedOrder>> orders = new LinkedHashMap<>(whole.orders());
        orders.put(document.partnerId(), placed(document.number(), PlacedOrder.Status.INVOICED));
        Map<String, Part<Invoice>> all = new LinkedHashMap<>(whole.invoices());
        all.putAll(read);
        returns.record(new OrderGroup(members, orders, all), became);
    }

    @Test
    void anOrderIsKnownAsAnOrderAndItsNumberMayBeAnInvoicesToo() {
        DeliveredDocument order = sentAsOrder("17");
        hub.delivered(key("1"), row("r"));

        assertThat(order.sent().target()).isEqualTo(Target.ORDER);
        assertThat(returns.delivered("north", Target.INVOICE, "17")).isEmpty();
        assertThat(returns.delivered("north", Target.ORDER, "id-1")).isEmpty();
        Instant later = Instant.now().plusSeconds(60);
        assertThat(returns.open("north", Target.ORDER, later, 10)).containsExactly(order);
        assertThat(returns.open("north", Target.INVOICE, later, 10)).hasSize(1);
        assertThat(hub.ledger
                        .operators()
                        .story(order.transferId())
                        .orElseThrow()
                        .invoiced())
                .isEqualTo("no");
        assertThat(note(order)).satisfies(note -> {
            assertThat(note.standing()).isEqualTo(Standing.ORDERED);
            assertThat(note.delivered()).isTrue();
            assertThat(note.documentInvoiced()).isFalse();
        });
    }

    private StoreNote note(DeliveredDocument document) {
        return returns.untold(10).stream()
                .filter(note -> note.transferId() == document.transferId())
                .findFirst()
                .orElseThrow();
    }

    @Test
    void theStoreIsToldOfAllItsInvoicesAndWhenItIsWhole() {
        DeliveredDocument order = sentAsOrder("17");
        record(Standing.PARTLY, order, Map.entry("5", invoice("5", "125")));
        StoreNote part = note(order);
        assertThat(part.documentInvoiced()).isFalse();
        assertThat(part.orderInvoiced()).isFalse();
        assertThat(hub.ledger.operators().story(order.transferId()).orElseThrow())
                .satisfies(story -> assertThat(story.invoiced()).isEqualTo("yes"))
                .satisfies(story -> assertThat(story.because()).contains("a part", "order no-17 (invoice 5)"));

        record(Standing.BOOKED, order, Map.entry("6", invoice("6", "125")));

        StoreNote whole = note(order);
        assertThat(whole.invoices()).extracting(one -> one.invoice().number()).containsExactly("5", "6");
        assertThat(whole.documentInvoiced()).isTrue();
        assertThat(whole.orderInvoiced()).isTrue();
        assertThat(returns.delivered("north", Target.INVOICE, "6")).contains(order);
        assertThat(returns.known("north", Target.INVOICE, "6", "balance-125")).isTrue();
        assertThat(returns.known("north", Target.ORDER, "17", "print-INVOICED")).isTrue();
    }

    @Test
    void aPaymentIsNewsAndTheSameAgainIsNot() {
        DeliveredDocument order = sentAsOrder("17");
        record(Standing.BOOKED, order, Map.entry("5", invoice("5", "125")));
        returns.untold(10).forEach(returns::told);
        record(Standing.BOOKED, order, Map.entry("5", invoice("5", "125")));
        assertThat(returns.untold(10)).isEmpty();

        record(Standing.BOOKED, order, Map.entry("5", invoice("5", "25")));

        assertThat(note(order).invoices())
                .singleElement()
                .satisfies(one -> assertThat(one.invoice().balance()).isEqualTo(Money.of("25", "SEK")));
    }

    @Test
    void whoeverSharesAnInvoiceIsOneGroup() {
        DeliveredDocument first = sentAsOrder("17");
        DeliveredDocument second = sentAsOrder("18");
        record(Standing.PARTLY, first, Map.entry("5", invoice("5", "125")));
        assertThat(returns.group(second, List.of()).members()).hasSize(1);

        record(Standing.BOOKED, second, Map.entry("5", invoice("5", "125")));

        assertThat(returns.group(first, List.of()).members())
                .extracting(Member::transferId)
                .containsExactly(first.transferId(), second.transferId());
        assertThat(returns.untold(10)).allMatch(StoreNote::documentInvoiced).hasSize(2);
    }

    @Test
    void aDocumentThatIsMadeAndNotFinishedIsAtThePartnerAndNotSent() {
        Claim claim = hub.intended(frozen(key("17"), LedgerFixture.CREATE, BOOKKEEP));
        StepProgress made = Ends.delivered(claim.steps().get(0), "17").step().orElseThrow();
        Claim after = hub.ledger.delivery().stepDone(claim, made, List.of());
        assertThat(note(returns.delivered("north", Target.ORDER, "17").orElseThrow())
                        .delivered())
                .isFalse();

        hub.ledger.delivery().conclude(after, Ends.stopped(TransferState.REJECTED, "fortnox.locked", false));

        assertThat(hub.ledger.operators().problems(Optional.empty()))
                .singleElement()
                .satisfies(group -> assertThat(group.kind().name()).isEqualTo("AT_PARTNER"));
        StoreNote note = note(returns.delivered("north", Target.ORDER, "17").orElseThrow());
        assertThat(note.delivered()).isFalse();
        assertThat(note.partnerNumber()).contains("no-17");

        hub.gone(key("17"));
        hub.ledger.planning().collect();
        assertThat(hub.state(claim.transfer().id())).isEqualTo(TransferState.REJECTED);
    }

    @Test
    void anArticleAloneHoldsNeitherContentNorRows() {
        Claim claim = frozen(key("17"), ARTICLE, LedgerFixture.CREATE);
        claim = hub.ledger.delivery().intend(claim, ARTICLE);
        StepProgress made = Ends.delivered(claim.steps().get(0), "A1").step().orElseThrow();
        Claim after = hub.ledger.delivery().stepDone(claim, made, List.of());
        assertThat(after.somethingMayExist()).isFalse();

        hub.ledger.delivery().conclude(after, Ends.stopped(TransferState.REJECTED, "fortnox.account-unknown", true));

        assertThat(hub.value("SELECT count(*) FROM hub.document_row")).isEqualTo("0");
        assertThat(hub.ledger
                        .operators()
                        .story(claim.transfer().id())
                        .orElseThrow()
                        .invoiced())
                .isEqualTo("no");
        hub.gone(key("17"));
        hub.ledger.planning().collect();
        assertThat(hub.state(claim.transfer().id())).isEqualTo(TransferState.WITHDRAWN);
    }
}
