package org.accountinghub.routes.engine.registers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.accountinghub.connectors.spi.Outcome;
import org.accountinghub.mappings.model.Problem;
import org.accountinghub.mappings.model.register.Register;
import org.accountinghub.mappings.model.register.RegisterField;
import org.accountinghub.routes.engine.Connection;
import org.accountinghub.routes.engine.RegisterPolicy.Numbers;
import org.accountinghub.routes.engine.memory.Luck;
import org.accountinghub.routes.engine.port.MatchLine;
import org.accountinghub.routes.engine.port.RegisterLedger;
import org.accountinghub.routes.engine.port.RegisterLedger.Link;
import org.accountinghub.routes.engine.port.RegisterRun;
import org.accountinghub.routes.engine.port.RegisterRun.Kind;
import org.accountinghub.routes.engine.port.RegisterRun.State;
import org.accountinghub.routes.engine.port.RunRecord;
import org.junit.jupiter.api.Test;

class ImportRunTest {

    private final ImportBench bench = ImportBench.masteredByAccounting();

    @Test
    void takesWhatIsThereAndAsksOnlyForListsTheSecondTime() {
        bench.matches.approved();
        for (int number = 1; number <= 250; number++) {
            bench.partner.put("" + number, ImportBench.named("Customer " + number));
        }

        RegisterRun first = bench.run(Kind.WHOLE);
        bench.partner.forgetCalls();
        RegisterRun second = bench.run(Kind.WHOLE);

        assertThat(first.state()).isEqualTo(State.DONE);
        assertThat(first.counts().created()).isEqualTo(250);
        assertThat(first.counts().pages()).isEqualTo(3);
        assertThat(first.counts().calls()).isEqualTo(253);
        assertThat(bench.store.all()).hasSize(250);
        assertThat(bench.ledger.links(Register.CUSTOMERS)).hasSize(250);
        assertThat(second.counts().unchanged()).isEqualTo(250);
        assertThat(bench.partner.calls()).isEqualTo(3);
        assertThat(bench.runs
                        .runs(Optional.empty(), Optional.empty(), 1, Optional.empty())
                        .get(0)
                        .kind())
                .as("what lists do not show is looked for among the changes")
                .isEqualTo(Kind.CHANGES);
    }

    @Test
    void thenReadsOnlyWhatChanged() {
        bench.linked("1", ImportBench.named("A"), ImportBench.named("A"));
        bench.linked("2", ImportBench.named("B"), ImportBench.named("B"));
        bench.clock.advance(Duration.ofHours(1));
        bench.run(Kind.CHANGES);
        bench.clock.advance(Duration.ofHours(1));
        bench.partner.put("2", ImportBench.phone("08"));
        bench.partner.put("2", Map.of(RegisterField.BALANCE, "100"));
        bench.partner.forgetCalls();
        bench.clock.advance(Duration.ofMinutes(1));

        RegisterRun run = bench.run(Kind.CHANGES);

        assertThat(run.kind()).isEqualTo(Kind.CHANGES);
        assertThat(bench.partner.reads()).containsExactly("2");
        assertThat(bench.store.find("2").orElseThrow().value(RegisterField.PHONE))
                .contains("08");
        assertThat(bench.store.noted("2")).containsEntry(RegisterField.BALANCE, "100");
        assertThat(run.counts().updated()).isOne();
    }

    @Test
    void whatIsLinkedWhileTheListIsReadNeedNotBeInIt() {
        bench.linked("1", ImportBench.named("A"), ImportBench.named("A"));
        bench.partner.luck(whenRefused(() -> {
            if (bench.partner.lists == 1 && bench.partner.find("2").isEmpty()) {
                for (int number = 2; number <= 6; number++) {
                    bench.linked("" + number, ImportBench.named("B"), ImportBench.named("B"));
                }
            }
            return false;
        }));

        RegisterRun run = bench.run(Kind.WHOLE);

        assertThat(run.state()).isEqualTo(State.DONE);
        assertThat(run.counts().seen()).isOne();
        assertThat(bench.partner.reads()).containsExactlyInAnyOrder("1", "2", "3", "4", "5", "6");
    }

