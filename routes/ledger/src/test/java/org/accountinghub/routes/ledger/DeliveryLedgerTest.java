package org.accountinghub.routes.ledger;

import static org.accountinghub.routes.ledger.Ends.later;
import static org.accountinghub.routes.ledger.Ends.stopped;
import static org.accountinghub.routes.ledger.LedgerFixture.CREATE;
import static org.accountinghub.routes.ledger.LedgerFixture.LEASE;
import static org.accountinghub.routes.ledger.LedgerFixture.key;
import static org.accountinghub.routes.ledger.LedgerFixture.order;
import static org.accountinghub.routes.ledger.LedgerFixture.row;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.accountinghub.connectors.spi.Exchange;
import org.accountinghub.connectors.spi.IdempotencyClass;
import org.accountinghub.connectors.spi.PartnerDocument;
import org.accountinghub.connectors.spi.Step;
import org.accountinghub.routes.engine.Claim;
import org.accountinghub.routes.engine.Conclusion;
import org.accountinghub.routes.engine.Dispatch;
import org.accountinghub.routes.engine.Frozen;
import org.accountinghub.routes.engine.LostClaimException;
import org.accountinghub.routes.engine.StepProgress;
import org.accountinghub.routes.engine.StepState;
import org.accountinghub.routes.engine.TransferState;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DeliveryLedgerTest {

    private final LedgerFixture hub = new LedgerFixture();

    @BeforeEach
    void connection() {
        hub.connection("north", Optional.of("north"));
    }

    @AfterEach
    void close() {
        hub.close();
    }

    @Test
    void aDispatchIsClaimedOnce() {
        Dispatch dispatch = hub.dispatched(key("1"));

        Claim claim = hub.claim(dispatch);

        assertThat(claim.transfer().state()).isEqualTo(TransferState.SENDING);
        assertThat(claim.transfer().attempts()).isEqualTo(1);
        assertThat(claim.transfer().requestedBy()).contains("maria");
        assertThat(claim.attempt()).isEqualTo(1);
        assertThat(Duration.between(claim.at(), claim.leaseEnds())).isBetween(LEASE.minusSeconds(1), LEASE);
        assertThat(hub.ledger.delivery().claim(dispatch.transferId(), dispatch.dispatch(), "worker-2", LEASE))
                .isEmpty();
    }

    @Test
    void aMessageOfAnEarlierHandOverIsStale() {
        Dispatch first = hub.dispatched(key("1"));
        hub.ledger.planning().sweep(Duration.ZERO);
        Dispatch second = hub.dispatched(first.transferId());

        assertThat(hub.ledger.delivery().claim(first.transferId(), first.dispatch(), "w", LEASE))
                .isEmpty();
        assertThat(hub.ledger.delivery().claim(second.transferId(), second.dispatch(), "w", LEASE))
                .isPresent();
    }

    @Test
    void aBlockedConnectionsDispatchWaitsAndSpendsNothing() {
        Dispatch dispatch = hub.dispatched(key("1"));
        hub.sql.sql("UPDATE hub.connection SET state = 'HELD'").update();

        assertThat(hub.ledger.delivery().claim(dispatch.transferId(), dispatch.dispatch(), "w", LEASE))
                .isEmpty();

        assertThat(hub.state(dispatch.transferId())).isEqualTo(TransferState.DUE);
        assertThat(hub.value("SELECT attempts FROM hub.transfer")).isEqualTo("0");
    }

    @Test
    void frozenContentComesBackAsItWas() {
        Claim frozen = hub.intended(hub.frozen(key("1")));
        hub.ledger.delivery().conclude(frozen, later(frozen, Duration.ZERO, StepState.UNCERTAIN));

        Claim again = hub.claim(hub.dispatched(frozen.transfer().id()));

        assertThat(again.frozen()).contains(new Frozen.Document(order(key("1"), row("row-of-1"))));
        assertThat(again.steps()).singleElement().satisfies(step -> {
            assertThat(step.step()).isEqualTo(CREATE);
            assertThat(step.state()).isEqualTo(StepState.UNCERTAIN);
            assertThat(step.touched()).isPresent();
        });
        assertThat(again.attempt()).isEqualTo(2);
    }

    @Test
    void contentIsNotReadableInTheDatabase() {
        hub.frozen(key("1"));

        byte[] sealed = hub.sql
                .sql("SELECT sealed FROM hub.transfer_content")
                .query(byte[].class)
                .single();

        assertThat(new String(sealed, java.nio.charset.StandardCharsets.ISO_8859_1))
                .doesNotContain("191212121212")
                .doesNotContain("Andersson");
    }

    @Test
    void freezingAgainReplacesWhatWasNotIntended() {
        Claim frozen = hub.frozen(key("1"));

        Claim again = hub.frozen(frozen, row("other-row"));

        assertThat(again.frozen()).contains(new Frozen.Document(order(key("1"), row("other-row"))));
        assertThat(hub.sql
                        .sql("SELECT row_id FROM hub.document_row")
                        .query(String.class)
                        .list())
                .containsExactly("other-row");
    }

    @Test
    void intentIsRecordedBeforeTheWrite() {
        Claim intended = hub.intended(hub.frozen(key("1")));

        assertThat(intended.steps()).singleElement().satisfies(step -> {
            assertThat(step.state()).isEqualTo(StepState.INTENDED);
            assertThat(step.firstIntent()).isPresent();
        });
        assertThat(hub.value("SELECT state FROM hub.transfer_step")).isEqualTo("INTENDED");
    }

    @Test
    void firstIntentStaysTheFirst() {
        Claim first = hub.intended(hub.frozen(key("1")));
        hub.ledger.delivery().conclude(first, later(first, Duration.ZERO, StepState.UNCERTAIN));
        Claim second = hub.claim(hub.dispatched(first.transfer().id()));

        Claim again = hub.ledger.delivery().intend(second, CREATE);

        Instant before = first.steps().get(0).firstIntent().orElseThrow();
        assertThat(again.steps().get(0).firstIntent()).contains(before);
        assertThat(again.steps().get(0).touched().orElseThrow()).isAfter(before);
    }

    @Test
    void deliveryBindsInTheSameCommit() {
        long id = hub.delivered(key("1"), row("r"));

        assertThat(hub.state(id)).isEqualTo(TransferState.DELIVERED);
        assertThat(hub.sql
                        .sql("SELECT partner_id || '/' || partner_number FROM hub.binding WHERE transfer_id = ?")
                        .param(id)
                        .query(String.class)
                        .single())
                .isEqualTo("id-1/no-id-1");
        assertThat(hub.value("SELECT standing FROM hub.document_return")).isEqualTo("MADE");
    }

    @Test
    void aLaterStepIsDoneWithoutBindingAgain() {
        Step bookkeep = new Step("bookkeep", IdempotencyClass.B, Duration.ofSeconds(7));
        Claim claim = hub.intended(hub.frozen(hub.claimed(key("1")), List.of(CREATE, bookkeep), row("r")));
        claim = hub.ledger
                .delivery()
                .stepDone(claim, claim.steps().get(0).done(new PartnerDocument("7", "1007", List.of())), List.of());
        assertThat(hub.value("SELECT partner_id FROM hub.binding")).isEqualTo("7");
        hub.ledger.delivery().conclude(claim, again(claim.steps().get(1)));

        Claim second = hub.claim(hub.dispatched(claim.transfer().id()));
        assertThat(second.steps().get(0).made()).contains(new PartnerDocument("7", "1007", List.of()));
        assertThat(second.steps().get(1).step()).isEqualTo(bookkeep);
        Claim intended = hub.ledger.delivery().intend(second, bookkeep);
        hub.ledger.delivery().conclude(intended, Ends.delivered(intended.steps().get(1), "8"));

        assertThat(hub.value("SELECT string_agg(partner_id, ',') FROM hub.binding"))
                .isEqualTo("7");
        assertThat(hub.state(second.transfer().id())).isEqualTo(TransferState.DELIVERED);
    }

    private static Conclusion again(StepProgress step) {
        return new Conclusion(
                TransferState.DUE,
                Duration.ZERO,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                true,
                Optional.of(step),
                false,
                "again",
                List.of());
    }

    @Test
    void aWorkerWithoutItsClaimChangesNothing() {
        Claim claim = hub.intended(hub.frozen(key("1")));
        hub.sql.sql("UPDATE hub.transfer SET lease_ends = clock_timestamp()").update();

        assertThatThrownBy(() -> hub.ledger.delivery().intend(claim, CREATE)).isInstanceOf(LostClaimException.class);
        assertThatThrownBy(() -> hub.ledger
                        .delivery()
                        .conclude(claim, Ends.delivered(claim.steps().get(0), "7")))
                .isInstanceOf(LostClaimException.class);
        assertThatThrownBy(() -> hub.ledger.delivery().release(claim, "bug")).isInstanceOf(LostClaimException.class);
        assertThatThrownBy(() -> hub.freeze(claim, row("r"))).isInstanceOf(LostClaimException.class);
        assertThatThrownBy(() -> hub.ledger
                        .delivery()
                        .stepDone(
                                claim, claim.steps().get(0).done(new PartnerDocument("7", "7", List.of())), List.of()))
                .isInstanceOf(LostClaimException.class);

        assertThat(hub.value("SELECT count(*) FROM hub.binding")).isEqualTo("0");
        assertThat(hub.value("SELECT state FROM hub.transfer_step")).isEqualTo("INTENDED");
    }

    @Test
    void whatIsLearnedTooLateIsKept() {
        Claim claim = hub.claimed(key("1"));
        hub.sql.sql("UPDATE hub.transfer SET lease_ends = clock_timestamp()").update();
        Exchange exchange = new Exchange(
                "POST /3/invoices",
                "https://localhost/3/invoices",
                Instant.EPOCH,
                Duration.ofMillis(12),
                "{\"OrganisationNumber\":\"191212121212\"}",
                201,
                "x".repeat(100_000));

        hub.ledger.delivery().evidence(claim, "too late: DELIVERED", List.of(exchange));

        String kept = hub.value("SELECT exchanges FROM hub.transfer_attempt WHERE event = 'EVIDENCE'");
        assertThat(kept)
                .contains("POST /3/invoices")
                .doesNotContain("191212121212")
                .hasSizeLessThan(20_000);
    }

    @Test
    void timeLineIsOnlyAddedTo() {
        hub.claimed(key("1"));

        assertThatThrownBy(() -> hub.sql
                        .sql("UPDATE hub.transfer_attempt SET what = 'other'")
                        .update())
                .rootCause()
                .hasMessageContaining("only added to");
        assertThatThrownBy(() -> hub.sql.sql("DELETE FROM hub.transfer_attempt").update())
                .rootCause()
                .hasMessageContaining("only added to");
        assertThatThrownBy(() -> hub.sql.sql("TRUNCATE hub.transfer_attempt").update())
                .rootCause()
                .hasMessageContaining("only added to");
    }

    @Test
    void madeDocumentsAreNeverThawed() {
        Claim claim = hub.intended(hub.frozen(key("1")));
        Claim done = hub.ledger
                .delivery()
                .stepDone(claim, claim.steps().get(0).done(new PartnerDocument("7", "7", List.of())), List.of());

        assertThatThrownBy(() -> hub.ledger
                        .delivery()
                        .conclude(done, stopped(TransferState.REJECTED, "fortnox.locked-period", true)))
                .rootCause()
                .hasMessageContaining("made something at the partner");
        assertThat(hub.state(claim.transfer().id())).isEqualTo(TransferState.SENDING);
    }
}
