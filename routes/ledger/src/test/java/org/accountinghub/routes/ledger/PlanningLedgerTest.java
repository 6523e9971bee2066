package org.accountinghub.routes.ledger;

import static org.accountinghub.routes.ledger.Ends.later;
import static org.accountinghub.routes.ledger.Ends.stopped;
import static org.accountinghub.routes.ledger.LedgerFixture.key;
import static org.accountinghub.routes.ledger.LedgerFixture.row;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.accountinghub.connectors.spi.Verdict;
import org.accountinghub.mappings.model.DocumentKey;
import org.accountinghub.mappings.model.Problem;
import org.accountinghub.mappings.model.SourceKey;
import org.accountinghub.routes.engine.Claim;
import org.accountinghub.routes.engine.Conclusion;
import org.accountinghub.routes.engine.Dispatch;
import org.accountinghub.routes.engine.StepState;
import org.accountinghub.routes.engine.Transfer;
import org.accountinghub.routes.engine.TransferState;
import org.accountinghub.routes.engine.port.DeliveryLedger.Freeze;
import org.accountinghub.routes.engine.port.Pace;
import org.accountinghub.routes.engine.port.PlanningLedger;
import org.accountinghub.routes.engine.port.PlanningLedger.Collected;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PlanningLedgerTest {

    private final LedgerFixture hub = new LedgerFixture();
    private final PlanningLedger planning = hub.ledger.planning();

    @BeforeEach
    void connection() {
        hub.connection("north", Optional.of("north"));
    }

    @AfterEach
    void close() {
        hub.close();
    }

    @Test
    void collectingTwiceIsCollectingOnce() {
        hub.ready(key("1")).ready(key("1", "200", 1)).ready(key("2"));

        assertThat(planning.collect()).isEqualTo(new Collected(3, 0));
        assertThat(planning.collect()).isEqualTo(new Collected(0, 0));
    }

    @Test
    void theSubgroupChoosesTheConnectionAndTheOneWithoutSubgroupTakesTheRest() {
        hub.connection("others", Optional.empty());
        DocumentKey elsewhere = new DocumentKey(new SourceKey("service", "south", "work", "1"), "200", 1);
        hub.ready(key("1")).ready(elsewhere);

        planning.collect();

        assertThat(hub.value("SELECT connection FROM hub.transfer WHERE subgroup = 'north'"))
                .isEqualTo("north");
        assertThat(hub.value("SELECT connection FROM hub.transfer WHERE subgroup = 'south'"))
                .isEqualTo("others");
    }

    @Test
    void documentsWithoutAConnectionAreSeenUntilTheyHaveOne() {
        DocumentKey elsewhere = new DocumentKey(new SourceKey("service", "south", "work", "7"), "200", 1);
        hub.ready(elsewhere);

        assertThat(planning.collect()).isEqualTo(new Collected(0, 0));
        assertThat(hub.value("SELECT documents || ' ' || orders[1] FROM hub.unconnected"))
                .isEqualTo("1 7");

        hub.connection("south", Optional.of("south"));
        assertThat(planning.collect()).isEqualTo(new Collected(1, 0));
        assertThat(hub.value("SELECT count(*) FROM hub.unconnected")).isEqualTo("0");
    }

    @Test
    void whatIsNoLongerReadyIsWithdrawnAndComesBack() {
        Dispatch dispatch = hub.dispatched(key("1"));
        hub.gone(key("1"));

        assertThat(planning.collect()).isEqualTo(new Collected(0, 1));
        assertThat(hub.state(dispatch.transferId())).isEqualTo(TransferState.WITHDRAWN);
        assertThat(hub.ledger.delivery().claim(dispatch.transferId(), dispatch.dispatch(), "w", LedgerFixture.LEASE))
                .isEmpty();

        hub.ready(key("1"));
        assertThat(planning.collect()).isEqualTo(new Collected(1, 0));
        assertThat(hub.state(dispatch.transferId())).isEqualTo(TransferState.DUE);
    }

    @Test
    void anOrderMadeAnewUnderANumberThatWasSentIsAProblemUntilSomebodyDecides() {
        long id = hub.delivered(key("1"), row("r"));
        planning.collect();
        assertThat(hub.ledger.operators().problems(Optional.empty())).isEmpty();
        hub.ledger.returns().untold(10).forEach(hub.ledger.returns()::told);

        assertThat(planning.collect()).isEqualTo(new Collected(0, 0));
        planning.collect();

        assertThat(hub.state(id)).isEqualTo(TransferState.DELIVERED);
        assertThat(hub.ledger.operators().problems(Optional.empty()))
                .singleElement()
                .satisfies(group -> {
                    assertThat(group.sample().cause()).isEqualTo("ledger.number-used-again");
                    assertThat(group.orders()).containsExactly("1");
                });
        assertThat(hub.ledger.returns().untold(10)).singleElement().satisfies(note -> {
            assertThat(note.problem()).map(Problem::cause).contains("ledger.number-used-again");
            hub.ledger.returns().told(note);
        });

        hub.gone(key("1"));
        planning.collect();

        assertThat(hub.ledger.operators().problems(Optional.empty())).isEmpty();
        assertThat(hub.ledger.returns().untold(10))
                .singleElement()
                .satisfies(note -> assertThat(note.problem()).isEmpty());
    }

    @Test
    void aRejectedDocumentIsWithdrawnWithItsRows() {
        Claim claim = hub.frozen(key("1"));
        hub.ledger.delivery().conclude(claim, stopped(TransferState.REJECTED, "fortnox.account-unknown", false));
        hub.gone(key("1"));

        planning.collect();

        assertThat(hub.state(claim.transfer().id())).isEqualTo(TransferState.WITHDRAWN);
        assertThat(hub.value("SELECT count(*) FROM hub.document_row")).isEqualTo("0");
        assertThat(hub.value("SELECT count(*) FROM hub.transfer_content")).isEqualTo("0");
    }

    @Test
    void whatMayExistAtThePartnerIsNotWithdrawn() {
        Claim claim = hub.intended(hub.frozen(key("1")));
        hub.ledger.delivery().conclude(claim, later(claim, Duration.ofHours(1), StepState.UNCERTAIN));
        hub.gone(key("1"));

        assertThat(planning.collect()).isEqualTo(new Collected(0, 0));
        assertThat(hub.state(claim.transfer().id())).isEqualTo(TransferState.DUE);
    }

    @Test
    void whatAWorkerHasIsNotWithdrawn() {
        Claim claim = hub.claimed(key("1"));
        hub.gone(key("1"));

        planning.collect();

        assertThat(hub.state(claim.transfer().id())).isEqualTo(TransferState.SENDING);
    }

    @Test
    void aDeliveredDocumentIsNotSentAgainHoweverOftenItIsReady() {
        long id = hub.delivered(key("1"), row("r"));

        planning.collect();

        assertThat(hub.state(id)).isEqualTo(TransferState.DELIVERED);
        assertThat(hub.value("SELECT count(*) FROM hub.transfer")).isEqualTo("1");
    }

    @Test
    void rowsThatWereSentAreNotSentInAnotherDocument() {
        long first = hub.delivered(key("421"), row("r1"), row("r2"));

        Freeze separated = hub.freeze(hub.claimed(key("421-1")), row("r2"), row("r3"));

        assertThat(separated).isInstanceOfSatisfying(Freeze.RowTaken.class, taken -> {
            assertThat(taken.problem().cause()).isEqualTo("ledger.row-in-another-document");
            assertThat(taken.problem().reason()).contains("r2", "421", "no-id-421", "transfer " + first);
        });
        assertThat(hub.value("SELECT count(*) FROM hub.document_row")).isEqualTo("2");
    }

    @Test
    void whatASentRowIsDividedIntoIsNotSentEither() {
        hub.delivered(key("S12"), row("r1"), row("r2"));

        assertThat(hub.freeze(hub.claimed(key("S12-1")), row("r2/part-1/part-2")))
                .isInstanceOfSatisfying(
                        Freeze.RowTaken.class,
                        taken -> assertThat(taken.problem().reason()).contains("row r2 ", "S12", "no-id-S12"));
        assertThat(hub.value("SELECT count(*) FROM hub.document_row")).isEqualTo("2");
        assertThat(hub.freeze(hub.claimed(key("S12", "100", 2)), row("r2/part-1")))
                .as("what is left of it may be sent again with its order")
                .isInstanceOf(Freeze.Done.class);
    }

    @Test
    void partsOfARowThatWasDividedInTimeAreSentEachByItself() {
        hub.delivered(key("S12-1"), row("r2/part-2"));
        hub.delivered(key("S12-2"), row("r2/part-1/part-2"));

        assertThat(hub.freeze(hub.claimed(key("S12")), row("r2/part-1/part-1"), row("order-1/part-1")))
                .isInstanceOf(Freeze.Done.class);
    }

    @Test
    void anotherSubgroupDoesNotGetTheRowsEither() {
        hub.delivered(key("1"), row("r1"));
        hub.connection("south", Optional.of("south"));
        DocumentKey moved = new DocumentKey(new SourceKey("service", "south", "work", "1"), "100", 1);
        hub.ready(moved);
        planning.collect();
        long id = Long.parseLong(hub.value("SELECT id FROM hub.transfer WHERE subgroup = 'south'"));

        assertThat(hub.freeze(hub.claim(hub.dispatched(id)), row("r1"))).isInstanceOf(Freeze.RowTaken.class);
    }

    @Test
    void aHigherGenerationTakesTheRowsOverAndGivesThemBack() {
        long first = hub.delivered(key("1"), row("r1"));
        Claim again = hub.frozen(hub.claimed(key("1", "100", 2)), row("r1"));
        assertThat(hub.value("SELECT transfer_id FROM hub.document_row"))
                .isEqualTo(String.valueOf(again.transfer().id()));

        hub.ledger.delivery().conclude(again, stopped(TransferState.REJECTED, "fortnox.account-unknown", true));

        assertThat(hub.value("SELECT transfer_id FROM hub.document_row")).isEqualTo(String.valueOf(first));
        assertThat(hub.freeze(hub.claimed(key("2")), row("r1"))).isInstanceOf(Freeze.RowTaken.class);
    }

    @Test
    void aHigherGenerationWaitsUntilTheEarlierOneIsSettled() {
        Claim claim = hub.intended(hub.frozen(key("1")));
        hub.ledger.delivery().conclude(claim, later(claim, Duration.ofHours(1), StepState.UNCERTAIN));

        Freeze second = hub.freeze(hub.claimed(key("1", "100", 2)), row("row-of-1"));

        assertThat(second).isInstanceOf(Freeze.RowTaken.class);
    }

    @Test
    void aPayerThatComesAfterTheOrderWasSentNeedsAPerson() {
        hub.delivered(key("1", "100", 1), row("r1"));
        hub.ready(key("1", "200", 1));

        planning.collect();

        long late = hub.id(key("1", "200", 1));
        assertThat(hub.state(late)).isEqualTo(TransferState.REJECTED);
        assertThat(hub.value("SELECT cause FROM hub.transfer WHERE id = ?", late))
                .isEqualTo("ledger.payer-came-late");
    }

    @Test
    void aPayerInPlaceOfOneThatWasNeverSentToNeedsNobody() {
        hub.ready(key("1", "-", 1));
        hub.delivered(key("1", "100", 1), row("r1"));
        hub.gone(key("1", "-", 1)).ready(key("1", "200", 1));

        planning.collect();

        assertThat(hub.state(hub.id(key("1", "200", 1)))).isEqualTo(TransferState.DUE);
    }

    @Test
    void dueTransfersAreTakenInTurnByConnectionWithinTheCredit() {
        hub.connection("south", Optional.of("south"));
        for (int number = 1; number <= 5; number++) {
            hub.ready(key("n" + number));
        }
        hub.ready(new DocumentKey(new SourceKey("service", "south", "work", "s1"), "1", 1));
        planning.collect();

        List<Dispatch> first = planning.takeDue(Duration.ofMinutes(1), LedgerFixture.atMost(3));
        List<Dispatch> second = planning.takeDue(Duration.ofMinutes(1), LedgerFixture.atMost(3));

        assertThat(first)
                .hasSize(4)
                .allSatisfy(dispatch -> assertThat(dispatch.dispatch()).isEqualTo(1));
        assertThat(hub.value(
                        "SELECT number FROM hub.transfer WHERE id = ?",
                        first.get(1).transferId()))
                .as("the other connection's turn")
                .isEqualTo("s1");
        assertThat(second).as("the credit is used up").isEmpty();
    }

    @Test
    void heldConnectionsDoNotMove() {
        hub.ready(key("1"));
        planning.collect();
        hub.sql.sql("UPDATE hub.connection SET state = 'HELD'").update();

        assertThat(planning.takeDue(Duration.ofMinutes(1), LedgerFixture.atMost(10)))
                .isEmpty();
    }

    @Test
    void onlyWhatIsDueWithinTheHorizonIsTaken() {
        Claim claim = hub.frozen(key("1"));
        hub.ledger.delivery().conclude(claim, later(claim, Duration.ofSeconds(50), StepState.PLANNED));

        assertThat(planning.takeDue(Duration.ofSeconds(40), LedgerFixture.atMost(10)))
                .isEmpty();
        assertThat(planning.takeDue(Duration.ofSeconds(60), LedgerFixture.atMost(10)))
                .hasSize(1);
    }

    @Test
    void deadWorkersAndLostMessagesAreDueAgain() {
        Claim claim = hub.intended(hub.frozen(key("1")));
        hub.dispatched(key("2"));
        assertThat(planning.sweep(Duration.ofMinutes(5))).isZero();
        hub.sql
                .sql("UPDATE hub.transfer SET lease_ends = clock_timestamp() WHERE lease IS NOT NULL")
                .update();
        hub.sql
                .sql("UPDATE hub.transfer SET queued_at = queued_at - interval '10 minutes',"
                        + " due_at = due_at - interval '10 minutes'")
                .update();

        assertThat(planning.sweep(Duration.ofMinutes(5))).isEqualTo(2);

        assertThat(hub.state(claim.transfer().id())).isEqualTo(TransferState.DUE);
        Claim next = hub.claim(hub.dispatched(claim.transfer().id()));
        assertThat(next.steps().get(0).state()).isEqualTo(StepState.INTENDED);
        assertThat(next.transfer().attempts()).isEqualTo(2);
    }

    @Test
    void nobodyWaitsForWhatIsOver() {
        Claim claim = hub.claimed(key("1"));
        Transfer customer =
                hub.ledger.delivery().customerTransfer("north", key("1").order().customer("100"));
        hub.ledger.delivery().conclude(claim, Ends.waiting(customer.id()));
        hub.sql
                .sql("UPDATE hub.transfer SET state = 'DISMISSED' WHERE id = ?")
                .param(customer.id())
                .update();

        assertThat(planning.sweep(Duration.ofMinutes(5))).isEqualTo(1);

        assertThat(hub.state(claim.transfer().id())).isEqualTo(TransferState.DUE);
    }

    @Test
    void aCustomerThatNoDocumentNeedsIsWithdrawn() {
        Claim claim = hub.claimed(key("1"));
        Transfer customer =
                hub.ledger.delivery().customerTransfer("north", key("1").order().customer("100"));
        hub.ledger.delivery().conclude(claim, Ends.waiting(customer.id()));
        hub.ledger
                .delivery()
                .conclude(
                        hub.claim(hub.dispatched(customer.id())),
                        stopped(TransferState.REJECTED, "fortnox.customer-ambiguous", true));
        hub.sql
                .sql("UPDATE hub.transfer SET changed_at = changed_at - interval '1 hour'")
                .update();
        planning.sweep(Duration.ofMinutes(5));
        assertThat(hub.state(customer.id())).as("still needed").isEqualTo(TransferState.REJECTED);

        hub.gone(key("1"));
        planning.collect();
        planning.sweep(Duration.ofMinutes(5));

        assertThat(hub.state(customer.id())).isEqualTo(TransferState.WITHDRAWN);
    }

    @Test
    void whatALimitPutOffSlowsItsConnection() {
        List<Pace.Load> loads = new ArrayList<>();
        Pace pace = load -> {
            loads.add(load);
            return 10;
        };
        hub.delivered(key("1"), row("r"));
        Claim claim = hub.claimed(key("2"));
        Conclusion later = new Conclusion(
                TransferState.DUE,
                Duration.ofSeconds(30),
                Optional.empty(),
                Optional.of(Verdict.RETRY),
                Optional.empty(),
                false,
                Optional.empty(),
                true,
                "not now",
                List.of());
        planning.takeDue(Duration.ZERO, pace);

        hub.ledger.delivery().conclude(claim, later);
        planning.takeDue(Duration.ZERO, pace);

        assertThat(loads)
                .containsSequence(new Pace.Load("north", 1, 1, false, false), new Pace.Load("north", 0, 1, true, true));
    }
}