    @Test
    void anEmptyListIsSuspiciousAndDeactivatesNobody() {
        bench.linked("1", ImportBench.named("A"), ImportBench.named("A"));
        bench.run(Kind.WHOLE);
        bench.partner.empty(true);

        RegisterRun run = bench.run(Kind.WHOLE);

        assertThat(run.state()).isEqualTo(State.SUSPICIOUS);
        assertThat(run.problem().map(Problem::cause)).contains("register.suspicious");
        assertThat(bench.store.find("1").orElseThrow().value(RegisterField.CUSTOMER_ACTIVE))
                .contains("true");
    }

    @Test
    void whoIsGoneOverThereIsDeactivatedAfterAsking() {
        for (String number : List.of("1", "2", "3")) {
            bench.linked(number, ImportBench.named("A" + number), ImportBench.named("A" + number));
        }
        bench.run(Kind.WHOLE);
        bench.partner.remove("2");
        bench.partner.forgetCalls();

        bench.imports().work();
        bench.partner.forgetCalls();
        RegisterRun run = bench.run(Kind.WHOLE);

        assertThat(run.state()).isEqualTo(State.DONE);
        assertThat(bench.partner.reads()).containsExactly("2");
        assertThat(bench.store.find("2").orElseThrow().value(RegisterField.CUSTOMER_ACTIVE))
                .contains("false");
        assertThat(bench.runs.records(run.id(), Optional.empty(), 10, Optional.empty()))
                .extracting(RunRecord::outcome, RunRecord::partnerNumber)
                .containsExactly(tuple(RunRecord.Outcome.DEACTIVATED, "2"));
    }

    @Test
    void oneBadRecordStopsNoOther() {
        bench.matches.approved();
        bench.partner.put("1", ImportBench.named("A"));
        bench.partner.put("2", ImportBench.named("refuse me"));
        bench.partner.put("3", ImportBench.named("break"));
        bench.partner.put("4", ImportBench.named("D"));
        bench.partner.put("5", ImportBench.named("E"));
        bench.partner.answer(
                "5", new Outcome.Rejected(Problem.of("partner.no", Problem.Stage.PARTNER, "unreadable", "Look")));

        RegisterRun run = bench.run(Kind.WHOLE);

        assertThat(run.state()).isEqualTo(State.DONE);
        assertThat(run.counts().created()).isEqualTo(2);
        assertThat(run.counts().failed()).isEqualTo(3);
        assertThat(bench.runs.records(run.id(), Optional.of(RunRecord.Outcome.FAILED), 10, Optional.empty()))
                .extracting(record -> record.problem().orElseThrow().cause())
                .containsExactly("register.refused-by-store", "register.error-in-hub", "partner.no");
        assertThat(bench.store.all()).hasSize(2);
    }

    @Test
    void canBeCancelled() {
        bench.matches.approved();
        for (int number = 1; number <= 100; number++) {
            bench.partner.put("" + number, ImportBench.named("Customer " + number));
        }
        long id = bench.runs
                .ask(ImportBench.BOOKS, Register.CUSTOMERS, Kind.WHOLE, "somebody")
                .id();
        bench.runs.cancel(id, "somebody");
        bench.imports().work();

        assertThat(bench.runs.run(id).orElseThrow().state()).isEqualTo(State.CANCELLED);
        assertThat(bench.store.all()).hasSizeLessThan(100);
    }

    @Test
    void waitsOutALimitAndRestsWhereItIsBlocked() {
        bench.linked("1", ImportBench.named("A"), ImportBench.named("A"));
        int[] refusals = {2};
        bench.partner.luck(whenRefused(() -> refusals[0]-- > 0));
        RegisterRun waited = bench.run(Kind.WHOLE);
        bench.partner.luck(Luck.GOOD);
        Problem revoked = Problem.of("partner.revoked", Problem.Stage.CONNECTION, "no consent", "Consent");
        bench.partner.put("1", ImportBench.phone("08"));
        bench.partner.answer("1", new Outcome.Blocked(revoked));
        RegisterRun blocked = bench.run(Kind.WHOLE);

        assertThat(waited.state()).isEqualTo(State.DONE);
        assertThat(bench.waits).hasSize(2);
        assertThat(blocked.state()).isEqualTo(State.RUNNING);
        assertThat(blocked.problem()).isPresent();
        assertThat(bench.alerts).containsExactly("partner.revoked");
        assertThat(bench.connections.find(ImportBench.BOOKS).orElseThrow().state())
                .isEqualTo(Connection.State.BLOCKED);
        assertThat(bench.imports().work()).isFalse();
    }

