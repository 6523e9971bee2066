package org.accountinghub.routes.ledger;

import static org.accountinghub.routes.ledger.Ends.stopped;
import static org.accountinghub.routes.ledger.LedgerFixture.CREATE;
import static org.accountinghub.routes.ledger.LedgerFixture.key;
import static org.accountinghub.routes.ledger.LedgerFixture.row;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.accountinghub.connectors.spi.IdempotencyClass;
import org.accountinghub.connectors.spi.PartnerDocument;
import org.accountinghub.connectors.spi.Step;
import org.accountinghub.mappings.model.Row;
import org.accountinghub.routes.engine.Claim;
import org.accountinghub.routes.engine.Frozen;
import org.accountinghub.routes.engine.TransferState;
import org.accountinghub.routes.engine.port.ByHandLedger;
import org.accountinghub.routes.engine.port.ByHandLedger.Binding;
import org.accountinghub.routes.engine.port.ByHandLedger.Bound;
import org.accountinghub.routes.engine.port.OperatorLedger.Story;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ByHandLedgerTest {

    private static final Step TAX = new Step("tax-reduction-1", IdempotencyClass.C, Duration.ofMinutes(1));
    private static final Step E_INVOICE = new Step("e-invoice", IdempotencyClass.D, Duration.ZERO);

    private final LedgerFixture hub = new LedgerFixture();
    private final ByHandLedger byHand = hub.ledger.byHand();

    @BeforeEach
    void connection() {
        hub.connection("north", Optional.of("north"));
    }

    @AfterEach
    void close() {
        hub.close();
    }

    private static Bound found(String order, String number, boolean ours, List<Step> steps, Row... rows) {
        return new Bound(
                new Frozen.Document(LedgerFixture.order(key(order), rows)),
                steps,
                new PartnerDocument(number, "no-" + number, List.of("found there by maria")),
                ours,
                List.of("at 25 %: sent 100.00 SEK, invoiced 90.00 SEK"),
                List.of());
    }

    /** Stopped before anything was frozen. */
    private long rejected(String number) {
        Claim claim = hub.claimed(key(number));
        hub.ledger.delivery().conclude(claim, stopped(TransferState.REJECTED, "store.price-missing", true));
        return claim.transfer().id();
    }

    private long inDoubt(String number, List<Step> steps) {
        Claim claim = hub.frozen(hub.claimed(key(number)), steps, row("row-of-" + number));
        claim = hub.ledger.delivery().intend(claim, steps.get(0));
        hub.ledger.delivery().conclude(claim, stopped(TransferState.IN_DOUBT, "engine.in-doubt", false));
        return claim.transfer().id();
    }

    private String steps(long id) {
        return hub.value("SELECT string_agg(name || ' ' || state, ', ' ORDER BY position) FROM hub.transfer_step"
                + " WHERE transfer_id = " + id);
    }

    @Test
    void aDocumentInDoubtThatWasFoundIsDelivered() {
        long id = inDoubt("1", List.of(CREATE));
        Bound found = found("1", "32", true, List.of(CREATE));

        assertThat(byHand.bind(id, found, "maria", "looked")).isEqualTo(Binding.DELIVERED);
        assertThat(byHand.bind(id, found, "maria", "looked")).isEqualTo(Binding.CHANGED_MEANWHILE);

        Story story = hub.ledger.operators().story(id).orElseThrow();
        assertThat(story.row().transfer().state()).isEqualTo(TransferState.DELIVERED);
        assertThat(story.row().partnerNumber()).contains("no-32");
        assertThat(story.invoiced()).isEqualTo("yes");
        assertThat(story.actions()).extracting("verb").containsExactly("DELIVERED");
        assertThat(story.attempts().get(story.attempts().size() - 1).what())
                .isEqualTo("found there by maria as no-32; at 25 %: sent 100.00 SEK, invoiced 90.00 SEK");
        assertThat(hub.ledger.returns().untold(10).get(0).partnerNumber()).contains("no-32");
        assertThat(hub.ledger.operators().problems(Optional.empty())).isEmpty();
    }

    @Test
    void whatNothingWasFrozenOfTakesItsRowsNow() {
        long id = rejected("1");

        assertThat(byHand.bind(id, found("1", "32", false, List.of(CREATE), row("a")), "maria", "by hand"))
                .isEqualTo(Binding.DELIVERED);

        assertThat(byHand.frozen(id)).isPresent();
        assertThat(hub.value("SELECT transfer_id FROM hub.document_row WHERE row_id = 'a'"))
                .isEqualTo("" + id);
    }

    @Test
    void rowsOfAnotherDocumentAreNotTaken() {
        hub.delivered(key("1"), row("a"));
        long id = rejected("2");

        assertThat(byHand.bind(id, found("2", "33", false, List.of(CREATE), row("a")), "maria", "by hand"))
                .isEqualTo(Binding.ROWS_ELSEWHERE);
        assertThat(hub.state(id)).isEqualTo(TransferState.REJECTED);
        assertThat(byHand.frozen(id)).isEmpty();
    }

    @Test
    void aDocumentThatIsBoundIsNotBoundTwice() {
        byHand.bind(rejected("1"), found("1", "32", false, List.of(CREATE), row("a")), "maria", "by hand");
        assertThat(byHand.bind(rejected("2"), found("2", "32", false, List.of(CREATE), row("b")), "maria", "by hand"))
                .isEqualTo(Binding.BOUND_ELSEWHERE);
    }

    @Test
    void laterStepsOfTheHubsOwnDocumentGoOnAndAreLookedForFirst() {
        long id = inDoubt("1", List.of(CREATE, TAX, E_INVOICE));
        assertThat(byHand.bind(id, found("1", "32", true, List.of()), "maria", "looked"))
                .isEqualTo(Binding.GOES_ON);
        assertThat(steps(id)).isEqualTo("create DONE, tax-reduction-1 UNCERTAIN, e-invoice PLANNED");
        assertThat(hub.state(id)).isEqualTo(TransferState.DUE);
    }

    @Test
    void whatAPersonMadeIsNotSentAsEInvoiceAgainByItself() {
        long id = rejected("1");
        byHand.bind(id, found("1", "32", false, List.of(CREATE, E_INVOICE), row("a")), "maria", "by hand");
        assertThat(steps(id)).isEqualTo("create DONE, e-invoice UNCERTAIN");
    }

    @Test
    void theRestIsCompletedByAPersonOnceTheDocumentIsMade() {
        long nothing = rejected("9");
        assertThat(byHand.complete(nothing, "maria", "no")).isFalse();

        Claim claim = hub.frozen(hub.claimed(key("1")), List.of(CREATE, E_INVOICE), row("a"));
        claim = hub.intended(claim);
        claim = hub.ledger
                .delivery()
                .stepDone(claim, claim.steps().get(0).done(new PartnerDocument("7", "7", List.of())), List.of());
        claim = hub.ledger.delivery().intend(claim, E_INVOICE);
        hub.ledger.delivery().conclude(claim, stopped(TransferState.IN_DOUBT, "engine.in-doubt", false));
        long id = claim.transfer().id();

        assertThat(byHand.complete(id, "maria", "it arrived")).isTrue();
        assertThat(byHand.complete(id, "maria", "it arrived")).isFalse();

        assertThat(hub.state(id)).isEqualTo(TransferState.DELIVERED);
        assertThat(steps(id)).isEqualTo("create DONE, e-invoice DONE");
        assertThat(hub.value("SELECT who || ' ' || verb || ' ' || reason FROM hub.operator_action"))
                .isEqualTo("maria COMPLETE it arrived");
        assertThat(hub.ledger.returns().untold(10))
                .filteredOn(note -> note.transferId() == id)
                .singleElement()
                .satisfies(note -> assertThat(note.problem()).isEmpty());
    }
}
