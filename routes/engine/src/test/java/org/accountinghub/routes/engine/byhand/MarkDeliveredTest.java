package org.accountinghub.routes.engine.byhand;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.accountinghub.connectors.spi.Answer;
import org.accountinghub.connectors.spi.ConnectionSettings;
import org.accountinghub.connectors.spi.Outcome;
import org.accountinghub.mappings.model.BillableOrder;
import org.accountinghub.mappings.model.DocumentKey;
import org.accountinghub.mappings.model.Invoice;
import org.accountinghub.mappings.model.Money;
import org.accountinghub.mappings.model.Problem;
import org.accountinghub.mappings.model.Reference;
import org.accountinghub.mappings.model.SourceKey;
import org.accountinghub.routes.engine.Connection;
import org.accountinghub.routes.engine.CustomerThere;
import org.accountinghub.routes.engine.Frozen;
import org.accountinghub.routes.engine.Subject;
import org.accountinghub.routes.engine.Transfer;
import org.accountinghub.routes.engine.TransferState;
import org.accountinghub.routes.engine.byhand.MarkDelivered.Result;
import org.accountinghub.routes.engine.byhand.MarkDelivered.Word;
import org.accountinghub.routes.engine.memory.MemoryConnections;
import org.accountinghub.routes.engine.memory.Orders;
import org.accountinghub.routes.engine.memory.TestClock;
import org.accountinghub.routes.engine.port.ByHandLedger;
import org.junit.jupiter.api.Test;

class MarkDeliveredTest implements ByHandLedger {

    private static final DocumentKey KEY = Orders.key("421", "C1");
    private static final BillableOrder OURS = Orders.order(KEY, "100", LocalDate.of(2026, 3, 2));

    private final MemoryConnections connections = new MemoryConnections();
    private final List<Bound> bound = new ArrayList<>();
    private final Books books = new Books();
    private TransferState state = TransferState.IN_DOUBT;
    private Binding binding = Binding.DELIVERED;
    private Optional<CustomerThere> there = Optional.empty();

    MarkDeliveredTest() {
        connections.save(new Connection(
                "books",
                "told",
                Optional.empty(),
                Connection.State.ACTIVE,
                Optional.empty(),
                Optional.empty(),
                new ConnectionSettings("books", ZoneId.of("Europe/Stockholm"), Map.of(), Map.of())));
    }

    private Result mark(boolean acceptDifferences) {
        return new MarkDelivered(this, connections, connection -> books, books.stores(), new TestClock())
                .mark(1, new Word("32", "maria", "found it", acceptDifferences))
                .orElseThrow();
    }