    @Test
    void aHubThatStopsGivesTheRunBackAndAnotherGoesOnThereAtOnce() {
        bench.matches.approved();
        for (int number = 1; number <= 200; number++) {
            bench.partner.put("" + number, ImportBench.named("Customer " + number));
        }
        long id = bench.runs
                .ask(ImportBench.BOOKS, Register.CUSTOMERS, Kind.WHOLE, "somebody")
                .id();
        RegisterImports stopped = bench.imports();
        AtomicInteger reads = new AtomicInteger();
        bench.partner.luck(whenRefused(() -> {
            if (reads.incrementAndGet() == 60) {
                stopped.stop();
            }
            return false;
        }));
        stopped.work();
        RegisterRun between = bench.runs.run(id).orElseThrow();
        assertThat(between.state()).isEqualTo(State.RUNNING);
        assertThat(between.problem().map(Problem::cause)).contains("register.hub-stopped");
        assertThat(bench.store.all()).hasSizeBetween(40, 80);
        assertThat(stopped.work()).isFalse();

        assertThat(bench.imports().work()).isTrue();
        assertThat(bench.runs.run(id).orElseThrow().state()).isEqualTo(State.DONE);
        assertThat(bench.store.all()).hasSize(200);
        assertThat(bench.runs.run(id).orElseThrow().counts().seen()).isEqualTo(200);
    }

    private static Luck whenRefused(BooleanSupplier refused) {
        return new Luck() {
            @Override
            public boolean refused() {
                return refused.getAsBoolean();
            }

            @Override
            public boolean lost() {
                return false;
            }

            @Override
            public boolean carriedOut() {
                return true;
            }
        };
    }

    @Test
    void nothingIsWrittenBeforeAReportIsApproved() {
        bench.partner.put("1", ImportBench.named("A"));

        RegisterRun run = bench.run(Kind.WHOLE);

        assertThat(run.state()).isEqualTo(State.FAILED);
        assertThat(run.problem().map(Problem::cause)).contains("register.not-matched");
        assertThat(bench.store.all()).isEmpty();
    }

    @Test
    void whoTurnsUpLaterIsLinkedWhereItIsClearAndLeftWhereItIsNot() {
        bench.matches.approved();
        bench.store.edit("1", ImportBench.named("Åkes Rör"));
        bench.partner.put("1", ImportBench.named("Åkes Rör AB"));
        bench.store.edit("2", ImportBench.named("Somebody"));
        bench.partner.put("2", ImportBench.named("Somebody else"));
        bench.store.edit("3", ImportBench.named("Third"));
        bench.partner.put("4", ImportBench.named("Third"));

        RegisterRun run = bench.run(Kind.WHOLE);

        assertThat(bench.ledger.links(Register.CUSTOMERS)).containsExactly(new Link("1", "1", "1", Link.By.IMPORT));
        assertThat(run.counts().skipped()).isEqualTo(2);
        assertThat(bench.store.all()).hasSize(3);
    }

    @Test
    void aNumberThatCannotBeUsedHereIsMapped() {
        ImportBench mapped = new ImportBench(true, Numbers.MAPPED, Map.of());
        mapped.matches.approved();
        mapped.partner.put("1", ImportBench.named("A"));
        mapped.run(Kind.WHOLE);

        assertThat(mapped.ledger.links(Register.CUSTOMERS))
                .containsExactly(new Link("G900001", "1", "1", Link.By.IMPORT));
        mapped.store.renumber("G900001", "17");
        new RegisterExports(mapped.ports, mapped.connections).collect();
        assertThat(mapped.ledger.links(Register.CUSTOMERS)).containsExactly(new Link("17", "1", "1", Link.By.IMPORT));
    }

