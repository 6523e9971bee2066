package org.accountinghub.routes.ledger;

import static org.accountinghub.mappings.model.register.Register.CUSTOMERS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.accountinghub.routes.engine.LostClaimException;
import org.accountinghub.routes.engine.port.RegisterLedger.Link;
import org.accountinghub.routes.engine.port.RegisterRun;
import org.accountinghub.routes.engine.port.RegisterRun.Kind;
import org.accountinghub.routes.engine.port.RegisterRun.State;
import org.accountinghub.routes.engine.port.RegisterRuns;
import org.accountinghub.routes.engine.port.RegisterRuns.Claim;
import org.accountinghub.routes.engine.port.RegisterRuns.Portion;
import org.accountinghub.routes.engine.port.RunCounts;
import org.accountinghub.routes.engine.port.RunRecord;
import org.accountinghub.routes.engine.port.RunRecord.Outcome;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RegisterRunsTest {

    private static final Duration LEASE = Duration.ofMinutes(5);
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    @AutoClose
    private final LedgerFixture hub = new LedgerFixture();

    private final RegisterRuns runs = hub.ledger.registers().runs();

    @BeforeEach
    void books() {
        hub.connection("north", Optional.of("north"));
    }

    private Claim begun(Kind kind) {
        runs.ask("north", CUSTOMERS, kind, "maria");
        return runs.begin(claimed().orElseThrow(), kind, Optional.empty(), NOON);
    }

    private Optional<Claim> claimed() {
        return runs.claim(List.of("north"), "worker", LEASE);
    }

    private void leaseEnds() {
        hub.sql
                .sql(
                        "UPDATE hub.register_run SET lease_ends = clock_timestamp() - interval '1 second' WHERE lease IS NOT NULL")
                .update();
    }

    private static Portion portion(String page, List<String> seen, RunRecord... records) {
        return new Portion(
                Optional.of(page),
                false,
                new RunCounts(1, 2, 0, 1, 0, 1, 0, 0, 0, 3),
                seen,
                List.of(records),
                Optional.of(20L));
    }

    private static RunRecord record(Outcome outcome, String number) {
        return new RunRecord(
                0,
                outcome,
                Optional.empty(),
                number,
                outcome == Outcome.FAILED ? Optional.of(LedgerFixture.problem("register.refused")) : Optional.empty());
    }

    @Test
    void oneIsOpenAtATime() {
        RegisterRun asked = runs.ask("north", CUSTOMERS, Kind.WHOLE, "maria");

        assertThat(runs.ask("north", CUSTOMERS, Kind.CHANGES, "schedule")).isEqualTo(asked);
        assertThat(asked.state()).isEqualTo(State.DUE);
        assertThat(runs.claim(List.of("south"), "worker", LEASE)).isEmpty();
        assertThat(claimed().map(claim -> claim.run().state())).contains(State.RUNNING);
        assertThat(claimed()).isEmpty();
    }

    @Test
    void severalProcessesAskForOneAndOneGetsIt() {
        List<CompletableFuture<Optional<Claim>>> racing = IntStream.range(0, 8)
                .mapToObj(n -> CompletableFuture.supplyAsync(() -> {
                    RegisterRuns mine = hub.anotherProcess().registers().runs();
                    mine.ask("north", CUSTOMERS, Kind.WHOLE, "process " + n);
                    return mine.claim(List.of("north"), "worker " + n, LEASE);
                }))
                .toList();

        assertThat(racing.stream().map(CompletableFuture::join).filter(Optional::isPresent))
                .hasSize(1);
        assertThat(runs.runs(Optional.of("north"), Optional.empty(), 10, Optional.empty()))
                .hasSize(1);
    }

    @Test
    void whoComesAfterACrashGoesOnWhereItStopped() {
        hub.ledger
                .registers()
                .ledger()
                .link(
                        "north",
                        CUSTOMERS,
                        List.of(new Link("1", "a", "1", Link.By.MATCH), new Link("2", "b", "2", Link.By.MATCH)));
        Claim first = begun(Kind.WHOLE);
        runs.advance(first, portion("2", List.of("a", "stranger"), record(Outcome.UPDATED, "1")));
        leaseEnds();

        Claim second = claimed().orElseThrow();

        assertThat(second.run().page()).contains("2");
        assertThat(second.run().listedFrom()).contains(NOON);
        assertThat(second.run().counts()).isEqualTo(new RunCounts(1, 2, 0, 1, 0, 1, 0, 0, 0, 3));
        assertThat(second.run().total()).contains(20L);
        assertThatThrownBy(() -> runs.advance(first, portion("3", List.of("b"))))
                .isInstanceOf(LostClaimException.class);
        assertThatThrownBy(() -> runs.end(first, State.DONE, Optional.empty())).isInstanceOf(LostClaimException.class);
        assertThatThrownBy(() -> runs.unseen(first, Optional.empty(), 9)).isInstanceOf(LostClaimException.class);
        assertThat(runs.unseen(second, Optional.empty(), 9))
                .extracting(Link::partnerId)
                .containsExactly("b");
        assertThat(runs.unseen(second, Optional.of("b"), 9)).isEmpty();
        runs.end(second, State.DONE, Optional.empty());
        assertThat(runs.watermark("north", CUSTOMERS)).contains(NOON);
        assertThat(claimed()).isEmpty();
    }

    @Test
    void onlyAnImportThatEndedWellMovesTheWatermark() {
        runs.end(begun(Kind.MATCH), State.DONE, Optional.empty());
        runs.end(begun(Kind.WHOLE), State.SUSPICIOUS, Optional.of(LedgerFixture.problem("register.suspicious")));

        assertThat(runs.watermark("north", CUSTOMERS)).isEmpty();
        assertThat(hub.ledger.operators().problems(Optional.empty()))
                .extracting(group -> group.sample().cause())
                .containsExactly("register.suspicious");
        runs.end(begun(Kind.WHOLE), State.DONE, Optional.empty());
        assertThat(hub.ledger.operators().problems(Optional.empty())).isEmpty();
    }

    @Test
    void whatIsSaidAgainOfARecordIsTheLastWord() {
        Claim claim = begun(Kind.WHOLE);
        runs.advance(
                claim,
                portion(
                        "2",
                        List.of(),
                        record(Outcome.FAILED, "1"),
                        record(Outcome.FAILED, "2"),
                        record(Outcome.FAILED, "2")));
        runs.advance(claim, portion("3", List.of(), record(Outcome.UPDATED, "1")));
        long run = claim.run().id();

        assertThat(runs.records(run, Optional.empty(), 10, Optional.empty()))
                .extracting(record -> record.partnerNumber() + " " + record.outcome())
                .containsExactly("2 FAILED", "1 UPDATED");
        List<RunRecord> failed = runs.records(run, Optional.of(Outcome.FAILED), 10, Optional.empty());
        assertThat(failed).hasSize(1);
        assertThat(runs.records(
                        run,
                        Optional.of(Outcome.FAILED),
                        10,
                        Optional.of(failed.get(0).id())))
                .isEmpty();
        runs.end(claim, State.DONE, Optional.empty());
        assertThat(hub.ledger.operators().problems(Optional.of("north")))
                .singleElement()
                .satisfies(group -> {
                    assertThat(group.sample().cause()).isEqualTo("register.refused");
                    assertThat(group.transfers()).isEqualTo(1);
                });
    }

    @Test
    void aPausedOneIsLeftAloneForAsLongAsItSays() {
        Claim claim = begun(Kind.WHOLE);
        runs.pause(claim, Duration.ofHours(1), LedgerFixture.problem("fortnox.limit"));

        assertThat(claimed()).isEmpty();
        assertThat(runs.run(claim.run().id()).flatMap(RegisterRun::problem)).isPresent();
        hub.sql
                .sql("UPDATE hub.register_run SET not_before = clock_timestamp()")
                .update();
        assertThat(claimed())
                .hasValueSatisfying(again -> assertThat(again.run().problem()).isEmpty());
    }

    @Test
    void cancellingEndsWhatNobodyHasAndAsksWhoHasIt() {
        Claim claim = begun(Kind.WHOLE);
        long run = claim.run().id();
        assertThat(runs.advance(claim, portion("2", List.of()))).isFalse();
        assertThat(runs.cancel(run, "maria")).isTrue();
        assertThat(runs.advance(claim, portion("3", List.of()))).isTrue();
        runs.end(claim, State.CANCELLED, Optional.empty());
        assertThat(runs.cancel(run, "maria")).isFalse();

        RegisterRun due = runs.ask("north", CUSTOMERS, Kind.WHOLE, "maria");
        assertThat(runs.cancel(due.id(), "maria")).isTrue();
        assertThat(runs.run(due.id()).map(RegisterRun::state)).contains(State.CANCELLED);
        assertThat(runs.run(due.id()).flatMap(RegisterRun::ended)).isPresent();
    }
}