    static Invoice invoice(String customer, String net, Optional<Reference> reference, boolean cancelled) {
        TreeMap<BigDecimal, Money> nets = new TreeMap<>(Map.of(BigDecimal.valueOf(25), Money.of(net, "SEK")));
        Money vat = new Money(
                new BigDecimal(net).multiply(new BigDecimal("0.25")),
                nets.firstEntry().getValue().currency());
        Money total = Money.of(net, "SEK").plus(vat);
        Money zero = Money.of("0", "SEK");
        return new Invoice(
                "32",
                reference,
                customer,
                Optional.of("id-" + customer),
                LocalDate.of(2026, 3, 2),
                Optional.empty(),
                total.currency(),
                List.of(new Invoice.InvoicedRow(
                        "", "Work", BigDecimal.ONE, Money.of(net, "SEK"), BigDecimal.valueOf(25))),
                nets,
                new TreeMap<>(Map.of(BigDecimal.valueOf(25), vat)),
                zero,
                zero,
                zero,
                zero,
                total,
                total,
                false,
                cancelled,
                false,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    @Test
    void whatAPersonNamesByItsNumberIsBoundByItsId() {
        books.ids.put("32", "7f0c");
        books.invoice = Optional.of(invoice("C1", "100", Optional.of(OURS.reference()), false));

        assertThat(mark(false).changed()).isTrue();
        assertThat(bound).singleElement().satisfies(one -> {
            assertThat(one.document().id()).isEqualTo("7f0c");
            assertThat(one.document().number()).isEqualTo("32");
        });
    }

    @Test
    void whatNobodyThereCallsSoIsRefused() {
        books.ids.clear();

        assertThat(mark(true))
                .returns(true, Result::refused)
                .extracting(Result::words)
                .asString()
                .contains("There is no invoice 32");
    }

    @Test
    void whatAgreesIsBound() {
        books.invoice = Optional.of(invoice("C1", "100", Optional.of(OURS.reference()), false));

        Result result = mark(false);

        assertThat(result.changed()).isTrue();
        assertThat(result.words()).contains("invoice 32 is bound");
        assertThat(bound).singleElement().satisfies(one -> {
            assertThat(one.document().id()).isEqualTo("32");
            assertThat(one.document().notes()).containsExactly("found there by maria");
            assertThat(one.ours()).isTrue();
            assertThat(one.steps()).hasSize(1);
        });
    }

    @Test
    void whatDiffersIsRefusedWithWhatDiffersAndTakenWhenItIsAccepted() {
        books.invoice = Optional.of(invoice("C9", "90", Optional.empty(), false));

        Result refused = mark(false);
        assertThat(refused.refused()).isTrue();
        assertThat(refused.words()).contains("customer: sent to C1, there C9", "100.00 SEK", "90.00 SEK");
        assertThat(bound).isEmpty();

        assertThat(mark(true).changed()).isTrue();
        assertThat(bound.get(0).ours()).isFalse();
        assertThat(bound.get(0).differences()).hasSizeGreaterThan(1);
        assertThat(bound.get(0).document().notes()).contains("accepted: customer: sent to C1, there C9");
    }

    @Test
    void whoseItIsIsToldByTheIdOfABoundCustomer() {
        books.invoice = Optional.of(invoice("C7", "100", Optional.of(OURS.reference()), false));

        there = Optional.of(new CustomerThere("id-C8", "C7"));
        assertThat(mark(false).refused()).isTrue();
        there = Optional.of(new CustomerThere("id-C7", "C1"));
        assertThat(mark(false).changed()).isTrue();
    }

    @Test
    void anotherOrdersDocumentIsNeverTaken() {
        Reference another = Orders.key("422", "C1").reference();
        books.invoice = Optional.of(invoice("C1", "100", Optional.of(another), false));
        assertThat(mark(true).words()).contains("mark of another order");
        books.invoice = Optional.of(invoice("C1", "100", Optional.empty(), true));
        assertThat(mark(true).words()).contains("cancelled");
        assertThat(bound).isEmpty();
    }

    @Test
    void whatIsNotThereOrCannotBeReadIsSaid() {
        assertThat(mark(true).words()).contains("There is no invoice 32 at books.");
        books.trouble = Optional.of(new Answer.None<>(new Outcome.Retry(problem(), Optional.empty(), true)));
        assertThat(mark(true).words()).contains("could not be read", "it is closed");
        assertThat(bound).isEmpty();
    }

    private static Problem problem() {
        return Problem.of("partner.away", Problem.Stage.PARTNER, "it is closed", "Wait");
    }

    @Test
    void onlyWhatHasStoppedIsMarkedAndTwiceChangesNothing() {
        state = TransferState.DUE;
        assertThat(mark(false).refused()).isTrue();
        state = TransferState.DELIVERED;
        assertThat(mark(false).refused()).isFalse();
        assertThat(mark(false).changed()).isFalse();
    }

    @Test
    void aDocumentOfAnotherTransferIsNotTaken() {
        books.invoice = Optional.of(invoice("C1", "100", Optional.empty(), false));
        binding = Binding.BOUND_ELSEWHERE;
        assertThat(mark(false).words()).contains("belongs to another transfer");
    }

    @Override
    public Optional<Transfer> transfer(long transferId) {
        return Optional.of(new Transfer(
                transferId,
                "books",
                new Subject.OfDocument(KEY),
                state,
                Instant.EPOCH,
                1,
                1,
                Optional.empty(),
                Optional.empty(),
                Optional.empty()));
    }

    @Override
    public Optional<Frozen> frozen(long transferId) {
        return Optional.of(new Frozen.Document(OURS));
    }

    @Override
    public Optional<CustomerThere> customerThere(String connection, SourceKey customer) {
        return there;
    }

    @Override
    public Binding bind(long transferId, Bound found, String who, String reason) {
        bound.add(found);
        return binding;
    }

    @Override
    public boolean complete(long transferId, String who, String reason) {
        throw new AssertionError("not asked for");
    }
}