    @Test
    void aReportIsMadeApprovedAndThenFollowed() {
        ImportBench both = ImportBench.masteredByStore();
        both.store.edit("1", ImportBench.named("A"));
        both.partner.put("1", ImportBench.named("A AB"));
        both.store.edit("2", ImportBench.named("B"));
        both.partner.put("2", ImportBench.named("Not B"));
        both.store.edit("3", ImportBench.named("C"));
        both.partner.put("4", ImportBench.named("D"));
        RegisterRun match = both.run(Kind.MATCH);
        assertThat(match.state()).isEqualTo(State.DONE);
        assertThat(both.store.all()).hasSize(3);

        both.matches.approve(
                1,
                Arrays.stream(MatchLine.Kind.values())
                        .filter(MatchLine.Kind::approvedWithAll)
                        .toList(),
                "somebody");
        RegisterRun whole = both.run(Kind.WHOLE);
        new RegisterExports(both.ports, both.connections).collect();
        new RegisterExports(both.ports, both.connections).collect();

        assertThat(whole.counts().created()).isOne();
        assertThat(whole.counts().skipped()).isOne();
        assertThat(both.store.all()).hasSize(4);
        assertThat(both.transfers.entries())
                .extracting(entry -> entry.transfer().subject().source().toString())
                .containsExactly("store//customer/1", "store//customer/3");
    }

    @Test
    void whatIsApprovedLaterIsTakenAndBroughtLater() {
        ImportBench both = ImportBench.masteredByStore();
        both.store.edit("1", ImportBench.named("A"));
        both.partner.put("1", ImportBench.named("A"));
        both.store.edit("3", ImportBench.named("C"));
        both.partner.put("4", ImportBench.named("D"));
        both.run(Kind.MATCH);
        FollowedMatches matches = new FollowedMatches(both.ports);
        matches.approve(1, List.of(MatchLine.Kind.SAME), "somebody");
        both.imports().work();
        new RegisterExports(both.ports, both.connections).collect();
        assertThat(both.store.all()).hasSize(2);
        assertThat(both.transfers.entries()).isEmpty();

        matches.approve(1, List.of(MatchLine.Kind.CREATE_HERE, MatchLine.Kind.CREATE_THERE), "somebody");
        both.imports().work();
        new RegisterExports(both.ports, both.connections).collect();
        assertThat(matches.approve(1, List.of(MatchLine.Kind.CREATE_HERE), "somebody")
                        .approved())
                .isZero();

        assertThat(both.store.all()).hasSize(3);
        assertThat(both.transfers.entries()).hasSize(1);
        both.imports().work();
        assertThat(both.runs.idle()).isTrue();
    }

    @Test
    void whatIsApprovedWhileChangesAreLookedThroughIsBroughtToo() {
        ImportBench both = ImportBench.masteredByStore();
        both.store.edit("1", ImportBench.named("A"));
        both.partner.put("1", ImportBench.named("A"));
        both.store.edit("3", ImportBench.named("C"));
        both.run(Kind.MATCH);
        FollowedMatches matches = new FollowedMatches(both.ports);
        matches.approve(1, List.of(MatchLine.Kind.SAME), "somebody");
        RegisterLedger whileSomebodyApproves = (RegisterLedger) Proxy.newProxyInstance(
                RegisterLedger.class.getClassLoader(),
                new Class<?>[] {RegisterLedger.class},
                (proxy, method, arguments) -> {
                    Object answer = method.invoke(both.ledger, arguments);
                    if (method.getName().equals("ofStore")) {
                        matches.approve(1, List.of(MatchLine.Kind.CREATE_THERE), "somebody");
                    }
                    return answer;
                });
        RegisterPorts meanwhile = new RegisterPorts(
                both.runs, whileSomebodyApproves, both.matches, both.store, both.ports.fingerprints());
        new RegisterExports(meanwhile, both.connections).collect();
        assertThat(both.transfers.entries()).isEmpty();

        new RegisterExports(both.ports, both.connections).collect();
        assertThat(both.transfers.entries()).hasSize(1);
    }
}
