package org.accountinghub.routes.ledger;

import static org.accountinghub.routes.ledger.Ends.later;
import static org.accountinghub.routes.ledger.Ends.stopped;
import static org.accountinghub.routes.ledger.LedgerFixture.CREATE;
import static org.accountinghub.routes.ledger.LedgerFixture.key;
import static org.accountinghub.routes.ledger.LedgerFixture.problem;
import static org.accountinghub.routes.ledger.LedgerFixture.row;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.accountinghub.mappings.model.DocumentKey;
import org.accountinghub.mappings.model.Problem;
import org.accountinghub.mappings.model.SourceKey;
import org.accountinghub.routes.engine.Claim;
import org.accountinghub.routes.engine.StepState;
import org.accountinghub.routes.engine.Transfer;
import org.accountinghub.routes.engine.TransferState;
import org.accountinghub.routes.engine.port.OperatorLedger;
import org.accountinghub.routes.engine.port.OperatorLedger.Filter;
import org.accountinghub.routes.engine.port.OperatorLedger.Row;
import org.accountinghub.routes.engine.port.OperatorLedger.Story;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OperatorLedgerTest {

    private static final Filter ALL =
            new Filter(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    private final LedgerFixture hub = new LedgerFixture();
    private final OperatorLedger operators = hub.ledger.operators();

    @BeforeEach
    void connection() {
        hub.connection("north", Optional.of("north"));
    }

    @AfterEach
    void close() {
        hub.close();
    }

    @Test
    void pagesShowEveryTransferOnceNewestChangeFirst() {
        for (int number = 0; number < 25; number++) {
            hub.ready(key("" + number));
        }
        hub.ledger.planning().collect();
        List<Long> seen = new ArrayList<>();
        Optional<String> after = Optional.empty();
        do {
            List<Row> page = operators.transfers(ALL, 10, after);
            page.forEach(line -> seen.add(line.transfer().id()));
            after = page.stream().reduce((first, second) -> second).map(Row::place);
        } while (after.isPresent());

        assertThat(seen).hasSize(25).doesNotHaveDuplicates();
    }

    @Test
    void aRowThatMovesWhileOnePagesDoesNotBringThePagesBack() {
        hub.ready(key("1")).ready(key("2")).ready(key("3"));
        hub.ledger.planning().collect();
        List<Row> first = operators.transfers(ALL, 2, Optional.empty());
        hub.sql.sql("UPDATE hub.transfer SET changed_at = clock_timestamp()").update();
        hub.sql
                .sql("UPDATE hub.transfer SET changed_at = created_at WHERE number = '1'")
                .update();

        List<Row> second = operators.transfers(ALL, 2, Optional.of(first.get(1).place()));

        assertThat(second)
                .extracting(line -> line.transfer().subject().source().number())
                .isSubsetOf("1");
    }

    @Test
    void listsAreFiltered() {
        long delivered = hub.delivered(key("1"), row("r"));
        long rejected = rejected(key("2"), "store.price-missing");

        assertThat(ids(new Filter(Optional.of("south"), Optional.empty(), Optional.empty(), Optional.empty())))
                .isEmpty();
        assertThat(ids(new Filter(
                        Optional.of("north"),
                        Optional.of(TransferState.DELIVERED),
                        Optional.empty(),
                        Optional.empty())))
                .containsExactly(delivered);
        assertThat(ids(new Filter(
                        Optional.empty(), Optional.empty(), Optional.of("store.price-missing"), Optional.empty())))
                .containsExactly(rejected);
        assertThat(ids(new Filter(Optional.empty(), Optional.empty(), Optional.empty(), Optional.of("1"))))
                .containsExactly(delivered);
        assertThat(operators.transfers(ALL, 10, Optional.empty()))
                .extracting(Row::partnerNumber)
                .contains(Optional.of("no-id-1"), Optional.empty());
        for (String nonsense : List.of("x", "7", "2026-03-31T00:00:00Z/", "/7")) {
            assertThatThrownBy(() -> operators.transfers(ALL, 10, Optional.of(nonsense)))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void problemsAreGroupedByCauseAndCountWhatWaits() {
        rejected(key("1"), "store.price-missing");
        rejected(key("2"), "store.price-missing");
        Transfer customer = customer();
        hub.ledger.delivery().conclude(hub.claimed(key("3")), Ends.waiting(customer.id()));
        hub.ledger.delivery().conclude(hub.claimed(key("4")), Ends.waiting(customer.id()));
        hub.ledger
                .delivery()
                .conclude(
                        hub.claim(hub.dispatched(customer.id())),
                        stopped(TransferState.REJECTED, "fortnox.customer-ambiguous", true));

        List<OperatorLedger.ProblemGroup> groups = operators.problems(Optional.of("north"));

        assertThat(groups)
                .extracting(group -> group.sample().cause() + " " + group.transfers() + " " + group.orders())
                .containsExactly("fortnox.customer-ambiguous 3 [3, 4]", "store.price-missing 2 [1, 2]");
        assertThat(groups).extracting(group -> group.kind().name()).containsOnly("NOT_SENT");
        assertThat(groups).extracting(OperatorLedger.ProblemGroup::orderCount).containsExactly(2L, 2L);
        assertThat(groups.get(0).example()).contains(customer.id());
        assertThat(operators.problems(Optional.of("south"))).isEmpty();
    }

    @Test
    void aBlockedConnectionAndAMissingOneAreProblemsToo() {
        hub.ready(key("1")).ready(new DocumentKey(new SourceKey("service", "south", "work", "7"), "1", 1));
        hub.ledger.planning().collect();
        hub.ledger.connections().block("north", problem("fortnox.consent-revoked"));

        assertThat(operators.problems(Optional.empty()))
                .extracting(group -> group.connection() + " " + group.sample().cause() + " " + group.transfers() + " "
                        + group.orders() + " " + group.kind())
                .containsExactlyInAnyOrder(
                        "north fortnox.consent-revoked 1 [1] CONNECTION", " ledger.no-connection 1 [7] CONNECTION");
    }

    @Test
    void retryMakesAStoppedTransferDueOnceWithAllItsAttempts() {
        long id = rejected(key("1"), "store.price-missing");

        assertThat(operators.retry(id, "maria", false)).isTrue();
        assertThat(operators.retry(id, "maria", false)).isFalse();

        assertThat(hub.state(id)).isEqualTo(TransferState.DUE);
        assertThat(hub.value("SELECT attempts FROM hub.transfer WHERE id = ?", id))
                .isEqualTo("0");
        assertThat(operators.story(id).orElseThrow().actions())
                .singleElement()
                .satisfies(
                        action -> assertThat(action.who() + " " + action.verb()).isEqualTo("maria RETRY"));
    }

    @Test
    void retryingADocumentRetriesTheCustomerItWaitsFor() {
        Transfer customer = customer();
        Claim document = hub.claimed(key("1"));
        hub.ledger.delivery().conclude(document, Ends.waiting(customer.id()));
        hub.ledger
                .delivery()
                .conclude(
                        hub.claim(hub.dispatched(customer.id())),
                        stopped(TransferState.REJECTED, "fortnox.customer-ambiguous", true));

        assertThat(operators.retry(document.transfer().id(), "maria", false)).isTrue();

        assertThat(hub.state(customer.id())).isEqualTo(TransferState.DUE);
        assertThat(hub.state(document.transfer().id())).isEqualTo(TransferState.WAITING);
    }

    @Test
    void retryAllTakesOneCauseOfOneConnection() {
        rejected(key("1"), "store.price-missing");
        rejected(key("2"), "store.price-missing");
        rejected(key("3"), "fortnox.account-unknown");

        assertThat(operators.retryAll("store.price-missing", Optional.of("south"), "maria", false))
                .isZero();
        assertThat(operators.retryAll("store.price-missing", Optional.of("north"), "maria", false))
                .isEqualTo(2);
        assertThat(operators.retryAll("store.price-missing", Optional.empty(), "maria", false))
                .isZero();
    }

    @Test
    void dismissingGivesTheRowsBackAndIsUndone() {
        Claim claim = hub.frozen(key("1"));
        hub.ledger.delivery().conclude(claim, stopped(TransferState.REJECTED, "fortnox.account-unknown", false));
        long id = claim.transfer().id();

        assertThat(operators.dismiss(id, "maria", "invoiced by hand")).isTrue();
        assertThat(operators.dismiss(id, "maria", "invoiced by hand")).isFalse();
        assertThat(hub.value("SELECT count(*) FROM hub.document_row")).isEqualTo("0");
        assertThat(operators.problems(Optional.empty())).isEmpty();

        assertThat(operators.restore(id, "maria")).isTrue();
        assertThat(operators.restore(id, "maria")).isFalse();
        assertThat(hub.state(id)).isEqualTo(TransferState.DUE);
    }

    @Test
    void theOrderShowsWhyItsDocumentIsLeftUntilItIsRestored() {
        long id = rejected(key("1"), "store.price-missing");
        operators.dismiss(id, "maria", "paid in cash");
        assertThat(hub.ledger
                        .returns()
                        .untold(10)
                        .get(0)
                        .problem()
                        .orElseThrow()
                        .reason())
                .isEqualTo("maria left this unsent: paid in cash.");

        operators.restore(id, "maria");
        assertThat(hub.ledger.returns().untold(10).get(0).problem()).isEmpty();
    }

    @Test
    void aPersonalNumberInAReasonIsMasked() {
        Claim claim = hub.claimed(key("1"));
        hub.ledger.delivery().conclude(claim, stopped(TransferState.REJECTED, "store.price-missing", true));

        operators.dismiss(claim.transfer().id(), "maria", "paid in cash by 191212121212");

        assertThat(hub.value("SELECT reason FROM hub.operator_action")).isEqualTo("paid in cash by ********-****");
    }

    @Test
    void dismissingWhatMayExistKeepsItsContent() {
        Claim claim = hub.intended(hub.frozen(key("1")));
        hub.ledger.delivery().conclude(claim, later(claim, Duration.ofHours(1), StepState.UNCERTAIN));

        assertThat(operators.dismiss(claim.transfer().id(), "maria", "looked at it there"))
                .isTrue();

        assertThat(hub.value("SELECT count(*) FROM hub.document_row")).isEqualTo("1");
        assertThat(operators.story(claim.transfer().id()).orElseThrow().invoiced())
                .isEqualTo("unknown");
    }

    @Test
    void aRemarkOnADeliveredDocumentIsDismissedOnceItWasRead() {
        Claim claim = hub.intended(hub.frozen(key("1")));
        hub.ledger.delivery().conclude(claim, Ends.deliveredWith(claim.steps().get(0), "engine.changed-after-send"));
        long id = claim.transfer().id();
        assertThat(operators.problems(Optional.empty())).hasSize(1);

        assertThat(operators.dismiss(id, "maria", "the difference is agreed")).isTrue();
        assertThat(operators.dismiss(id, "maria", "the difference is agreed")).isFalse();

        assertThat(hub.state(id)).isEqualTo(TransferState.DELIVERED);
        assertThat(operators.problems(Optional.empty())).isEmpty();
        assertThat(operators.story(id).orElseThrow().actions()).hasSize(1);
    }

    @Test
    void whatIsBeingSentIsNotDismissed() {
        Claim claim = hub.claimed(key("1"));

        assertThat(operators.dismiss(claim.transfer().id(), "maria", "no")).isFalse();
    }

    @Test
    void anOldGenerationIsNotTakenUpAgain() {
        long old = rejected(key("1"), "store.price-missing");
        operators.dismiss(old, "maria", "sent again instead");
        hub.ready(key("1", "100", 2));
        hub.ledger.planning().collect();

        assertThat(operators.restore(old, "maria")).isFalse();
    }

    @Test
    void theStoryTellsWhatHappenedAndWhetherTheCustomerWasInvoiced() {
        long id = hub.delivered(key("1"), row("r"));

        Story story = operators.story(id).orElseThrow();

        assertThat(story.attempts())
                .extracting(OperatorLedger.AttemptLine::what)
                .containsExactly("attempt 1 started", "about to write: create", "delivered");
        assertThat(story.steps())
                .singleElement()
                .satisfies(step -> assertThat(step.state()).isEqualTo(StepState.DONE));
        assertThat(story.invoiced()).isEqualTo("yes");
        assertThat(story.because()).startsWith("document no-id-1 exists in the accounting system");
        assertThat(operators.story(4711)).isEmpty();
    }

    @Test
    void nothingWasInvoicedBeforeTheFirstWrite() {
        long id = rejected(key("1"), "store.price-missing");

        assertThat(operators.story(id).orElseThrow().invoiced()).isEqualTo("no");
    }

    @Test
    void aWriteWithoutAnAnswerIsUnknown() {
        Claim claim = hub.intended(hub.frozen(key("1")));

        Story story = operators.story(claim.transfer().id()).orElseThrow();

        assertThat(story.invoiced()).isEqualTo("unknown");
        assertThat(story.because()).contains("step " + CREATE.name() + " was begun at");
    }

    @Test
    void unreadableContentWaitsForAPerson() {
        Claim claim = hub.intended(hub.frozen(key("1")));
        hub.ledger.delivery().conclude(claim, later(claim, Duration.ZERO, StepState.UNCERTAIN));
        hub.sql.sql("UPDATE hub.transfer_content SET sealed = 'broken'").update();
        var dispatch = hub.dispatched(claim.transfer().id());

        assertThat(hub.ledger.delivery().claim(dispatch.transferId(), dispatch.dispatch(), "w", LedgerFixture.LEASE))
                .isEmpty();

        assertThat(hub.state(dispatch.transferId())).isEqualTo(TransferState.IN_DOUBT);
        assertThat(operators.problems(Optional.empty()))
                .extracting(group -> group.sample().cause() + " " + group.kind())
                .containsExactly("ledger.content-unreadable IN_DOUBT");
    }

    @Test
    void countsAreByConnectionAndState() {
        hub.delivered(key("1"), row("r"));
        rejected(key("2"), "store.price-missing");

        assertThat(operators.counts())
                .extracting(count -> count.connection() + " " + count.state() + " " + count.count())
                .containsExactly("north DELIVERED 1", "north REJECTED 1");
    }

    @Test
    void aReasonIsKeptInTheProblem() {
        long id = rejected(key("1"), "store.price-missing");

        Problem kept =
                operators.story(id).orElseThrow().row().transfer().problem().orElseThrow();

        assertThat(kept).isEqualTo(problem("store.price-missing"));
    }

    private long rejected(DocumentKey key, String cause) {
        Claim claim = hub.claimed(key);
        hub.ledger.delivery().conclude(claim, stopped(TransferState.REJECTED, cause, true));
        return claim.transfer().id();
    }

    private Transfer customer() {
        return hub.ledger.delivery().customerTransfer("north", key("1").order().customer("100"));
    }

    private List<Long> ids(Filter filter) {
        return operators.transfers(filter, 10, Optional.empty()).stream()
                .map(line -> line.transfer().id())
                .toList();
    }
}
